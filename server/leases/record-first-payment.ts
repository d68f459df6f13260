import { gzipSync } from 'node:zlib';
import type { Journal } from '#core/lease/change.ts';
import { installmentOf, type Lease } from '#core/lease/lease.ts';
import { leaseAfter } from '#core/lease/lifecycle.ts';
import { initialPaymentSubmitted, signed } from '#core/ledger/postings.ts';
import { attemptAfter } from '#core/payment/lifecycle.ts';
import type { AuthorizationFact, ChargeFact } from '#ports/processor.ts';
import type { AgreementInputs } from '#server/agreements/agreement-inputs.ts';
import { documentHash } from '#server/agreements/agreement-of.ts';
import { renderAgreement } from '#server/agreements/render-agreement.ts';
import { sealAgreement } from '#server/agreements/seal-agreement.ts';
import { carryOut } from '#server/carry-out.ts';
import { freeLimit } from '#server/customers/spending.ts';
import { expecting, type Write, write } from '#server/db/write.ts';
import { announce } from '#server/events/announce.ts';
import { moreEvents, sha256 } from '#server/evidence/signature-events.ts';
import { tellCounter } from '#server/hand-overs/tell-counter.ts';
import type { House } from '#server/house.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { saveLease } from '#server/leases/save-lease.ts';
import {
  type AttemptFacts,
  type LeaseWithPaper,
  ownerOf,
  type SignatureEvidence,
  type StoredLease,
} from '#server/leases/stored-lease.ts';
import { addressed, tellCustomer } from '#server/leases/tell-customer.ts';
import { post } from '#server/ledger/post.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { dayInState, hoursAfter, now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';

export type SignedLease = { readonly leaseId: string; readonly leaseNumber: string; readonly transactionId: string };

type AttemptOfLease = { readonly customerId: string; readonly leaseId: string; readonly attemptId: string };

/**
 * Writes down what the processor said of a first payment, or of its authorization. Accepted: the lease is signed, the money
 * is on its way or held ready, the copy goes out, the deadline to finalize runs, all in one transaction. Refused: the attempt has failed and the limit is
 * free again. Unknown: nothing changes. Saying the same twice changes nothing.
 */
export async function recordFirstPayment(
  house: House,
  of: AttemptOfLease,
  fact: ChargeFact | AuthorizationFact,
): Promise<Outcome<SignedLease>> {
  const found = await leaseById(house.db, of.customerId, of.leaseId);
  const attempt = found?.attempts.find((one) => one.attemptId === of.attemptId);
  if (found === null || attempt === undefined)
    return refuse('LeaseNotFound', 'This customer has no lease with this id.');
  const answer = { leaseId: found.leaseId, leaseNumber: found.leaseNumber, transactionId: found.transactionId };
  if (found.signedAt !== null) return done(answer);
  if (attempt.state !== 'scheduled') return paymentRefused();
  if (fact.status === 'unknown') return notAnsweredYet;
  if (fact.status === 'refused' || fact.status === 'returned') {
    const code = fact.code;
    const recorded = await carryOut(house, async () => done(null, ...failed(found, attempt, code)));
    return 'refused' in recorded ? recorded : paymentRefused(code);
  }
  return done(answer, ...(await accepted(house, found, attempt)));
}

/** Of a first payment nobody has heard yet. */
export const notAnsweredYet = refuse(
  'ServiceUnavailable',
  'The bank has not answered yet. Ask again in a moment; nothing is charged twice.',
  { retryAfterSeconds: 5 },
);

function paymentRefused(code?: string) {
  const message = 'The bank refused the first payment, so nothing was signed. Use another account and try again.';
  return refuse('PaymentRequired', message, code === undefined ? undefined : { reason: code });
}

function failed(found: StoredLease, attempt: AttemptFacts, code: string): Write[] {
  return [
    moveAttempt(found, attempt, 'decline', code),
    freeLimit({ customerId: found.customerId, amount: found.lease.cashPrice }),
    ...saveLease(found, found.lease),
  ];
}

