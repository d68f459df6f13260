import type { Day } from '../calendar/day.ts';
import { depositApplied, feeBilled, installmentBilled, lineDelivered } from '../ledger/postings.ts';
import { type Rate, timesHalfUp } from '../money/money.ts';
import { nextLook } from './bill.ts';
import type { Journal, LeaseChange } from './change.ts';
import {
  type BilledInstallment,
  depositTotal,
  installmentOf,
  type Lease,
  type LeaseLine,
  noDeposit,
  shareOf,
} from './lease.ts';
import { leaseAfter } from './lifecycle.ts';
import { deliverable, receivable } from './line.ts';
import { type ItemRequest, type NotInOrder, pickForReceipt } from './pick-units.ts';
import { placeMoney } from './place-money.ts';
import { passOwnershipWhenPaid } from './vest.ts';

/**
 * The goods have arrived (api-v3 6.7): the store is owed their price, and with the first of them the lease starts, is
 * billed its first installment, and the deposit pays it. Without items everything on its way arrived; in a store where
 * nothing was shipped, everything was handed over. `subject` names this delivery in the ledger. `taxRate` is in force that
 * day: payment 1 was due and taxed at signing, those after it are taxed anew (domain 1.5).
 */
export function receiveGoods(
  lease: Lease,
  order: { items: readonly ItemRequest[] | undefined; on: Day; subject: string; discountRate: Rate; taxRate?: Rate },
): LeaseChange | NotInOrder {
  const { on, subject } = order;
  const picked = pickForReceipt(namedOrOnTheWay(order.items, lease.lines), lease.lines);
  if ('refused' in picked) return picked;

  const delivered = picked.changes.map(({ before, units }) => {
    const open = before.cash - before.deliveredCash - before.cancelledCash;
    const cash = shareOf(open, units, receivable(before));
    return { subject, line: before.line, units, on, cash, cost: cash - timesHalfUp(cash, order.discountRate) };
  });
  const after = new Map(picked.changes.map(({ after: line }) => [line.line, line]));
  const lines = lease.lines.map((line) => {
    const arrived = delivered.find((one) => one.line === line.line);
    if (arrived === undefined) return line;
    const counted = after.get(line.line)!;
    return { ...counted, deliveredCash: line.deliveredCash + arrived.cash, cost: line.cost + arrived.cost };
  });
  const journals: Journal[] = [
    {
      event: 'goods.delivered',
      subject,
      on,
      postings: delivered.flatMap(({ line, cost }) => lineDelivered({ line, cost })),
    },
  ];

  const moved: Lease = { ...lease, lines };
  const started =
    moved.startedOn === null && delivered.length > 0 ? startLease(moved, order) : { lease: moved, journals: [] };
  const owned = passOwnershipWhenPaid(started.lease, on);
  return {
    lease: owned.lease,
    journals: [...journals, ...started.journals, ...owned.journals],
    delivered,
    takenBack: [],
    refund: null,
    limitReleased: owned.limitReleased,
  };
}

/** Without items: what is on its way. A receipt must never pay the store for goods that it has not sent. */
function namedOrOnTheWay(
  items: readonly ItemRequest[] | undefined,
  lines: readonly LeaseLine[],
): readonly ItemRequest[] | undefined {
  if (items !== undefined && items.length > 0) return items;
  const underway = lines.filter((line) => line.sku !== null && deliverable(line) > 0);
  if (underway.length === 0) return lines.some((line) => line.shipped > 0) ? alreadyHere(lines) : undefined;
  return underway.map((line) => ({ sku: line.sku!, quantity: deliverable(line) }));
}

/** Everything that was shipped has arrived: the same call again changes nothing. */
function alreadyHere(lines: readonly LeaseLine[]): ItemRequest[] {
  const first = lines.find((line) => line.sku !== null && line.delivered > 0);
  return first === undefined ? [] : [{ sku: first.sku!, quantity: 0 }];
}

/** Domain 6.2: bill installment 1 and the fee on the delivery day, apply the deposit, regenerate the dates (1.7). */
function startLease(lease: Lease, { on, taxRate = lease.taxRate }: { on: Day; taxRate?: Rate }): Started {
  const running: Lease = { ...lease, state: leaseAfter(lease.state, 'activate')!, startOn: on, startedOn: on };
  const { rent, tax } = installmentOf(running, 1);
  const { processingFee: fee, feeTax } = running;
  const first: BilledInstallment = {
    number: 1,
    dueOn: on,
    debitOn: on,
    rent,
    tax,
    taxRate: lease.taxRate,
    paidRent: 0,
    paidTax: 0,
    reversedRent: 0,
    reversedTax: 0,
  };
  const billed: Lease = { ...running, billedCount: 1, installments: [first], deposit: noDeposit };
  const deposit = depositTotal(lease.deposit);
  const { lease: paid } = placeMoney(billed, deposit, 'oldest_first');
  return {
    lease: { ...paid, taxRate, nextDueOn: nextLook(paid) },
    journals: [
      { event: 'installment.billed', subject: '1', on, postings: installmentBilled({ installment: 1, rent, tax }) },
      { event: 'fee.billed', subject: '', on, postings: feeBilled({ fee, feeTax }) },
      { event: 'deposit.applied', subject: '', on, postings: depositApplied({ deposit, rent, tax, fee, feeTax }) },
    ],
  };
}

type Started = { lease: Lease; journals: Journal[] };
