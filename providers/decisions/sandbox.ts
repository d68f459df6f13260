import type { DecisionResult } from '#core/application/decide.ts';
import type { ReasonCode } from '#core/application/reasons.ts';
import { scorecardVersion } from '#core/application/scorecard.ts';
import type { Cents } from '#core/money/money.ts';
import type { Decisions } from '#ports/decisions.ts';

/** What the sandbox forces for an applicant; the published table is the sandbox's own (domain 5.2). */
export type Forced =
  | { readonly force: 'approve'; readonly limitCents: Cents }
  | { readonly force: 'decline'; readonly reasons: readonly ReasonCode[] }
  | { readonly force: 'pending' | 'error' };

/**
 * The real decisions with a hand on the wheel: magic numbers and addresses force an outcome, everybody else is decided
 * as in production. What the law forbids stays forbidden: no magic opens a state or makes a child an adult.
 */
export function sandboxDecisions(
  real: Decisions,
  forcedFor: (person: { ssn: string; email: string }) => Forced | null,
): Decisions {
  return {
    name: `sandbox over ${real.name}`,
    sandbox: true,
    // Four digits of a number that anybody may type.
    highestLimit: Math.max(real.highestLimit ?? 0, 9_999_00),
    async decide(input, person) {
      const forced = forcedFor(person);
      if (forced === null) return real.decide(input, person);
      switch (forced.force) {
        case 'approve': {
          const lawful = await real.decide(input, person);
          return !('why' in lawful) && lawful.reasons.some((reason) => lawReasons.includes(reason))
            ? lawful
            : result('approved', forced.limitCents);
        }
        case 'decline':
          return result('declined', 0, forced.reasons);
        case 'pending':
          return { decision: 'pending', why: 'the bureau does not answer' };
        case 'error':
          throw new Error('the sandbox was asked for an internal error');
      }
    },
  };
}

const lawReasons: readonly ReasonCode[] = ['K01_STATE_NOT_OFFERED', 'K02_UNDER_AGE'];

/** What a magic value said: no rules made it, so none can make it again. */
function result(
  decision: DecisionResult['decision'],
  spendingLimitCents: Cents,
  reasons: readonly ReasonCode[] = [],
): DecisionResult {
  return {
    decision,
    score: null,
    grade: null,
    spendingLimitCents,
    reasons,
    componentLog: [],
    knockOuts: reasons.filter((reason) => reason.startsWith('K')),
    limitLog: null,
    reviewBecause: [],
    scorecard: scorecardVersion([]),
    config: null,
    // The sandbox's numbers stand for what a bureau would say.
    reportUsed: true,
    accountReportUsed: false,
    decidedBy: 'magic value',
  };
}