async function accepted(house: House, found: LeaseWithPaper, attempt: AttemptFacts): Promise<Write[]> {
  const at = now(house);
  const today = dayInState(house, found.governingState);
  const after: Lease = { ...found.lease, state: leaseAfter(found.lease.state, 'sign')! };
  const evidence = found.signature as SignatureEvidence;
  const inputs = found.agreementInputs as AgreementInputs;
  const isPaid = attempt.purpose === 'initial';
  const copy = sealAgreement(renderedAsOffered(found), {
    agreementNumber: found.leaseNumber,
    typedName: evidence.typedName,
    signedAt: evidence.signedAt,
    sha256: found.agreementHash,
  });
  const { totalRent, terms } = found.lease;
  const text = messagesIn(found.customer.locale).agreement_copy({
    ...addressed(house, found),
    frequency: terms.frequency,
    count: terms.count,
    ...(terms.firstRent === undefined ? {} : { first: attempt.rent + attempt.tax }),
    payment: inputs.payments.regularRent + inputs.payments.regularTax,
    lastPayment: inputs.payments.lastRent + inputs.payments.lastTax,
    cashPrice: found.lease.cashPrice,
    totalWithTax: inputs.totalWithTax,
    firstPayment: attempt.amount,
    isPaid,
    nextDueOn: installmentOf(found.lease, Math.min(2, terms.count)).dueOn,
    lastDueOn: installmentOf(found.lease, terms.count).dueOn,
    documentUrl: `${house.settings.publicUrl}/agreements/${found.leaseNumber}/${found.leaseId}`,
    sha256: found.agreementHash,
  });
  const journals: Journal[] = [
    { event: 'lease.signed', subject: '', on: today, postings: signed({ totalRent }) },
    ...(isPaid ? [firstPaymentSubmitted(attempt)] : []),
  ];
  return [
    moveAttempt(found, attempt, isPaid ? 'acknowledge' : 'authorize', null),
    ...saveLease(found, after, {
      signedAt: at,
      finalizeBy: hoursAfter(at, found.merchant.finalizeWithinHours),
      agreementSealed: gzipSync(copy),
    }),
    ...post(found, journals, at),
    ...(await moreEvents(house.db, found, [
      { kind: 'signed', at, facts: signedFacts(found, evidence, attempt) },
      { kind: 'sealed', at, facts: { copySha256: sha256(copy), delivered: ['download', 'email'] } },
    ])),
    announce(house, {
      type: 'lease.signed',
      ...ownerOf(found),
      payload: {
        transactionId: found.transactionId,
        leaseNumber: found.leaseNumber,
        paidCents: isPaid ? attempt.amount : 0,
      },
    }),
    tellCounter(house, { merchantId: found.merchantId, transactionId: found.transactionId }, ['signed']),
    ...tellCustomer(house, found, 'agreement_copy', text),
  ];
}

/** The books of a first payment that is on its way: the customer's deposit (domain 6.2). */
export function firstPaymentSubmitted({ attemptId, amount, rail, debitOn }: AttemptFacts): Journal {
  const postings = initialPaymentSubmitted({ amount, rail });
  return { event: 'payment.submitted', subject: attemptId, on: debitOn, postings };
}

function signedFacts({ agreementHash }: StoredLease, evidence: SignatureEvidence, attempt: AttemptFacts) {
  const { channel, typedName, ipAddress, userAgent, signedAt } = evidence;
  return {
    agreementSha256: agreementHash,
    signer: { channel, typedName, ipAddress, userAgent, saidAt: signedAt },
    firstPayment: {
      attemptId: attempt.attemptId,
      amountCents: attempt.amount,
      rail: attempt.rail,
      ...(attempt.purpose === 'authorization' && { taken: 'at the shipment' }),
    },
  };
}

/** The bytes that were offered. A difference would mean that the customer signed something else: then nothing is signed. */
function renderedAsOffered(found: LeaseWithPaper): string {
  const html = renderAgreement(found.agreementInputs as AgreementInputs);
  if (documentHash(html) !== found.agreementHash)
    throw new Error(`agreement ${found.leaseNumber} renders to other bytes`);
  return html;
}

/** Guarded by the lease's version, which every writer of a lease raises. */
function moveAttempt(
  found: StoredLease,
  attempt: AttemptFacts,
  move: 'acknowledge' | 'authorize' | 'decline',
  code: string | null,
): Write {
  const submitted = attemptAfter(attempt.state as 'scheduled', 'originate')!;
  const state = attemptAfter(submitted, move)!;
  return expecting(
    1,
    'attempt',
    write`update payment_attempt set state = ${state}, failure_code = ${code}, version = version + 1
      where customer_id = ${found.customerId} and lease_id = ${found.leaseId} and attempt_id = ${attempt.attemptId}
        and version = ${attempt.version}`,
  );
}
