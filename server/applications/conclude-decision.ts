import { approvalValidDays, type DecisionInput, type DecisionResult } from '#core/application/decide.ts';
import { applicationAfter } from '#core/application/lifecycle.ts';
import { reasonTexts } from '#core/application/reasons.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import type { Person } from '#server/customers/person.ts';
import { grantLimit } from '#server/customers/spending.ts';
import type { Write } from '#server/db/write.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { messageTexts } from '#server/messages/texts.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { now } from '#server/moment.ts';
import { type Done, done } from '#server/outcome.ts';
import type { Application } from './application.ts';
import { recordDecision } from './application-store.ts';
import { weeklySpending } from './weekly-spending.ts';

/** What was decided, and the customer as the decision leaves them. */
export type Decided = { application: Application; person: Person; facts: CustomerFacts };

export type Conclusion = Decided & {
  input: DecisionInput;
  answer: DecisionResult;
  today: Day;
  leaseFactor: string;
};

/** Makes an answer true: the limit, the notice that the law asks for, and the event, with everything the decision saw. */
export function concludeDecision(house: House, conclusion: Conclusion): Done<Decided> {
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

const moveOf = { approved: 'approve', declined: 'decline', review: 'refer' } as const;

/** What the applicant is told: a yes with its limit, or the notice that the law asks for (domain 4.7). */
function notice(house: House, conclusion: Conclusion, validThrough: Day | null): Write[] {
  const { person, facts, answer, today } = conclusion;
  const { brand, support, company, lessor } = house.settings;
  const letter = { brand, support, firstName: person.firstName };
  const to = { customerId: person.customerId, to: person.email, channel: 'email' } as const;
  if (answer.decision === 'approved' && validThrough !== null) {
    const limit = answer.spendingLimitCents;
    const state = facts.address?.state ?? null;
    const atLimit = weeklySpending(house, { balance: limit, state, leaseFactor: conclusion.leaseFactor });
    const text = messageTexts.application_approved({ ...letter, limit, atLimit, validThrough });
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
