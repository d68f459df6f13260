import type { Agreement, Done, FirstPayment } from '#contract/modal/view.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import type { LeasePaper } from '#server/leases/lease-paper.ts';
import { debitDocument, eRecordsDocument } from './documents.ts';
import { offerOfPaper } from './offer-view.ts';
import type { Session } from './session.ts';

/** The agreement to read, the papers beside it, and what it costs to own the goods early. */
export function agreementView(
  house: House,
  { locale: language }: Session,
  paper: LeasePaper,
  facts: CustomerFacts | null,
): Agreement {
  const account = facts?.bankAccount ?? null;
  const debit = account === null ? null : debitDocument(house, paper, { account, language });
  return {
    leaseId: paper.leaseId,
    html: paper.html(),
    sha256: paper.sha256,
    documents: [
      { id: 'e-records', title: titles[language].eRecords, html: eRecordsDocument(house, language).html },
      ...(debit === null ? [] : [{ id: 'debit-authorization', title: titles[language].debit, html: debit.html }]),
    ],
    earlyPurchase: paper.inputs.earlyPurchase.table.map(({ day, on, price, tax }) => ({
      day,
      on,
      amountCents: price + tax,
    })),
  };
}

const titles = {
  en: { eRecords: 'About electronic records', debit: 'Debit authorization' },
  es: { eRecords: 'Sobre los documentos electrónicos', debit: 'Autorización de débito' },
};

/** The first payment, the account it comes from, and the authorization it needs. */
export function paymentView(
  house: House,
  session: Session,
  paper: LeasePaper,
  facts: CustomerFacts | null,
): FirstPayment | null {
  const account = facts?.bankAccount ?? null;
  if (account === null) return null;
  return {
    amountCents: paper.inputs.initialPayment.total,
    accountLast4: account.accountLast4,
    bankName: account.bankName,
    authorizationHtml: debitDocument(house, paper, { account, language: session.locale }).html,
    refused: session.progress.paymentRefused,
  };
}

/** Signed and paid: what the store's page is told, and when the next payment is. */
export function doneView(session: Session, paper: LeasePaper): Done {
  const { firstPaymentCents, nextDueOn } = offerOfPaper(paper);
  return {
    leaseNumber: paper.leaseNumber,
    transactionId: paper.transactionId,
    paymentCents: firstPaymentCents,
    nextDueOn,
    heard: session.heardAt !== null,
  };
}
