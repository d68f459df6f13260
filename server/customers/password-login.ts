import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { minutesAfter, now } from '#server/moment.ts';
import { changeCustomer } from './change-customer.ts';
import { findCustomerByEmail } from './find-customer.ts';
import { hashPassword, isOutdated, isPassword } from './password.ts';
import { countTry, forgetTriesBefore, forgetTriesOf } from './password-try-store.ts';
import { type Person, personById } from './person.ts';

const triesMax = 10;
export const lockMinutes = 15;

export type PasswordLogin = { person: Person; writes: readonly Write[] } | { no: 'wrong' | 'locked' };

/**
 * Whether this is the password of the customer with this address. Ten tries in a quarter of an hour; then even the right
 * one is refused until the quarter is over. An address that nobody has is counted, locked and worked on just the same,
 * so that neither an answer nor its time tells who has an account. A hash from weaker days is renewed on the way.
 */
export async function passwordLogin(
  house: House,
  { email, password }: { email: string; password: string },
): Promise<PasswordLogin> {
  const at = now(house);
  const tries = await countTry(house, email, { at, since: minutesAfter(at, -lockMinutes) });
  if (tries > triesMax) return { no: 'locked' };
  const customerId = await findCustomerByEmail(house, email);
  const person = await personById(house, customerId ?? '');
  const kept = person?.passwordHash ?? null;
  const isRight = await isPassword(password, kept);
  if (!isRight || person === null || kept === null) return { no: 'wrong' };
  const renewed = isOutdated(kept)
    ? [changeCustomer(house, person, { passwordHash: await hashPassword(password) })]
    : [];
  return { person, writes: [...renewed, forgetTriesOf(house, email)] };
}

/** A lock that is over needs no row. */
export function forgetOldTries(house: House): Promise<number> {
  return forgetTriesBefore(house, minutesAfter(now(house), -lockMinutes));
}
