import { paymentReturned } from '#core/lease/payment-returned.ts';
import { attemptSettled } from '#core/ledger/postings.ts';
import { type AttemptState, attemptAfter } from '#core/payment/lifecycle.ts';
import type { ChargeFact } from '#ports/processor.ts';
import { carryOut } from '#server/carry-out.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { recordFirstPayment } from '#server/leases/record-first-payment.ts';
import { saveLease } from '#server/leases/save-lease.ts';
import { type AttemptFacts, ownerOf, type StoredLease } from '#server/leases/stored-lease.ts';
import { post } from '#server/ledger/post.ts';
import { minutesAfter, now, servicingDay } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';
import {
  askedToday,
  attemptsThatMayComeBack,
  attemptsUnderWay,
  attemptsUnheard,
  moveAttempt,
  moveRefund,
  type OpenAttempt,
} from '#server/payments/payment-store.ts';
import { recordCollection } from '#server/payments/record-collection.ts';
import { recordTaken } from '#server/payments/take-first-payment.ts';

const batchMax = 500;
/** A request answers within seconds; after this long nobody waits for it any more. */
const unheardAfterMinutes = 5;

/** Asks the processor about every charge that is under way and books what it says: settled, or come back. */
export async function followPayments(house: House): Promise<number> {
  let moved = 0;
  for (const open of await attemptsUnderWay(house.db, batchMax)) {
    const fact = await house.processor.chargeByReference(open.attemptId);
    const result = await carryOut(house, () => book(house, open, fact));
    if ('answer' in result && result.answer) moved += 1;
  }
  return moved;
}

/** Asks once a day about debits that settled: an unauthorised one may come back for sixty days (domain 2.4). */
export async function followSettledPayments(house: House): Promise<number> {
  const today = servicingDay(house);
  let back = 0;
  for (const open of await attemptsThatMayComeBack(house.db, today, batchMax)) {
    const fact = await house.processor.chargeByReference(open.attemptId);
    const result = await carryOut(house, async () =>
      fact.status === 'returned' ? book(house, open, fact) : done(false, askedToday(open, today)),
    );
    if ('answer' in result && result.answer) back += 1;
  }
  return back;
}

/**
 * Finishes payments whose request died between the intent to charge and the answer: the processor is asked by reference.
 * A charge it never saw is called off: the customer can sign or pay again.
 */
export async function resolveUnheardCharges(house: House): Promise<number> {
  const before = minutesAfter(now(house), -unheardAfterMinutes);
  let resolved = 0;
  for (const open of await attemptsUnheard(house.db, before, batchMax)) {
    await carryOut<unknown>(house, await recordOf(house, open));
    resolved += 1;
  }
  return resolved;
}

/** What is to be written down of a call whose answer nobody heard, once the processor has said what became of it. */
async function recordOf(
  house: House,
  open: OpenAttempt & { purpose: AttemptFacts['purpose']; isSigned: boolean },
): Promise<() => Promise<Outcome<unknown>>> {
  if (open.purpose === 'authorization') {
    const fact = await house.processor.authorizationByReference(open.attemptId);
    return () => recordFirstPayment(house, open, fact.status === 'unknown' ? neverReceived : fact);
  }
  const fact = await house.processor.chargeByReference(open.attemptId);
  const heard = fact.status === 'unknown' ? neverReceived : fact;
  if (open.purpose === 'collect') return () => recordCollection(house, open, heard);
  return () => (open.isSigned ? recordTaken(house, open, heard) : recordFirstPayment(house, open, heard));
}

const neverReceived = {
  status: 'refused',
  code: 'never_received',
  message: 'The charge never reached the bank.',
} as const;

async function book(house: House, open: OpenAttempt, fact: ChargeFact): Promise<Outcome<boolean>> {
  if (fact.status !== 'settled' && fact.status !== 'returned') return done(false);
  const found = await leaseById(house.db, open.customerId, open.leaseId);
  const attempt = found?.attempts.find(({ attemptId }) => attemptId === open.attemptId);
  if (found === null || attempt === undefined) return done(false);
  const move = fact.status === 'settled' ? 'settle' : hasSettled(attempt) ? 'returnLate' : 'return';
  if (attemptAfter(attempt.state as AttemptState, move) === null) return done(false);
  return fact.status === 'settled' ? settled(house, found, attempt, fact.on) : returned(house, found, attempt, fact);
}

function settled(house: House, found: StoredLease, attempt: AttemptFacts, on: string): Outcome<boolean> {
  const { amount, rail, attemptId } = attempt;
  return done(
    true,
    moveAttempt(found, attempt, { state: attemptAfter('pending', 'settle')!, settledOn: on }),
    ...post(
      found,
      [{ event: 'payment.settled', subject: attemptId, on, postings: attemptSettled({ amount, rail }) }],
      now(house),
    ),
    announce(house, { type: 'payment.settled', ...ownerOf(found), payload: { attemptId, amountCents: amount } }),
  );
}

function returned(
  house: House,
  found: StoredLease,
  attempt: AttemptFacts,
  fact: { on: string; code: string },
): Outcome<boolean> {
  const ofThis = found.refunds.filter(({ attemptId }) => attemptId === attempt.attemptId);
  const sum = (state: string) =>
    ofThis.filter((one) => one.state === state).reduce((all, { amount }) => all + amount, 0);
  const ordered = ofThis.filter(({ state }) => state === 'ordered');
  const change = paymentReturned(
    found.lease,
    attempt,
    { ordered: sum('ordered'), paid: sum('paid') + sum('submitted') },
    // Where the money stands in our books decides, not what the bank calls it.
    { on: fact.on, stage: hasSettled(attempt) ? 'after_settlement' : 'before_settlement' },
  );
  return done(
    true,
    moveAttempt(found, attempt, {
      state: attemptAfter(attempt.state as AttemptState, hasSettled(attempt) ? 'returnLate' : 'return')!,
      returnedOn: fact.on,
      failureCode: fact.code,
    }),
    ...ordered.map((refund) => moveRefund(found, refund, { state: 'cancelled' })),
    ...saveLease(found, change.lease),
    ...post(found, change.journals, now(house)),
    announce(house, {
      type: 'payment.returned',
      ...ownerOf(found),
      payload: { attemptId: attempt.attemptId, code: fact.code },
    }),
  );
}

function hasSettled({ state }: AttemptFacts): boolean {
  return state === 'settled' || state === 'part_refunded';
}
