import { addDays, addMonths, type Day } from '#core/calendar/day.ts';
import { longDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import { rate } from '#core/money/money.ts';
import type { AgreementLaw, FeeCapText, StatutoryMethodText } from './agreement-inputs.ts';

/** What the law of a place makes an agreement say, in words (domain 3.1 items 9, 10, 12 and 17). */
export function lawWords(
  law: AgreementLaw,
  { agreedOn, startOn }: { readonly agreedOn: Day; readonly startOn: Day },
): { lateFee: string; reinstatementFee: string; kept: string; statute: string; notices: string[] } {
  return {
    lateFee: lateFeeWords(law),
    reinstatementFee: feeWords(law.reinstatement),
    kept: keptWords(law),
    statute: statuteWords(law, { agreedOn, startOn }),
    notices: law.notices.map((id) => noticeTexts[id] ?? missing(id)),
  };
}

function lateFeeWords({ lateFee: { cap, fromDaysLate } }: AgreementLaw): string {
  if (cap.type === 'flat' && cap.cents === 0) return 'no late fee is charged';
  const days = fromDaysLate === 1 ? '1 day late or more' : `${fromDaysLate} days late or more`;
  return `${capWords(cap)}, once for a payment that is ${days}`;
}

function capWords(cap: FeeCapText): string {
  switch (cap.type) {
    case 'flat':
      return dollars(cap.cents);
    case 'pct':
      return `${percent(cap.rate)}% of the unpaid rent`;
    case 'min':
      return `the lesser of ${plainFirst(cap.of).map(capWords).join(' and ')}`;
    case 'max':
      return `the greater of ${plainFirst(cap.of).map(capWords).join(' and ')}`;
    case 'step':
      return cap.steps
        .map(({ uptoCents, cents }) =>
          uptoCents === null
            ? `${dollars(cents)} otherwise`
            : `${dollars(cents)} where ${dollars(uptoCents)} or less is unpaid`,
        )
        .join(', ');
  }
}

/** `$2.00 and the lesser of …`: what is a choice itself comes last, so that the sentence can be followed. */
function plainFirst(caps: readonly FeeCapText[]): FeeCapText[] {
  const isChoice = ({ type }: FeeCapText) => type === 'min' || type === 'max';
  return [...caps.filter((one) => !isChoice(one)), ...caps.filter(isChoice)];
}

function feeWords({ feeCents, feePer }: AgreementLaw['reinstatement']): string {
  return dollars(feeCents) + (feePer === 'missed_payment' ? ' for each missed payment' : '');
}

function keptWords({ reinstatement: { kept }, frequency }: AgreementLaw): string {
  switch (kept.type) {
    case 'days':
      return `within ${kept.after[frequency]} days after the day it was due`;
    case 'days_or_half_period':
      return `until the later of ${kept.days} days and half a payment period after the day it was due`;
    case 'periods':
      return `until the day on which the ${ordinal(kept.count)} payment after it falls due`;
  }
}

/** The statute's own price; the agreement promises the lower one, whichever it is (domain 2.1). */
function statuteWords(
  { statutory, placeName }: AgreementLaw,
  { agreedOn, startOn }: { readonly agreedOn: Day; readonly startOn: Day },
): string {
  if (statutory === null) return '';
  const parts = statutory.map((method, index) => {
    const from = index === 0 ? '' : 'afterwards ';
    return from + methodWords(method, { agreedOn, startOn });
  });
  return `The law of ${placeName} sets a price of its own: ${parts.join('; ')}. You pay the lower of the two. `;
}

function methodWords(method: StatutoryMethodText, { agreedOn, startOn }: { agreedOn: Day; startOn: Day }): string {
  switch (method.method) {
    case 'same_as_cash': {
      const { from, months, days } = method.window;
      const lastOn = addDays(addMonths(from === 'signed' ? agreedOn : startOn, months), days);
      const premium = method.premium === '0' ? '' : ` and ${percent(method.premium)}% of it`;
      return `through ${longDay(lastOn)} the cash price${premium} less the rent you have paid`;
    }
    case 'pct_remaining':
      return method.pastDueAtFull
        ? `any rent past due and ${percent(method.share)}% of the rent still to come`
        : `${percent(method.share)}% of all rent that is not paid yet`;
    case 'cash_proportional':
      return 'any rent past due and the part of the cash price that the payments still to come are of all payments';
    case 'cash_proportional_min_one':
      return 'any rent past due and the part of the cash price that the payments still to come are of all payments, at least one payment';
    case 'cash_minus_share_paid':
      return `the cash price less ${percent(method.share)}% of the rent you have paid`;
    case 'cash_over_total_times_future':
      return 'any rent past due and the rent still to come times the cash price over the total rent';
  }
}

/** A rate as percent, to the hundredth: `0.05` is `5`, `0.075` is `7.5`. */
export function percent(text: string): string {
  const { n, d } = rate(text);
  return String(Number((n * 10_000n) / d) / 100);
}

function ordinal(count: number): string {
  return ['', 'first', 'second', 'third'][count] ?? `${count}th`;
}

function missing(id: string): never {
  throw new Error(`no agreement has words for the notice ${id}`);
}

/** What places want to read above the signature; the record of the place names them, with their sources. */
const noticeTexts: Readonly<Record<string, string>> = {
  CA_EPO_10_DAY:
    'California: within ten days of signing you receive a separate notice with the price at which you may buy the items early and the last day for it.',
  CT_NO_CHARGES:
    'Connecticut: there is no charge for picking the items up, for insurance or for ending this agreement. Payments are applied to the newest one due first.',
  FL_DO_NOT_SIGN_BLANK:
    'Florida: do not sign this agreement before you read it or if it contains any blank spaces. You are entitled to an exact copy of the agreement you sign. Keep it to protect your legal rights.',
  GA_NO_PICK_UP_FEE:
    'Georgia: there is no charge for picking the items up and no late fee beside the reinstatement charge.',
  IL_BOLD_NOTICE:
    'Illinois: you do not own the items until you have made all payments or have bought them early. You may return them at any time and owe nothing more than the rent due until then.',
  MD_FORM:
    'Maryland: this form names the cost of lease services. Before anybody goes to court about the items you receive a written notice fifteen days ahead.',
  NY_CANCEL_BEFORE_POSSESSION:
    'New York: you may cancel this agreement without a charge at any time before you have the items.',
  NY_REVIEW_48H:
    'New York: if you ask for it, you may take up to 48 hours to look through this agreement before you sign.',
  NY_SIGNED_COPY: 'New York: this agreement can not be enforced against you until you have received a signed copy.',
  SIGN_BELOW_DISCLOSURES: 'Everything that this agreement discloses stands above your signature.',
};
