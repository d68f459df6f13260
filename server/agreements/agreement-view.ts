import { type Day, weekday } from '#core/calendar/day.ts';
import { type Language, longDay, shortDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import type { Cents } from '#core/money/money.ts';
import type { AgreementInputs, Party } from './agreement-inputs.ts';
import { lawWords } from './law-words.ts';
import type { AgreementWords } from './words.ts';

/** The figures of an agreement as its words want them: days and amounts written out, in the language of the words. */
export function agreementView(inputs: AgreementInputs, words: AgreementWords) {
  const { payments, initialPayment, earlyPurchase, terms } = inputs;
  const language = inputs.language ?? 'en';
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
    atShipment: inputs.firstPaymentAt === 'shipment',
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
      hasFee: initialPayment.processingFee > 0,
      isLarger: initialPayment.rent > payments.regularRent,
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
    law:
      inputs.law &&
      lawWords(inputs.law, words, { language, agreedOn: inputs.agreedOn, startOn: inputs.plannedDeliveryOn }),
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
