import { refundPaid } from '#core/ledger/postings.ts';
import { attemptAfter } from '#core/payment/lifecycle.ts';
import { carryOut } from '#server/carry-out.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { ownerOf } from '#server/leases/stored-lease.ts';
import { post } from '#server/ledger/post.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { moveAttempt, moveRefund, type OpenRefund, refundsOpen } from '#server/payments/payment-store.ts';

const batchMax = 500;

/**
 * Carries out refunds that were ordered, once their charge has settled: money that may still come back is not sent away.
 * The refund's id is its reference, so a lost answer never pays twice.
 */
export async function payRefunds(house: House): Promise<number> {
  let paid = 0;
  for (const open of await refundsOpen(house.db, batchMax)) {
    const result = await carryOut(house, () => step(house, open));
    if ('answer' in result && result.answer) paid += 1;
  }
  return paid;
}

async function step(house: House, open: OpenRefund): Promise<Outcome<boolean>> {
  const found = await leaseById(house.db, open.customerId, open.leaseId);
  const refund = found?.refunds.find(({ refundId }) => refundId === open.refundId);
  const attempt = found?.attempts.find(({ attemptId }) => attemptId === refund?.attemptId);
  if (found === null || refund === undefined || attempt === undefined) return done(false);
  if (refund.state === 'ordered') {
    if (attempt.state !== 'settled' && attempt.state !== 'part_refunded') return done(false);
    await house.processor.refund({
      reference: refund.refundId,
      chargeReference: attempt.attemptId,
      amount: refund.amount,
    });
    return done(false, moveRefund(found, refund, { state: 'submitted' }));
  }
  const fact = await house.processor.refundByReference(refund.refundId);
  if (refund.state !== 'submitted' || fact.status !== 'paid') return done(false);

  const others = found.refunds.filter((one) => one.attemptId === attempt.attemptId && one.state === 'paid');
  const all = others.reduce((sum, one) => sum + one.amount, refund.amount) === attempt.amount;
  const state = attemptAfter(attempt.state as 'settled', all ? 'refund' : 'refundPart');
  return done(
    true,
    moveRefund(found, refund, { state: 'paid', paidOn: fact.on }),
    ...(state === null || state === attempt.state ? [] : [moveAttempt(found, attempt, { state })]),
    ...post(
      found,
      [
        {
          event: 'refund.paid',
          subject: refund.refundId,
          on: fact.on,
          postings: refundPaid({ amount: refund.amount }),
        },
      ],
      now(house),
    ),
    announce(house, {
      type: 'refund.paid',
      ...ownerOf(found),
      payload: { refundId: refund.refundId, amountCents: refund.amount },
    }),
  );
}
