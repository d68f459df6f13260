import type { AgreementWords } from './words.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const wordsEn: AgreementWords = {
  each: { weekly: 'Each week', biweekly: 'Every two weeks', semimonthly: 'Twice a month', monthly: 'Each month' },
  withTax: ', with tax',
  every: (frequency, weekday, from, through) => {
    const how = {
      weekly: `Every ${weekdays[weekday]}`,
      biweekly: `Every second ${weekdays[weekday]}`,
      semimonthly: 'Twice a month',
      monthly: 'Once a month',
    }[frequency];
    return `${how} from ${from} through ${through}`;
  },
  payments: (count) => (count === 1 ? '1 payment' : `${count} payments`),
  rentAndTax: (rent, tax) => ` (rent ${rent}, tax ${tax})`,
  condition: { new: 'New', used: 'Used', refurbished: 'Refurbished' },
  serial: (number) => `serial ${number}`,
  one: 'quantity 1',
  several: (quantity, each) => `quantity ${quantity}, ${each} each`,
  delivery: 'Delivery',
  label: (statutory) => statutory,
  place: (_state, name) => name,
  lateFee: (most, days) => `${most}, once for a payment that is ${days === 1 ? '1 day' : `${days} days`} late or more`,
  noLateFee: 'no late fee is charged',
  shareOfUnpaid: (percent) => `${percent}% of the unpaid rent`,
  lesser: (parts) => `the lesser of ${parts.join(' and ')}`,
  greater: (parts) => `the greater of ${parts.join(' and ')}`,
  whereUnpaid: (fee, upTo) => `${fee} where ${upTo} or less is unpaid`,
  otherwise: (fee) => `${fee} otherwise`,
  perMissedPayment: (fee) => `${fee} for each missed payment`,
  withinDays: (days) => `within ${days} days after the day it was due`,
  daysOrHalfPeriod: (days) => `until the later of ${days} days and half a payment period after the day it was due`,
  untilPayment: (count) =>
    `until the day on which the ${['', 'first', 'second', 'third'][count] ?? `${count}th`} payment after it falls due`,
  statute: (place, prices) => `The law of ${place} sets a price of its own: ${prices}. You pay the lower of the two. `,
  afterwards: (price) => `afterwards ${price}`,
  cashPriceThrough: (day, premium) =>
    `through ${day} the cash price${premium === null ? '' : ` and ${premium}% of it`} less the rent you have paid`,
  shareOfRest: (percent, pastDueInFull) =>
    pastDueInFull
      ? `any rent past due and ${percent}% of the rent still to come`
      : `${percent}% of all rent that is not paid yet`,
  cashByPayments: (atLeastOne) =>
    `any rent past due and the part of the cash price that the payments still to come are of all payments${atLeastOne ? ', at least one payment' : ''}`,
  cashLessShare: (percent) => `the cash price less ${percent}% of the rent you have paid`,
  cashOverTotal: 'any rent past due and the rent still to come times the cash price over the total rent',
  notices: {
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
  },
};
