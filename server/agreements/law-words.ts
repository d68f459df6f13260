import { addDays, addMonths, type Day } from '#core/calendar/day.ts';
import { type Language, longDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import { rate } from '#core/money/money.ts';
import { stateName } from '#core/states/state-names.ts';
import type { AgreementLaw, FeeCapText, StatutoryMethodText } from './agreement-inputs.ts';
import type { AgreementWords } from './words.ts';

/** What the law of a place makes an agreement say, in words (domain 3.1 items 9, 10, 12 and 17). */
export function lawWords(
  law: AgreementLaw,
  words: AgreementWords,
  about: { readonly language: Language; readonly agreedOn: Day; readonly startOn: Day },
): { lateFee: string; reinstatementFee: string; kept: string; statute: string; notices: string[] } {
  return {
    lateFee: lateFeeWords(law, words),
    reinstatementFee: feeWords(law.reinstatement, words),
    kept: keptWords(law, words),
    statute: statuteWords(law, words, about),
    notices: law.notices.map((id) => words.notices[id] ?? missing(id)),
  };
}

/** A rate as percent, to the hundredth: `0.05` is `5`, `0.075` is `7.5`. */
export function percent(text: string): string {
  const { n, d } = rate(text);
  return String(Number((n * 10_000n) / d) / 100);
}

function lateFeeWords({ lateFee: { cap, fromDaysLate } }: AgreementLaw, words: AgreementWords): string {
  if (cap.type === 'flat' && cap.cents === 0) return words.noLateFee;
  return words.lateFee(capWords(cap, words), fromDaysLate);
}

function capWords(cap: FeeCapText, words: AgreementWords): string {
  const each = (caps: readonly FeeCapText[]) => plainFirst(caps).map((one) => capWords(one, words));
  switch (cap.type) {
    case 'flat':
      return dollars(cap.cents);
    case 'pct':
      return words.shareOfUnpaid(percent(cap.rate));
    case 'min':
      return words.lesser(each(cap.of));
    case 'max':
      return words.greater(each(cap.of));
    case 'step':
      return cap.steps
        .map(({ uptoCents, cents }) =>
          uptoCents === null ? words.otherwise(dollars(cents)) : words.whereUnpaid(dollars(cents), dollars(uptoCents)),
        )
        .join(', ');
  }
}

/** `$2.00 and the lesser of …`: what is a choice itself comes last, so that the sentence can be followed. */
function plainFirst(caps: readonly FeeCapText[]): FeeCapText[] {
  const isChoice = ({ type }: FeeCapText) => type === 'min' || type === 'max';
  return [...caps.filter((one) => !isChoice(one)), ...caps.filter(isChoice)];
}

function feeWords({ feeCents, feePer }: AgreementLaw['reinstatement'], words: AgreementWords): string {
  const fee = dollars(feeCents);
  return feePer === 'missed_payment' ? words.perMissedPayment(fee) : fee;
}

function keptWords({ reinstatement: { kept }, frequency }: AgreementLaw, words: AgreementWords): string {
  switch (kept.type) {
    case 'days':
      return words.withinDays(kept.after[frequency]);
    case 'days_or_half_period':
      return words.daysOrHalfPeriod(kept.days);
    case 'periods':
      return words.untilPayment(kept.count);
  }
}

/** The statute's own price; the agreement promises the lower one, whichever it is (domain 2.1). */
function statuteWords(
  { statutory, state }: AgreementLaw,
  words: AgreementWords,
  about: { readonly language: Language; readonly agreedOn: Day; readonly startOn: Day },
): string {
  if (statutory === null) return '';
  const prices = statutory.map((method) => methodWords(method, words, about));
  const inTurn = prices.map((price, index) => (index === 0 ? price : words.afterwards(price)));
  return words.statute(words.place(state, stateName(state)), inTurn.join('; '));
}

function methodWords(
  method: StatutoryMethodText,
  words: AgreementWords,
  { language, agreedOn, startOn }: { language: Language; agreedOn: Day; startOn: Day },
): string {
  switch (method.method) {
    case 'same_as_cash': {
      const { from, months, days } = method.window;
      const lastOn = addDays(addMonths(from === 'signed' ? agreedOn : startOn, months), days);
      const premium = method.premium === '0' ? null : percent(method.premium);
      return words.cashPriceThrough(longDay(lastOn, language), premium);
    }
    case 'pct_remaining':
      return words.shareOfRest(percent(method.share), method.pastDueAtFull);
    case 'cash_proportional':
    case 'cash_proportional_min_one':
      return words.cashByPayments(method.method === 'cash_proportional_min_one');
    case 'cash_minus_share_paid':
      return words.cashLessShare(percent(method.share));
    case 'cash_over_total_times_future':
      return words.cashOverTotal;
  }
}

function missing(id: string): never {
  throw new Error(`no agreement has words for the notice ${id}`);
}
