import { ageOn } from '#core/application/age.ts';
import type { DecisionInput, DecisionResult } from '#core/application/decide.ts';
import type { Day } from '#core/calendar/day.ts';
import { type CustomerFacts, customerFacts } from '#server/customers/customer-facts.ts';
import { openIdentity } from '#server/customers/identity.ts';
import { type Person, personById } from '#server/customers/person.ts';
import type { House } from '#server/house.ts';
import { leaseHistory } from '#server/leases/lease-history.ts';
import { dayInState } from '#server/moment.ts';
import { type Refused, refuse } from '#server/outcome.ts';
import type { Application } from './application.ts';

/** What a decision saw and said. */
export type Asked = {
  person: Person;
  facts: CustomerFacts;
  input: DecisionInput;
  answer: DecisionResult | { decision: 'pending'; why: string };
  today: Day;
};

/**
 * Gathers what a decision may look at, and asks for it. No answer, or a failing one, is pending: never a yes and never a
 * no (domain 5, style 12). Refuses with UserNotFound when the customer is gone.
 */
export async function askForDecision(
  house: House,
  application: Pick<Application, 'customerId' | 'monthlyIncome' | 'payFrequency'>,
): Promise<Asked | Refused> {
  const { customerId } = application;
  const [facts, person, ssn, history] = await Promise.all([
    customerFacts(house, customerId),
    personById(house, customerId),
    openIdentity(house, customerId, 'decision on an application'),
    leaseHistory(house, customerId),
  ]);
  if (!facts?.address || !person?.dateOfBirth || ssn === null) {
    return refuse('UserNotFound', 'This customer has not told us enough to decide.');
  }
  const today = dayInState(house, facts.address.state);
  const input: DecisionInput = {
    state: facts.address.state,
    stateOffered: 'rules' in house.rules.rulesFor(facts.address.state, today),
    age: ageOn(person.dateOfBirth, today),
    bankAccountVerified: null,
    priorChargeOff: history.chargedOff > 0,
    identityFailed: false,
    needsReview: false,
    openCashPrice: facts.openCash,
    monthlyIncome: application.monthlyIncome,
    monthsAtIncome: null,
    bankAccountMonths: null,
    overdraftsIn30Days: null,
    leasesPaidOff: history.paidOff,
    inquiriesIn30Days: null,
    monthsAtAddress: null,
    payFrequency: application.payFrequency,
    directDepositVerified: null,
  };
  const answer = await ask(house, input, { ssn, email: person.email });
  return { person, facts, input, answer, today };
}

async function ask(
  house: House,
  input: DecisionInput,
  applicant: { ssn: string; email: string },
): Promise<DecisionResult | { decision: 'pending'; why: string }> {
  try {
    return await house.decisions.decide(input, applicant);
  } catch (error) {
    house.log.error({ err: error, provider: house.decisions.name }, 'the decision failed; the application waits');
    return { decision: 'pending', why: 'error' };
  }
}
