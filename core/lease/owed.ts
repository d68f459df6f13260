import type { Day } from '../calendar/day.ts';
import { type Cents, timesHalfUp } from '../money/money.ts';
import { rentOfFirst } from '../schedule/schedule.ts';
import { type BilledInstallment, installmentOf, type Lease, scheduleOf } from './lease.ts';
import { isOnHold, leaseCan, leaseLifecycle } from './lifecycle.ts';
import { receivable } from './line.ts';

/** What of an installment is billed for good, rent and tax. */
export function netOf(one: BilledInstallment): { rent: Cents; tax: Cents } {
  return { rent: one.rent - one.reversedRent, tax: one.tax - one.reversedTax };
}

/** What of an installment is billed and not paid. */
export function openOf(one: BilledInstallment): Cents {
  const { rent, tax } = netOf(one);
  return rent + tax - one.paidRent - one.paidTax;
}

/** What of the processing fee and its tax is billed and not paid; they are billed with the start of the lease. */
export function openFee(lease: Lease): Cents {
  if (lease.startedOn === null) return 0;
  return lease.processingFee + lease.feeTax - lease.paidFee - lease.paidFeeTax;
}

/** What is still to be billed, each installment with its own tax; nothing before the start and after the end. */
export function unbilledWithTax(lease: Lease): Cents {
  const { terms, billedCount, taxRate } = lease;
  const left = terms.count - billedCount;
  if (lease.startedOn === null || leaseLifecycle.ends.includes(lease.state) || left <= 0) return 0;
  const whole = scheduleOf(terms, lease.startOn);
  const rent = rentOfFirst(whole, terms.count) - rentOfFirst(whole, billedCount);
  const last = installmentOf(lease, terms.count).tax;
  return rent + timesHalfUp(terms.regular, taxRate) * (left - 1) + last;
}

/**
 * All that may be collected on a lease: what is open of it and what is still to be billed, less what is paid ahead. Nothing
 * before delivery, when no rent falls due (domain 1.7), and nothing while it is on hold.
 */
export function stillToPay(lease: Lease): Cents {
  if (lease.startedOn === null || isOnHold(lease.state)) return 0;
  const open = lease.installments.reduce((sum, one) => sum + openOf(one), openFee(lease));
  return open + unbilledWithTax(lease) - lease.ahead;
}

/**
 * What is open of installments and fees whose due day has passed. The due day itself is not past. While the lease is on hold
 * nothing is asked for.
 */
export function pastDue(lease: Lease, today: Day): Cents {
  if (isOnHold(lease.state)) return 0;
  const fee = lease.startedOn !== null && lease.startedOn < today ? openFee(lease) : 0;
  return lease.installments.reduce((sum, one) => (one.dueOn < today ? sum + openOf(one) : sum), fee);
}

/** Everything is paid, be it ahead, and every good has arrived: the lease is complete once that money is final. */
export function isPaidOff(lease: Lease): boolean {
  const arrived = lease.startedOn !== null && lease.lines.every((line) => receivable(line) === 0);
  return arrived && leaseCan('complete', lease.state) && stillToPay(lease) === 0;
}
