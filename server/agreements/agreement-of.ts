import { createHash } from 'node:crypto';
import { addDays } from '#core/calendar/day.ts';
import type { Language } from '#core/calendar/day-text.ts';
import { capOn, firstDayLate } from '#core/lease/late-fee.ts';
import type { FirstPaymentAt } from '#core/lease/lease.ts';
import { scheduleOf } from '#core/lease/lease.ts';
import { lineCents } from '#core/money/decimal.ts';
import { rate, rateText } from '#core/money/money.ts';
import { earlyPurchaseTable } from '#core/pricing/early-purchase.ts';
import { dueDays } from '#core/schedule/schedule.ts';
import { ruleText } from '#core/states/rule-text.ts';
import type { StateRules } from '#core/states/rules.ts';
import type {
  AgreementInputs,
  AgreementLaw,
  FeeCapText,
  StatutoryMethodText,
} from '#server/agreements/agreement-inputs.ts';
import { percent } from '#server/agreements/law-words.ts';
import { agreementVersion, renderAgreement } from '#server/agreements/render-agreement.ts';
import { wordsOf } from '#server/agreements/words.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import type { WorkedQuote } from '#server/leases/quote-lease.ts';

/** An agreement as it was offered: its text, its hash, and all that is needed to render the same bytes again. */
export type Agreement = {
  readonly html: string;
  /** The text in UTF-8: what is hashed. */
  readonly bytes: Buffer;
  readonly hash: string;
  readonly version: string;
  readonly inputs: AgreementInputs;
};

/** What stands in the paper beside the numbers and the law. */
type Deal = {
  readonly leaseNumber: string;
  readonly eRecordsCode: string;
  readonly merchantName: string;
  readonly firstPaymentAt: FirstPaymentAt;
  readonly shippingMethod: string | null;
  readonly language: Language;
};

/** Writes the paper for a quote: the engine's numbers, the parties, and the terms the law of the place asks (domain 3.1). */
export function agreementOf(house: House, facts: CustomerFacts, quote: WorkedQuote, deal: Deal): Agreement {
  const inputs = agreementInputs(house, facts, quote, deal);
  const html = renderAgreement(inputs);
  // Once, for the hash and for the answer: it is by far the longest text of a lease.
  const bytes = Buffer.from(html, 'utf8');
  return { html, bytes, hash: documentHash(bytes), version: agreementVersion(inputs), inputs };
}

/** SHA-256 of a document's bytes, in hex: what the customer sees, what is stored, what a copy is checked against. */
export function documentHash(html: string | Uint8Array): string {
  return createHash('sha256').update(html).digest('hex');
}

function agreementInputs(house: House, facts: CustomerFacts, quote: WorkedQuote, deal: Deal): AgreementInputs {
  const { price, terms, rules } = quote;
  const taxRate = rate(quote.taxRate);
  const schedule = scheduleOf(terms, quote.plannedStartOn);
  const shipping = quote.lines.find((line) => line.kind === 'shipping');
  const early = rules.earlyPurchase;
  const law = { contract: early, statutory: rules.statutoryEarlyPurchase };
  const { initialPayment } = price;
  return {
    edition: 3,
    ...(deal.language === 'en' ? {} : { language: deal.language }),
    agreementNumber: deal.leaseNumber,
    eRecordsCode: deal.eRecordsCode,
    agreedOn: quote.agreedOn,
    ...(deal.firstPaymentAt === 'shipment' ? { firstPaymentAt: 'shipment' as const } : {}),
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
    shipping:
      shipping === undefined
        ? null
        : { method: deal.shippingMethod ?? wordsOf[deal.language].delivery, amount: shipping.cash },
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
      regularTax: price.regularTax,
      lastRent: price.last,
      lastTax: price.lastTax,
      dueOn: dueDays(schedule),
    },
    totalOfPayments: price.totalOfPayments,
    totalTax: price.totalTax,
    totalWithTax: price.totalWithTax,
    costOfLease: price.costOfLease,
    earlyPurchase: {
      windowLastOn: addDays(quote.plannedStartOn, early.windowDays),
      remainingPercent: percent(rateText(early.share)),
      premiumPercent: percent(rateText(early.premium)),
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
    law: lawOf(rules, quote),
    terms: {
      returnedPaymentFee: rules.returnedPaymentFeeCents,
      reinstateDaysReturned: rules.reinstatement.returned.ltTwoThirdsDays,
      reinstateDaysReturnedTwoThirdsPaid: rules.reinstatement.returned.geTwoThirdsDays,
      storeReturnDays: house.settings.merchantReturnDays,
      dateChange: { days: house.settings.dateChange.daysMax, times: house.settings.dateChange.timesMax },
    },
  };
}

/** What the paper needs of the record of the place. */
function lawOf(rules: StateRules, quote: WorkedQuote): AgreementLaw {
  const { lateFee, reinstatement, disclosure, statutoryEarlyPurchase, cashPriceOverCost, autoVestShare } = rules;
  const { renegotiation } = rules;
  return {
    rulesVersion: quote.rulesVersion,
    state: quote.governingState,
    frequency: quote.frequency,
    lateFee: {
      fromDaysLate: firstDayLate(lateFee, quote.frequency),
      cap: ruleText(capOn(lateFee, quote.frequency)) as FeeCapText,
    },
    reinstatement: { kept: reinstatement.kept, feeCents: reinstatement.feeCents, feePer: reinstatement.feePer },
    statutory: ruleText(statutoryEarlyPurchase) as StatutoryMethodText[] | null,
    labels: {
      total: disclosure.totalLabel,
      cashPrice: disclosure.cashPriceLabel,
      costOfLease: disclosure.costOfLeaseLabel,
    },
    notices: disclosure.notices ?? [],
    notice: { points: disclosure.noticePoints, isBold: disclosure.noticeBold },
    cashPriceOverCost: cashPriceOverCost?.map(({ goods, cap }) => ({ goods, times: rateText(cap) })) ?? null,
    autoVestShare: autoVestShare === null ? null : rateText(autoVestShare),
    renegotiation: { percent: percent(rateText(renegotiation.threshold)), anyChange: renegotiation.anyChange },
    ...(quote.taxTreatment === 'upfront_lessor' ? { taxPaidOnPurchase: true as const } : {}),
  };
}
