import type { Day } from '../calendar/day.ts';
import { paymentPlaced } from '../ledger/payment-postings.ts';
import { creditRefunded } from '../ledger/postings.ts';
import { type LeaseChange, onlyLease } from './change.ts';
import { type Lease, noDeposit } from './lease.ts';
import { type Payment, type PaymentOrder, type Placed, placeMoney } from './place-money.ts';

/**
 * A payment was taken on by the processor: it counts from now, and is taken out again should it come back. What nothing is
 * left for, because goods went back meanwhile, is refunded at once. `subject` names that refund in the ledger.
 */
export function paymentCollected(
  lease: Lease,
  { attemptId, rail, amount }: Payment,
  { on, order, subject }: { on: Day; order: PaymentOrder; subject: string },
): { change: LeaseChange; placed: Placed; over: number } {
  const { lease: after, placed, over } = placeMoney(lease, amount, order);
  return {
    placed,
    over,
    change: {
      ...onlyLease(after),
      journals: [
        { event: 'payment.submitted', subject: attemptId, on, postings: paymentPlaced({ rail, placed, over }) },
        { event: 'refund.ordered', subject, on, postings: creditRefunded({ amount: over }) },
      ],
      refund: over === 0 ? null : { ...noDeposit, ahead: over },
    },
  };
}
