import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween } from '../calendar/day.ts';
import { rate } from '../money/money.ts';
import { workOut } from '../pricing/work-out.ts';
import type { StatutoryMethod } from '../states/rules.ts';
import { billDueInstallments } from './bill.ts';
import {
  type AmendmentView,
  type Counterfactual,
  ifDueDay,
  ifExchanged,
  ifFrequency,
  ifLost,
  ifPaid,
  ifReturned,
  outlookOf,
} from './counterfactual.ts';
import { dateChangeLimits } from './date-change.ts';
import { settledAlone } from './early-purchase-quote.ts';
import { keptCash, type Lease, paidRent, unbilledRent } from './lease.ts';
import { openOf, stillToPay } from './owed.ts';
import { placeMoney } from './place-money.ts';
import { deliveredLease, finalizedLease } from './test-lease.ts';
import { paymentsToCome } from './to-come.ts';

const windowDays = 30;
const skus = ['SOFA', 'LAMP', 'RUG'];
const frequencies = ['weekly', 'biweekly', 'semimonthly', 'monthly'] as const;

/** A lease as its customer may have it: offered on any day, delivered or not, paid on time, late, or ahead. */
const anyLease = fc.record({
  goods: fc.array(
    fc.record({ price: fc.integer({ min: 2_000, max: 90_000 }), quantity: fc.integer({ min: 1, max: 3 }) }),
    { minLength: 1, maxLength: 3 },
  ),
  shipping: fc.constantFrom(0, 1_033),
  factor: fc.constantFrom('1.50', '2.00', '2.40'),
  totalCap: fc.constantFrom(null, '2.00', '2.25'),
  tax: fc.constantFrom('0', '0.0825'),
  fee: fc.constantFrom(0, 0, 10_00),
  frequency: fc.constantFrom(...frequencies),
  startOn: fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days)),
  payDateIn: fc.option(fc.integer({ min: 1, max: 31 })),
  delivered: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  daysOn: fc.integer({ min: 0, max: 380 }),
  paid: fc.constantFrom(0, 0.2, 1),
  ahead: fc.constantFrom(0, 0, 0.1, 0.7, 1),
  /** Of what was paid after payment 1, what may still come back. */
  pending: fc.constantFrom(0, 0, 0.5, 1),
  statutory: fc.constantFrom<StatutoryMethod[] | null>(
    null,
    [{ method: 'pct_remaining', share: rate('0.55'), pastDueAtFull: false }],
    [{ method: 'cash_proportional' }],
    [{ method: 'cash_proportional_min_one' }],
    [{ method: 'cash_minus_share_paid', share: rate('0.50') }],
    [{ method: 'cash_over_total_times_future' }],
  ),
  anyChange: fc.boolean(),
});
type Wanted = typeof anyLease extends fc.Arbitrary<infer T> ? T : never;

const anyQuestion = fc.record({
  what: fc.constantFrom('pay', 'return', 'frequency', 'due day', 'exchange', 'loss' as const),
  sku: fc.constantFrom(...skus),
  quantity: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  amount: fc.integer({ min: 1, max: 200_000 }),
  frequency: fc.constantFrom(...frequencies),
  days: fc.integer({ min: -16, max: 17 }),
  acceptsEarlier: fc.boolean(),
  unknown: fc.boolean(),
});
type Question = typeof anyQuestion extends fc.Arbitrary<infer T> ? T : never;

test('whatever is asked, the rent after it adds up, its days increase, and buying costs no more than going on', () => {
  const answered = new Map<string, number>();
  fc.assert(
    fc.property(anyLease, anyQuestion, (wanted, question) => {
      const known = leaseOf(wanted);
      if (known === null) return;
      const answer = ask(known, question);
      if (answer === null) return;
      answered.set(question.what, (answered.get(question.what) ?? 0) + 1);
      checkAfter(known, answer);
      checkBuying(known, question, answer);
      if (question.what === 'frequency' || question.what === 'due day') {
        assert.equal(answer.after.totalCost, known.lease.totalRent + known.lease.processingFee);
        assert.equal(sum(answer.payments), sum(paymentsToCome(known.lease)), 'the rent to come is the same');
      }
    }),
    { numRuns: 6_000 },
  );
  for (const what of ['pay', 'return', 'frequency', 'due day', 'exchange', 'loss']) {
    assert.ok((answered.get(what) ?? 0) > 100, `${what}: ${answered.get(what)} answers`);
  }
});

