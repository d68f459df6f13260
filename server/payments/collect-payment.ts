import type { PaymentOutcome } from '#contract/v3/agreements.ts';
import { isOnHold } from '#core/lease/lifecycle.ts';
import { stillToPay } from '#core/lease/owed.ts';
import { placeMoney, sumOfPlaced } from '#core/lease/place-money.ts';
import { dollars } from '#core/money/dollars.ts';
import type { Cents } from '#core/money/money.ts';
import { carryOut } from '#server/carry-out.ts';
import { railOf } from '#server/customers/open-payment-method.ts';
import type { House } from '#server/house.ts';
import { agreementIdOf } from '#server/leases/agreement-id.ts';
import { leasesOfCustomer } from '#server/leases/find-lease.ts';
import { paymentOrderOf } from '#server/leases/payment-order.ts';
import { raiseVersion } from '#server/leases/raise-version.ts';
import type { AttemptFacts, StoredLease } from '#server/leases/stored-lease.ts';
import { minutesAfter, now } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse, refuseMember } from '#server/outcome.ts';
import { chargeMethod } from '#server/payments/charge-method.ts';
import { insertAttempt, newAttempt } from '#server/payments/insert-attempt.ts';
import { isAgreement } from '#server/payments/list-agreements.ts';
import { outcomeOf, recordCollection } from '#server/payments/record-collection.ts';

export type CollectRequest = {
  readonly merchantId: string;
  readonly customerId: string;
  readonly agreementId: string;
  readonly paymentMethodId: string;
  readonly amount: Cents;
  /** Who asks for it at the store. */
  readonly collectorId: string | null;
  /** Names the call, from its Idempotency-Key; null: every call is a payment of its own. */
  readonly callKey: string | null;
};

/**
 * Takes a payment on an agreement (api-v3 7.2). The intent is committed first, under the lease's version, so that payments on
 * their way never exceed what is left to pay; then the processor is called, then its answer is recorded. Declined is an
 * answer, not a refusal. Not known: `ServiceUnavailable`, and the same call later learns it and charges nothing twice.
 */
export async function collectPayment(house: House, request: CollectRequest): Promise<Outcome<PaymentOutcome[]>> {
  const intended = await carryOut(house, () => intend(house, request));
  if ('refused' in intended) return intended;
  const { leaseId, attempt } = intended.answer;
  if (attempt.state !== 'scheduled') return done([outcomeOf(attempt)]);

  const { customerId } = request;
  const fact = await chargeMethod(house, { customerId, leaseId }, attempt, 'collected-payment');
  // Recorded here and not by the caller's commit: a second try of the whole verb would be a second payment.
  const of = { customerId, leaseId, attemptId: attempt.attemptId };
  const recorded = await carryOut(house, () => recordCollection(house, of, fact));
  if ('refused' in recorded) return recorded;
  return recorded.answer.outcome === 'unknown' ? notKnownYet() : done([recorded.answer]);
}

type Intent = { readonly leaseId: string; readonly attempt: AttemptFacts };

async function intend(house: House, request: CollectRequest): Promise<Outcome<Intent>> {
  const { customerId, merchantId, agreementId, paymentMethodId } = request;
  const leases = await leasesOfCustomer(house.db, customerId, merchantId);
  const found = leases.find((one) => agreementIdOf(one.leaseId) === agreementId && isAgreement(one));
  const asked = leases.flatMap(({ leaseId, attempts }) =>
    agreementIdOf(leaseId) === agreementId
      ? attempts.filter((one) => isThisCall(house, request, one)).map((attempt) => ({ leaseId, attempt }))
      : [],
  )[0];
  if (asked !== undefined) return isSameAsk(request, asked.attempt) ? done(asked) : anotherAsk();
  if (found === undefined) {
    return refuse('AgreementNotFound', 'This customer has no agreement with this id that anything is to be paid on.');
  }
  if (isOnHold(found.lease.state)) return onHold;
  const rail = await railOf(house, { customerId, paymentMethodId });
  if (rail === null) return refuse('PaymentMethodNotFound', 'This customer has no payment method with this id.');
  const refused = outOfBounds(found, request.amount);
  return refused ?? schedule(house, request, found, rail);
}

const unheardAfterMinutes = 1;

/**
 * Whether an earlier attempt is what this call asks about: the one under its key, or without a key the same payment whose
 * answer nobody heard.
 */
function isThisCall(house: House, request: CollectRequest, one: AttemptFacts): boolean {
  if (one.purpose !== 'collect') return false;
  if (request.callKey !== null) return one.callKey === request.callKey;
  if (one.callKey !== null || one.state !== 'scheduled' || !isSameAsk(request, one)) return false;
  return one.unheardAt !== null || one.createdAt <= minutesAfter(now(house), -unheardAfterMinutes);
}

function isSameAsk({ amount, paymentMethodId }: CollectRequest, one: AttemptFacts): boolean {
  return one.amount === amount && one.paymentMethodId === paymentMethodId;
}

/** Payments on their way count: the bank may take every one of them. */
function outOfBounds({ lease, attempts }: StoredLease, amount: Cents): Refused | null {
  const meant = attempts.filter(({ state }) => state === 'scheduled').reduce((sum, one) => sum + one.amount, 0);
  const most = Math.max(0, stillToPay(lease) - meant);
  if (amount > 0 && amount <= most) return null;
  const message =
    amount <= 0
      ? 'must be more than zero'
      : lease.startedOn === null
        ? 'can not be taken yet: nothing is to be paid before the goods are delivered'
        : `is more than the ${dollars(most)} that are left to pay on this agreement`;
  return refuseMember('amount', message);
}

function schedule(
  house: House,
  { paymentMethodId, amount, collectorId, callKey }: CollectRequest,
  found: StoredLease,
  rail: 'ach' | 'card',
): Outcome<Intent> {
  const { leaseId } = found;
  const { placed } = placeMoney(found.lease, amount, paymentOrderOf(house, found));
  const parts = sumOfPlaced(placed);
  const attempt = { ...newAttempt(house, parts, { purpose: 'collect', paymentMethodId, rail }), amount, callKey };
  return done({ leaseId, attempt }, insertAttempt(found, attempt, collectorId), raiseVersion(found));
}

function notKnownYet(): Refused {
  return refuse(
    'ServiceUnavailable',
    'The bank has not answered yet. Ask again in a moment with the same call; nothing is charged twice.',
    { retryAfterSeconds: 5 },
  );
}

const onHold = refuse(
  'LeaseOnHold',
  'Nothing can be paid on this agreement for now. We take care of it; do not ask again.',
);

function anotherAsk(): Refused {
  return refuse('IdempotencyMismatch', 'This Idempotency-Key was used for a different payment. Choose a new key.');
}
