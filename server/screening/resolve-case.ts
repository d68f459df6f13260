import type { ResolvedAnswer, ScreeningState } from '#contract/v3/operator-screening.ts';
import { addBankDays } from '#core/calendar/bank-days.ts';
import {
  type AfterScreening,
  decideCleared,
  endAfterScreening,
  leaveScreening,
} from '#server/applications/after-screening.ts';
import { carryOut } from '#server/carry-out.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { holdAfterScreening, releaseAfterScreening } from '#server/leases/hold-after-screening.ts';
import { now, servicingDay } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { holdOn } from './hold-on.ts';
import { caseById, insertCorrection, insertResolution, type KeptCase, otherCases } from './screening-store.ts';

type Wanted = { caseId: string; by: string; reason: string };

/**
 * A person says that the customer is nobody of the list: the application goes on, and what was held is let go, unless
 * another case holds it. The same said again by the same person is one. Refuses with NotFound, CaseResolved.
 */
export async function clearCase(house: House, wanted: Wanted): Promise<Outcome<ResolvedAnswer>> {
  // Intend: that it is cleared stands before anybody is asked for the decision.
  const cleared = await carryOut(house, () =>
    resolve(house, wanted, 'cleared', async (found) => {
      const isLast = (await otherCases(house, found)).every(({ state }) => state !== 'open');
      return done(null, ...(isLast ? await leaveScreening(house, { ...found, ...wanted }) : []));
    }),
  );
  if ('refused' in cleared) return cleared;
  const { customerId } = cleared.answer.found;
  const decided = await decideCleared(house, customerId);
  if ('refused' in decided) return decided;
  const isHeld = (await holdOn(house, customerId)) !== 'nothing';
  const { answer: application, writes } = decided;
  return done({ caseId: wanted.caseId, state: 'cleared', reportDueOn: null, isHeld, application }, ...writes);
}

/**
 * A person says that the customer is who the list names: blocked. What waits is declined and what was approved is revoked,
 * leases that run are put on hold, no debit leaves any more, no store is paid and nothing is refunded; a report is due.
 * Refuses with NotFound, CaseResolved.
 */
export async function confirmCase(house: House, wanted: Wanted): Promise<Outcome<ResolvedAnswer>> {
  const confirmed = await resolve(house, wanted, 'confirmed', async (found) => {
    const ended = await endAfterScreening(house, { ...found, ...wanted });
    if ('refused' in ended) return ended;
    const held = await holdAfterScreening(house, found.customerId, saidBy(wanted));
    return { answer: ended.answer, writes: [...ended.writes, ...held] };
  });
  if ('refused' in confirmed) return confirmed;
  const { application, reportDueOn } = confirmed.answer;
  const answer = { caseId: wanted.caseId, state: 'confirmed', reportDueOn, isHeld: true, application } as const;
  return done(answer, ...confirmed.writes);
}

/**
 * A confirmed match was somebody else after all: both findings stand, with who said them and why, and what was held for it
 * is let go, unless another case holds it. Leases go on; an application that was declined or revoked stays so, and the
 * customer may apply again. The same said again by the same person is one. Refuses with NotFound, CaseResolved.
 */
export async function correctCase(house: House, wanted: Wanted): Promise<Outcome<ResolvedAnswer>> {
  const found = await caseById(house, wanted.caseId);
  if (found === null) return noSuchCase;
  const others = await otherCases(house, found);
  const isHeld = others.some(({ state }) => state !== 'cleared');
  const answer = { caseId: wanted.caseId, state: 'cleared', reportDueOn: null, isHeld, application: null } as const;
  if (found.correction !== null) {
    const isSame = found.correction.by === wanted.by && found.correction.reason === wanted.reason;
    return isSame ? done(answer) : refuse('CaseResolved', `This case was corrected: ${found.correction.by} did it.`);
  }
  if (found.state !== 'confirmed') {
    return refuse('CaseResolved', `This case is ${found.state}: only one that was confirmed is corrected.`);
  }
  const stays = others.some(({ state }) => state === 'confirmed');
  const released = stays ? [] : await releaseAfterScreening(house, found.customerId, saidBy(wanted));
  return done(answer, insertCorrection(house, found, wanted), ...released);
}

const saidBy = ({ by, reason }: Wanted) => ({ by, reason });

const noSuchCase = refuse('NotFound', 'There is no case with this id.');

type Resolved = { found: KeptCase; application: AfterScreening; reportDueOn: string | null };

async function resolve(
  house: House,
  { caseId, by, reason }: Wanted,
  resolution: Exclude<ScreeningState, 'open'>,
  carry: (found: KeptCase) => Promise<Refused | { answer: AfterScreening; writes: readonly Write[] }>,
): Promise<Outcome<Resolved>> {
  const found = await caseById(house, caseId);
  if (found === null) return noSuchCase;
  if (found.resolution !== null) {
    const isSame = found.state === resolution && found.resolution.by === by && found.resolution.reason === reason;
    if (!isSame) return refuse('CaseResolved', `This case is ${found.state}: ${found.resolution.by} said so.`);
    return done({ found, application: null, reportDueOn: found.resolution.reportDueOn });
  }
  const carried = await carry(found);
  if ('refused' in carried) return carried;
  const reportDueOn = resolution === 'confirmed' ? addBankDays(servicingDay(house), reportWithinBankDays) : null;
  const record = { resolution, by, reason, reportDueOn, requestId: house.requestId, resolvedAt: now(house) };
  return done({ found, application: carried.answer, reportDueOn }, insertResolution(found, record), ...carried.writes);
}

/** A blocking has to be reported within ten business days (domain 4.6); those on which banks move money count. */
const reportWithinBankDays = 10;
