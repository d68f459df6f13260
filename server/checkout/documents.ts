import { addBankDays } from '#core/calendar/bank-days.ts';
import type { Language } from '#core/calendar/day-text.ts';
import { documentHash } from '#server/agreements/agreement-of.ts';
import {
  renderDebitAuthorization,
  renderERecordsStatement,
  TEMPLATE_VERSIONS,
} from '#server/agreements/render-agreement.ts';
import type { BankAccountFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import type { LeasePaper } from '#server/leases/lease-paper.ts';
import { servicingDay } from '#server/moment.ts';

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
    firstDebitOn: addBankDays(servicingDay(house), 1),
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
