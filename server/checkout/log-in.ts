import { linkCustomer } from '#server/customers/link-customer.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { arrive } from './arrive.ts';
import type { Session, SessionChange } from './session.ts';

/** The customer has shown who they are: the merchant knows them from now on, and the session goes on where they stand. */
export async function logIn(
  house: House,
  { session, customerId }: { session: Session; customerId: string },
  ...writes: readonly Write[]
): Promise<Outcome<SessionChange>> {
  return done(
    { ...(await arrive(house, session, customerId)), customerId, loggedInAt: now(house) },
    ...writes,
    linkCustomer(house, { merchantId: session.merchantId, customerId }),
  );
}
