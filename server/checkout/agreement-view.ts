import type { Agreement, Done, FirstPayment } from '#contract/modal/view.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import type { LeasePaper } from '#server/leases/lease-paper.ts';
import { debitDocument, eRecordsDocument, permissionFor } from './documents.ts';
import { firstPaymentFrom } from './first-payment-from.ts';
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

/** The first payment, what it comes from, and the authorization it needs. */
export async function paymentView(
  house: House,
  session: Session,
  paper: LeasePaper,
  facts: CustomerFacts | null,
): Promise<FirstPayment | null> {
  const from = facts === null ? null : await firstPaymentFrom(house, session, facts);
  if (from === null) return null;
  return {
    amountCents: paper.inputs.initialPayment.total,
    takenAt: paper.inputs.firstPaymentAt ?? 'signing',
    account: 'account' in from ? { last4: from.account.accountLast4, bankName: from.account.bankName } : null,
    card: 'card' in from ? { brand: from.card.brand, last4: from.card.last4 } : null,
    cardForm: house.processor.cardForm,
    authorizationHtml: permissionFor(house, paper, { from, language: session.locale }).html,
    refused: session.progress.paymentRefused,
  };
}

/** Signed, and paid or authorized: what the store's page is told, and when the next payment is. */
export function doneView(session: Session, paper: LeasePaper): Done {
  const { firstPaymentCents, firstPaymentAt, nextDueOn } = offerOfPaper(paper);
  return {
    leaseNumber: paper.leaseNumber,
    transactionId: paper.transactionId,
    paymentCents: firstPaymentCents,
    takenAt: firstPaymentAt,
    nextDueOn,
    heard: session.heardAt !== null,
  };
}
