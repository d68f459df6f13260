import { rate } from '../money/money.ts';
import { type DecisionInput, type DecisionResult, decide, decisionConfigOf } from './decide.ts';
import type { ReasonCode } from './reasons.ts';
import { type Characteristic, switchedOffUnder } from './scorecard.ts';

/** What two decisions on the same input are compared by. */
export type Verdict = Pick<DecisionResult, 'decision' | 'score' | 'grade' | 'spendingLimitCents' | 'reasons'>;

export type Replayed =
  | { readonly outcome: 'same' }
  | {
      readonly outcome: 'changed';
      readonly before: Verdict;
      readonly after: Verdict;
      /** The reasons that only one of them gives, and the characteristics that have other points. */
      readonly lost: readonly ReasonCode[];
      readonly gained: readonly ReasonCode[];
      readonly moved: readonly Characteristic[];
    }
  /** Somebody or something else than the scorecard decided, or not all of it was kept. */
  | { readonly outcome: 'skipped'; readonly why: DecisionResult['decidedBy'] | 'not kept' | 'unknown version' };

/**
 * Makes a stored decision again from its own input: under its own rules, or under those of another version. Under its
 * own it must come out the same, always; if it does not, the rules were changed under their name.
 */
export function replay(stored: { input: DecisionInput; decision: DecisionResult }, version: string | null): Replayed {
  const { input, decision } = stored;
  if (decision.decidedBy !== 'scorecard') return { outcome: 'skipped', why: decision.decidedBy ?? 'not kept' };
  const config = version === null ? ownConfig(decision) : decisionConfigOf(version);
  if (config === null) return { outcome: 'skipped', why: 'unknown version' };
  const again = decide(input, config);
  const [before, after] = [verdictOf(decision), verdictOf(again)];
  if (JSON.stringify(before) === JSON.stringify(after)) return { outcome: 'same' };
  return {
    outcome: 'changed',
    before,
    after,
    lost: before.reasons.filter((code) => !after.reasons.includes(code)),
    gained: after.reasons.filter((code) => !before.reasons.includes(code)),
    moved: movedBetween(decision, again),
  };
}

function ownConfig({ scorecard, config }: DecisionResult) {
  const switchedOff = switchedOffUnder(scorecard);
  if (switchedOff === null || config === null) return null;
  return { multiplier: rate(config.multiplier), monthlyIncomeMin: config.monthlyIncomeMin, switchedOff };
}

function movedBetween(before: DecisionResult, after: DecisionResult): Characteristic[] {
  const was = new Map(before.componentLog.map(({ characteristic, points }) => [characteristic, points]));
  return after.componentLog
    .filter(({ characteristic, points }) => was.has(characteristic) && was.get(characteristic) !== points)
    .map(({ characteristic }) => characteristic);
}

const verdictOf = ({ decision, score, grade, spendingLimitCents, reasons }: DecisionResult): Verdict => ({
  decision,
  score,
  grade,
  spendingLimitCents,
  reasons,
});