test('due days move within their limits, never past a neighbour, and only twice', () => {
  let moved = 0;
  fc.assert(
    fc.property(anyLease, anyQuestion, (wanted, question) => {
      const known = leaseOf(wanted);
      const agreed = known === null ? [] : paymentsToCome(known.lease);
      if (known === null || agreed.length === 0) return;
      const { today } = known.view;
      const to = addDays(agreed[0]!.dueOn, question.days);
      const answer = ifDueDay(
        known.lease,
        { to, acceptsEarlier: question.acceptsEarlier },
        dateChangeLimits,
        known.view,
      );
      if ('refused' in answer) return;
      const { lease, payments } = answer;
      if (question.days === 0) assert.deepEqual([lease, answer.needsSignature], [known.lease, false]);
      else moved += 1;
      assert.equal(payments[0]!.dueOn, to);
      assert.deepEqual(
        payments.map(({ number, rent, tax }) => [number, rent, tax]),
        agreed.map(({ number, rent, tax }) => [number, rent, tax]),
      );
      for (const [at, { dueOn, originateOn }] of payments.entries()) {
        const days = daysBetween(agreed[at]!.dueOn, dueOn);
        assert.ok(Math.abs(days) <= dateChangeLimits.daysMax);
        assert.ok(days >= 0 || (question.acceptsEarlier && answer.needsSignature), 'earlier only with consent');
        if (question.days !== 0) assert.ok(originateOn > today);
        if (at + 1 < agreed.length) assert.ok(dueOn < agreed[at + 1]!.dueOn);
        if (at > 0) assert.ok(dueOn > agreed[at - 1]!.dueOn);
      }
      assert.equal(answer.after.stillToPay, stillToPay(known.lease));
      if (question.days !== 0) assert.equal(answer.renegotiation, wanted.anyChange, 'only where any change is one');
      assert.equal(answer.needsAuthorization, question.days !== 0);

      const twice = { ...lease, terms: { ...lease.terms, dateChanges: dateChangeLimits.timesMax } };
      const again = ifDueDay(twice, { to: addDays(to, 1), acceptsEarlier: true }, dateChangeLimits, known.view);
      assert.equal('refused' in again && again.refused, 'TooOften');
    }),
    { numRuns: 4_000 },
  );
  assert.ok(moved > 300, `${moved} moves`);
});

test('a lease that was changed is billed on the very days and amounts that the answer said', () => {
  fc.assert(
    fc.property(anyLease, anyQuestion, (wanted, question) => {
      const known = leaseOf({ ...wanted, delivered: true });
      if (known === null || question.what === 'loss') return;
      const answer = ask(known, question);
      if (answer === null || answer.payments.length === 0) return;
      const { lease, payments } = answer;
      const billed = billDueInstallments(lease, '2040-01-01').lease.installments.slice(lease.billedCount);
      assert.deepEqual(
        billed.map(({ number, dueOn, rent, tax }) => [number, dueOn, rent, tax]),
        payments.map(({ number, dueOn, rent, tax }) => [number, dueOn, rent, tax]),
      );
    }),
    { numRuns: 1_000 },
  );
});

