import type { Agreement } from './agreement.ts';
import { sum } from './fraction.ts';
import { fromInception, type Refund } from './lease-after.ts';
import type { LeaseCase } from './lease-case.ts';
import { heldOn, stillToPay } from './money-in.ts';

export type GivenUp = {
  readonly cashPrice: bigint;
  readonly totalRent: bigint;
  /** The payments still to be billed. */
  readonly rents: readonly bigint[];
  /** Paid, and waiting for them. */
  readonly ahead: bigint;
  readonly refund: Refund;
  readonly stillToPay: bigint;
  readonly state: 'active' | 'vested' | 'returned';
};

/** Domain 2.5: a price that the merchant gives up is as if it had never been in the lease. */
export function givingUp(lease: LeaseCase, agreement: Agreement, asked: LeaseCase['givingUp'][number]): GivenUp {
  const kept = lease.articlesCents.map((cash, index) => BigInt(cash) - BigInt(asked.cutsCents[index]!));
  const { held, refund } = fromInception(lease, heldOn(lease, agreement, asked), cashKept(kept, asked));
  const next = held.toPay.payments.slice(held.billed);
  const { cashPrice, totalRent } = held.toPay;
  const left = stillToPay(held);
  return {
    ...{ cashPrice, totalRent, rents: next.map(({ rent }) => rent) },
    ahead: sum(next.map((payment) => held.paid.get(payment)!)),
    refund,
    stillToPay: left,
    // The fee belongs to what has to be paid to own the goods (domain 1.1).
    state: cashPrice === 0n ? 'returned' : next.length === 0 && left === 0n ? 'vested' : 'active',
  };
}

/** Shipping stays whole, less what is given up of it, while one of the goods has a price left. */
export function cashKept(kept: readonly bigint[], { lastIsShipping }: { readonly lastIsShipping: boolean }): bigint {
  return sum(goodsOf(kept, { lastIsShipping })) === 0n ? 0n : sum(kept);
}

export function goodsOf(
  articles: readonly bigint[],
  { lastIsShipping }: { readonly lastIsShipping: boolean },
): readonly bigint[] {
  return lastIsShipping ? articles.slice(0, -1) : articles;
}
