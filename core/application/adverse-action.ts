import type { Cents } from '../money/money.ts';
import { type DecisionResult, shortfallsOf } from './decide.ts';
import { type ReasonCode, reasonsMax } from './reasons.ts';
import { highestCap } from './scorecard.ts';

/** What was decided against an applicant: no, less than they asked for or than their grade reaches, or no longer. */
export type AdverseAction = 'declined' | 'lower_limit' | 'revoked';

/** Whether a decision is one that the law wants a notice of, and for which reasons; null when it is none (domain 4.7). */
export function adverseActionOf(
  { decision, reasons, spendingLimitCents: limit, componentLog, decidedBy }: DecisionResult,
  requested: Cents | null,
): { action: 'declined' | 'lower_limit'; reasons: readonly ReasonCode[] } | null {
  if (decision === 'declined') return { action: 'declined', reasons };
  if (decision !== 'approved') return null;
  const gotLess = requested !== null && limit < requested;
  // Who asked for less than they got was not decided against, whatever kept them below the cap.
  const gotAll = requested !== null && !gotLess;
  if (gotAll || (!gotLess && reasons.length === 0)) return null;
  if (reasons.length > 0) return { action: 'lower_limit', reasons };
  return { action: 'lower_limit', reasons: whyNotMore(componentLog, { limit, isMagic: decidedBy === 'magic value' }) };
}

/** The reasons of an approval at its grade's cap: what kept it from a better grade, or that there is no higher cap. */
function whyNotMore(
  componentLog: DecisionResult['componentLog'],
  { limit, isMagic }: { limit: Cents; isMagic: boolean },
): readonly ReasonCode[] {
  if (limit >= highestCap && !isMagic) return ['A01'];
  const short = shortfallsOf(componentLog);
  return short.length === 0 ? ['A02'] : short.slice(0, reasonsMax);
}

/** What weighed most in a score: at most four, and recent inquiries as a fifth if they weighed at all (domain 4.7). */
export function scoreFactorsOf({
  componentLog,
  reasons,
}: Pick<DecisionResult, 'componentLog' | 'reasons'>): readonly ReasonCode[] {
  // Who scores without telling the components has told what weighed as the reasons.
  const weighed = componentLog.length === 0 ? reasons : shortfallsOf(componentLog);
  const first = weighed.slice(0, reasonsMax);
  return weighed.includes('A07') && !first.includes('A07') ? [...first, 'A07'] : first;
}
