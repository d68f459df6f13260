import { longDay } from '#core/calendar/day-text.ts';
import { stateName } from '#core/states/state-names.ts';
import type { AgreementInputs } from '../agreement-inputs.ts';
import { agreementView } from '../agreement-view.ts';
import { percent } from '../law-words.ts';
import type { AgreementWords } from '../words.ts';

/** What the words of the third edition may speak of, every amount and day written out in their language. */
export type LeaseFigures = ReturnType<typeof leaseFigures>;

type More = AgreementWords & {
  readonly items: {
    readonly limit: (place: string, limits: readonly { readonly goods: string; readonly times: string }[]) => string;
  };
  readonly early: { readonly vests: (percent: string) => string };
  readonly reinstatement: { readonly twoThirds: (days: number) => string };
};

/** @throws Error when the inputs are of an older edition. */
export function leaseFigures(inputs: AgreementInputs, words: More) {
  const view = agreementView(inputs, words);
  const { law, earlyPurchase, terms } = inputs;
  const { dateChange } = terms;
  if (law?.notice === undefined || law.renegotiation === undefined || dateChange === undefined) {
    throw new Error('An agreement of the third edition needs the law of its place, and how far its days may move.');
  }
  if (view.law === undefined || view.labels === undefined) throw new Error('The words of the law are missing.');
  const { autoVestShare, cashPriceOverCost, renegotiation } = law;
  const place = words.place(law.state, stateName(law.state));
  const premium = earlyPurchase.premiumPercent ?? '0';
  const windowPrice = words.cashPriceThrough(
    longDay(earlyPurchase.windowLastOn, inputs.language),
    premium === '0' ? null : premium,
  );
  const later = words.afterwards(words.shareOfRest(earlyPurchase.remainingPercent, true));
  const hasOneReturn = terms.reinstateDaysReturnedTwoThirdsPaid === terms.reinstateDaysReturned;
  return {
    ...view,
    law: view.law,
    labels: view.labels,
    place,
    notice: law.notice,
    ...{ dateChange, renegotiation },
    taxPaidOnPurchase: law.taxPaidOnPurchase === true,
    contractPrice: `${windowPrice}; ${later}`,
    vests: autoVestShare == null ? '' : words.early.vests(percent(autoVestShare)),
    limit: cashPriceOverCost == null ? '' : words.items.limit(place, cashPriceOverCost),
    twoThirds: hasOneReturn ? '' : words.reinstatement.twoThirds(terms.reinstateDaysReturnedTwoThirdsPaid),
  };
}
