import type { PaymentOutcome } from '#contract/v3/agreements.ts';
import { paymentCollected } from '#core/lease/collect.ts';
import { stillToPay } from '#core/lease/owed.ts';
import { sumOfPlaced } from '#core/lease/place-money.ts';
import { wireNumber } from '#core/money/decimal.ts';
import { attemptAfter } from '#core/payment/lifecycle.ts';
import type { ChargeFact } from '#ports/processor.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { paymentOrderOf } from '#server/leases/payment-order.ts';
import { saveChange } from '#server/leases/save-change.ts';
import { type AttemptFacts, ownerOf, type StoredLease } from '#server/leases/stored-lease.ts';
import { addressed, tellCustomer } from '#server/leases/tell-customer.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { noteUnheard, recordAttempt } from '#server/payments/payment-store.ts';

type AttemptOfLease = { readonly customerId: string; readonly leaseId: string; readonly attemptId: string };

/** What the wire says of an attempt, or that nobody knows yet. */
export type Recorded = PaymentOutcome | { readonly outcome: 'unknown' };

/**
 * Writes down what the processor said of a collected payment. Accepted: it counts from now. Declined: the attempt has
 * failed and nothing else changes. Unknown: it is noted that its answer was lost. Saying the same twice changes nothing.
 */
export async function recordCollection(house: House, of: AttemptOfLease, fact: ChargeFact): Promise<Outcome<Recorded>> {
  const found = await leaseById(house.db, of.customerId, of.leaseId);
  const attempt = found?.attempts.find((one) => one.attemptId === of.attemptId);
  if (found === null || attempt === undefined) {
    return refuse('AgreementNotFound', 'This customer has no agreement with this id.');
  }
  if (attempt.state !== 'scheduled') return done(outcomeOf(attempt));
  switch (fact.status) {
    case 'unknown':
      return done({ outcome: 'unknown' }, noteUnheard(of, now(house)));
    case 'refused':
    case 'returned':
      return failed(found, attempt, fact);
    default:
      return accepted(house, found, attempt);
  }
}

/** An attempt that was recorded, as the wire tells it. A payment that came back since is no success any more. */
export function outcomeOf({ attemptId, amount, state, failureCode, failureReason }: AttemptFacts): PaymentOutcome {
  const about = { paymentId: attemptId, amount: wireNumber(amount) };
  if (!notPaid.has(state)) return { ...about, outcome: 'success' };
  return {
    ...about,
    outcome: 'failure',
    failureReason: failureReason ?? 'The bank sent this payment back.',
    failureCode: failureCode ?? 'returned',
  };
}

const notPaid = new Set(['failed', 'cancelled', 'returned', 'returned_late', 'lost']);

function failed(
  found: StoredLease,
  attempt: AttemptFacts,
  fact: Extract<ChargeFact, { status: 'refused' | 'returned' }>,
): Outcome<Recorded> {
  const failureReason = fact.status === 'refused' ? fact.message : 'The bank sent this payment back.';
  const after = { ...attempt, state: moved(attempt, 'decline'), failureCode: fact.code, failureReason };
  return done(outcomeOf(after), recordAttempt(found, attempt, after));
}

function accepted(house: House, found: StoredLease, attempt: AttemptFacts): Outcome<Recorded> {
  const subject = newId(house);
  const on = attempt.debitOn;
  const { change, placed, over } = paymentCollected(found.lease, attempt, {
    on,
    order: paymentOrderOf(house, found),
    subject,
  });
  const parts = sumOfPlaced(placed);
  const after = { ...attempt, ...parts, ahead: parts.ahead + over, state: moved(attempt, 'acknowledge') };
  const attempts = found.attempts.map((one) => (one === attempt ? after : one));
  const text = messagesIn(found.customer.locale).payment_received({
    ...addressed(house, found),
    amount: attempt.amount,
    left: stillToPay(change.lease),
  });
  return done(
    outcomeOf(after),
    recordAttempt(found, attempt, after),
    ...saveChange(house, { ...found, attempts }, change, { subject, on, reason: 'more than was left to pay' }),
    announce(house, {
      type: 'payment.collected',
      ...ownerOf(found),
      payload: { attemptId: attempt.attemptId, amountCents: attempt.amount },
    }),
    ...tellCustomer(house, found, 'payment_received', text),
  );
}

function moved({ state }: AttemptFacts, move: 'acknowledge' | 'decline'): string {
  return attemptAfter(attemptAfter(state as 'scheduled', 'originate')!, move)!;
}
