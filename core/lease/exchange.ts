import { addDays, type Day } from '../calendar/day.ts';
import { dueDay } from '../calendar/pay-cycle.ts';
import type { Cents } from '../money/money.ts';
import { inceptionDerivations, spreadDerivations, totalDerivation } from '../pricing/change-derivation.ts';
import type { Derivation } from '../pricing/derivation.ts';
import { exchangeDerivation, priceAfterExchange } from '../pricing/exchange.ts';
import {
  depositTotal,
  installmentOf,
  keptCash,
  type Lease,
  type LeaseLine,
  paidRent,
  scheduleOf,
  unbilledRent,
} from './lease.ts';
import { type ItemRequest, pickForReturn, type SkuUnits } from './pick-units.ts';
import { repriceLease } from './reprice.ts';
import { type GoodsGone, itemsCashOf, takeFromCustomer } from './surrender.ts';
import { leaving } from './take-back.ts';
import { spreadAfter, termsFrom } from './to-come.ts';

/** Units of an article give way to as many others; `priceOf` is what so many of these cost, null the same value, as for a defect. */
export type ExchangeWish = {
  readonly item: ItemRequest;
  readonly priceOf: ((units: number) => Cents) | null;
  readonly on: Day;
  readonly windowDays: number;
};

/** `dearer` is by how much the cash price of the lease rises, below zero when it falls; `refund` would be paid back, tax included. */
export type Exchange = {
  readonly lease: Lease;
  readonly way: 'substitution' | 'from_inception' | 'prospective';
  readonly dearer: Cents;
  readonly refund: Cents;
  readonly derivation: readonly Derivation[];
};

/**
 * Goods are exchanged (domain 2.5, last paragraphs). Of the same value, they take the place of the others and the schedule
 * stays. Of another value, the one line is cancelled and the other added: before delivery and inside the store's window the
 * lease is priced from its inception, as if it had always been these goods; later what was billed stays and what is to come
 * follows their value. Whether the higher price fits the customer's limit is for the caller to say. What can't go back is
 * `failed`; so is an exchange for goods without a price.
 */
export function exchangeGoods(lease: Lease, wish: ExchangeWish): Exchange | { readonly failed: SkuUnits[] } {
  const { startedOn } = lease;
  const fromInception = startedOn === null || wish.on <= addDays(startedOn, wish.windowDays);
  const gone = fromInception ? takeFromAnywhere(lease, wish.item) : takeFromCustomer(lease, wish.item);
  if ('failed' in gone) return gone;
  const { lines, units, goneCash } = gone;
  const newCash = wish.priceOf === null ? goneCash : wish.priceOf(units);
  if (goneCash <= 0 || newCash <= 0) return { failed: [{ sku: wish.item.sku, quantity: units }] };
  const dearer = newCash - goneCash;
  if (dearer === 0) return { lease, way: 'substitution', dearer, refund: 0, derivation: [] };
  const exchanged = [...lines, lineInstead(lines, { sku: wish.item.sku, units, cash: newCash })];
  return fromInception
    ? exchangeFromInception(lease, exchanged, { on: wish.on, dearer })
    : exchangeFromNow(lease, exchanged, { on: wish.on, dearer });
}

function exchangeFromInception(
  lease: Lease,
  lines: readonly LeaseLine[],
  { on, dearer }: { on: Day; dearer: Cents },
): Exchange {
  const after = repriceLease(lease, lines, on, '');
  const { factor, totalCap, processingFee, terms } = lease;
  const taken = lease.startedOn === null ? Math.sign(lease.deposit.rent) : lease.billedCount;
  const rentToCome = Math.max(0, after.lease.totalRent - paidRent(lease));
  const { regular, last, count } = after.lease.terms;
  const spread = { regular, last, count: count - taken };
  return {
    ...{ lease: after.lease, way: 'from_inception', dearer },
    refund: after.refund === null ? 0 : depositTotal(after.refund),
    derivation: [
      ...inceptionDerivations({ cashPrice: keptCash(lines), factor, totalCap, processingFee }, paidRent(lease)),
      ...spreadDerivations(rentToCome, Math.max(1, terms.count - taken), spread),
    ],
  };
}

function exchangeFromNow(
  lease: Lease,
  lines: readonly LeaseLine[],
  { on, dearer }: { on: Day; dearer: Cents },
): Exchange {
  const { factor, totalCap, terms, billedCount } = lease;
  const unbilled = unbilledRent(lease);
  const exchange = {
    ...{ factor, totalCap, unbilledRent: unbilled, billedRent: lease.totalRent - unbilled },
    ...{ itemsCash: itemsCashOf(lease.lines), itemsCashAfter: itemsCashOf(lines), count: terms.count, billedCount },
  };
  const price = priceAfterExchange(exchange);
  const spread = { regular: price.regular, last: price.last, count: price.remainingCount };
  const after: Lease = {
    ...lease,
    lines,
    cashPrice: keptCash(lines),
    totalRent: price.totalRent,
    terms: { ...terms, ...spreadAfter(billedCount, spread) },
  };
  return {
    ...{ lease: billedLater(after, on), way: 'prospective', dearer, refund: 0 },
    derivation: [
      exchangeDerivation(exchange, price),
      ...spreadDerivations(price.unbilledRent, Math.max(1, terms.count - billedCount), spread),
      totalDerivation(exchange.billedRent, price.unbilledRent),
    ],
  };
}

/** A payment that is added when all were billed is due a period after the last, and never on a day that has passed. */
function billedLater(lease: Lease, on: Day): Lease {
  if (lease.billedCount >= lease.terms.count) return lease;
  const { cycle } = scheduleOf(lease.terms, lease.startOn);
  const { dueOn } = installmentOf(lease, lease.billedCount + 1);
  let firstOn = dueOn;
  for (let k = 1; firstOn <= on; k += 1) firstOn = dueDay(cycle, dueOn, k);
  const terms = firstOn === dueOn ? lease.terms : termsFrom(lease, firstOn);
  return { ...lease, terms, nextDueOn: firstOn };
}

/** Units of an article wherever they are; shipping stays, because other goods come in their place (domain 2.5). */
function takeFromAnywhere(
  lease: Lease,
  item: ItemRequest,
): Omit<GoodsGone, 'itemsCash'> | { readonly failed: SkuUnits[] } {
  const { changes, failed, taken } = pickForReturn([item], lease.lines);
  if (failed.length > 0 || taken.length === 0) {
    return { failed: failed.length > 0 ? failed : [{ sku: item.sku, quantity: item.quantity ?? 0 }] };
  }
  const after = new Map(
    changes.filter(({ before }) => before.kind === 'item').map((one) => [one.before, leaving(one)]),
  );
  const lines = lease.lines.map((line) => after.get(line)?.after ?? line);
  const units = taken.reduce((sum, { quantity }) => sum + quantity, 0);
  return { lines, units, goneCash: keptCash(lease.lines) - keptCash(lines) };
}

function lineInstead(
  lines: readonly LeaseLine[],
  { sku, units, cash }: { sku: string; units: number; cash: Cents },
): LeaseLine {
  const line = Math.max(...lines.map((one) => one.line)) + 1;
  return {
    ...{ line, kind: 'item', sku, cash, ordered: units },
    ...{ deliveredCash: 0, cancelledCash: 0, returnedCash: 0, cost: 0, depreciated: 0 },
    ...{ cancelled: 0, shipped: 0, delivered: 0, merchantReturned: 0, surrendered: 0 },
  };
}
