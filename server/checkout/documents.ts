import { addBankDays } from '#core/calendar/bank-days.ts';
import type { Language } from '#core/calendar/day-text.ts';
import { documentHash } from '#server/agreements/agreement-of.ts';
import {
  renderCardAuthorization,
  renderDebitAuthorization,
  renderERecordsStatement,
  TEMPLATE_VERSIONS,
} from '#server/agreements/render-agreement.ts';
import type { CardFacts } from '#server/customers/card-on-file.ts';
import type { BankAccountFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import type { LeasePaper } from '#server/leases/lease-paper.ts';
import { servicingDay } from '#server/moment.ts';
import type { PaidFrom } from './first-payment-from.ts';

/** A paper beside the agreement, with what a consent to it is recorded under. */
export type Document = { html: string; sha256: string; version: string };

/** What is said before anybody agrees to records on a screen (domain 4.8). */
export function eRecordsDocument(house: House, language: Language): Document {
  const { company, brand, support, lessor } = house.settings;
  const street = [lessor.street1, lessor.street2].filter(Boolean).join(', ');
  const postalAddress = `${street}, ${lessor.city}, ${lessor.state} ${lessor.postalCode}`;
  const html = renderERecordsStatement({ language, company, brand, contact: support, postalAddress });
  return { html, sha256: documentHash(html), version: TEMPLATE_VERSIONS.eRecords[language] };
}

/** The permission for the first payment, and whatever else the same text allows, with the kind of consent that it is. */
export function permissionFor(
  house: House,
  paper: LeasePaper,
  { from, language }: { from: PaidFrom; language: Language },
): Document & { kind: 'debit_authorization' | 'card_authorization' } {
  return 'card' in from
    ? { ...cardDocument(house, paper, { card: from.card, language }), kind: 'card_authorization' }
    : { ...debitDocument(house, paper, { account: from.account, language }), kind: 'debit_authorization' };
}

/** The permission to charge this card once, for the first payment. */
function cardDocument(
  house: House,
  { inputs, leaseNumber }: LeasePaper,
  { card, language }: { card: CardFacts; language: Language },
): Document {
  const html = renderCardAuthorization({
    language,
    agreementNumber: leaseNumber,
    agreedOn: servicingDay(house),
    company: house.settings.company,
    contact: house.settings.support,
    customerName: inputs.lessee.name,
    cardBrand: card.brand,
    cardLast4: card.last4,
    firstPayment: inputs.initialPayment.total,
    atShipment: inputs.firstPaymentAt === 'shipment',
  });
  return { html, sha256: documentHash(html), version: TEMPLATE_VERSIONS.cardAuthorization[language] };
}

/** The permission to debit this account for this lease: a text and a consent of its own (domain 4.10). */
export function debitDocument(
  house: House,
  paper: LeasePaper,
  { account, language }: { account: BankAccountFacts; language: Language },
): Document {
  const { inputs } = paper;
  const { dueOn, regularRent, regularTax, lastRent, lastTax, frequency } = inputs.payments;
  const signedOn = dueOn[0] ?? inputs.agreedOn;
  const html = renderDebitAuthorization({
    language,
    agreementNumber: paper.leaseNumber,
    agreedOn: servicingDay(house),
    brand: house.settings.brand,
    company: house.settings.company,
    contact: house.settings.support,
    customerName: inputs.lessee.name,
    bankName: account.bankName ?? { en: 'your bank', es: 'su banco' }[language],
    accountLast4: account.accountLast4,
    accountType: account.accountType,
    firstPayment: inputs.initialPayment.total,
    // The bank day on which signing asks for the money.
    firstDebitOn: inputs.firstPaymentAt === 'shipment' ? null : addBankDays(servicingDay(house), 1),
    frequency,
    laterPayments: {
      count: dueOn.length - 1,
      regular: regularRent + regularTax,
      last: lastRent + lastTax,
      nextDueOn: dueOn[1] ?? signedOn,
      lastDueOn: dueOn.at(-1) ?? signedOn,
    },
    returnedPaymentFee: inputs.terms.returnedPaymentFee,
  });
  return { html, sha256: documentHash(html), version: TEMPLATE_VERSIONS.debitAuthorization[language] };
}
