import { carryOut } from '#server/carry-out.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { personById } from '#server/customers/person.ts';
import type { House } from '#server/house.ts';
import type { Compatibility } from '#server/http/route.ts';
import { customerTransactions } from '#server/leases/customer-transactions.ts';
import { done, isRefused, type Outcome, refuse } from '#server/outcome.ts';
import { decideWaiting } from './decide-waiting.ts';
import { type SubmitApplication, submitApplication } from './submit-application.ts';
import { type UserView, userViewOf } from './user-view.ts';

/**
 * Applies for a spending limit and answers the customer with the decision (api-v3 4.1). Denied is an answer and not a
 * refusal. While an approval is valid the call answers it again. Refuses as `submitApplication`.
 */
export async function apply(
  house: House,
  wanted: SubmitApplication & { leaseFactor: string; deniedAs: Compatibility['deniedAs'] },
): Promise<Outcome<UserView>> {
  const { customerId, merchantId, leaseFactor, deniedAs } = wanted;
  // Intend: the application stands before anybody is asked about it.
  const submitted = await carryOut(house, () => submitApplication(house, wanted));
  if ('refused' in submitted) return submitted;
  const { application, isDecided } = submitted.answer;
  const transactions = await customerTransactions(house, { merchantId, customerId });
  if (isDecided) {
    const [facts, person] = await Promise.all([customerFacts(house, customerId), personById(house, customerId)]);
    if (facts === null || person === null) return refuse('UserNotFound', 'There is no such customer.');
    return done(userViewOf(house, { application, facts, person, transactions, leaseFactor, deniedAs }));
  }
  const decided = await decideWaiting(house, application, { leaseFactor });
  if (isRefused(decided)) return decided;
  return done(userViewOf(house, { ...decided.answer, transactions, leaseFactor, deniedAs }), ...decided.writes);
}
