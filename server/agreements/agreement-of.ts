import { createHash } from 'node:crypto';
import { addDays } from '#core/calendar/day.ts';
import type { Frequency } from '#core/calendar/pay-cycle.ts';
import { firstDayLate } from '#core/lease/late-fee.ts';
import { scheduleOf } from '#core/lease/lease.ts';
import { daysToResume } from '#core/lease/reinstate.ts';
import { lineCents } from '#core/money/decimal.ts';
import { type Cents, rate, timesHalfUp } from '#core/money/money.ts';
import { earlyPurchaseTable } from '#core/pricing/early-purchase.ts';
import { dueDays } from '#core/schedule/schedule.ts';
import type { FeeCap, StateRules } from '#core/states/rules.ts';
import type { AgreementInputs } from '#server/agreements/agreement-inputs.ts';
import { renderAgreement, TEMPLATE_VERSIONS } from '#server/agreements/render-agreement.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import type { WorkedQuote } from '#server/leases/quote-lease.ts';

/** An agreement as it was offered: its text, its hash, and all that is needed to render the same bytes again. */
export type Agreement = {
  readonly html: string;
  readonly hash: string;
  readonly version: string;
  readonly inputs: AgreementInputs;
};

/** Writes the paper for a quote: the engine's numbers, the parties, and the terms the law of the place asks (domain 3.1). */
export function agreementOf(
  house: House,
  facts: CustomerFacts,
  quote: WorkedQuote,
  deal: { leaseNumber: string; eRecordsCode: string; merchantName: string; shippingMethod: string | null },
): Agreement {
  const inputs = agreementInputs(house, facts, quote, deal);
  const html = renderAgreement(inputs);
  return { html, hash: documentHash(html), version: TEMPLATE_VERSIONS.agreement, inputs };
}

/** SHA-256 of a document's bytes, in hex: what the customer sees, what is stored, what a copy is checked against. */
export function documentHash(html: string): string {
  return createHash('sha256').update(html, 'utf8').digest('hex');
}

function agreementInputs(
  house: House,
  facts: CustomerFacts,
  quote: WorkedQuote,
  deal: { leaseNumber: string; eRecordsCode: string; merchantName: string; shippingMethod: string | null },
): AgreementInputs {
  const { price, terms, rules } = quote;
  const taxRate = rate(quote.taxRate);
  const schedule = scheduleOf(terms, quote.plannedStartOn);
  const shipping = quote.lines.find((line) => line.kind === 'shipping');
  const early = rules.earlyPurchase;
  const law = { contract: early, statutory: rules.statutoryEarlyPurchase };
  const { initialPayment } = price;
  return {
    agreementNumber: deal.leaseNumber,
    eRecordsCode: deal.eRecordsCode,
    agreedOn: quote.agreedOn,
    plannedDeliveryOn: quote.plannedStartOn,
    lessor: { ...house.settings.lessor, name: house.settings.company, contact: house.settings.support },
    lessee: { name: `${facts.firstName} ${facts.lastName}`, ...facts.address! },
    merchantName: deal.merchantName,
    items: quote.lines.flatMap(({ item, cash, quantity }) =>
      item === null
        ? []
        : [
            {
              description: item.description,
              brand: item.brand,
              sku: item.sku,
              serialNumber: null,
              condition: item.condition ?? 'new',
              quantity,
              unitPrice: lineCents(item.cost, 1),
              cashPrice: cash,
            },
          ],
    ),
    shipping: shipping === undefined ? null : { method: deal.shippingMethod ?? 'Delivery', amount: shipping.cash },
    cashPrice: price.cashPrice,
    initialPayment: {
      rent: initialPayment.rent,
      tax: initialPayment.tax,
      processingFee: initialPayment.fee,
      processingFeeTax: initialPayment.feeTax,
      total: initialPayment.total,
    },
    payments: {
      frequency: terms.frequency,
      regularRent: price.regular,
      regularTax: timesHalfUp(price.regular, taxRate),
      lastRent: price.last,
      lastTax: timesHalfUp(price.last, taxRate),
      dueOn: dueDays(schedule),
    },
    totalOfPayments: price.totalOfPayments,
    totalTax: price.totalTax,
    totalWithTax: price.totalWithTax,
    costOfLease: price.costOfLease,
    earlyPurchase: {
      windowLastOn: addDays(quote.plannedStartOn, early.windowDays),
      remainingPercent: percent(early.share),
      table: earlyPurchaseTable(price, schedule, { law, signedOn: quote.agreedOn, taxRate }).map(
        ({ day, on, paidRent, rent, tax }) => ({
          day,
          on,
          paidRent,
          price: rent,
          tax,
        }),
      ),
    },
    terms: lawTerms(rules, terms.frequency, house.settings.merchantReturnDays),
  };
}

function percent(share: { n: bigint; d: bigint }): string {
  return String(Number((share.n * 10_000n) / share.d) / 100);
}

/** What the record of the place says about paying late and coming back, as the paper prints it (domain 3.3, 3.4). */
function lawTerms(
  { lateFee, reinstatement, returnedPaymentFeeCents }: StateRules,
  frequency: Frequency,
  storeReturnDays: number,
): AgreementInputs['terms'] {
  const { percent: lateFeePercent, most: lateFeeMax } = feeLimits(lateFee.cap);
  return {
    lateFeePercent,
    lateFeeMax,
    lateFeeFromDaysLate: firstDayLate(lateFee, frequency),
    returnedPaymentFee: returnedPaymentFeeCents,
    reinstateDays: daysToResume(reinstatement.kept, frequency),
    reinstateDaysReturned: reinstatement.returned.ltTwoThirdsDays,
    reinstateDaysReturnedTwoThirdsPaid: reinstatement.returned.geTwoThirdsDays,
    storeReturnDays,
  };
}

/** The contract's late fee is the lesser of a share and an amount (domain 3.4); another shape needs a text of its own. */
function feeLimits(cap: FeeCap): { percent: string; most: Cents } {
  if (cap.type === 'min') {
    const share = cap.of.find((one) => one.type === 'pct');
    const flat = cap.of.find((one) => one.type === 'flat');
    if (share !== undefined && flat !== undefined) return { percent: percent(share.rate), most: flat.cents };
  }
  throw new Error(`the agreement has no words for a late fee of type ${cap.type}`);
}
