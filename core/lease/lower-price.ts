import { type Cents, ratio, timesHalfUp } from '../money/money.ts';
import type { LeaseChange } from './change.ts';
import { keptCash, type Lease, type LeaseLine, shareOf } from './lease.ts';
import { leaseCan } from './lifecycle.ts';
import { kept, returnUnits } from './line.ts';
import { pickForReturn } from './pick-units.ts';
import { leaving } from './take-back.ts';
import { type Leaving, type Withdrawal, withdraw } from './withdraw.ts';

/** A part of a line's price, or all of it. */
export type PriceCut = { readonly line: number; readonly amount: Cents };

/** `possible` is what the line still counts in the lease. */
export type CutTooDeep = { readonly refused: 'CutTooDeep'; readonly line: number; readonly possible: Cents };
export type LeaseOver = { readonly refused: 'LeaseOver' };

/**
 * The merchant gives up a part of its price (api-v3 6.8). The customer's cash price falls by the same cents and the lease
 * is priced again from its inception, as for goods that went back (domain 2.5): what we are given back is never kept
 * from the customer. Goods whose whole price is given up leave the lease; once none with a price is left, it ends.
 */
export function lowerPrice(
  lease: Lease,
  { cuts, ...order }: Withdrawal & { readonly cuts: readonly PriceCut[] },
): LeaseChange | CutTooDeep | LeaseOver {
  if (!leaseCan('cancel', lease.state) && !leaseCan('return', lease.state)) return { refused: 'LeaseOver' };
  const deep = new Map<number, Cents>();
  for (const { line, amount } of cuts) deep.set(line, (deep.get(line) ?? 0) + amount);
  const cutLines = lease.lines.flatMap((line) => {
    const amount = deep.get(line.line) ?? 0;
    return amount === 0 ? [] : [{ line, amount }];
  });
  const tooDeep = cutLines.find(({ line, amount }) => amount > keptCash([line]));
  if (tooDeep !== undefined) {
    return { refused: 'CutTooDeep', line: tooDeep.line.line, possible: keptCash([tooDeep.line]) };
  }
  const gone = cutLines.map(({ line, amount }) => cut(line, amount));
  const goodsLeft = lease.lines.some((line) => {
    const after = gone.find((one) => one.after.line === line.line)?.after ?? line;
    return line.kind === 'item' && keptCash([after]) > 0;
  });
  return withdraw(lease, goodsLeft ? gone : pickForReturn(undefined, lease.lines).changes.map(leaving), order);
}

/** The price of goods in the customer's hands and of goods still to come falls in proportion. */
function cut(line: LeaseLine, amount: Cents): Leaving {
  const whole = keptCash([line]);
  const units = kept(line);
  if (amount === whole && line.kind === 'item') {
    const after = returnUnits(line, units);
    if ('refused' in after)
      throw new RangeError(`Line ${line.line} does not keep the ${units} units it says it keeps.`);
    return leaving({ before: line, after, units });
  }
  const inHand = line.deliveredCash - line.returnedCash;
  const returnedCash = Math.min(inHand, timesHalfUp(amount, ratio(inHand, whole)));
  const cost = returnedCash === 0 ? 0 : shareOf(line.cost, returnedCash, inHand);
  const depreciation = returnedCash === 0 ? 0 : shareOf(line.depreciated, returnedCash, inHand);
  return {
    returnedCash,
    cost,
    depreciation,
    after: {
      ...line,
      returnedCash: line.returnedCash + returnedCash,
      cancelledCash: line.cancelledCash + amount - returnedCash,
      cost: line.cost - cost,
      depreciated: line.depreciated - depreciation,
    },
  };
}
