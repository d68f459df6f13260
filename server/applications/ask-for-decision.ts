import {
  type AccountReport,
  accountReportSeen,
  noAccountReport,
  saysAnythingOfAccount,
} from '#core/application/account-report.ts';
import { type ConsumerReport, noReport } from '#core/application/consumer-report.ts';
import type { DecisionInput, DecisionResult } from '#core/application/decide.ts';
import { isDenylistCause } from '#core/application/denylist.ts';
import type { ReviewCause } from '#core/application/review.ts';
import { openAccountToReport } from '#server/customers/open-payment-method.ts';
import type { House } from '#server/house.ts';
import { inTime, isLate } from '#server/in-time.ts';
import type { Refused } from '#server/outcome.ts';
import { screenCustomer } from '#server/screening/screen-customer.ts';
import type { Application } from './application.ts';
import { type Gathered, gatherInput } from './gather-input.ts';

/** What a decision saw and said. */
export type Asked = Gathered & { answer: DecisionResult | { decision: 'pending'; why: string } };

/**
 * Looks for the applicant on the screening lists, gathers what a decision may look at, asks the agency for its report and
 * what is known of the bank account, and then for the decision, each for so long and no longer. No answer, or a failing
 * one, is pending: never a yes and never a no (domain 5, style 12). Nobody is approved past a match of a list or an alert
 * on file, whoever decides, and nobody on the operator's denylist is declined either. Refuses with UserNotFound when the
 * customer is gone.
 */
export async function askForDecision(house: House, application: Application): Promise<Asked | Refused> {
  const isScreened = await screen(house, application);
  const gathered = await gatherInput(house, application);
  if ('refused' in gathered) return gathered;
  if (!isScreened) return { ...gathered, answer: { decision: 'pending', why: 'the lists can not be asked' } };
  const [report, accountReport] = await Promise.all([
    reportOf(house, gathered),
    accountReportOf(house, application, gathered),
  ]);
  // Whoever answered was heard, also where the other one did not.
  const input = {
    ...gathered.input,
    ...(report === 'no answer' ? noReport : report),
    ...(accountReport === 'no answer' ? noAccountReport : accountReport),
  };
  if (report === 'no answer' || accountReport === 'no answer') {
    const why = report === 'no answer' ? 'the agency does not answer' : 'the bank does not answer';
    return { ...gathered, input, answer: { decision: 'pending', why } };
  }
  const answer = await ask(house, input, { ssn: gathered.ssn, email: gathered.person.email });
  return { ...gathered, input, answer: answer.decision === 'pending' ? answer : held(answer, input) };
}

async function reportOf(house: House, { person, facts, ssn }: Gathered): Promise<ConsumerReport | 'no answer'> {
  const { firstName, lastName, dateOfBirth } = person;
  if (dateOfBirth === null || facts.address === null) throw new Error('A decision without a birth or an address.');
  try {
    const about = { firstName, lastName, dateOfBirth, ssn, address: facts.address };
    return (await inTime(house.reports, () => house.reports.report(about))) ?? noReport;
  } catch (error) {
    house.log.error({ err: error, provider: house.reports.name }, 'the agency does not answer; the application waits');
    return 'no answer';
  }
}

/** What is said of the account of the application; nobody is asked while it has none. */
async function accountReportOf(
  house: House,
  { customerId, bankAccountId }: Application,
  { person }: Gathered,
): Promise<AccountReport | 'no answer'> {
  const { accountReports } = house;
  if (bankAccountId === null || accountReports.asksNobody) return noAccountReport;
  const account = await openAccountToReport(house, { customerId, paymentMethodId: bankAccountId });
  if (account === null) return noAccountReport;
  const { firstName, lastName } = person;
  try {
    const said = await inTime(accountReports, () => accountReports.report({ firstName, lastName, ...account }));
    return accountReportSeen(said);
  } catch (error) {
    house.log.error({ err: error, provider: accountReports.name }, 'the bank does not answer; the application waits');
    return 'no answer';
  }
}

async function screen(house: House, { customerId, applicationId, merchantId }: Application): Promise<boolean> {
  try {
    await screenCustomer(house, customerId, { occasion: 'application', applicationId, merchantId });
    return true;
  } catch (error) {
    house.log.error(
      { err: error, provider: house.screening.name },
      'the lists can not be asked; the application waits',
    );
    return false;
  }
}

/** The answer, or a review where nobody but a person of ours may give it. */
function held(answer: DecisionResult, { reviewBecause, alerts }: DecisionInput): DecisionResult {
  const listed = reviewBecause.filter(isDenylistCause);
  const first = [...reviewBecause.filter((cause) => cause === 'screening'), ...listed, ...alerts];
  const isHeld = listed.length > 0 || (answer.decision === 'approved' && first.length > 0);
  return isHeld ? reviewed(answer, [...new Set([...answer.reviewBecause, ...first])]) : answer;
}

function reviewed(answer: DecisionResult, reviewBecause: readonly ReviewCause[]): DecisionResult {
  return { ...answer, decision: 'review', spendingLimitCents: 0, reasons: [], reviewBecause };
}

async function ask(
  house: House,
  input: DecisionInput,
  applicant: { ssn: string; email: string },
): Promise<DecisionResult | { decision: 'pending'; why: string }> {
  try {
    const answer = await inTime(house.decisions, () => house.decisions.decide(input, applicant));
    if (answer.decision === 'pending') return answer;
    // Whoever decides by a module from before this was asked says nothing of it: what was there to weigh has weighed.
    return { ...answer, accountReportUsed: answer.accountReportUsed ?? saysAnythingOfAccount(input) };
  } catch (error) {
    house.log.error({ err: error, provider: house.decisions.name }, 'the decision failed; the application waits');
    return { decision: 'pending', why: isLate(error) ? 'no answer in time' : 'error' };
  }
}