test('what is exchanged for the same value changes no payment, for a higher one is signed for, and never owned below its price', () => {
  const ways = new Set<string>();
  fc.assert(
    fc.property(anyLease, anyQuestion, (wanted, question) => {
      const known = leaseOf(wanted);
      if (known === null) return;
      const priceOf = question.unknown ? null : (units: number) => units * question.amount;
      const answer = ifExchanged(known.lease, { item: question, priceOf }, known.view);
      if ('failed' in answer) return;
      ways.add(`${answer.way} ${Math.sign(answer.dearer)}`);
      const { lease, payments } = answer;
      if (answer.way === 'substitution') {
        assert.deepEqual(payments, paymentsToCome(known.lease));
        assert.deepEqual([answer.needsSignature, answer.needsAuthorization], [wanted.anyChange, false]);
        return;
      }
      assert.equal(lease.cashPrice, known.lease.cashPrice + answer.dearer);
      assert.ok(answer.dearer < 0 || answer.needsSignature);
      assert.ok(lease.totalRent >= lease.cashPrice, 'the goods are never owned for less than their cash price');
      if (wanted.totalCap !== null && answer.dearer > 0) {
        const before = known.lease.totalRent + known.lease.processingFee;
        assert.ok(lease.totalRent + lease.processingFee <= Math.max(capped(lease), before), 'the cap holds');
      }
      if (answer.way === 'prospective') {
        const billed = known.lease.totalRent - unbilledRent(known.lease);
        assert.equal(lease.totalRent, billed + sum(payments), 'what is billed stays');
      }
    }),
    { numRuns: 4_000 },
  );
  for (const way of ['substitution 0', 'from_inception 1', 'from_inception -1', 'prospective 1', 'prospective -1']) {
    assert.ok(ways.has(way), way);
  }
});

test('for lost goods nobody owes more than any of the four values, nor than buying them', () => {
  const winners = new Set<string>();
  fc.assert(
    fc.property(anyLease, anyQuestion, (wanted, question) => {
      const known = leaseOf({ ...wanted, delivered: true });
      if (known === null) return;
      const { amount, sku, quantity } = question;
      const marketValue = question.unknown ? null : amount;
      const repairCost = question.acceptsEarlier ? Math.ceil(amount / 3) : null;
      const all = question.days > 5;
      const answer = ifLost(
        known.lease,
        { item: all ? undefined : { sku, quantity }, marketValue, repairCost },
        known.view,
      );
      if ('failed' in answer) return;
      const { liability } = answer;
      winners.add(liability.by);
      for (const value of Object.values(liability.values)) assert.ok(value === null || liability.amount <= value);
      assert.equal(liability.amount, liability.values[liability.by]);
      const buying = outlookOf(known.lease, known.view).earlyPurchase;
      assert.ok(liability.amount <= (buying?.rent ?? 0));
      if (liability.by === 'repairCost') assert.deepEqual(answer.payments, paymentsToCome(known.lease));
      else if (all) assert.deepEqual([answer.payments.length, answer.after.earlyPurchase], [0, null]);
    }),
    { numRuns: 3_000 },
  );
  assert.deepEqual([...winners].sort(), ['earlyPurchase', 'marketValue', 'remainingRent', 'repairCost']);
});

type Known = { lease: Lease; view: AmendmentView & { windowDays: number } };

function ask({ lease, view }: Known, question: Question): Counterfactual | null {
  const { sku, quantity, amount, unknown } = question;
  const answers = {
    pay: () => ifPaid(lease, amount, 'oldest_first', view),
    return: () => ifReturned(lease, { sku, quantity }, view),
    frequency: () => ifFrequency(lease, question.frequency, view),
    'due day': () => {
      const next = paymentsToCome(lease)[0];
      const to = next === undefined ? view.today : addDays(next.dueOn, question.days);
      return ifDueDay(lease, { to, acceptsEarlier: question.acceptsEarlier }, dateChangeLimits, view);
    },
    exchange: () =>
      ifExchanged(lease, { item: { sku, quantity }, priceOf: unknown ? null : (units) => units * amount }, view),
    loss: () =>
      ifLost(lease, { item: { sku, quantity }, marketValue: unknown ? null : amount, repairCost: null }, view),
  };
  const answer = answers[question.what]();
  return 'refused' in answer || 'failed' in answer ? null : answer;
}

