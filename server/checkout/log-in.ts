import { linkCustomer } from '#server/customers/link-customer.ts';
import { startLogin } from '#server/customers/logins.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { arrive } from './arrive.ts';
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
  return done(
    { ...(await arrive(house, session, customerId)), customerId, login },
    ...writes,
    write,
    linkCustomer(house, { merchantId: session.merchantId, customerId }),
  );
}
