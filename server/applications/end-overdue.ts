import { type ApplicationMove, applicationAfterAll, awaitingProof } from '#core/application/lifecycle.ts';
import { carryOut } from '#server/carry-out.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { announce, type EventType } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import { dayInState, hoursAfter, now, servicingDay } from '#server/moment.ts';
import { type Done, done } from '#server/outcome.ts';
import type { Application } from './application.ts';
import { applicationsSince, approvalsOver, moveApplication } from './application-store.ts';
import { concludeDecision } from './conclude-decision.ts';
import { declined } from './decline-by-hand.ts';
import { gatherInput } from './gather-input.ts';
import { closeSession, unansweredSession } from './knowledge-store.ts';
import { decideWithinDays } from './list-applications.ts';

/** A draft that nobody touched to its end is forgotten after so long (domain 6.3). */
const draftDays = 30;
const atOnceMax = 100;

/** Ends approvals whose sixty days are over where their customer lives (domain 5.1). Answers how many. */
export async function expireApprovals(house: House): Promise<number> {
  const over = await approvalsOver(house, servicingDay(house), atOnceMax);
  return countOf(over, async (application) => {
    const facts = await customerFacts(house, application.customerId);
    const state = facts?.address?.state;
    const today = state === undefined ? servicingDay(house) : dayInState(house, state);
    if (application.expiresOn === null || application.expiresOn >= today) return false;
    await carryOut(house, async () => ended(house, application, 'expire', 'application.expired'));
    return true;
  });
}

/** Ends drafts that were begun thirty days ago. Answers how many. */
export async function abandonDrafts(house: House): Promise<number> {
  const before = hoursAfter(now(house), -draftDays * 24);
  const drafts = await applicationsSince(house, { states: ['draft'], before, limit: atOnceMax });
  return countOf(drafts, async (application) => {
    await carryOut(house, async () => ended(house, application, 'abandon', 'application.abandoned'));
    return true;
  });
}

/**
 * Who has not proven who they are by the day on which the law wants an answer is declined, with the notice that says so:
 * silence is no decision (domain 4.7). Documents that have come are ours to look at, however late. Answers how many.
 */
export async function declineUnproven(house: House): Promise<number> {
  const before = hoursAfter(now(house), -decideWithinDays * 24);
  const waiting = await applicationsSince(house, { states: awaitingProof, before, limit: atOnceMax });
  return countOf(waiting, async (application) => {
    const merchant = await findMerchant(house, application.merchantId);
    if (application.documentsReceivedAt !== null || merchant === null) return false;
    await carryOut(house, () => unproven(house, application, merchant));
    return true;
  });
}

async function unproven(house: House, application: Application, { leaseFactor }: { leaseFactor: string }) {
  const [gathered, open] = await Promise.all([gatherInput(house, application), unansweredSession(house, application)]);
  if ('refused' in gathered) return gathered;
  const state = applicationAfterAll(application.state, ...toDocuments[application.state as keyof typeof toDocuments]);
  const nothingUsed = { reportUsed: false, accountReportUsed: false };
  const answer = declined(['K06_IDENTITY_NOT_VERIFIED'], { ...nothingUsed, decidedBy: 'deadline' });
  const concluded = concludeDecision(house, {
    ...gathered,
    answer,
    application: { ...application, state },
    leaseFactor,
  });
  const close = open === null ? [] : [closeSession(open, { result: 'expired', answersHash: null, at: now(house) })];
  return done(null, ...concluded.writes, ...close);
}

/** From every way of proving who one is to the last of them. */
const toDocuments = {
  kba_pending: ['expireQuestions', 'stepUp'],
  kba_failed: ['stepUp'],
  kba_expired: ['stepUp'],
  step_up: [],
} as const satisfies Record<string, readonly ApplicationMove[]>;

function ended(house: House, application: Application, move: ApplicationMove, type: EventType): Done<null> {
  const { customerId, merchantId, applicationId } = application;
  return done(
    null,
    moveApplication(application, { state: applicationAfterAll(application.state, move), documentsReceivedAt: null }),
    announce(house, { type, customerId, merchantId, leaseId: null, payload: { applicationId } }),
  );
}

async function countOf(list: readonly Application[], end: (one: Application) => Promise<boolean>): Promise<number> {
  let count = 0;
  for (const one of list) if (await end(one)) count += 1;
  return count;
}
