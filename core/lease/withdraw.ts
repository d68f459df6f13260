import type { Day } from '../calendar/day.ts';
import { lineReturnedToMerchant } from '../ledger/postings.ts';
import type { Cents } from '../money/money.ts';
import type { Journal, LeaseChange } from './change.ts';
import { keptCash, type Lease, type LeaseLine } from './lease.ts';
import { repriceLease } from './reprice.ts';
import { passOwnershipWhenPaid } from './vest.ts';

/** What leaves a line, goods or a part of their price: the line afterwards, and what stood in our books for it. */
export type Leaving = {
  readonly after: LeaseLine;
  readonly returnedCash: Cents;
  readonly cost: Cents;
  readonly depreciation: Cents;
};

/** `subject` names this change in the ledger. */
export type Withdrawal = {
  readonly on: Day;
  readonly subject: string;
  /** Per line: how much of its cost has been paid to the merchant already (the rest is only owed). */
  readonly funded: ReadonlyMap<number, Cents>;
};

/**
 * Goods, or a part of their price, leave the lease as if they had never been in it (domain 2.5): our books give up what
 * they stood for, the lease is priced again, and once what is left of it is paid for, it is the customer's.
 */
export function withdraw(lease: Lease, gone: readonly Leaving[], { on, subject, funded }: Withdrawal): LeaseChange {
  const lines = lease.lines.map((line) => gone.find((one) => one.after.line === line.line)?.after ?? line);
  const back = gone.filter((one) => one.cost > 0 || one.returnedCash > 0);
  const returned: Journal = {
    event: 'goods.returned',
    subject,
    on,
    postings: back.flatMap(({ after: { line }, cost, depreciation }) =>
      lineReturnedToMerchant({ line, cost, depreciation, funded: Math.min(cost, funded.get(line) ?? 0) }),
    ),
  };
  const repriced = repriceLease(lease, lines, on, subject);
  const owned = passOwnershipWhenPaid(repriced.lease, on);
  return {
    lease: owned.lease,
    journals: [returned, ...repriced.journals, ...owned.journals],
    delivered: [],
    takenBack: back.map(({ after: { line }, cost, returnedCash: cash }) => ({ line, cash, cost })),
    refund: repriced.refund,
    limitReleased: keptCash(lease.lines) - keptCash(lines) + owned.limitReleased,
  };
}
