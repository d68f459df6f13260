import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Cents } from '../money/money.ts';
import { type Account, account, chart } from './chart.ts';
import { depreciatedAfter, depreciationOf } from './depreciation.ts';
import { aheadApplied, aheadRefunded, paymentPlaced, paymentTakenOut } from './payment-postings.ts';
import {
  attemptReturned,
  attemptSettled,
  creditRefunded,
  depositApplied,
  depositRefunded,
  depreciated,
  feeBilled,
  initialPaymentSubmitted,
  installmentBilled,
  lineDelivered,
  lineReturnedToMerchant,
  memoChanged,
  merchantFunded,
  type Posting,
  refundPaid,
  rentReversed,
  repricedBeforeDelivery,
  signed,
  vested,
} from './postings.ts';

const amount = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50_000_00 }));
const rail = fc.constantFrom('ach' as const, 'card' as const);
const where = { line: fc.integer({ min: 1, max: 9 }), installment: fc.integer({ min: 1, max: 52 }) };

const placed = fc.record({
  installments: fc.array(fc.record({ number: where.installment, rent: amount, tax: amount }), { maxLength: 4 }),
  fee: amount,
  feeTax: amount,
  ahead: amount,
});

/** Every event with any amounts that can occur in it. */
const events: Record<string, fc.Arbitrary<Posting[]>> = {
  signed: fc.record({ totalRent: amount }).map(signed),
  'initial payment submitted': fc.record({ amount, rail }).map(initialPaymentSubmitted),
  'attempt settled': fc.record({ amount, rail }).map(attemptSettled),
  'attempt returned': fc
    .record({
      rail,
      stage: fc.constantFrom('before_settlement' as const, 'after_settlement' as const),
      applied: fc.constantFrom('deposit' as const, 'refund_payable' as const),
      amount,
    })
    .map(attemptReturned),
  'payment placed': fc.record({ rail, placed, over: amount }).map(paymentPlaced),
  'payment taken out': fc
    .record({ rail, stage: fc.constantFrom('before_settlement' as const, 'after_settlement' as const), placed })
    .map(paymentTakenOut),
  'ahead applied': fc.record({ installment: fc.nat(), rent: amount, tax: amount }).map(aheadApplied),
  'ahead refunded': fc.record({ amount }).map(aheadRefunded),
  'line delivered': fc.record({ line: where.line, cost: amount }).map(lineDelivered),
  'installment billed': fc.record({ installment: where.installment, rent: amount, tax: amount }).map(installmentBilled),
  'fee billed': fc.record({ fee: amount, feeTax: amount }).map(feeBilled),
  'deposit applied': fc
    .record({ deposit: amount, rent: amount, tax: amount, fee: amount, feeTax: amount })
    .map(depositApplied),
  depreciated: fc.record({ ...where, amount }).map(depreciated),
  'repriced before delivery': fc.record({ rentDecrease: amount }).map(repricedBeforeDelivery),
  'memo changed': fc.record({ from: amount, to: amount }).map(memoChanged),
  'deposit refunded': fc.record({ amount }).map(depositRefunded),
  'credit refunded': fc.record({ amount }).map(creditRefunded),
  'refund paid': fc.record({ amount }).map(refundPaid),
  'line returned to merchant': fc
    .record({ line: where.line, unfunded: amount, funded: amount, depreciation: amount })
    .map(({ unfunded, ...line }) => lineReturnedToMerchant({ ...line, cost: unfunded + line.funded })),
  'rent reversed': fc
    .record({ unpaidRent: amount, unpaidTax: amount, paidRent: amount, paidTax: amount })
    .map(rentReversed),
  'merchant funded': fc.record({ amount }).map(merchantFunded),
  vested: fc
    .record({ line: where.line, depreciation: amount, bookValue: amount })
    .map(({ bookValue, ...line }) => vested({ ...line, cost: line.depreciation + bookValue })),
};

for (const [event, journals] of Object.entries(events)) {
  test(`${event}: the journal sums to zero in each book and has no empty or negative row`, () => {
    fc.assert(
      fc.property(journals, (journal) => {
        const sums = { financial: 0, memo: 0 };
        for (const { debit, credit, amount } of journal) {
          assert.ok(Number.isSafeInteger(amount) && amount > 0);
          assert.notEqual(debit, credit);
          sums[chart[debit].book] += amount;
          sums[chart[credit].book] -= amount;
        }
        assert.deepEqual(sums, { financial: 0, memo: 0 });
      }),
    );
  });
}

test('every account is in the chart once, on the side its number says', () => {
  const numbers = Object.values(account).map(String);
  assert.deepEqual([...new Set(numbers)].sort(), Object.keys(chart).sort());
  for (const number of Object.values(account)) {
    assert.equal(chart[number].book, number >= 9000 ? 'memo' : 'financial');
    if (number >= 2000 && number < 5000) assert.equal(chart[number].normal, 'credit');
    if (number >= 5000 && number < 9000) assert.equal(chart[number].normal, 'debit');
  }
});

