import type { Offer, View } from '#contract/modal/view.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import type { LeasePaper } from '#server/leases/lease-paper.ts';
import { frequencies, quoteLease, type WorkedQuote } from '#server/leases/quote-lease.ts';
import type { Merchant } from '#server/merchants/merchant.ts';
import type { Session } from './session.ts';

/** What the cart costs as a lease, for every frequency, and how it stands to the minimum and the limit. */
export async function reviewOf(
  house: House,
  { cart: order, frequency }: Session,
  merchant: Merchant,
  facts: CustomerFacts,
): Promise<{ offer: Offer; check: View['check'] } | null> {
  if (order === null || facts.address === null) return null;
  const { customerId } = facts;
  const asked = frequencies.map((each) => quoteLease(house, facts, { merchant, customerId, order, frequency: each }));
  const quotes = (await Promise.all(asked)).filter((quote): quote is WorkedQuote => !('notOffered' in quote));
  const chosen = quotes.find((quote) => quote.frequency === frequency);
  if (chosen === undefined) return null;
  return {
    offer: offerOfQuote(chosen, quotes.map(optionOf)),
    check: {
      overLimitByCents: chosen.overLimitBy,
      underMinimumByCents: chosen.underMinimumBy,
      minimumCents: merchant.minimumOrderCents,
    },
  };
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
    feeCents: inputs.initialPayment.processingFee + inputs.initialPayment.processingFeeTax,
    firstDueOn: first,
    nextDueOn: dueOn[1] ?? first,
    lastDueOn: dueOn.at(-1) ?? first,
  };
}

function offerOfQuote(quote: WorkedQuote, options: Offer['options']): Offer {
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
