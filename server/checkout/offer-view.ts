import type { Check, Offer } from '#contract/modal/view.ts';
import { notLeasedOf } from '#core/states/goods.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import type { LeasePaper } from '#server/leases/lease-paper.ts';
import { frequencies, quoteLease, type WorkedQuote } from '#server/leases/quote-lease.ts';
import type { Merchant } from '#server/merchants/merchant.ts';
import type { Session } from './session.ts';
import { hasApproval } from './where-next.ts';

/**
 * What the cart costs as a lease, for every frequency, and how it stands to the minimum and the limit. Without an offer
 * there is a reason.
 */
export async function reviewOf(
  house: House,
  { cart: order, frequency }: Session,
  merchant: Merchant,
  facts: CustomerFacts,
): Promise<{ offer: Offer | null; check: Check } | null> {
  if (order === null || facts.address === null) return null;
  const { customerId } = facts;
  const asked = frequencies.map((each) => quoteLease(house, facts, { merchant, customerId, order, frequency: each }));
  const answered = await Promise.all(asked);
  const quotes = answered.filter((quote): quote is WorkedQuote => !('notOffered' in quote));
  const chosen = answered[frequencies.indexOf(frequency)]!;
  const { minimumOrderCents: minimumCents } = merchant;
  if ('notOffered' in chosen) {
    return {
      offer: null,
      check: { overLimitByCents: 0, underMinimumByCents: 0, minimumCents, closed: chosen.because },
    };
  }
  const closed = closedBy(house, facts, { available: chosen.available, minimumCents });
  const notLeased = notLeasedOf(order.items, house.goods).map(({ index }) => order.items[index]!.description);
  return {
    // What something costs that is not leased is no offer.
    offer: notLeased.length > 0 ? null : offerOfQuote(chosen, quotes.map(optionOf), merchant),
    check: {
      overLimitByCents: chosen.overLimitBy,
      underMinimumByCents: chosen.underMinimumBy,
      minimumCents,
      ...(closed === null ? {} : { closed }),
      ...(notLeased.length === 0 ? {} : { notLeased }),
    },
  };
}

/** Why no bag of any size would do; null where one would. */
function closedBy(
  house: House,
  facts: CustomerFacts,
  { available, minimumCents }: { available: number; minimumCents: number },
): Check['closed'] | null {
  if (facts.spendingHold) return 'hold';
  if (!hasApproval(house, facts)) return 'approval';
  return available < minimumCents ? 'limit' : null;
}

/** The same figures as they stand in the agreement: once it is made, they are these and no others. */
export function offerOfPaper({ inputs }: LeasePaper): Offer {
  const { frequency, regularRent, regularTax, lastRent, lastTax, dueOn } = inputs.payments;
  const first = dueOn[0] ?? inputs.agreedOn;
  return {
    frequency,
    options: [],
    paymentCents: regularRent + regularTax,
    count: dueOn.length,
    lastCents: lastRent + lastTax,
    cashPriceCents: inputs.cashPrice,
    totalOfPaymentsCents: inputs.totalOfPayments,
    totalTaxCents: inputs.totalTax,
    costOfLeaseCents: inputs.costOfLease,
    firstPaymentCents: inputs.initialPayment.total,
    firstPaymentAt: inputs.firstPaymentAt ?? 'signing',
    feeCents: inputs.initialPayment.processingFee + inputs.initialPayment.processingFeeTax,
    firstDueOn: first,
    nextDueOn: dueOn[1] ?? first,
    lastDueOn: dueOn.at(-1) ?? first,
  };
}

function offerOfQuote(quote: WorkedQuote, options: Offer['options'], { firstPaymentAt }: Merchant): Offer {
  const { price } = quote;
  return {
    frequency: quote.frequency,
    options,
    ...paymentsOf(quote),
    cashPriceCents: price.cashPrice,
    totalOfPaymentsCents: price.totalOfPayments,
    totalTaxCents: price.totalTax,
    costOfLeaseCents: price.costOfLease,
    firstPaymentCents: price.initialPayment.total,
    firstPaymentAt,
    feeCents: price.initialPayment.fee + price.initialPayment.feeTax,
    firstDueOn: quote.agreedOn,
    nextDueOn: quote.nextDueOn,
    lastDueOn: quote.lastDueOn,
  };
}

const optionOf = (quote: WorkedQuote): Offer['options'][number] => ({
  frequency: quote.frequency,
  ...paymentsOf(quote),
  count: quote.price.count - (quote.price.firstRent === undefined ? 0 : 1),
});

/** With their tax, as they are taken. */
function paymentsOf({ price }: WorkedQuote): { paymentCents: number; count: number; lastCents: number } {
  return {
    paymentCents: price.regular + price.regularTax,
    count: price.count,
    lastCents: price.last + price.lastTax,
  };
}
