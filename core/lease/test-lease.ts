import type { Day } from '../calendar/day.ts';
import type { Frequency } from '../calendar/pay-cycle.ts';
import { type Cents, rate, timesHalfUp } from '../money/money.ts';
import { priceLease } from '../pricing/price.ts';
import { keptCash, type Lease, type LeaseLine, noDeposit } from './lease.ts';
import { leaseAfter } from './lifecycle.ts';
import { receiveGoods } from './receive.ts';

export type TestOrder = {
  readonly goods: readonly { readonly sku: string; readonly cash: Cents; readonly quantity: number }[];
  readonly shipping: Cents;
  readonly factor: string;
  readonly totalCap: string | null;
  readonly tax: string;
  readonly fee: Cents;
  readonly frequency: Frequency;
  readonly startOn: Day;
  readonly payDate: Day | null;
};

/** For tests: a lease of a year as it is after an accepted first payment and the merchant's finalize. */
export function finalizedLease({ goods, shipping, ...order }: TestOrder): Lease {
  const lines = goods.map(({ sku, cash, quantity }, at) => newLine(at + 1, { sku, cash, ordered: quantity }));
  if (shipping > 0) lines.push(newLine(lines.length + 1, { sku: null, cash: shipping, ordered: 1 }));
  const { frequency, startOn, payDate } = order;
  const [cashPrice, factor, taxRate] = [keptCash(lines), rate(order.factor), rate(order.tax)];
  const totalCap = order.totalCap === null ? null : rate(order.totalCap);
  const { fee } = order;
  const feeTax = timesHalfUp(fee, taxRate);
  const year = { processingFee: fee, frequency, termWeeks: 52, taxRate, feeTaxable: true };
  const price = priceLease({ cashPrice, factor, totalCap, ...year });
  if ('refused' in price) throw new RangeError('No lease is offered at this price.');
  const { count, regular, last, totalRent } = price;
  return {
    ...{ state: leaseAfter('signed', 'finalize')!, cashPrice, totalRent, processingFee: fee, feeTax },
    ...{ factor, totalCap, taxRate, startOn, startedOn: null, billedCount: 0, nextDueOn: null, lines },
    terms: { frequency, count, regular, last, payDate, leadDays: 7, debit: 'following' },
    ...{ installments: [], deposit: { ...noDeposit, rent: regular, tax: timesHalfUp(regular, taxRate), fee, feeTax } },
    ...{ paidFee: 0, paidFeeTax: 0, ahead: 0 },
  };
}

/** The same with all its goods delivered on its first day: payment 1 is billed and paid. */
export function deliveredLease(order: TestOrder): Lease {
  const items = order.goods.map(({ sku }) => ({ sku }));
  const discountRate = rate('0.04');
  const received = receiveGoods(finalizedLease(order), { items, on: order.startOn, subject: '', discountRate });
  if ('refused' in received) throw new RangeError('The goods of this order can not be delivered.');
  return received.lease;
}

function newLine(line: number, { sku, cash, ordered }: Pick<LeaseLine, 'sku' | 'cash' | 'ordered'>): LeaseLine {
  return {
    ...{ line, kind: sku === null ? 'shipping' : 'item', sku, cash, ordered },
    ...{ deliveredCash: 0, cancelledCash: 0, returnedCash: 0, cost: 0, depreciated: 0 },
    ...{ cancelled: 0, shipped: 0, delivered: 0, merchantReturned: 0, surrendered: 0 },
  };
}
