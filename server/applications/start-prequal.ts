import type { StartPrequalAnswer } from '#contract/v3/partners.ts';
import type { DecisionResult } from '#core/application/decide.ts';
import { applicationAfterAll } from '#core/application/lifecycle.ts';
import { wireNumber } from '#core/money/decimal.ts';
import type { Cents } from '#core/money/money.ts';
import { carryOut } from '#server/carry-out.ts';
import { type CustomerFacts, customerFacts } from '#server/customers/customer-facts.ts';
import { stillAvailable } from '#server/customers/spending.ts';
import type { House } from '#server/house.ts';
import { inTime } from '#server/in-time.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import type { Application } from './application.ts';
import { type Asked, askForDecision } from './ask-for-decision.ts';
import { askLenders } from './ask-lenders.ts';
import { concludeDecision } from './conclude-decision.ts';
import { type OpenPrequal, openPrequal } from './open-prequal.ts';
import { type Prequal, recordPrequal } from './prequal-store.ts';
import { type DecisionView, elsewhere, type Viewer } from './user-view.ts';
import { weeklySpending } from './weekly-spending.ts';

/**
 * Decides on a person before their bank account is known (api-v3 4.6). A yes grants nothing yet: `complete` does, with
 * the account. Lenders before us are asked first, where the customer agreed. A no is a decision like any other, with its notice, and ends the application. Asked again for the same
 * person it is the same prequalification. Refuses as `openPrequal`.
 */
export async function startPrequal(house: House, wanted: OpenPrequal & Viewer): Promise<Outcome<StartPrequalAnswer>> {
  // Intend: customer, application and prequalification stand before anybody is asked about them.
  const opened = await carryOut(house, () => openPrequal(house, wanted));
  if ('refused' in opened) return opened;
  const { prequal, application: begun } = opened.answer;
  if (begun.decidedAt !== null) return standing(house, prequal, begun, wanted);
  // A soft look of another lender needs the customer's consent like any look of theirs.
  const application = await askLenders(house, begun);
  const taken = elsewhere(application);
  if (taken.approvedElsewhere !== undefined) {
    return done({ prequalId: prequal.prequalId, decision: null, ...taken, verificationStatus: 'pending' });
  }
  const asked = await askForDecision(house, application);
  if ('refused' in asked) return asked;
  const { answer, facts } = asked;
  if (answer.decision === 'declined') return declined(house, wanted, { prequal, application, asked, answer });
  const limit = answer.decision === 'approved' ? answer.spendingLimitCents : 0;
  const status = statusOf(answer);
  const verificationStatus = status === 'approved' ? await proofOf(house, application, wanted.personal.ssn) : 'pending';
  return done(
    { ...view(house, wanted, { prequal, application, facts, limit, status }), verificationStatus },
    recordPrequal(prequal, { decision: { ...answer, input: asked.input }, limit, at: now(house) }),
  );
}

/** An approval that stands already is the answer. */
async function standing(
  house: House,
  prequal: Prequal,
  application: Application,
  viewer: Viewer,
): Promise<Outcome<StartPrequalAnswer>> {
  const facts = await customerFacts(house, application.customerId);
  if (facts === null) return refuse('UserNotFound', 'There is no such customer.');
  const { limit } = application;
  const shown = view(house, viewer, { prequal, application, facts, limit, status: 'approved' });
  return done({ ...shown, verificationStatus: facts.verificationStatus });
}

function declined(
  house: House,
  wanted: Viewer,
  {
    prequal,
    application,
    asked,
    answer,
  }: { prequal: Prequal; application: Application; asked: Asked; answer: DecisionResult },
): Outcome<StartPrequalAnswer> {
  const state = applicationAfterAll(application.state, 'submit', 'askQuestions', 'passQuestions', 'startDeciding');
  const { leaseFactor } = wanted;
  const concluded = concludeDecision(house, { ...asked, answer, leaseFactor, application: { ...application, state } });
  const shown = view(house, wanted, { prequal, application, facts: asked.facts, limit: 0, status: 'denied' });
  return done(
    { ...shown, verificationStatus: 'pending' },
    ...concluded.writes,
    recordPrequal(prequal, { decision: { ...answer, input: asked.input }, limit: 0, at: now(house) }),
  );
}

function statusOf(answer: Asked['answer']): DecisionView['status'] {
  if (answer.decision === 'approved') return 'approved';
  return answer.decision === 'pending' && answer.why === 'error' ? 'error' : 'pending';
}

/** Whether anything is left to prove once the application is completed. */
async function proofOf(house: House, { applicationId }: Application, ssn: string): Promise<'pending' | 'succeeded'> {
  const wanted = await inTime(house.knowledge, () => house.knowledge.asks({ applicationId, ssn })).catch(
    () => 'unknown' as const,
  );
  return wanted === 'nothing' ? 'succeeded' : 'pending';
}

function view(
  house: House,
  { leaseFactor, deniedAs }: Viewer,
  of: {
    prequal: Prequal;
    application: Application;
    facts: CustomerFacts;
    limit: Cents;
    status: DecisionView['status'];
  },
): Omit<StartPrequalAnswer, 'verificationStatus'> {
  const { limit, facts } = of;
  const balance = stillAvailable(house, limit, facts);
  const { weekly } = weeklySpending(house, { balance, state: facts.address?.state ?? null, leaseFactor });
  return {
    prequalId: of.prequal.prequalId,
    decision: {
      applicationId: of.application.applicationId,
      approved: of.status === 'approved',
      status: of.status === 'denied' ? deniedAs : of.status,
      limit: wireNumber(limit),
      availableLimit: wireNumber(balance),
      availableWeeklyLimit: wireNumber(weekly),
      createdAt: of.prequal.createdAt,
    },
  };
}
