import { type Agreement, type Payment, rentFor, spread, taxOn } from './agreement.ts';
import { least, most, sum } from './fraction.ts';
import type { LeaseCase } from './lease-case.ts';
import { moneyPlaced, rentIn } from './money-in.ts';
import { wallDay } from './wall-calendar.ts';

export type GivenUp = {
  readonly cashPrice: bigint;
  readonly totalRent: bigint;
  /** The payments still to be billed. */
  readonly rents: readonly bigint[];
  /** Paid, and waiting for them. */
  readonly ahead: bigint;
  readonly refund: { readonly rent: bigint; readonly tax: bigint; readonly ahead: bigint };
  readonly stillToPay: bigint;
  readonly state: 'active' | 'vested' | 'returned';
};

/**
 * Domain 2.5, after delivery: the lease as if what the merchant gives up had never been in it. All that was paid for what
 * was billed is credited to the new total; what is above it goes back, newest payment first, with the tax of each payment
 * by itself, never above what was collected with it. Without goods that have a price there is no lease.
 */
export function givingUp(lease: LeaseCase, agreement: Agreement, asked: LeaseCase['givingUp'][number]): GivenUp {
  const cashPrice = cashKept(lease, asked);
  const totalRent = cashPrice === 0n ? 0n : most(0n, rentFor(lease, cashPrice).totalRent);
  const { paid } = moneyPlaced(lease, agreement, asked);
  const isBilled = ({ due }: Payment) => due.place <= wallDay(asked.on).place;
  const billed = agreement.payments.filter(isBilled);
  const unbilled = agreement.payments.filter((payment) => !isBilled(payment));
  const paidRent = sum(billed.map((payment) => rentIn(paid.get(payment)!, payment)));
  const rents = spread(most(0n, totalRent - paidRent), BigInt(Math.max(1, unbilled.length)));

  let excess = most(0n, paidRent - totalRent);
  const refund = { rent: excess, tax: 0n };
  for (const payment of billed.reverse()) {
    const rent = rentIn(paid.get(payment)!, payment);
    const back = least(excess, rent);
    const tax = paid.get(payment)! - rent;
    refund.tax += cashPrice === 0n ? tax : least(taxOn(lease, back), tax);
    excess -= back;
  }
  const paidAhead = sum(unbilled.map((payment) => paid.get(payment)!));
  const toCome = sum(rents.map((rent) => rent + taxOn(lease, rent)));
  const ahead = least(paidAhead, toCome);
  return {
    ...{ cashPrice, totalRent, rents, ahead },
    refund: { ...refund, ahead: paidAhead - ahead },
    stillToPay: toCome - ahead,
    state: cashPrice === 0n ? 'returned' : rents.length === 0 ? 'vested' : 'active',
  };
}

/** Shipping stays whole while one of the goods has a price left, less what is given up of it. */
function cashKept({ articlesCents }: LeaseCase, { cutsCents, lastIsShipping }: LeaseCase['givingUp'][number]): bigint {
  const kept = articlesCents.map((cash, index) => BigInt(cash) - BigInt(cutsCents[index]!));
  const goods = lastIsShipping ? kept.slice(0, -1) : kept;
  return sum(goods) === 0n ? 0n : sum(kept);
}
