import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type Day } from '../calendar/day.ts';
import { type Account, account, chart } from '../ledger/chart.ts';
import { attemptSettled, initialPaymentSubmitted, refundPaid, signed } from '../ledger/postings.ts';
import { type Rate, rate, timesFloor, timesHalfUp } from '../money/money.ts';
import { spreadRefund } from '../payment/spread-refund.ts';
import { priceLease } from '../pricing/price.ts';
import { billDueInstallments, daysToBill } from './bill.ts';
import { type Journal, type LeaseChange, onlyLease } from './change.ts';
import { changeTaxRate } from './change-tax-rate.ts';
import { paymentCollected } from './collect.ts';
import { completeLease } from './complete.ts';
import { holdLease, releaseLease } from './hold.ts';
import {
  type Deposit,
  depositTotal,
  installmentOf,
  keptCash,
  type Lease,
  type LeaseLine,
  noDeposit,
  paidRent,
  unbilledRent,
} from './lease.ts';
import { isOnHold, leaseAfter, leaseLifecycle } from './lifecycle.ts';
import { lowerPrice } from './lower-price.ts';
import { isPaidOff, openFee, openOf, stillToPay } from './owed.ts';
import { paymentReturned } from './payment-returned.ts';
import { pickForShipment } from './pick-units.ts';
import { type Payment, takeMoneyOut } from './place-money.ts';
import { receiveGoods } from './receive.ts';
import { cancelUnshipped, returnToMerchant } from './take-back.ts';
import { rentThatVests, vestByLaw } from './vest-by-law.ts';

type Step =
  | { do: 'ship' | 'receive' | 'cancel' | 'return'; sku: string; quantity: number }
  | { do: 'everything'; what: 'receive' | 'cancel' | 'return' }
  | { do: 'lower price'; line: number; share: number }
  | { do: 'days'; days: number }
  | { do: 'pay'; share: number; rail: 'ach' | 'card'; order: 'oldest_first' | 'newest_first' }
  | { do: 'settle' | 'returned' | 'refund paid'; which: number }
  | { do: 'tax'; rate: string }
  | { do: 'vest'; share: string }
  | { do: 'hold' | 'release' }
  | { do: 'complete' };

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
  fc.record({
    do: fc.constant('pay' as const),
    share: fc.constantFrom(0.001, 0.01, 0.05, 0.3, 0.9, 1),
    rail: fc.constantFrom('ach' as const, 'card' as const),
    order: fc.constantFrom('oldest_first' as const, 'newest_first' as const),
  }),
  fc.record({
    do: fc.constantFrom('settle' as const, 'returned' as const, 'refund paid' as const),
    which: fc.nat({ max: 5 }),
  }),
  fc.record({ do: fc.constant('tax' as const), rate: fc.constantFrom('0', '0.0625', '0.08250', '0.0825', '0.102') }),
  fc.record({ do: fc.constant('vest' as const), share: fc.constantFrom('0.50', '0.75', '1') }),
  fc.record({ do: fc.constant('complete' as const) }),
  fc.record({ do: fc.constantFrom('hold' as const, 'release' as const) }),
);
const anyLease = fc.record({
  goods: fc.array(fc.record({ price: fc.integer({ min: 0, max: 250_000 }), quantity }), { minLength: 1, maxLength: 3 }),
  shipping: fc.integer({ min: 0, max: 20_000 }),
  factor: fc.constantFrom('1.50', '2.00', '2.13', '2.40'),
  tax: fc.constantFrom('0', '0.0725', '0.0825'),
  fee: fc.constantFrom(0, 0, 10_00),
  fixed: fc.constantFrom(null, null, 45_00),
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
    fee: 0,
    fixed: null,
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
    fc.property(anyLease, fc.array(anyStep, { maxLength: 16 }), (wanted, steps) => {
      const world = signedLease(wanted);
      if (world === null) return;
      for (const [index, step] of steps.entries()) {
        const change = carry(world, step, `${index}`);
        if (change === null) continue;
        world.book.keep(change.journals);
        assert.equal(change.limitReleased >= 0, true);
        world.lease = change.lease;
        if (change.refund !== null) order(world, change.refund);
        check(world);
      }
    }),
    { numRuns: 5_000, examples: [[...taxInThreeParts]] },
  );
});

