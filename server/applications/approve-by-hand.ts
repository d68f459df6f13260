import type { ActedAnswer } from '#contract/v3/operator-applications.ts';
import { type DecisionResult, decide, decisionConfigOf, limitMin } from '#core/application/decide.ts';
import { reasonTexts } from '#core/application/reasons.ts';
import { highestCap } from '#core/application/scorecard.ts';
import { centsOf } from '#core/money/decimal.ts';
import { dollars } from '#core/money/dollars.ts';
import type { Cents } from '#core/money/money.ts';
import type { House } from '#server/house.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import { type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { actByHand, type ByHand, beforeLast, type Carry } from './act-by-hand.ts';
import type { Application } from './application.ts';
import { concludeDecision } from './conclude-decision.ts';
import { gatherInput } from './gather-input.ts';

/**
 * Approves what waits for a person: the review is over, and whoever approves vouches for the applicant. The limit is the
 * scorecard's, or the one that is given, between the least limit and the highest cap. No hand opens a state or makes a
 * child an adult, nor passes a match of a screening list. Refuses with NotFound, ApplicationNotWaiting, NotOffered,
 * ScreeningOpen, ValidationError.
 */
export async function approveByHand(
  house: House,
  wanted: ByHand & { spendingLimit: string | null },
): Promise<Outcome<ActedAnswer>> {
  const { spendingLimit: given } = wanted;
  const isSame = ({ limit }: Application) => given === null || centsOf(given) === limit;
  const carry: Carry = async (application, moves, seen) => {
    const [gathered, merchant] = await Promise.all([
      gatherInput(house, application, seen),
      findMerchant(house, application.merchantId),
    ]);
    if ('refused' in gathered) return gathered;
    if (gathered.input.reviewBecause.includes('screening')) return matchFirst;
    const config = decisionConfigOf(house.settings.scorecard);
    if (config === null || merchant === null) throw new Error('An application without its merchant or its scorecard.');
    const scored = decide({ ...gathered.input, reviewBecause: [], alerts: [] }, config);
    const limit = limitOf(scored, given);
    if (typeof limit !== 'number') return limit;
    const answer: DecisionResult = {
      ...scored,
      decision: 'approved',
      spendingLimitCents: limit,
      decidedBy: 'operator',
    };
    const { leaseFactor } = merchant;
    const at = beforeLast(application, moves);
    const concluded = concludeDecision(house, { ...gathered, answer, application: at, leaseFactor });
    return { after: concluded.answer.application, writes: concluded.writes };
  };
  return actByHand(house, 'approve', wanted, carry, isSame);
}

const matchFirst = refuse(
  'ScreeningOpen',
  'This applicant may be somebody of a screening list. Find the case with flexpay screening list, and clear it first.',
);

function limitOf(scored: DecisionResult, given: string | null): Cents | Refused {
  const { knockOuts } = scored;
  const unlawful = knockOuts.find((code) => code === 'K01_STATE_NOT_OFFERED' || code === 'K02_UNDER_AGE');
  if (unlawful !== undefined) {
    return refuse('NotOffered', `Nobody can approve this: ${reasonTexts[unlawful].toLowerCase()}.`);
  }
  if (given === null) {
    if (scored.decision === 'approved') return scored.spendingLimitCents;
    const because = scored.reasons.map((code) => reasonTexts[code]).join('; ');
    return wrongLimit(`The scorecard would decline (${because}). Give a limit of your own, or decline.`);
  }
  const limit = centsOf(given);
  if (limit !== null && limit >= limitMin && limit <= highestCap) return limit;
  return wrongLimit(`A limit is from ${dollars(limitMin)} to ${dollars(highestCap)}.`);
}

function wrongLimit(message: string): Refused {
  return refuse('ValidationError', message, { fields: [{ path: 'spendingLimit', message }] });
}
