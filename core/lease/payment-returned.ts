import type { Day } from '../calendar/day.ts';
import { attemptReturned, refundedPaymentLost } from '../ledger/postings.ts';
import type { Cents } from '../money/money.ts';
import { type LeaseChange, onlyLease } from './change.ts';
import { type BilledInstallment, type Deposit, depositTotal, type Lease, noDeposit } from './lease.ts';

/**
 * The first payment came back from the bank (domain 6.2): its money is taken out of wherever it stands by now, which is
 * the deposit, what it had paid, or a refund that was ordered. What had been refunded already is lost.
 * `refunds` are those of this payment that are ordered or paid.
 */
export function firstPaymentReturned(
  lease: Lease,
  payment: Deposit & { attemptId: string; rail: 'ach' | 'card' },
  refunds: { readonly ordered: Cents; readonly paid: Cents },
  how: { on: Day; stage: 'before_settlement' | 'after_settlement' },
): LeaseChange {
  const { rail } = payment;
  const amount = depositTotal(payment);
  const stage = { rail, stage: how.stage };
  const rest = amount - refunds.ordered - refunds.paid;
  const started = lease.startedOn !== null;
  const unpaid = started ? unpay(lease, rest) : { installments: lease.installments, rent: 0, tax: 0 };
  const postings = [
    ...attemptReturned({ ...stage, amount: refunds.ordered, applied: 'refund_payable', rent: 0, tax: 0, fee: 0 }),
    ...refundedPaymentLost({ ...stage, amount: refunds.paid }),
    ...attemptReturned({
      ...stage,
      amount: rest,
      applied: started ? 'receivable' : 'deposit',
      rent: unpaid.rent,
      tax: unpaid.tax,
      fee: Math.min(payment.fee, rest - unpaid.rent - unpaid.tax),
    }),
  ];
  return {
    ...onlyLease({ ...lease, installments: unpaid.installments, deposit: started ? lease.deposit : noDeposit }),
    journals: [{ event: 'payment.returned', subject: payment.attemptId, on: how.on, postings }],
  };
}

/** The first installment is unpaid again, as far as this money had paid it. */
function unpay(lease: Lease, amount: Cents): { installments: readonly BilledInstallment[]; rent: Cents; tax: Cents } {
  const first = lease.installments.find(({ number }) => number === 1);
  if (first === undefined) return { installments: lease.installments, rent: 0, tax: 0 };
  const rent = Math.min(first.paidRent, amount);
  const tax = Math.min(first.paidTax, amount - rent);
  const again = { ...first, paidRent: first.paidRent - rent, paidTax: first.paidTax - tax };
  return { installments: lease.installments.map((one) => (one.number === 1 ? again : one)), rent, tax };
}
