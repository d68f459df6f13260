import { applicationAfterAll, applicationLifecycle } from '#core/application/lifecycle.ts';
import type { Day } from '#core/calendar/day.ts';
import { carryOut } from '#server/carry-out.ts';
import { keepBankAccount } from '#server/customers/bank-account.ts';
import type { House } from '#server/house.ts';
import { customerTransactions } from '#server/leases/customer-transactions.ts';
import { done, isRefused, type Outcome, refuse } from '#server/outcome.ts';
import type { Application } from './application.ts';
import { applicationById, updateAnswers } from './application-store.ts';
import { isOverdue } from './decide-waiting.ts';
import { type BankAnswers, bankFaults } from './field-faults.ts';
import { getMe } from './get-me.ts';
import { noteKept, type Origin } from './note-submission.ts';
import { prequalById } from './prequal-store.ts';
import { takeFurther } from './take-further.ts';
import { type UserView, userViewOf, type Viewer } from './user-view.ts';
import { wireFaults } from './wire-faults.ts';

export type CompletePrequal = {
  prequalId: string;
  bank: BankAnswers;
  nextPayDate: Day | null;
  employer: string | null;
  origin: Origin;
};

/**
 * Gives a prequalified application its bank account and takes it to its decision (api-v3 4.6). Completed twice it is
 * decided once, and the customer as they are now is the answer. Refuses with NotFound, ValidationError, UserNotFound when
 * nothing is left of the customer, and as `noteSubmission`.
 */
export async function completePrequal(
  house: House,
  viewer: Viewer,
  wanted: CompletePrequal,
): Promise<Outcome<UserView>> {
  const handedIn = await carryOut(house, () => handIn(house, viewer, wanted));
  if ('refused' in handedIn) return handedIn;
  const { application, isOurs } = handedIn.answer;
  const of = { ...viewer, customerId: application.customerId };
  if (!isOurs) return getMe(house, of);
  const transactions = await customerTransactions(house, of);
  const taken = await takeFurther(house, application, viewer);
  if (isRefused(taken)) return taken;
  return done(userViewOf(house, { ...taken.answer, transactions }, viewer), ...taken.writes);
}

/** The application handed in, and whether it is on this call to take it further. */
async function handIn(
  house: House,
  { merchantId }: Viewer,
  wanted: CompletePrequal,
): Promise<Outcome<{ application: Application; isOurs: boolean }>> {
  const prequal = await prequalById(house, { merchantId, prequalId: wanted.prequalId });
  const application = prequal === null ? null : await applicationById(house, prequal);
  if (application === null) return refuse('NotFound', 'You began no prequalification with this id. Start one first.');
  const fields = wireFaults(bankFaults(wanted.bank, { sandbox: house.settings.mode === 'sandbox' }));
  if (fields.length > 0) return refuse('ValidationError', 'The bank account is not right.', { fields });
  if (application.state !== applicationLifecycle.start) {
    return done({ application, isOurs: isOverdue(house, application) });
  }
  const { customerId } = application;
  const { bankAccountId, accountIndex, accountNames, writes } = await keepBankAccount(house, {
    customerId,
    ...wanted.bank,
  });
  const bank = { routingNumber: wanted.bank.routingNumber, accountIndex, accountNames };
  const counted = await noteKept(house, { ...application, bank, origin: wanted.origin });
  if ('refused' in counted) return counted;
  const answers = {
    state: applicationAfterAll(application.state, 'submit'),
    bankAccountId,
    nextPayOn: wanted.nextPayDate ?? application.nextPayOn,
    employer: wanted.employer ?? application.employer,
  };
  const complete = { ...application, ...answers, version: application.version + 1 };
  return done({ application: complete, isOurs: true }, ...writes, updateAnswers(application, answers), ...counted);
}
