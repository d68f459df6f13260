import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '#core/calendar/day.ts';
import type { Frequency } from '#core/calendar/pay-cycle.ts';
import { billDueInstallments } from '#core/lease/bill.ts';
import { ifExchanged } from '#core/lease/counterfactual.ts';
import { dateChangeLimits, moveDueDays } from '#core/lease/date-change.ts';
import type { Lease } from '#core/lease/lease.ts';
import { openOf } from '#core/lease/owed.ts';
import { placeMoney } from '#core/lease/place-money.ts';
import { deliveredLease, type TestOrder } from '#core/lease/test-lease.ts';
import { paymentsToCome, rentOf } from '#core/lease/to-come.ts';
import type { Decimal } from '#core/money/decimal.ts';
import { liabilityFor } from '#core/pricing/liability.ts';
import { lawOf } from './law-of.ts';
import { amount, type Figures, inDollars, read } from './read-rows.ts';

// Changes of a lease, as data that a lawyer can read; worked out with exact fractions and a walk through the calendar.

test('pay days that move are the worked example', () => {
  for (const { source, given, expect } of read<DateChangeRow>('date-changes.json')) {
    const { frequency, startOn, payDate, paymentsMade, today, dateChanges, ...wish } = given;
    const goods = [{ sku: 'SOFA', cash: 130_67, quantity: 1 }];
    const lived = paidOnTime({ ...plain, goods, frequency, startOn, payDate }, { paymentsMade });
    const lease = { ...lived, terms: { ...lived.terms, dateChanges } };
    const agreed = paymentsToCome(lease);
    const change = moveDueDays(lease, { ...wish, today }, dateChangeLimits);
    if ('refused' in change) {
      assert.deepEqual({ refused: change.refused }, expect, source);
      continue;
    }
    const moved = paymentsToCome(change.lease);
    const firstFour = (payments: typeof moved) => payments.slice(0, 4).map(({ dueOn }) => dueOn);
    assert.deepEqual(
      {
        ...{ agreed: firstFour(agreed), moved: firstFour(moved) },
        ...{ lastOn: moved.at(-1)!.dueOn, movedDays: change.movedDays },
      },
      expect,
      source,
    );
    assert.equal(rentOf(moved), rentOf(agreed), source);
    assert.equal(change.lease.totalRent, lease.totalRent, source);
  }
});

test('an exchange is the worked example', () => {
  for (const { source, given, expect } of read<ExchangeRow>('exchanges.json')) {
    const { state, items, shipping, factor, totalCap, paymentsMade, today, sku, price } = given;
    const goods = items.map((one) => ({ sku: one.sku, cash: amount(one.cash), quantity: 1 }));
    const order = { ...plain, goods, shipping: amount(shipping), factor, totalCap };
    const lease = paidOnTime(order, { paymentsMade });
    const { earlyPurchase, statutoryEarlyPurchase, renegotiation } = lawOf(state, today);
    const view = {
      ...{ today, signedOn: lease.startOn, pending: 0, windowDays: 30, renegotiation },
      law: { contract: earlyPurchase, statutory: statutoryEarlyPurchase },
    };
    const answer = ifExchanged(lease, { item: { sku }, priceOf: price === null ? null : () => amount(price) }, view);
    assert.ok(!('failed' in answer), source);
    const { cashPrice, totalRent } = answer.lease;
    const rents = answer.payments.map(({ rent }) => rent);
    const figures = { ...answer, cashPrice, totalRent, regular: rents[0], last: rents.at(-1), payments: rents.length };
    assert.deepEqual(inDollars(figures, expect), expect, source);
  }
});

test('what is owed for lost goods is the worked example', () => {
  for (const { source, given, expect } of read<LiabilityRow>('liabilities.json')) {
    const { marketValue, repairCost } = given;
    const {
      by,
      values,
      amount: owed,
    } = liabilityFor({
      unbilledRent: amount(given.unbilledRent),
      earlyPurchaseRent: amount(given.earlyPurchaseRent),
      pastDueRent: amount(given.pastDueRent),
      itemsCash: amount(given.itemsCash),
      goneCash: amount(given.goneCash),
      marketValue: marketValue === null ? null : amount(marketValue),
      repairCost: repairCost === null ? null : amount(repairCost),
    });
    assert.deepEqual(inDollars({ ...values, by, amount: owed }, expect), expect, source);
  }
});

type DateChangeRow = {
  source: string;
  given: {
    frequency: Frequency;
    startOn: Day;
    payDate: Day;
    paymentsMade: number;
    today: Day;
    to: Day;
    acceptsEarlier: boolean;
    dateChanges: number;
  };
  expect: { refused: string } | { agreed: Day[]; moved: Day[]; lastOn: Day; movedDays: number };
};
type ExchangeRow = {
  source: string;
  given: {
    state: string;
    items: { sku: string; cash: Decimal }[];
    shipping: Decimal;
    factor: string;
    totalCap: string;
    paymentsMade: number;
    today: Day;
    sku: string;
    price: Decimal | null;
  };
  expect: Figures;
};
type LiabilityRow = {
  source: string;
  given: Record<'unbilledRent' | 'earlyPurchaseRent' | 'pastDueRent' | 'itemsCash' | 'goneCash', Decimal> &
    Record<'marketValue' | 'repairCost', Decimal | null>;
  expect: Figures;
};

const plain: Omit<TestOrder, 'goods'> = {
  ...{ shipping: 0, factor: '2.00', totalCap: '2.25', tax: '0', fee: 0 },
  ...{ frequency: 'weekly', startOn: '2026-11-20', payDate: '2026-12-04' },
};

/** So many payments were billed on their days, and all of them are paid. */
function paidOnTime(order: TestOrder, { paymentsMade }: { paymentsMade: number }): Lease {
  let lease = deliveredLease(order);
  while (lease.billedCount < paymentsMade) lease = billDueInstallments(lease, lease.nextDueOn!).lease;
  const open = lease.installments.reduce((sum, one) => sum + openOf(one), 0);
  return placeMoney(lease, open, 'oldest_first').lease;
}
