import { carryOut } from '#server/carry-out.ts';
import type { House } from '#server/house.ts';
import { customerTransactions } from '#server/leases/customer-transactions.ts';
import { done, isRefused, type Outcome } from '#server/outcome.ts';
import { getMe } from './get-me.ts';
import { type SubmitApplication, submitApplication } from './submit-application.ts';
import { takeFurther } from './take-further.ts';
import { type UserView, userViewOf, type Viewer } from './user-view.ts';

/**
 * Applies for a spending limit and answers the customer with the decision (api-v3 4.1). Denied is an answer and not a
 * refusal. While an approval is valid the call answers it again. Refuses as `submitApplication`.
 */
export async function apply(house: House, wanted: SubmitApplication & Viewer): Promise<Outcome<UserView>> {
  // Intend: the application stands before anybody is asked about it.
  const submitted = await carryOut(house, () => submitApplication(house, wanted));
  if ('refused' in submitted) return submitted;
  const { application, isDecided } = submitted.answer;
  if (isDecided) return getMe(house, wanted);
  const transactions = await customerTransactions(house, wanted);
  const taken = await takeFurther(house, application, wanted);
  if (isRefused(taken)) return taken;
  return done(userViewOf(house, { ...taken.answer, transactions }, wanted), ...taken.writes);
}
