import { createHash } from 'node:crypto';
import type { ReplayAnswer, ReplayQuery } from '#contract/v3/operator-applications.ts';
import { type DecisionInput, type DecisionResult, decisionConfigOf } from '#core/application/decide.ts';
import { reasonTexts } from '#core/application/reasons.ts';
import { type Replayed, replay, type Verdict } from '#core/application/replay.ts';
import { wireNumber } from '#core/money/decimal.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { type KeptForReplay, keptDecisions } from './application-store.ts';

const atOnce = 500;
const decisionsMax = 100_000;
const shownMax = 200;

/**
 * Makes every stored decision again from its own snapshot, under its own rules or under those of `version`, and says who
 * would be decided otherwise and by which reasons. Nothing is written. The same decisions give the same answer, `digest`
 * included. Refuses with ValidationError for a version that this house does not know.
 */
export async function replayDecisions(
  house: House,
  { version, merchantId }: ReplayQuery,
): Promise<Outcome<ReplayAnswer>> {
  if (version !== undefined && decisionConfigOf(version) === null) {
    const message = 'is no version that this house knows, such as scorecard-1 or scorecard-1-A08-A09';
    return refuse('ValidationError', `The version ${message}.`, { fields: [{ path: 'version', message }] });
  }
  const tally = newTally();
  let after = { customerId: '', applicationId: '' };
  for (;;) {
    const page = await keptDecisions(house, { merchantId: merchantId ?? null, after, limit: atOnce });
    for (const kept of page) count(tally, kept, version ?? null);
    const last = page.at(-1);
    if (last === undefined || page.length < atOnce || tally.examined >= decisionsMax) break;
    after = last;
  }
  return done({
    version: version ?? null,
    examined: tally.examined,
    same: tally.same,
    changed: tally.changed,
    skipped: [...tally.skipped]
      .map(([why, decisions]) => ({ why, decisions }))
      .sort((a, b) => (a.why < b.why ? -1 : 1)),
    reasons: [...tally.reasons]
      .map(([code, both]) => ({ code, text: reasonTexts[code as keyof typeof reasonTexts], ...both }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    decisions: tally.shown,
    digest: tally.hash.digest('hex'),
    isComplete: tally.examined < decisionsMax,
  });
}

type Tally = ReturnType<typeof newTally>;

function newTally() {
  return {
    examined: 0,
    same: 0,
    changed: 0,
    skipped: new Map<string, number>(),
    reasons: new Map<string, { lost: number; gained: number }>(),
    shown: [] as ReplayAnswer['decisions'],
    hash: createHash('sha256'),
  };
}

function count(tally: Tally, { applicationId, input, decision }: KeptForReplay, version: string | null): void {
  const kept = { input: input as DecisionInput, decision: decision as DecisionResult };
  // Snapshots from before the causes of a review, the alerts on file or net income were named have none.
  const { reviewBecause = [], alerts = [], monthlyNetIncome = null } = kept.input as Partial<DecisionInput>;
  const whole = { ...kept, input: { ...kept.input, reviewBecause, alerts, monthlyNetIncome } };
  const replayed = replay(whole, version);
  tally.examined += 1;
  tally.hash.update(JSON.stringify([applicationId, replayed]));
  if (replayed.outcome === 'same') tally.same += 1;
  if (replayed.outcome === 'skipped') tally.skipped.set(replayed.why, (tally.skipped.get(replayed.why) ?? 0) + 1);
  if (replayed.outcome === 'changed') countChange(tally, applicationId, replayed);
}

function countChange(tally: Tally, applicationId: string, changed: Replayed & { outcome: 'changed' }): void {
  const { before, after, lost, gained, moved } = changed;
  tally.changed += 1;
  const both = (code: string) => tally.reasons.get(code) ?? { lost: 0, gained: 0 };
  for (const code of lost) tally.reasons.set(code, { ...both(code), lost: both(code).lost + 1 });
  for (const code of gained) tally.reasons.set(code, { ...both(code), gained: both(code).gained + 1 });
  if (tally.shown.length >= shownMax) return;
  tally.shown.push({
    applicationId,
    before: verdict(before),
    after: verdict(after),
    lost: [...lost],
    gained: [...gained],
    moved: [...moved],
  });
}

const verdict = ({ decision, score, grade, spendingLimitCents, reasons }: Verdict) => ({
  decision,
  score,
  grade,
  spendingLimit: wireNumber(spendingLimitCents),
  reasons: [...reasons],
});
