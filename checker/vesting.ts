import type { Agreement } from './agreement.ts';
import { fraction, over, roundedUp, sum } from './fraction.ts';
import { takenBack } from './lease-after.ts';
import { type LeaseCase, ruleOf } from './lease-case.ts';
import { heldOn, rentIn, settledAlone, standingOn } from './money-in.ts';

/** The rent that made the goods the customer's, and what was paid above it. */
export type Vested = {
  readonly totalRent: bigint;
  readonly rent: bigint;
  readonly tax: bigint;
  readonly ahead: bigint;
};

/**
 * Domain 2.1: once a share of the rent paid equals the cash price the goods are the customer's and the agreement ends. Settled
 * rent counts, paid ahead or not. Null while it is not enough, and where the law of the place has no such share.
 */
export function vesting(lease: LeaseCase, agreement: Agreement, asked: LeaseCase['vesting'][number]): Vested | null {
  const share = ruleOf(lease.law, 'auto_vest_share');
  const held = heldOn(lease, agreement, asked);
  if (share === null || !held.hasStarted) return null;
  const { top, bottom } = fraction(share);
  const totalRent = roundedUp(over(agreement.cashPrice * bottom, top));
  if (standingOn(settledAlone(held, asked), held.today).paidRent < totalRent) return null;

  const { payments } = held.toPay;
  const rents = payments.map((payment) => rentIn(held.paid.get(payment)!, payment));
  let count = held.billed;
  while (sum(rents.slice(0, count)) < totalRent) count += 1;
  const rent = sum(rents.slice(0, count)) - totalRent;
  const ahead = sum(payments.slice(count).map((payment) => held.paid.get(payment)!));
  return { totalRent, rent, tax: takenBack(held, count, rent).tax, ahead };
}