test('whoever pays all that is asked, in any parts, is asked for nothing more and owns the goods', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 50_000 }), { maxLength: 12 });
  fc.assert(
    fc.property(anyLease, parts, fc.integer({ min: 0, max: 400 }), (wanted, amounts, days) => {
      const world = signedLease(wanted);
      if (world === null) return;
      const keep = (change: LeaseChange | null) => {
        assert.ok(change !== null);
        world.book.keep(change.journals);
        world.lease = change.lease;
      };
      keep(carry(world, { do: 'everything', what: 'receive' }, 'all'));
      for (const [index, amount] of [...amounts, Number.MAX_SAFE_INTEGER].entries()) {
        keep(billDueInstallments(world.lease, addDays(world.today, Math.floor((days * index) / 12))));
        const left = stillToPay(world.lease);
        if (left > 0) keep(pay(world, Math.min(amount, left), { rail: 'card', order: 'oldest_first' }, `${index}`));
      }
      assert.ok(isPaidOff(world.lease));
      keep(completeLease(world.lease, addDays(world.today, days)));
      check(world);
      assert.deepEqual([world.lease.state, world.lease.nextDueOn, stillToPay(world.lease)], ['completed', null, 0]);
      assert.equal(billDueInstallments(world.lease, '2040-01-01').journals.length, 0);
    }),
    { numRuns: 500 },
  );
});

