import type { NewSignatureEvent } from '#core/evidence/chain.ts';
import { missingBeforeSigning } from '#core/evidence/order-of-signing.ts';
import { firstPaymentOf } from '#core/lease/lease.ts';
import { dollars } from '#core/money/dollars.ts';
import type { AgreementInputs } from '#server/agreements/agreement-inputs.ts';
import { carryOut } from '#server/carry-out.ts';
import { type CustomerFacts, customerFacts } from '#server/customers/customer-facts.ts';
import { useLimit } from '#server/customers/spending.ts';
import { expecting, json, type Write, write } from '#server/db/write.ts';
import { moreEvents, signatureEvents } from '#server/evidence/signature-events.ts';
import { presented } from '#server/evidence/signing-facts.ts';
import type { House } from '#server/house.ts';
import { notApproved } from '#server/leases/create-lease.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { availableBalance } from '#server/leases/quote-lease.ts';
import { recordFirstPayment, type SignedLease } from '#server/leases/record-first-payment.ts';
import { isStillAsPriced } from '#server/leases/still-as-priced.ts';
import type { AttemptFacts, LeaseWithPaper, SignatureEvidence, StoredLease } from '#server/leases/stored-lease.ts';
import { voidOffer } from '#server/leases/void-offer.ts';
import { dayInState, now } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { authorizeMethod, chargeMethod } from '#server/payments/charge-method.ts';
import { insertAttempt, newAttempt } from '#server/payments/insert-attempt.ts';

export type SigningRequest = {
  readonly merchantId: string;
  readonly customerId: string;
  readonly leaseId: string;
  readonly evidence: Omit<SignatureEvidence, 'signedAt'>;
  /** Where the first payment was chosen to come from; absent: what payments come from. */
  readonly paidFrom?: PaidFrom;
};

type PaidFrom = NonNullable<CustomerFacts['primaryMethod']>;

/**
 * Signs a lease by its first payment: only an accepted charge makes it signed (rulings 7), or, where the paper says that it
 * is taken at the shipment, an accepted authorization (api-v3 6.6). The intent is committed first
 * (attempt, limit, evidence), then the processor is called outside any transaction, then its answer is recorded.
 * Refused: `PaymentRequired`, the lease stays open to another try. Not known: `ServiceUnavailable`; the same call
 * later learns the outcome by the attempt's reference and charges nothing twice. Signing a signed lease is a success.
 * An offer whose law or tax has changed since is void, and one that was not read and confirmed on our screen, when it is
 * signed there, is not signed (domain 4.8): both are `LeaseExpired`.
 */
export async function signLease(house: House, request: SigningRequest): Promise<Outcome<SignedLease>> {
  const intended = await carryOut(house, () => intend(house, request));
  if ('refused' in intended) return intended;
  const { signed, attempt } = intended.answer;
  if (attempt === 'nothing to pay') return done(signed);
  if (attempt === 'priced anew') return refuse('LeaseExpired', pricedAnew);

  const ask = attempt.purpose === 'authorization' ? authorizeMethod : chargeMethod;
  const fact = await ask(house, request, attempt, 'first-payment');
  return recordFirstPayment(house, { ...request, attemptId: attempt.attemptId }, fact);
}

/** `priced anew`: the offer was made void, because it can no longer be signed at this price. */
type Intent = { signed: SignedLease; attempt: AttemptFacts | 'nothing to pay' | 'priced anew' };

const pricedAnew =
  'The rules or the tax of the place have changed since this price was made. Create a new lease from the cart.';

