import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type Day } from '../calendar/day.ts';
import { type Account, account, chart } from '../ledger/chart.ts';
import { initialPaymentSubmitted, signed } from '../ledger/postings.ts';
import { rate, timesHalfUp } from '../money/money.ts';
import { priceLease } from '../pricing/price.ts';
import { billDueInstallments } from './bill.ts';
import type { Journal, LeaseChange } from './change.ts';
import {
  type Deposit,
  depositTotal,
  installmentOf,
  keptCash,
  type Lease,
  type LeaseLine,
  noDeposit,
  unbilledRent,
} from './lease.ts';
import { leaseAfter, leaseLifecycle } from './lifecycle.ts';
import { lowerPrice } from './lower-price.ts';
import { firstPaymentReturned } from './payment-returned.ts';
import { pickForShipment } from './pick-units.ts';
import { receiveGoods } from './receive.ts';
import { cancelUnshipped, returnToMerchant } from './take-back.ts';

type Step =
  | { do: 'ship' | 'receive' | 'cancel' | 'return'; sku: string; quantity: number }
  | { do: 'everything'; what: 'receive' | 'cancel' | 'return' }
  | { do: 'lower price'; line: number; share: number }
  | { do: 'days'; days: number }
  | { do: 'payment returned' };

const skus = ['SOFA', 'LAMP', 'RUG'];
const quantity = fc.integer({ min: 1, max: 3 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('ship' as const, 'receive' as const, 'cancel' as const, 'return' as const),
    sku: fc.constantFrom(...skus),
    quantity,
  }),
  fc.record({
    do: fc.constant('everything' as const),
    what: fc.constantFrom('receive' as const, 'cancel' as const, 'return' as const),
  }),
  fc.record({
    do: fc.constant('lower price' as const),
    line: fc.integer({ min: 1, max: 4 }),
    share: fc.constantFrom(1, 3, 50, 97, 100),
  }),
  fc.record({ do: fc.constant('days' as const), days: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ do: fc.constant('payment returned' as const) }),
);
const anyLease = fc.record({
  goods: fc.array(fc.record({ price: fc.integer({ min: 0, max: 250_000 }), quantity }), { minLength: 1, maxLength: 3 }),
  shipping: fc.integer({ min: 0, max: 20_000 }),
  factor: fc.constantFrom('1.50', '2.00', '2.13', '2.40'),
  tax: fc.constantFrom('0', '0.0725', '0.0825'),
  frequency: fc.constantFrom('weekly' as const, 'biweekly' as const, 'semimonthly' as const, 'monthly' as const),
});

/** Prices lowered one after the other before delivery: the tax of each part rounds by itself. */
const taxInThreeParts: readonly [Wanted, Step[]] = [
  {
    goods: [
      { price: 43_023, quantity: 1 },
      { price: 30_265, quantity: 1 },
    ],
    shipping: 13_149,
    factor: '2.00',
    tax: '0.0725',
    frequency: 'monthly',
  },
  [
    { do: 'lower price', line: 1, share: 97 },
    { do: 'lower price', line: 3, share: 97 },
    { do: 'lower price', line: 2, share: 100 },
    { do: 'everything', what: 'receive' },
  ],
];

test('whatever happens to a lease, its rent adds up, its books balance, and money is never made or lost', () => {
  fc.assert(
    fc.property(anyLease, fc.array(anyStep, { maxLength: 14 }), (wanted, steps) => {
      const book = new Book();
      let lease = signedLease(wanted, book);
      if (lease === null) return;
      let today = '2026-11-21';
      const first = lease.deposit;
      let paid = depositTotal(first);
      let refunded = 0;
      let bounced = false;
      for (const [index, step] of steps.entries()) {
        if (step.do === 'days') today = addDays(today, step.days);
        if (step.do === 'payment returned' && bounced) continue;
        const change = carry(lease, step, today, `${index}`, { first, refunded });
        if (change === null) continue;
        bounced ||= step.do === 'payment returned';
        if (step.do === 'payment returned') paid = 0;
        book.keep(change.journals);
        refunded +=
          step.do === 'payment returned' ? -refunded : change.refund === null ? 0 : depositTotal(change.refund);
        assert.equal(change.limitReleased >= 0, true);
        lease = change.lease;
        check(lease, book, { paid, refunded });
      }
    }),
    { numRuns: 5_000, examples: [[...taxInThreeParts]] },
  );
});

