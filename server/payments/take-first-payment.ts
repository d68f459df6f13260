import { firstPaymentOf } from '#core/lease/lease.ts';
import { leaseLifecycle } from '#core/lease/lifecycle.ts';
import { attemptAfter } from '#core/payment/lifecycle.ts';
import type { ChargeFact } from '#ports/processor.ts';
import { carryOut } from '#server/carry-out.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import type { Write } from '#server/db/write.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { raiseVersion } from '#server/leases/raise-version.ts';
import { firstPaymentSubmitted, notAnsweredYet } from '#server/leases/record-first-payment.ts';
import { saveLease } from '#server/leases/save-lease.ts';
import { type AttemptFacts, ownerOf, type StoredLease } from '#server/leases/stored-lease.ts';
import { addressed, tellCustomer } from '#server/leases/tell-customer.ts';
import { post } from '#server/ledger/post.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { chargeMethod } from '#server/payments/charge-method.ts';
import { insertAttempt, newAttempt } from '#server/payments/insert-attempt.ts';
import { moveAttempt } from '#server/payments/payment-store.ts';

/** Whether the first payment of this lease has to be taken before its goods leave (api-v3 6.6). */
export function isFirstPaymentDue({ lease }: StoredLease): boolean {
  return lease.firstPaymentToCome === true && !leaseLifecycle.ends.includes(lease.state);
}

/** A first payment that was asked for and not answered: what it is about must not change meanwhile. */
export function firstPaymentUnderWay({ attempts }: StoredLease): Refused | null {
  if (!attempts.some(({ purpose, state }) => purpose === 'initial' && state === 'scheduled')) return null;
  return refuse('ServiceUnavailable', 'The first payment is being taken right now. Try again in a moment.', {
    retryAfterSeconds: 5,
  });
}

/**
 * Takes the first payment that signing only authorized, for what is left of the order, before any of it leaves: the intent is
 * committed first, then the processor is called, then its answer is recorded. Where the authorized money was refused, the
 * next call takes it from what the customer pays from by then. The caller reads the lease again afterwards.
 * Refuses with PaymentRequired, the lease stays as it is and its customer is told; not known is ServiceUnavailable, and the
 * same call later learns it and charges nothing twice.
 */
export async function takeFirstPayment(house: House, of: StoredLease): Promise<Outcome<null>> {
  const intended = await carryOut(house, () => intend(house, of));
  if ('refused' in intended) return intended;
  const { attempt, authorization } = intended.answer;
  if (attempt === null) return done(null);
  const fact = await chargeMethod(house, of, attempt, 'first-payment', authorization?.attemptId);
  const taken = { customerId: of.customerId, leaseId: of.leaseId, attemptId: attempt.attemptId };
  const recorded = await carryOut(house, () => recordTaken(house, taken, fact));
  return 'refused' in recorded ? recorded : done(null);
}

type Intent = { readonly attempt: AttemptFacts | null; readonly authorization: AttemptFacts | null };

async function intend(house: House, { customerId, leaseId }: StoredLease): Promise<Outcome<Intent>> {
  const found = await leaseById(house.db, customerId, leaseId);
  if (found === null || !isFirstPaymentDue(found)) return done({ attempt: null, authorization: null });
  const authorization = standing(found);
  // A charge whose outcome nobody heard: ask about it, never charge again.
  const unheard = found.attempts.find(({ purpose, state }) => purpose === 'initial' && state === 'scheduled');
  if (unheard !== undefined) return done({ attempt: unheard, authorization });
  const from = authorization ?? (await customerFacts(house, customerId))?.primaryMethod ?? null;
  if (from === null) return nothingToPayFrom;
  const { paymentMethodId, rail } = from;
  const attempt = newAttempt(house, firstPaymentOf(found.lease), { purpose: 'initial', paymentMethodId, rail });
  return done({ attempt, authorization }, insertAttempt(found, attempt), raiseVersion(found));
}

/** What holds the money ready; null once a charge of it was refused. */
function standing({ attempts }: StoredLease): AttemptFacts | null {
  if (attempts.some(({ purpose, state }) => purpose === 'initial' && state === 'failed')) return null;
  return attempts.find(({ purpose, state }) => purpose === 'authorization' && state === 'authorized') ?? null;
}

type AttemptOfLease = { readonly customerId: string; readonly leaseId: string; readonly attemptId: string };

/**
 * Writes down what the processor said of a first payment at the shipment. Accepted: it is the customer's deposit. Refused:
 * the attempt has failed, and the customer is told. Unknown: nothing changes. Saying the same twice changes nothing.
 */
export async function recordTaken(house: House, of: AttemptOfLease, fact: ChargeFact): Promise<Outcome<null>> {
  const found = await leaseById(house.db, of.customerId, of.leaseId);
  const attempt = found?.attempts.find(({ attemptId }) => attemptId === of.attemptId);
  if (found === null || attempt === undefined || fact.status === 'unknown') return notAnsweredYet;
  if (attempt.state !== 'scheduled')
    return attempt.state === 'failed' ? paymentRefused(attempt.failureCode) : done(null);
  const submitted = attemptAfter('scheduled', 'originate')!;
  if (fact.status === 'refused' || fact.status === 'returned') {
    const failed = moveAttempt(found, attempt, {
      state: attemptAfter(submitted, 'decline')!,
      failureCode: fact.code,
    });
    const recorded = await carryOut(house, async () => done(null, failed, ...toldOfFailure(house, found, attempt)));
    return 'refused' in recorded ? recorded : paymentRefused(fact.code);
  }
  const authorization = standing(found);
  return done(
    null,
    moveAttempt(found, attempt, { state: attemptAfter(submitted, 'acknowledge')! }),
    ...(authorization === null
      ? []
      : [moveAttempt(found, authorization, { state: attemptAfter('authorized', 'capture')! })]),
    ...saveLease(found, found.lease),
    ...post(found, [firstPaymentSubmitted(attempt)], now(house)),
    ...toldOfPayment(house, found, attempt),
  );
}

function toldOfPayment(house: House, found: StoredLease, { attemptId, amount }: AttemptFacts): Write[] {
  const text = messagesIn(found.customer.locale).first_payment_taken({ ...addressed(house, found), amount });
  return [
    announce(house, {
      type: 'payment.collected',
      ...ownerOf(found),
      payload: { attemptId, amountCents: amount },
    }),
    ...tellCustomer(house, found, 'first_payment_taken', text),
  ];
}

function toldOfFailure(house: House, found: StoredLease, { attemptId, amount }: AttemptFacts): Write[] {
  const text = messagesIn(found.customer.locale).first_payment_failed({ ...addressed(house, found), amount });
  return [
    announce(house, { type: 'payment.failed', ...ownerOf(found), payload: { attemptId, amountCents: amount } }),
    ...tellCustomer(house, found, 'first_payment_failed', text),
  ];
}

function paymentRefused(code: string | null): Refused {
  const message =
    'The bank refused the first payment, so nothing may leave yet. The customer was told: once they have another way to pay, call again.';
  return refuse('PaymentRequired', message, code === null ? undefined : { reason: code });
}

const nothingToPayFrom = refuse(
  'PaymentRequired',
  'There is no payment method to take the first payment from. Add a payment method and call again.',
);
