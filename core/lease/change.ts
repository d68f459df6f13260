import type { Day } from '../calendar/day.ts';
import type { Posting } from '../ledger/postings.ts';
import type { Cents } from '../money/money.ts';
import type { Deposit, Lease } from './lease.ts';

/** What a decision makes of a lease. The server saves it whole or not at all. */
export type LeaseChange = {
  readonly lease: Lease;
  readonly journals: readonly Journal[];
  /** What was delivered, one a line of each delivery; `subject` names the delivery. */
  readonly delivered: readonly { subject: string; line: number; units: number; on: Day; cash: Cents; cost: Cents }[];
  /** Goods that went back to the merchant after delivery, one a line, at what the merchant was or will be paid. */
  readonly takenBack: readonly { line: number; cash: Cents; cost: Cents }[];
  /** Ordered now, carried out afterwards (rulings 8). */
  readonly refund: Deposit | null;
  /** Cash price by which the customer's limit is free again. */
  readonly limitReleased: Cents;
};

/** A journal: what happened, what it was about, its accounting day, and its balanced postings. Said once per lease. */
export type Journal = {
  readonly event: LedgerEvent;
  readonly subject: string;
  readonly on: Day;
  readonly postings: readonly Posting[];
};

/** The events of the ledger (domain 6.2). With the subject they are the journal's name. */
export type LedgerEvent =
  | 'lease.signed'
  | 'payment.submitted'
  | 'payment.settled'
  | 'payment.returned'
  | 'goods.delivered'
  | 'installment.billed'
  | 'fee.billed'
  | 'deposit.applied'
  | 'ahead.applied'
  | 'goods.depreciated'
  | 'goods.returned'
  | 'lease.repriced'
  | 'refund.ordered'
  | 'refund.paid'
  | 'merchant.funded'
  | 'merchant.clawed_back'
  | 'ownership.passed';

/** A change that moves nothing but the lease itself. */
export function onlyLease(lease: Lease): LeaseChange {
  return { lease, journals: [], delivered: [], takenBack: [], refund: null, limitReleased: 0 };
}