/** The books of one lease: the sum of every account, debit-positive. */
class Book {
  readonly #sums = new Map<Account, number>();
  readonly #names = new Set<string>();

  keep(journals: readonly Journal[]): void {
    for (const { event, subject, postings } of journals) {
      if (postings.length === 0) continue;
      assert.equal(this.#names.has(`${event}/${subject}`), false, `${event}/${subject} is booked twice`);
      this.#names.add(`${event}/${subject}`);
      for (const { debit, credit, amount } of postings) {
        assert.ok(amount > 0);
        assert.equal(chart[debit].book, chart[credit].book);
        this.#sums.set(debit, this.of(debit) + amount);
        this.#sums.set(credit, this.of(credit) - amount);
      }
    }
  }

  of(one: Account): number {
    return this.#sums.get(one) ?? 0;
  }
}

function check(lease: Lease, book: Book, money: { paid: number; refunded: number }): void {
  const sum = (part: (one: Lease['installments'][number]) => number) =>
    lease.installments.reduce((all, one) => all + part(one), 0);
  const billed = sum((one) => one.rent - one.reversedRent);
  const over = leaseLifecycle.ends.includes(lease.state);
  // 6.4: 3, 4
  assert.equal(0 - book.of(account.leaseRevenue), billed, 'revenue is what was billed for good');
  assert.equal(book.of(account.unbilledRent), over ? 0 : unbilledRent(lease), 'the memo book holds the unbilled rent');
  assert.equal(billed + book.of(account.unbilledRent), lease.totalRent, 'paid, billed and unbilled rent are the total');
  assert.equal(
    book.of(account.rentReceivable),
    sum((one) => one.rent + one.tax - one.paidRent - one.paidTax - one.reversedRent - one.reversedTax),
  );
  // 5
  assert.ok(lease.cashPrice === 0 || lease.totalRent >= lease.cashPrice);
  assert.equal(lease.cashPrice, keptCash(lease.lines));
  // 8, 13
  const cost = lease.lines.reduce((all, line) => all + line.cost, 0);
  assert.equal(book.of(account.leasedMerchandise), cost);
  assert.equal(
    0 - book.of(account.accumulatedDepreciation),
    lease.lines.reduce((all, line) => all + line.depreciated, 0),
  );
  for (const line of lease.lines) assert.ok(line.depreciated >= 0 && line.depreciated <= line.cost && line.cost >= 0);
  if (over) assert.equal(cost, 0);
  // 9, 20
  assert.equal(0 - book.of(account.customerDeposits), depositTotal(lease.deposit));
  if (lease.startedOn !== null) assert.equal(depositTotal(lease.deposit), 0);
  assert.equal(0 - book.of(account.refundsPayable), money.refunded);
  assert.ok(money.refunded <= money.paid, 'more is refunded than was paid');
  assert.equal(book.of(account.customerCredit), 0);
  if (!over && lease.terms.count > lease.billedCount) {
    const rents = Array.from({ length: lease.terms.count - lease.billedCount }, (_, at) =>
      installmentOf(lease, lease.billedCount + 1 + at),
    );
    for (const [at, one] of rents.entries()) {
      assert.ok(
        one.rent > 0 && (one.number === 1 || one.rent <= lease.terms.regular),
        `payment ${one.number} is ${one.rent}`,
      );
      if (at > 0) assert.ok(one.dueOn > rents[at - 1]!.dueOn);
    }
  }
}

function carry(
  lease: Lease,
  step: Step,
  on: Day,
  subject: string,
  { first, refunded }: { first: Deposit; refunded: number },
): LeaseChange | null {
  if (step.do === 'days') return billDueInstallments(lease, on);
  if (step.do === 'payment returned') {
    const payment = { ...first, attemptId: 'attempt', rail: 'ach' as const };
    return firstPaymentReturned(lease, payment, { ordered: refunded, paid: 0 }, { on, stage: 'before_settlement' });
  }
  if (step.do === 'lower price') {
    const line = lease.lines.find((one) => one.line === step.line);
    const amount = line === undefined ? 0 : Math.ceil((keptCash([line]) * step.share) / 100);
    if (amount === 0) return null;
    const change = lowerPrice(lease, { cuts: [{ line: step.line, amount }], on, subject, funded: new Map() });
    return 'refused' in change ? null : change;
  }
  const what = step.do === 'everything' ? step.what : step.do;
  const items = step.do === 'everything' ? undefined : [{ sku: step.sku, quantity: step.quantity }];
  const order = { items, on, subject, funded: new Map<number, number>() };
  switch (what) {
    case 'ship': {
      const picked = pickForShipment(items, lease.lines);
      if ('refused' in picked || leaseLifecycle.ends.includes(lease.state)) return null;
      const after = new Map(picked.changes.map((one) => [one.after.line, one.after]));
      const lines = lease.lines.map((line) => after.get(line.line) ?? line);
      return { lease: { ...lease, lines }, journals: [], delivered: [], takenBack: [], refund: null, limitReleased: 0 };
    }
    case 'receive': {
      if (leaseLifecycle.ends.includes(lease.state)) return null;
      const change = receiveGoods(lease, { items, on, subject, discountRate: rate('0.04') });
      return 'refused' in change ? null : change;
    }
    case 'cancel':
      return cancelUnshipped(lease, order).change;
    case 'return':
      return returnToMerchant(lease, { ...order, windowDays: 30 }).change;
  }
}

type Wanted = typeof anyLease extends fc.Arbitrary<infer T> ? T : never;

/** A lease as it is after an accepted first payment and the merchant's finalize. */
function signedLease({ goods, shipping, factor, tax, frequency }: Wanted, book: Book): Lease | null {
  const lines = goods.map((one, index) =>
    newLine(index + 1, 'item', skus[index]!, one.price * one.quantity, one.quantity),
  );
  if (shipping > 0) lines.push(newLine(lines.length + 1, 'shipping', null, shipping, 1));
  const cashPrice = keptCash(lines);
  if (cashPrice < 4_995 || !goods.some(({ price }) => price > 0)) return null;
  const taxRate = rate(tax);
  const price = priceLease({
    cashPrice,
    factor: rate(factor),
    totalCap: rate('2.25'),
    processingFee: 0,
    frequency,
    termWeeks: 52,
    taxRate,
    feeTaxable: false,
  });
  assert.ok(!('refused' in price));
  const deposit = { ...noDeposit, rent: price.regular, tax: timesHalfUp(price.regular, taxRate) };
  book.keep([
    { event: 'lease.signed', subject: '', on: '2026-11-21', postings: signed({ totalRent: price.totalRent }) },
    {
      event: 'payment.submitted',
      subject: 'attempt',
      on: '2026-11-23',
      postings: initialPaymentSubmitted({ amount: depositTotal(deposit), rail: 'ach' }),
    },
  ]);
  return {
    state: leaseAfter('signed', 'finalize')!,
    cashPrice,
    totalRent: price.totalRent,
    processingFee: 0,
    feeTax: 0,
    factor: rate(factor),
    totalCap: rate('2.25'),
    taxRate,
    terms: {
      frequency,
      count: price.count,
      regular: price.regular,
      last: price.last,
      payDate: null,
      leadDays: 7,
      debit: 'following',
    },
    startOn: '2026-11-21',
    startedOn: null,
    billedCount: 0,
    nextDueOn: null,
    lines,
    installments: [],
    deposit,
  };
}

function newLine(
  line: number,
  kind: 'item' | 'shipping',
  sku: string | null,
  cash: number,
  ordered: number,
): LeaseLine {
  return {
    line,
    kind,
    sku,
    cash,
    ordered,
    deliveredCash: 0,
    cancelledCash: 0,
    returnedCash: 0,
    cost: 0,
    depreciated: 0,
    cancelled: 0,
    shipped: 0,
    delivered: 0,
    merchantReturned: 0,
    surrendered: 0,
  };
}