test('amounts below zero are our own mistake, never a posting the other way round', () => {
  assert.throws(() => merchantFunded({ amount: -1 }), RangeError);
  assert.throws(() => merchantFunded({ amount: 0.5 }), RangeError);
  assert.throws(() => lineReturnedToMerchant({ line: 1, cost: 100, depreciation: 0, funded: 101 }), RangeError);
  assert.throws(() => vested({ line: 1, cost: 100, depreciation: 101 }), RangeError);
});

test('goods delivered, billed, paid and worn leave exactly what is owed and owned', () => {
  const journal = [
    ...signed({ totalRent: 21_000 }),
    ...initialPaymentSubmitted({ amount: 1_524, rail: 'ach' }),
    ...lineDelivered({ line: 1, cost: 10_500 }),
    ...installmentBilled({ installment: 1, rent: 404, tax: 28 }),
    ...feeBilled({ fee: 1_000, feeTax: 70 }),
    ...depositApplied({ deposit: 1_524, rent: 404, tax: 28, fee: 1_000, feeTax: 70 }),
    ...attemptSettled({ amount: 1_524, rail: 'ach' }),
    ...depreciated({ line: 1, amount: depreciationOf({ cost: 10_500, period: 1, periods: 52 }), installment: 1 }),
    ...merchantFunded({ amount: 10_500 }),
  ];
  assert.deepEqual(balances(journal), {
    cash: 1_524 - 10_500,
    leasedMerchandise: 10_500,
    accumulatedDepreciation: -202,
    depreciation: 202,
    salesTaxPayable: -98,
    deferredRent: -22,
    leaseRevenue: -404,
    processingFees: -1_000,
    unbilledRent: 20_596,
    unbilledRentContra: -20_596,
  });
});

test('a lease cancelled before delivery leaves nothing but the refund, and paying that leaves nothing at all', () => {
  const journal = [
    ...signed({ totalRent: 21_000 }),
    ...initialPaymentSubmitted({ amount: 404, rail: 'ach' }),
    ...attemptSettled({ amount: 404, rail: 'ach' }),
    ...repricedBeforeDelivery({ rentDecrease: 21_000 }),
    ...depositRefunded({ amount: 404 }),
  ];
  assert.deepEqual(balances(journal), { cash: 404, refundsPayable: -404 });
  assert.deepEqual(balances([...journal, ...refundPaid({ amount: 404 })]), {});
});

test('a full return inside the window leaves nothing but what the merchant owes back', () => {
  const journal = [
    ...signed({ totalRent: 21_000 }),
    ...initialPaymentSubmitted({ amount: 432, rail: 'ach' }),
    ...attemptSettled({ amount: 432, rail: 'ach' }),
    ...lineDelivered({ line: 1, cost: 10_500 }),
    ...installmentBilled({ installment: 1, rent: 404, tax: 28 }),
    ...depositApplied({ deposit: 432, rent: 404, tax: 28, fee: 0, feeTax: 0 }),
    ...depreciated({ line: 1, amount: 202, installment: 1 }),
    ...installmentBilled({ installment: 2, rent: 404, tax: 28 }),
    ...merchantFunded({ amount: 10_500 }),
    ...lineReturnedToMerchant({ line: 1, cost: 10_500, depreciation: 202, funded: 10_500 }),
    ...rentReversed({ unpaidRent: 404, unpaidTax: 28, paidRent: 404, paidTax: 28 }),
    ...memoChanged({ from: 20_192, to: 0 }),
    ...creditRefunded({ amount: 432 }),
    ...refundPaid({ amount: 432 }),
  ];
  assert.deepEqual(balances(journal), { cash: -10_500, dueFromMerchants: 10_500 });
});

test('goods returned before the merchant was paid are simply not owed', () => {
  const journal = [
    ...lineDelivered({ line: 1, cost: 10_500 }),
    ...lineReturnedToMerchant({ line: 1, cost: 10_500, depreciation: 0, funded: 0 }),
  ];
  assert.deepEqual(balances(journal), {});
});