/** Domain 6.4, invariants 3, 4, 6 and 10, and every figure worked out again from its derivation. */
function checkAfter({ lease: before, view }: Known, answer: Counterfactual): void {
  const { lease, payments, after } = answer;
  const billed = lease.installments.reduce((all, one) => all + one.rent - one.reversedRent, 0);
  const behind = lease.startedOn === null ? lease.deposit.rent : billed;
  assert.equal(behind + sum(payments), lease.totalRent, 'billed and unbilled rent are the total');
  assert.ok(lease.totalRent >= paidRent(lease));
  let last = lease.installments.at(-1)?.dueOn ?? '';
  for (const one of payments) {
    assert.ok(one.rent > 0 && one.rent <= lease.terms.regular, `payment ${one.number} is ${one.rent}`);
    assert.ok(one.dueOn > last, `${one.dueOn} after ${last}`);
    assert.ok(one.debitOn >= one.dueOn);
    last = one.dueOn;
  }
  assert.deepEqual(payments.at(-1)?.dueOn ?? null, after.lastOn);
  assert.equal(payments.length, after.paymentsLeft);
  assert.ok(after.stillToPay >= 0 && answer.refund >= 0 && lease.ahead >= 0);
  if (after.earlyPurchase !== null) {
    const { standing, rent, saving } = after.earlyPurchase;
    assert.ok(rent <= standing.totalRent - standing.paidRent && saving >= 0);
    assert.equal(standing.cashPrice, lease.cashPrice);
  }
  for (const one of answer.derivation) assert.equal(workOut(one), one.value, JSON.stringify(one));
  if (before.startedOn !== null) assert.equal(before.installments.length, lease.installments.length);
  if (answer.renegotiation) assert.ok(answer.needsSignature);
  assert.equal(keptCash(lease.lines), lease.cashPrice);
  assert.ok(view.today >= before.startOn || before.startedOn === null);
}

/**
 * What buying costs uses the agreement as it would be. Money under way counts as not paid, also where the price is worked
 * out anew: then another number of payments may carry what is left (domain 2.3, 2.5).
 */
function checkBuying({ lease: before, view }: Known, question: Question, answer: Counterfactual): void {
  const { lease, after } = answer;
  if (view.pending === 0 || question.what === 'frequency' || question.what === 'due day') {
    assert.equal(after.earlyPurchase?.standing.count ?? lease.terms.count, lease.terms.count);
    return;
  }
  const settled = ask({ lease: settledAlone(before, view.pending), view: { ...view, pending: 0 } }, question);
  const expected = settled?.after.earlyPurchase ?? null;
  assert.deepEqual(after.earlyPurchase, expected && { ...expected, pending: view.pending });
}

function sum(payments: readonly { readonly rent: number }[]): number {
  return payments.reduce((all, { rent }) => all + rent, 0);
}

function capped({ cashPrice, totalCap }: Lease): number {
  return Number((BigInt(cashPrice) * totalCap!.n) / totalCap!.d);
}

function leaseOf(wanted: Wanted): Known | null {
  const { startOn, payDateIn } = wanted;
  const goods = wanted.goods.map(({ price, quantity }, at) => ({ sku: skus[at]!, cash: price * quantity, quantity }));
  if (goods.reduce((all, { cash }) => all + cash, wanted.shipping) < 4_995) return null;
  const order = { ...wanted, goods, payDate: payDateIn === null ? null : addDays(startOn, payDateIn) };
  const today = addDays(startOn, wanted.delivered ? wanted.daysOn : wanted.daysOn % 5);
  const view = {
    ...{ today, signedOn: startOn, pending: 0, windowDays },
    law: { contract: { windowDays: 90, premium: rate('0'), share: rate('0.60') }, statutory: wanted.statutory },
    renegotiation: { threshold: rate('0.25'), anyChange: wanted.anyChange },
  };
  if (!wanted.delivered) return { lease: finalizedLease(order), view };
  const billed = billDueInstallments(deliveredLease(order), today).lease;
  const open = billed.installments.reduce((all, one) => all + openOf(one), 0);
  const toCome = paymentsToCome(billed).reduce((all, { rent, tax }) => all + rent + tax, 0);
  const amount = Math.floor(wanted.paid * open) + (wanted.paid === 1 ? Math.floor(wanted.ahead * toCome) : 0);
  const { lease } = placeMoney(billed, amount, 'oldest_first');
  return { lease, view: { ...view, pending: Math.floor(wanted.pending * amount) } };
}
