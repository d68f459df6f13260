import { type Day, weekday } from '#core/calendar/day.ts';
import { type Language, longDay, shortDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import type { Cents } from '#core/money/money.ts';
import type { AgreementInputs, DebitAuthorizationInputs, ERecordsInputs, Party } from './agreement-inputs.ts';
import { lawWords } from './law-words.ts';
import { everyPeriod, paymentsOf } from './period-text.ts';
import { loadTemplate } from './templates/load-template.ts';
import { wordsOf } from './words.ts';

/** The version of every document as it is made today; it is kept with the inputs. */
export const TEMPLATE_VERSIONS = {
  agreement: 'lease-2.en',
  debitAuthorization: 'debit-authorization-1.en',
  eRecords: 'e-records-1.en',
} as const;

/**
 * The rental-purchase agreement as one self-contained HTML document. The same inputs give the same bytes.
 * It says all twenty items of domain 3.1 with the rules of its place; amounts are printed as given, none is computed
 * beyond rent plus tax and the sum of equal payments.
 */
export function renderAgreement(inputs: AgreementInputs): string {
  return templates[agreementVersion(inputs)](agreementView(inputs));
}

/** The template that these inputs were made for: those of the first knew the general rules alone. */
export function agreementVersion({ law, language }: AgreementInputs): keyof typeof templates {
  if (law === undefined) return 'lease-1.en';
  return language === 'es' ? 'lease-2.es' : TEMPLATE_VERSIONS.agreement;
}

/** The permission to debit an account: a document of its own, never a condition of the lease (domain 4.10). */
export function renderDebitAuthorization(inputs: DebitAuthorizationInputs): string {
  const { laterPayments: later } = inputs;
  const amounts = later.count > 0 ? [inputs.firstPayment, later.regular, later.last] : [inputs.firstPayment];
  return debitAuthorization({
    ...inputs,
    agreedOn: longDay(inputs.agreedOn),
    firstDebitOn: longDay(inputs.firstDebitOn),
    firstPayment: dollars(inputs.firstPayment),
    returnedPaymentFee: dollars(inputs.returnedPaymentFee),
    lowest: dollars(Math.min(...amounts)),
    highest: dollars(Math.max(...amounts)),
    later: later.count > 0 && {
      when: `${everyPeriod(inputs.frequency, later.nextDueOn)} from ${longDay(later.nextDueOn)} through ${longDay(later.lastDueOn)}`,
      count: paymentsOf(later.count),
      amount:
        later.last === later.regular
          ? dollars(later.regular)
          : `${dollars(later.regular)}, the last ${dollars(later.last)}`,
    },
  });
}

/** What is said before the consent to electronic records is asked for (domain 4.8). */
export function renderERecordsStatement(inputs: ERecordsInputs): string {
  return eRecords(inputs);
}

type AgreementView = ReturnType<typeof agreementView>;
const templates = {
  'lease-1.en': loadTemplate<AgreementView>('lease-1.en'),
  'lease-2.en': loadTemplate<AgreementView>('lease-2.en'),
  'lease-2.es': loadTemplate<AgreementView>('lease-2.es'),
};
const debitAuthorization = loadTemplate<object>(TEMPLATE_VERSIONS.debitAuthorization);
const eRecords = loadTemplate<ERecordsInputs>(TEMPLATE_VERSIONS.eRecords);

function agreementView(inputs: AgreementInputs) {
  const { payments, initialPayment, earlyPurchase, terms } = inputs;
  const language = inputs.language ?? 'en';
  const words = wordsOf[language];
  const day = (date: Day) => longDay(date, language);
  const { dueOn } = payments;
  const count = dueOn.length;
  const taxed = inputs.totalTax > 0;
  const regular = payments.regularRent + payments.regularTax;
  const last = payments.lastRent + payments.lastTax;
  return {
    agreementNumber: inputs.agreementNumber,
    eRecordsCode: inputs.eRecordsCode,
    agreedOn: day(inputs.agreedOn),
    plannedDeliveryOn: day(inputs.plannedDeliveryOn),
    lessor: { name: inputs.lessor.name, address: addressLine(inputs.lessor), contact: inputs.lessor.contact },
    lessee: { name: inputs.lessee.name, address: addressLine(inputs.lessee), state: inputs.lessee.state },
    merchantName: inputs.merchantName,
    taxed,
    each: words.each[payments.frequency] + (taxed ? words.withTax : ''),
    count,
    regular: dollars(count === 1 ? last : regular),
    regularTax: dollars(payments.regularTax),
    regularParts: taxed ? words.rentAndTax(dollars(payments.regularRent), dollars(payments.regularTax)) : '',
    last: dollars(last),
    lastOn: count > 1 && day(dueOn[count - 1]!),
    lastParts: taxed ? words.rentAndTax(dollars(payments.lastRent), dollars(payments.lastTax)) : '',
    later: count > 2 && {
      when: words.every(payments.frequency, weekday(dueOn[1]!), day(dueOn[1]!), day(dueOn[count - 2]!)),
      count: words.payments(count - 2),
      total: dollars(regular * (count - 2)),
    },
    items: inputs.items.map((item) => ({
      description: item.description,
      condition: words.condition[item.condition],
      cashPrice: dollars(item.cashPrice),
      details: [
        item.brand,
        item.sku,
        item.serialNumber && words.serial(item.serialNumber),
        item.quantity === 1 ? words.one : words.several(item.quantity, dollars(item.unitPrice)),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
    shipping: inputs.shipping && { method: inputs.shipping.method, amount: dollars(inputs.shipping.amount) },
    cashPrice: dollars(inputs.cashPrice),
    initial: {
      rent: dollars(initialPayment.rent),
      tax: dollars(initialPayment.tax + initialPayment.processingFeeTax),
      processingFee: dollars(initialPayment.processingFee),
      total: dollars(initialPayment.total),
    },
    totalOfPayments: dollars(inputs.totalOfPayments),
    totalTax: dollars(inputs.totalTax),
    totalWithTax: dollars(inputs.totalWithTax),
    costOfLease: dollars(inputs.costOfLease),
    labels: inputs.law && {
      total: words.label(inputs.law.labels.total),
      cashPrice: words.label(inputs.law.labels.cashPrice),
      costOfLease: words.label(inputs.law.labels.costOfLease),
    },
    law: inputs.law && lawWords(inputs.law, { language, agreedOn: inputs.agreedOn, startOn: inputs.plannedDeliveryOn }),
    terms: {
      ...terms,
      lateFeeMax: dollars(terms.lateFeeMax ?? 0),
      returnedPaymentFee: dollars(terms.returnedPaymentFee),
    },
    early: {
      windowLastOn: day(earlyPurchase.windowLastOn),
      remainingPercent: earlyPurchase.remainingPercent,
      rows: earlyPurchase.table.map((row) => ({
        day: row.day,
        on: day(row.on),
        paid: dollars(row.paidRent),
        price: dollars(row.price),
        tax: dollars(row.tax),
        inAll: dollars(row.paidRent + row.price),
      })),
    },
    calendar: calendar(inputs, regular, last, language),
  };
}

// The first payment also holds the processing fee and its tax.
function calendar({ payments, initialPayment }: AgreementInputs, regular: Cents, last: Cents, language: Language) {
  const regularText = dollars(regular);
  const end = payments.dueOn.length - 1;
  return payments.dueOn.map((day, index) => ({
    on: shortDay(day, language),
    amount: index === 0 ? dollars(initialPayment.total) : index === end ? dollars(last) : regularText,
  }));
}

const addressLine = (party: Party): string =>
  [party.street1, party.street2, party.city, `${party.state} ${party.postalCode}`].filter(Boolean).join(', ');
