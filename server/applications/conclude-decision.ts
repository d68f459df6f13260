import { adverseActionOf } from '#core/application/adverse-action.ts';
import { approvalValidDays, type DecisionInput, type DecisionResult } from '#core/application/decide.ts';
import { applicationAfter } from '#core/application/lifecycle.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import type { Person } from '#server/customers/person.ts';
import { grantLimit } from '#server/customers/spending.ts';
import type { Write } from '#server/db/write.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { now } from '#server/moment.ts';
import { type Done, done } from '#server/outcome.ts';
import type { Application } from './application.ts';
import { recordDecision } from './application-store.ts';
import { giveNotice } from './give-notice.ts';
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

/** What the applicant is told: a yes with its limit, and the notice that the law asks for where it was no or less (domain 4.7). */
function notice(house: House, conclusion: Conclusion, validThrough: Day | null): Write[] {
  const { application, person, answer, today } = conclusion;
  const adverse = adverseActionOf(answer, application.requested);
  const limit = answer.spendingLimitCents;
  return [
    ...(validThrough === null ? [] : [goodNews(house, conclusion, validThrough)]),
    ...(adverse === null ? [] : giveNotice(house, { application, person, answer, today, limit, ...adverse })),
  ];
}

function goodNews(house: House, { person, facts, answer, leaseFactor }: Conclusion, validThrough: Day): Write {
  const { brand, support } = house.settings;
  const limit = answer.spendingLimitCents;
  const state = facts.address?.state ?? null;
  const atLimit = weeklySpending(house, { balance: limit, state, leaseFactor });
  const { customerId, email, firstName } = person;
  const text = messagesIn(person.locale).application_approved({
    brand,
    support,
    firstName,
    limit,
    atLimit,
    validThrough,
  });
  return writeMessage(house, { customerId, to: email, channel: 'email', kind: 'application_approved', ...text });
}
