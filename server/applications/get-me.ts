import { customerFacts } from '#server/customers/customer-facts.ts';
import { personById } from '#server/customers/person.ts';
import type { House } from '#server/house.ts';
import type { Compatibility } from '#server/http/route.ts';
import { customerTransactions } from '#server/leases/customer-transactions.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { latestApplication } from './application-store.ts';
import { type UserView, userViewOf } from './user-view.ts';

/** The customer a token speaks for, with their decision and their transactions at this merchant (api-v3 3.3). */
export async function getMe(
  house: House,
  of: { merchantId: string; customerId: string; leaseFactor: string; deniedAs: Compatibility['deniedAs'] },
): Promise<Outcome<UserView>> {
  const [facts, person, application, transactions] = await Promise.all([
    customerFacts(house, of.customerId),
    personById(house, of.customerId),
    latestApplication(house, of.customerId, { drafts: false }),
    customerTransactions(house, of),
  ]);
  if (facts === null || person === null) return refuse('UserNotFound', 'There is no such customer.');
  const { leaseFactor, deniedAs } = of;
  return done(userViewOf(house, { facts, person, application, transactions, leaseFactor, deniedAs }));
}
