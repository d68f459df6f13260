import { ageOn } from '#core/application/age.ts';
import { approvalValidDays, type DecisionInput, type DecisionResult } from '#core/application/decide.ts';
import { applicationAfter } from '#core/application/lifecycle.ts';
import { reasonTexts } from '#core/application/reasons.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import { type CustomerFacts, customerFacts } from '#server/customers/customer-facts.ts';
import { openIdentity } from '#server/customers/identity.ts';
import { type Person, personById } from '#server/customers/person.ts';
import { grantLimit } from '#server/customers/spending.ts';
import type { Write } from '#server/db/write.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { leaseHistory } from '#server/leases/lease-history.ts';
import { messageTexts } from '#server/messages/texts.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { dayInState, minutesAfter, now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import type { Application } from './application.ts';
import { recordDecision } from './application-store.ts';
import { weeklySpending } from './weekly-spending.ts';

/** What was decided, and the customer as the decision leaves them. */
export type Decided = { application: Application; person: Person; facts: CustomerFacts };

/**
 * Asks for the decision on an application that waits for one, and records it: the limit, the notice, the event.
 * The application was committed before anybody is asked. No answer, or a failing one, leaves it waiting: unknown is
 * pending, never a yes and never a no (domain 5, style 12). Refuses with UserNotFound when the customer is gone.
 */
export async function decideWaiting(
  house: House,
  application: Application,
  { leaseFactor }: { leaseFactor: string },
): Promise<Outcome<Decided>> {
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
  if (answer.decision === 'pending') {
    const decision = { ...answer, askedAt: now(house) };
    const record = { input, decision, state: application.state, limit: 0, expiresOn: null, decidedAt: null };
    const waiting = { ...application, decision };
    return done({ application: waiting, person, facts }, recordDecision(application, record));
  }
  return conclude(house, { application, person, facts, input, answer, today, leaseFactor });
}

/** After so long without an answer, or after one that said nothing, the decision may be asked for again. */
export function isOverdue(house: House, application: Application): boolean {
  if (application.state !== 'deciding' && application.state !== 'submitted') return false;
  return application.decision !== null || application.createdAt < minutesAfter(now(house), -answerExpectedMinutes);
}

const answerExpectedMinutes = 2;

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

type Conclusion = Decided & {
  input: DecisionInput;
  answer: DecisionResult;
  today: Day;
  leaseFactor: string;
};

const moveOf = { approved: 'approve', declined: 'decline', review: 'refer' } as const;

function conclude(house: House, conclusion: Conclusion): Outcome<Decided> {
  const { application, person, facts, input, answer, today } = conclusion;
  const state = applicationAfter(application.state, moveOf[answer.decision]);
  if (state === null) throw new Error(`An application that is ${application.state} can't be ${answer.decision}.`);
  const approved = answer.decision === 'approved';
  const limit = answer.spendingLimitCents;
  const expiresOn = approved ? addDays(today, approvalValidDays) : null;
  // A yes rests on a proof of who it is; a no does not take back one that was given.
  const verificationStatus = approved ? 'succeeded' : facts.verificationStatus;
  const { customerId, merchantId, applicationId } = application;
  const decidedAt = now(house);
  const decided: Decided = {
    person,
    application: { ...application, state, decision: answer, limit, decidedAt, expiresOn },
    facts: { ...facts, approvedLimit: limit, approvalExpiresOn: expiresOn, verificationStatus },
  };
  return done(
    decided,
    recordDecision(application, { input, decision: answer, state, limit, expiresOn, decidedAt }),
    grantLimit({ customerId, limit, expiresOn, verificationStatus }),
    ...notice(house, conclusion, expiresOn),
    announce(house, {
      type: 'application.decided',
      customerId,
      merchantId,
      leaseId: null,
      payload: { applicationId, decision: answer.decision, limitCents: limit },
    }),
  );
}

/** What the applicant is told: a yes with its limit, or the notice that the law asks for (domain 4.7). */
function notice(house: House, conclusion: Conclusion, validThrough: Day | null): Write[] {
  const { person, facts, answer, today } = conclusion;
  const { brand, support, company, lessor } = house.settings;
  const letter = { brand, support, firstName: person.firstName };
  const to = { customerId: person.customerId, to: person.email, channel: 'email' } as const;
  if (answer.decision === 'approved' && validThrough !== null) {
    const limit = answer.spendingLimitCents;
    const state = facts.address?.state ?? null;
    const { weekly: weeklyAtLimit } = weeklySpending(house, {
      balance: limit,
      state,
      leaseFactor: conclusion.leaseFactor,
    });
    const text = messageTexts.application_approved({ ...letter, limit, weeklyAtLimit, validThrough });
    return [writeMessage(house, { ...to, kind: 'application_approved', ...text })];
  }
  if (answer.decision !== 'declined') return [];
  const text = messageTexts.application_declined({
    ...letter,
    company: { name: company, address: `${lessor.street1}, ${lessor.city}, ${lessor.state} ${lessor.postalCode}` },
    decidedOn: today,
    reasons: answer.reasons.map((reason) => reasonTexts[reason]),
    // No consumer report is asked for by the built-in decision.
    agency: null,
    score: null,
  });
  return [writeMessage(house, { ...to, kind: 'application_declined', ...text })];
}