test('a payment taken out again leaves every cent where it would be had it never come', () => {
  fc.assert(
    fc.property(
      anyLease,
      fc.nat({ max: 300 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
      (wanted, days, shares) => {
        const world = signedLease(wanted);
        if (world === null) return;
        world.lease = carry(world, { do: 'everything', what: 'receive' }, 'all')!.lease;
        world.lease = billDueInstallments(world.lease, addDays(world.today, days)).lease;
        const before = world.lease;
        let paid = 0;
        for (const [index, share] of shares.entries()) {
          const amount = Math.floor(stillToPay(world.lease) * share);
          if (amount === 0) continue;
          paid += amount;
          world.lease = pay(world, amount, { rail: 'ach', order: 'oldest_first' }, `${index}`).lease;
        }
        assert.deepEqual(takeMoneyOut(world.lease, paid).lease, before);
      },
    ),
    { numRuns: 500 },
  );
});

/** A lease with its books, and the payments and refunds that the outside world knows. */
type World = { lease: Lease; book: Book; today: Day; rateNow: Rate; attempts: Attempt[]; refunds: Refund[] };
type Attempt = Payment & { state: 'pending' | 'settled' | 'returned' };
type Refund = { attemptId: string; amount: number; state: 'ordered' | 'paid' | 'cancelled' };

const live = ({ attempts }: World) => attempts.filter(({ state }) => state !== 'returned');

/** What of a payment goes back or went back to the customer. */
function given(world: World, attemptId: string, ...states: Refund['state'][]): number {
  const of = world.refunds.filter((one) => one.attemptId === attemptId && states.includes(one.state));
  return of.reduce((sum, { amount }) => sum + amount, 0);
}

function order(world: World, refund: Deposit): void {
  const payments = live(world).map(({ attemptId, amount }) => ({
    attemptId,
    left: amount - given(world, attemptId, 'ordered', 'paid'),
  }));
  for (const share of spreadRefund(refund, payments)) {
    world.refunds.push({ attemptId: share.attemptId, amount: depositTotal(share.refund), state: 'ordered' });
  }
}

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

function check(world: World): void {
  const { lease, book } = world;
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
    sum(openOf) + (lease.startedOn === null ? 0 : lease.feeTax - lease.paidFeeTax),
  );
  assert.equal(book.of(account.feesReceivable) + book.of(account.rentReceivable), sum(openOf) + openFee(lease));
  assert.equal(0 - book.of(account.processingFees), lease.startedOn === null ? 0 : lease.processingFee);
  // 12
  const feeTax = lease.startedOn === null ? 0 : lease.feeTax;
  assert.equal(
    0 - book.of(account.salesTaxPayable),
    sum((one) => one.tax - one.reversedTax) + feeTax,
    'tax is owed on',
  );
  for (const one of lease.installments) {
    assert.ok(one.paidTax >= 0 && one.paidTax + one.reversedTax <= one.tax, 'more tax goes back than there was');
    assert.ok(one.paidRent >= 0 && one.paidRent + one.reversedRent <= one.rent);
    const ofRent = timesHalfUp(one.rent, one.taxRate);
    // A part of payment 1 that went back before delivery rounded by itself.
    assert.ok(one.tax === ofRent || (one.number === 1 && lease.terms.firstTax === one.tax));
  }
  // 5
  assert.ok(lease.cashPrice === 0 || lease.totalRent >= lease.cashPrice);
  if (lease.cashPrice > 0 && lease.totalCap !== null) {
    assert.ok(lease.totalRent + lease.processingFee <= timesFloor(lease.cashPrice, lease.totalCap), 'above the cap');
  }
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
  assert.equal(book.of(account.customerCredit), 0);
  assert.equal(0 - book.of(account.deferredRent), lease.ahead, 'what is paid ahead is the deferred rent');
  assert.ok(lease.ahead === 0 || sum(openOf) === 0, 'money is ahead while something is owed');
  const all = (states: Refund['state'][]) =>
    world.attempts.reduce((n, one) => n + given(world, one.attemptId, ...states), 0);
  assert.equal(0 - book.of(account.refundsPayable), all(['ordered']));
  for (const { attemptId, amount } of world.attempts) {
    assert.ok(given(world, attemptId, 'ordered', 'paid') <= amount, 'more is refunded than was paid');
  }
  const here = live(world).reduce((n, one) => n + one.amount - given(world, one.attemptId, 'ordered', 'paid'), 0);
  const placed = sum((one) => one.paidRent + one.paidTax) + lease.paidFee + lease.paidFeeTax;
  assert.equal(placed + lease.ahead + depositTotal(lease.deposit), here, 'every cent is applied, ahead or refunded');
  const moving = (rail: 'ach' | 'card') =>
    world.attempts
      .filter((one) => one.rail === rail && one.state === 'pending')
      .reduce((n, { amount }) => n + amount, 0);
  assert.deepEqual([book.of(account.achClearing), book.of(account.cardClearing)], [moving('ach'), moving('card')]);
  assert.ok(stillToPay(lease) >= 0);
  if (isOnHold(lease.state)) {
    assert.equal(stillToPay(lease), 0, 'nothing is debited while it is on hold');
    assert.equal(billDueInstallments(lease, addDays(world.today, 60)).lease, lease, 'and nothing is billed');
  }
  const lastBilled = lease.installments.at(-1)?.dueOn;
  const coming = over || lease.billedCount === lease.terms.count ? null : installmentOf(lease, lease.billedCount + 1);
  assert.ok(lastBilled === undefined || coming === null || coming.dueOn > lastBilled, 'days only go forward');
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

function carry(world: World, step: Step, subject: string): LeaseChange | null {
  const { lease } = world;
  if (step.do === 'days') world.today = addDays(world.today, step.days);
  const on = world.today;
  switch (step.do) {
    case 'days':
      return billed(world, subject);
    case 'tax':
      world.rateNow = rate(step.rate);
      return changeTaxRate(lease, world.rateNow, { on, subject });
    case 'vest':
      return vestIfPaid(world, rate(step.share), subject);
    case 'pay': {
      const amount = Math.floor(stillToPay(lease) * step.share);
      return amount === 0 ? null : pay(world, amount, step, subject);
    }
    case 'settle':
    case 'returned':
    case 'refund paid':
      return atTheBank(world, step, subject);
    case 'complete':
      return completeLease(lease, on);
    case 'hold':
    case 'release': {
      const after = step.do === 'hold' ? holdLease(lease) : releaseLease(lease, on);
      if (after === null) return null;
      assert.ok(step.do === 'hold' || after.nextDueOn === null || isPaidOff(after) || dueAfter(after, on));
      return onlyLease(after);
    }
    default:
      return withGoods(world, step, on, subject);
  }
}

/** Nobody is late at once: the next payment is due after the day, or none is to come. */
function dueAfter({ nextDueOn, billedCount, terms }: Lease, day: Day): boolean {
  return billedCount === terms.count || nextDueOn! > day;
}

/** Each installment at the rate of its due day: that of today, as every change of it is heard of in time. */
function billed({ lease, today, rateNow }: World, subject: string): LeaseChange {
  const rates = new Map(daysToBill(lease, today).map((day) => [day, rateNow]));
  return billDueInstallments(lease, today, { rates, subject });
}

/** Whoever owns the goods by law has paid exactly the rent that the law asks, with the tax of that rent. */
function vestIfPaid(world: World, share: Rate, subject: string): LeaseChange | null {
  const { lease, today: on } = world;
  const pending = world.attempts
    .filter(({ state }) => state === 'pending')
    .reduce((sum, one) => sum + one.amount - given(world, one.attemptId, 'ordered', 'paid'), 0);
  const open = lease.startedOn === null ? 0 : pending;
  const change = vestByLaw(lease, { share, open }, { on, subject });
  if (change === null) return null;
  const enough = rentThatVests(lease.cashPrice, share);
  assert.equal(change.lease.totalRent, enough);
  assert.equal(paidRent(change.lease), enough, 'all of that rent and no more is paid');
  assert.equal(
    change.lease.installments.reduce((sum, one) => sum + openOf(one), 0),
    0,
    'nothing is owed',
  );
  return change;
}

function pay(
  world: World,
  amount: number,
  { rail, order }: { rail: 'ach' | 'card'; order: 'oldest_first' | 'newest_first' },
  subject: string,
): LeaseChange {
  const payment = { attemptId: `payment ${subject}`, rail, amount };
  const { change, over } = paymentCollected(world.lease, payment, { on: world.today, order, subject });
  assert.equal(over, 0, 'no more is taken than is left to pay');
  world.attempts.push({ ...payment, state: 'pending' });
  return change;
}

/** The bank has news of a payment, or a refund has left. */
function atTheBank(
  world: World,
  step: { do: 'settle' | 'returned' | 'refund paid'; which: number },
  subject: string,
): LeaseChange | null {
  const { lease, today: on } = world;
  if (step.do === 'refund paid') {
    const refund = world.refunds.find(({ state }) => state === 'ordered');
    if (refund === undefined) return null;
    refund.state = 'paid';
    const postings = refundPaid({ amount: refund.amount });
    return { ...onlyLease(lease), journals: [{ event: 'refund.paid', subject, on, postings }] };
  }
  const attempt = live(world)[step.which];
  if (attempt === undefined) return null;
  if (step.do === 'settle') {
    if (attempt.state === 'settled') return null;
    attempt.state = 'settled';
    const postings = attemptSettled(attempt);
    return { ...onlyLease(lease), journals: [{ event: 'payment.settled', subject: attempt.attemptId, on, postings }] };
  }
  const { attemptId } = attempt;
  const refunds = { ordered: given(world, attemptId, 'ordered'), paid: given(world, attemptId, 'paid') };
  const stage = attempt.state === 'settled' ? 'after_settlement' : 'before_settlement';
  const change = paymentReturned(lease, attempt, refunds, { on, stage });
  attempt.state = 'returned';
  for (const one of world.refunds) if (one.attemptId === attemptId && one.state === 'ordered') one.state = 'cancelled';
  return change;
}

function withGoods(
  world: World,
  step: Extract<Step, { do: 'ship' | 'receive' | 'cancel' | 'return' | 'everything' | 'lower price' }>,
  on: Day,
  subject: string,
): LeaseChange | null {
  const { lease } = world;
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
      const change = receiveGoods(lease, { items, on, subject, discountRate: rate('0.04'), taxRate: world.rateNow });
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
function signedLease({ goods, shipping, factor, tax, frequency, fee, fixed }: Wanted): World | null {
  const book = new Book();
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
    processingFee: fee,
    frequency,
    termWeeks: 52,
    taxRate,
    feeTaxable: true,
    ...(fixed === null ? {} : { fixedInitialRent: fixed }),
  });
  assert.ok(!('refused' in price));
  const { rent, tax: firstTax, feeTax } = price.initialPayment;
  const deposit = { ...noDeposit, rent, tax: firstTax, fee, feeTax };
  book.keep([
    { event: 'lease.signed', subject: '', on: '2026-11-21', postings: signed({ totalRent: price.totalRent }) },
    {
      event: 'payment.submitted',
      subject: 'attempt',
      on: '2026-11-23',
      postings: initialPaymentSubmitted({ amount: depositTotal(deposit), rail: 'ach' }),
    },
  ]);
  const lease: Lease = {
    state: leaseAfter('signed', 'finalize')!,
    cashPrice,
    totalRent: price.totalRent,
    processingFee: fee,
    feeTax,
    factor: rate(factor),
    totalCap: rate('2.25'),
    taxRate,
    terms: {
      frequency,
      count: price.count,
      regular: price.regular,
      last: price.last,
      ...(price.firstRent === undefined ? {} : { firstRent: price.firstRent }),
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
    paidFee: 0,
    paidFeeTax: 0,
    ahead: 0,
  };
  const first: Attempt = { attemptId: 'attempt', rail: 'ach', amount: depositTotal(deposit), state: 'pending' };
  return { lease, book, today: '2026-11-21', rateNow: taxRate, attempts: [first], refunds: [] };
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
