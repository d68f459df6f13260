import { type AccountReport, noAccountReport } from '#core/application/account-report.ts';
import { ageOn } from '#core/application/age.ts';
import { type ConsumerReport, noReport } from '#core/application/consumer-report.ts';
import type { DecisionInput } from '#core/application/decide.ts';
import { causesBeforeReport } from '#core/application/review.ts';
import type { Day } from '#core/calendar/day.ts';
import { type CustomerFacts, customerFacts } from '#server/customers/customer-facts.ts';
import { openIdentity } from '#server/customers/identity.ts';
import { type Person, personById } from '#server/customers/person.ts';
import { causesOnDenylist } from '#server/denylist/match-denylist.ts';
import type { House } from '#server/house.ts';
import { leaseHistory } from '#server/leases/lease-history.ts';
import { dayInState } from '#server/moment.ts';
import { type Refused, refuse } from '#server/outcome.ts';
import { holdOn } from '#server/screening/hold-on.ts';
import type { Application } from './application.ts';
import { causesOfSubmission } from './submission-store.ts';

/** Everything a decision may look at, and whom it is about. `ssn` is for the decision's call alone. */
export type Gathered = { person: Person; facts: CustomerFacts; input: DecisionInput; ssn: string; today: Day };

/** What others said of an applicant. */
export type Reported = { readonly report: ConsumerReport; readonly accountReport: AccountReport };

/** Nobody said anything. */
const nothingReported: Reported = { report: noReport, accountReport: noAccountReport };

/**
 * Gathers it, with what an agency and a bank said: without, it is as if they had said nothing. Refuses with UserNotFound
 * when the customer is gone or has not told enough.
 */
export async function gatherInput(
  house: House,
  application: Pick<Application, 'customerId' | 'applicationId' | 'monthlyIncome' | 'payFrequency'>,
  { report, accountReport }: Reported = nothingReported,
): Promise<Gathered | Refused> {
  const { customerId } = application;
  const [facts, person, ssn, history, hold, shared, listed] = await Promise.all([
    customerFacts(house, customerId),
    personById(house, customerId),
    openIdentity(house, customerId, 'decision'),
    leaseHistory(house, customerId),
    holdOn(house, customerId),
    causesOfSubmission(house, application),
    causesOnDenylist(house, application),
  ]);
  if (!facts?.address || !person?.dateOfBirth || ssn === null) {
    return refuse('UserNotFound', 'This customer has not told us enough to decide.');
  }
  const today = dayInState(house, facts.address.state);
  const input: DecisionInput = {
    state: facts.address.state,
    stateOffered: 'rules' in house.rules.rulesFor(facts.address.state, today),
    age: ageOn(person.dateOfBirth, today),
    priorChargeOff: history.chargedOff > 0,
    identityFailed: false,
    reviewBecause: causesBeforeReport({ isScreened: hold !== 'nothing', listed, shared }),
    openCashPrice: facts.openCash,
    monthlyIncome: application.monthlyIncome,
    leasesPaidOff: history.paidOff,
    monthsAtAddress: null,
    ...report,
    ...accountReport,
    payFrequency: application.payFrequency,
  };
  return { person, facts, input, ssn, today };
}
