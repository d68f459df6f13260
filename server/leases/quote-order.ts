import type { QuoteBody } from '#contract/v3/lease-figures.ts';
import { scheduleOf } from '#core/lease/lease.ts';
import { wireNumber } from '#core/money/decimal.ts';
import { dollars } from '#core/money/dollars.ts';
import { derivationsOf } from '#core/pricing/derivation.ts';
import { earlyPurchaseTable } from '#core/pricing/early-purchase.ts';
import { installments } from '#core/schedule/schedule.ts';
import type { House } from '#server/house.ts';
import type { Call, CallingMerchant } from '#server/http/route.ts';
import { paymentView } from '#server/leases/lease-view.ts';
import { notLeased } from '#server/leases/not-leased.ts';
import { orderOfRequest } from '#server/leases/order-of-request.ts';
import { priceOrder } from '#server/leases/quote-lease.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';

/** Prices a cart for a place, without a customer: every figure an agreement would have, with how it came about. */
export async function quoteOrder(house: House, { merchant, body }: Call<QuoteBody>): Promise<Outcome<object>> {
  const order = orderOfRequest({ ...body, transactionId: '' });
  if ('refused' in order) return order;
  const refused = notLeased(house, order);
  if (refused !== null) return refused;
  const { state, postalCode = '', frequency = 'weekly', nextPayDate: nextPayOn = null } = body;
  const priced = await priceOrder(house, order, {
    place: { state, postalCode },
    ...{ frequency, nextPayOn, merchant },
  });
  if ('notOffered' in priced) return refuse('NotOffered', priced.notOffered);
  if (priced.lines.reduce((sum, { cash }) => sum + cash, 0) < merchant.minimumOrderCents) return tooSmall(merchant);

  const { price, terms, priceTerms, plannedStartOn, rules, agreedOn } = priced;
  const { initialPayment } = price;
  const schedule = scheduleOf(terms, plannedStartOn);
  const law = { contract: rules.earlyPurchase, statutory: rules.statutoryEarlyPurchase };
  const table = earlyPurchaseTable(price, schedule, { law, signedOn: agreedOn, taxRate: priceTerms.taxRate });
  const payments = installments(schedule, priceTerms.taxRate);
  return done({
    state,
    rulesVersion: priced.rulesVersion,
    frequency,
    agreedOn,
    plannedStartDate: plannedStartOn,
    cashPrice: wireNumber(price.cashPrice),
    initialPayment: {
      rent: wireNumber(initialPayment.rent),
      tax: wireNumber(initialPayment.tax),
      processingFee: wireNumber(initialPayment.fee),
      processingFeeTax: wireNumber(initialPayment.feeTax),
      total: wireNumber(initialPayment.total),
    },
    term: price.count,
    payment: wireNumber(price.regular + price.regularTax),
    lastPayment: wireNumber(price.last + price.lastTax),
    totalCost: wireNumber(price.totalOfPayments),
    totalTax: wireNumber(price.totalTax),
    totalCostWithTax: wireNumber(price.totalWithTax),
    costOfRental: wireNumber(price.costOfLease),
    payments: payments.map(paymentView),
    earlyPurchase: table.map(({ day, on, paidRent, rent, tax, total, method }) => ({
      ...{ day, date: on, method },
      ...{ rentPaid: wireNumber(paidRent), price: wireNumber(rent), tax: wireNumber(tax), total: wireNumber(total) },
    })),
    derivation: derivationsOf(priceTerms, price),
  });
}

function tooSmall({ minimumOrderCents }: CallingMerchant): Refused {
  const message = `The order is below the minimum of ${dollars(minimumOrderCents)}. Add to the cart and try again.`;
  return refuse('LeaseAmountNotSatisfied', message);
}