async function intend(house: House, request: SigningRequest): Promise<Outcome<Intent>> {
  const found = await leaseById(house.db, request.customerId, request.leaseId);
  if (found === null || found.merchantId !== request.merchantId) {
    return refuse('LeaseNotFound', 'This customer has no lease with this id.');
  }
  const signed = signedAnswer(found);
  if (found.signedAt !== null) return done({ signed, attempt: 'nothing to pay' });
  if (found.lease.state !== 'offered' || found.expiresAt <= now(house)) {
    return refuse('LeaseExpired', 'This agreement is no longer open for signature. Create a new lease from the cart.');
  }
  // A charge whose outcome nobody heard: ask about it, never charge again.
  const unheard = found.attempts.find((one) => one.state === 'scheduled');
  if (unheard !== undefined) return done({ signed, attempt: unheard });

  const facts = await customerFacts(house, request.customerId);
  if (facts === null) throw new Error('A lease without its customer.');
  const refused = mayNotSign(house, facts, found);
  if (refused !== null) return refused;
  const { paidFrom = facts.primaryMethod } = request;
  if (paidFrom === null) return nothingToPayFrom;
  if (!(await isStillAsPriced(house, found, facts))) {
    return done(
      { signed, attempt: 'priced anew' },
      ...(await voidOffer(house, found, 'the law or the tax has changed')),
    );
  }
  const events = found.evidenceVersion === null ? [] : await signatureEvents(house.db, found);
  const missing = events.length > 0 && request.evidence.channel === 'modal' ? missingBeforeSigning(events) : null;
  if (missing !== null) {
    return refuse('LeaseExpired', `This agreement can not be signed: ${missing}. Go back to the review for a new one.`);
  }
  const consented = request.evidence.channel === 'api' ? saidByStore(house, request, found, events) : [];
  return schedule(house, { ...request, paidFrom }, found, facts, await moreEvents(house.db, found, consented));
}

/**
 * A store that signs for its customer says that they agreed: what it showed and asked is its own record, and the evidence
 * says so (domain 4.8).
 */
function saidByStore(
  house: House,
  { evidence }: SigningRequest,
  { agreementVersion: version, agreementHash: sha256 }: StoredLease,
  events: readonly { readonly kind: string }[],
): NewSignatureEvent[] {
  const { ipAddress, userAgent, confirmed } = evidence;
  const at = now(house);
  const wasShown = events.some(({ kind }) => kind === 'presented');
  return [
    ...(wasShown ? [] : [presented(at, 'api', [{ id: 'agreement', version, sha256 }])]),
    { kind: 'consented', at, facts: { channel: 'api', saidBy: 'store', ipAddress, userAgent, ...confirmed } },
  ];
}

function mayNotSign(house: House, facts: CustomerFacts, found: StoredLease): Refused | null {
  const refused = notApproved(house, facts);
  if (refused !== null) return refused;
  const available = availableBalance(house, facts, dayInState(house, found.governingState));
  if (found.lease.cashPrice > available) {
    const message = `The order is ${dollars(found.lease.cashPrice - available)} above what this customer may still lease, ${dollars(available)}.`;
    return refuse('ExceedSpendingLimitError', message);
  }
  return null;
}

const nothingToPayFrom = refuse(
  'PaymentRequired',
  'There is no payment method to take the first payment from. Add a payment method and sign again.',
);

function schedule(
  house: House,
  request: SigningRequest & { readonly paidFrom: PaidFrom },
  found: LeaseWithPaper,
  facts: CustomerFacts,
  events: readonly Write[],
): Outcome<Intent> {
  const { cashPrice } = found.lease;
  const at = now(house);
  const { firstPaymentAt } = found.agreementInputs as AgreementInputs;
  const purpose = firstPaymentAt === 'shipment' ? 'authorization' : 'initial';
  const attempt = newAttempt(house, firstPaymentOf(found.lease), { purpose, ...request.paidFrom });
  return done(
    { signed: signedAnswer(found), attempt },
    insertAttempt(found, attempt),
    ...events,
    useLimit({ customerId: found.customerId, amount: cashPrice, version: facts.version }),
    expecting(
      1,
      'lease',
      write`update lease set version = version + 1, signature = ${json({ ...request.evidence, signedAt: at })}
        where customer_id = ${found.customerId} and lease_id = ${found.leaseId} and version = ${found.version}`,
    ),
  );
}

function signedAnswer({ leaseId, leaseNumber, transactionId }: StoredLease): SignedLease {
  return { leaseId, leaseNumber, transactionId };
}