test('a payment that comes back undoes its way, wherever its money stood', () => {
  const submitted = initialPaymentSubmitted({ amount: 500, rail: 'ach' });
  const settled = [...submitted, ...attemptSettled({ amount: 500, rail: 'ach' })];
  const parts = { amount: 500, rail: 'ach' as const };
  assert.deepEqual(
    balances([...submitted, ...attemptReturned({ ...parts, stage: 'before_settlement', applied: 'deposit' })]),
    {},
  );
  assert.deepEqual(
    balances([...settled, ...attemptReturned({ ...parts, stage: 'after_settlement', applied: 'deposit' })]),
    {},
  );
  assert.deepEqual(
    balances([
      ...settled,
      ...depositRefunded({ amount: 500 }),
      ...attemptReturned({ ...parts, stage: 'after_settlement', applied: 'refund_payable' }),
    ]),
    {},
  );
  const applied = depositApplied({ deposit: 500, rent: 404, tax: 28, fee: 50, feeTax: 0 });
  const where = { installments: [{ number: 1, rent: 404, tax: 28 }], fee: 50, feeTax: 0, ahead: 18 };
  const out = paymentTakenOut({ rail: 'ach', stage: 'after_settlement', placed: where });
  assert.deepEqual(balances([...settled, ...applied, ...out]), {});
});

test('a payment pays what is billed, and what it pays ahead is taken by the next installment', () => {
  const where = { installments: [{ number: 2, rent: 404, tax: 28 }], fee: 0, feeTax: 0, ahead: 300 };
  const journal = [
    ...installmentBilled({ installment: 2, rent: 404, tax: 28 }),
    ...paymentPlaced({ rail: 'card', placed: where, over: 0 }),
    ...attemptSettled({ amount: 732, rail: 'card' }),
  ];
  const billed = installmentBilled({ installment: 3, rent: 404, tax: 28 });
  const taken = aheadApplied({ installment: 3, rent: 281, tax: 19 });
  const left = balances([...journal, ...billed, ...taken]);
  assert.deepEqual([balances(journal).deferredRent, balances(journal).cash], [-300, 732]);
  assert.deepEqual([left.deferredRent, left.rentReceivable], [undefined, 132]);
});

test('the deposit pays the first installment, then the fee, and never more than there is', () => {
  fc.assert(
    fc.property(
      fc.record({ deposit: amount, rent: amount, tax: amount, fee: amount, feeTax: amount }),
      ({ deposit, rent, tax, fee, feeTax }) => {
        const journal = depositApplied({ deposit, rent, tax, fee, feeTax });
        const part = (component: Posting['component']) =>
          journal.filter((row) => row.component === component).reduce((sum, row) => sum + row.amount, 0);
        assert.equal(balances(journal).customerDeposits ?? 0, deposit);
        assert.equal(part('cash'), Math.max(0, deposit - rent - tax - fee - feeTax));
        assert.ok(part('rent') <= rent && part('tax') <= tax + feeTax && part('fee') <= fee);
        if (part('fee') > 0) assert.equal(part('rent'), rent);
      },
    ),
  );
  assert.deepEqual(depositApplied({ deposit: 216, rent: 404, tax: 28, fee: 10, feeTax: 0 }), [
    { debit: account.customerDeposits, credit: account.rentReceivable, amount: 202, component: 'rent' },
    { debit: account.customerDeposits, credit: account.rentReceivable, amount: 14, component: 'tax' },
  ]);
});

test('owned goods leave the books with the rest of their worth', () => {
  const journal = [
    ...lineDelivered({ line: 1, cost: 10_500 }),
    ...merchantFunded({ amount: 10_500 }),
    ...depreciated({ line: 1, amount: 4_000, installment: 20 }),
    ...vested({ line: 1, cost: 10_500, depreciation: 4_000 }),
  ];
  assert.deepEqual(balances(journal), { cash: -10_500, depreciation: 4_000, merchandiseSold: 6_500 });
});

test('depreciation adds up to the cost to the cent, and never takes anything back', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 104 }), (cost, periods) => {
      let worn = 0;
      for (let period = 1; period <= periods; period += 1) {
        const step = depreciationOf({ cost, period, periods });
        assert.ok(step >= 0);
        worn += step;
        assert.equal(worn, depreciatedAfter({ cost, period, periods }));
      }
      assert.equal(worn, cost);
    }),
  );
});

test('goods of 100.00 over 3 periods lose 33.33, 33.34 and 33.33', () => {
  const steps = [1, 2, 3].map((period) => depreciationOf({ cost: 10_000, period, periods: 3 }));
  assert.deepEqual(steps, [3_333, 3_334, 3_333]);
  assert.throws(() => depreciationOf({ cost: 10_000, period: 4, periods: 3 }), RangeError);
});

/** What each account holds after a journal, debits positive; accounts at zero are left out. */
function balances(journal: Posting[]): Record<string, Cents> {
  const names = new Map<Account, string>(Object.entries(account).map(([name, number]) => [number, name]));
  const sums: Record<string, Cents> = {};
  const add = (of: Account, cents: Cents) => {
    sums[names.get(of)!] = (sums[names.get(of)!] ?? 0) + cents;
  };
  for (const { debit, credit, amount } of journal) {
    add(debit, amount);
    add(credit, -amount);
  }
  return Object.fromEntries(Object.entries(sums).filter(([, cents]) => cents !== 0));
}
