import type { Day } from '../calendar/day.ts';
import { paymentTakenOut } from '../ledger/payment-postings.ts';
import { attemptReturned, refundedPaymentLost } from '../ledger/postings.ts';
import type { Cents } from '../money/money.ts';
import { type LeaseChange, onlyLease } from './change.ts';
import { type Lease, noDeposit } from './lease.ts';
import { type Payment, takeMoneyOut } from './place-money.ts';

/**
 * A payment came back (domain 6.2): its money is taken out of wherever it stands by now, which is the deposit, what was
 * paid, what is paid ahead, or a refund that was ordered. What had been refunded already is lost. A lease that has ended
 * stays ended; what is unpaid of it is owed (domain 2.4). `refunds` are those of this payment that are ordered or paid.
 */
export function paymentReturned(
  lease: Lease,
  { attemptId, rail, amount }: Payment,
  refunds: { readonly ordered: Cents; readonly paid: Cents },
  { on, stage }: { on: Day; stage: 'before_settlement' | 'after_settlement' },
): LeaseChange {
  const rest = amount - refunds.ordered - refunds.paid;
  const how = { rail, stage };
  const lost = [
    ...attemptReturned({ ...how, amount: refunds.ordered, applied: 'refund_payable' }),
    ...refundedPaymentLost({ ...how, amount: refunds.paid }),
  ];
  const journal = { event: 'payment.returned', subject: attemptId, on } as const;
  if (lease.startedOn === null) {
    const deposit = attemptReturned({ ...how, amount: rest, applied: 'deposit' });
    return {
      ...onlyLease({ ...lease, deposit: noDeposit }),
      journals: [{ ...journal, postings: [...lost, ...deposit] }],
    };
  }
  const { lease: after, placed } = takeMoneyOut(lease, rest);
  return {
    ...onlyLease(after),
    journals: [{ ...journal, postings: [...lost, ...paymentTakenOut({ ...how, placed })] }],
  };
}
