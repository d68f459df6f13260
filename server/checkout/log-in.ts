import { linkCustomer } from '#server/customers/link-customer.ts';
import { startLogin } from '#server/customers/logins.ts';
import { personById } from '#server/customers/person.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { arrive } from './arrive.ts';
import { localeFor } from './locale.ts';
import type { SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/** The customer has shown who they are: the merchant knows them from now on, and the session goes on where they stand. */
export async function logIn(
  house: House,
  { session, device }: Turn,
  customerId: string,
  ...writes: readonly Write[]
): Promise<Outcome<SessionChange>> {
  const { write, ...login } = startLogin(house, { customerId, userAgent: device.userAgent });
  const locale = localeFor(session, await personById(house, customerId));
  return done(
    { ...(await arrive(house, session, customerId)), customerId, login, locale },
    ...writes,
    write,
    linkCustomer(house, { merchantId: session.merchantId, customerId }),
  );
}
