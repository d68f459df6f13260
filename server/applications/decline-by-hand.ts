import type { ActedAnswer } from '#contract/v3/operator-applications.ts';
import type { HandAct } from '#core/application/by-hand.ts';
import type { DecidedBy, DecisionResult } from '#core/application/decide.ts';
import type { ReasonCode } from '#core/application/reasons.ts';
import { scorecardVersion } from '#core/application/scorecard.ts';
import type { House } from '#server/house.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import { type Outcome, refuse } from '#server/outcome.ts';
import { actByHand, type ByHand, beforeLast } from './act-by-hand.ts';
import type { Application } from './application.ts';
import { concludeDecision } from './conclude-decision.ts';
import { gatherInput } from './gather-input.ts';

/**
 * Declines what waits for a person, with the notice that the law asks for. Where a screening list was the cause, the one
 * reason that may be told is that who they are could not be verified (domain 4.6). Refuses with NotFound,
 * ApplicationNotWaiting, ValidationError.
 */
export async function declineByHand(
  house: House,
  wanted: ByHand & { because: readonly ReasonCode[] },
  act: HandAct = 'decline',
): Promise<Outcome<ActedAnswer>> {
  const because = [...new Set(wanted.because)];
  return actByHand(house, act, wanted, async (application, moves, seen) => {
    if (wasScreened(application) && because.some((code) => code !== onlyIdentity)) {
      const message = `must be ${onlyIdentity} alone: nothing else may be told after a match of a screening list`;
      return refuse('ValidationError', 'This reason may not be told.', { fields: [{ path: 'because', message }] });
    }
    const [gathered, merchant] = await Promise.all([
      gatherInput(house, application, seen),
      findMerchant(house, application.merchantId),
    ]);
    if ('refused' in gathered) return gathered;
    if (merchant === null) throw new Error('An application without its merchant.');
    const { leaseFactor } = merchant;
    const answer = declined(because, {
      reportUsed: seen.reportUsed || because.some((code) => onlyInReports.includes(code)),
      accountReportUsed: seen.accountReportUsed,
    });
    const at = beforeLast(application, moves);
    const concluded = concludeDecision(house, { ...gathered, answer, application: at, leaseFactor });
    return { after: concluded.answer.application, writes: concluded.writes };
  });
}

/** A no for these reasons, as somebody else than the scorecard says it. */
export function declined(
  reasons: readonly ReasonCode[],
  {
    decidedBy = 'operator',
    reportUsed,
    accountReportUsed,
  }: { decidedBy?: DecidedBy } & Pick<DecisionResult, 'reportUsed' | 'accountReportUsed'>,
): DecisionResult {
  return {
    decision: 'declined',
    score: null,
    grade: null,
    spendingLimitCents: 0,
    reasons,
    componentLog: [],
    knockOuts: reasons.filter((code) => code.startsWith('K')),
    limitLog: null,
    reviewBecause: [],
    scorecard: scorecardVersion([]),
    config: null,
    reportUsed,
    accountReportUsed,
    decidedBy,
  };
}

const onlyIdentity: ReasonCode = 'K06_IDENTITY_NOT_VERIFIED';

/** What only a report says. */
const onlyInReports: readonly ReasonCode[] = ['A05', 'A07'];

function wasScreened({ decision }: Application): boolean {
  return decision?.decision === 'review' && (decision.reviewBecause ?? []).includes('screening');
}
