import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type Day } from '../calendar/day.ts';
import { rate } from '../money/money.ts';
import { billDueInstallments, daysToBill } from './bill.ts';
import { changeTaxRate } from './change-tax-rate.ts';
import { completeLease } from './complete.ts';
import { holdLease, releaseLease } from './hold.ts';
import { daysLate } from './late-fee.ts';
import type { Lease } from './lease.ts';
import { isPaidOff, openOf, pastDue, stillToPay } from './owed.ts';
import { placeMoney } from './place-money.ts';
import { returnToMerchant } from './take-back.ts';
import { deliveredLease, finalizedLease } from './test-lease.ts';
import { paymentsToCome } from './to-come.ts';

const order = {
  goods: [{ sku: 'SOFA', cash: 520_00, quantity: 1 }],
  ...{ shipping: 0, factor: '2.00', totalCap: '2.25', tax: '0.0825', fee: 0 },
} as const;
const newLease = fc.record({
  frequency: fc.constantFrom('weekly' as const, 'biweekly' as const, 'semimonthly' as const, 'monthly' as const),
  startOn: fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days)),
  payDay: fc.option(fc.integer({ min: -20, max: 40 })),
});
type NewLease = typeof newLease extends fc.Arbitrary<infer T> ? T : never;
const delivered = ({ frequency, startOn, payDay }: NewLease) =>
  deliveredLease({ ...order, frequency, startOn, payDate: payDay === null ? null : addDays(startOn, payDay) });
const billed = (lease: Lease, on: Day) => billDueInstallments(lease, on).lease;
const days = (lease: Lease) => paymentsToCome(lease).map(({ dueOn }) => dueOn);
/** What was billed and paid, whenever it is asked for. */
const unasked = ({ installments }: Lease) => installments.map((one) => ({ ...one, debitOn: null }));
const rents = (lease: Lease) => paymentsToCome(lease).map(({ rent }) => rent);

test('nothing is billed, asked for, taxed anew, taken back or ended while a lease is on hold', () => {
  fc.assert(
    fc.property(newLease, fc.nat({ max: 500 }), fc.nat({ max: 200 }), (wanted, before, during) => {
      const running = billed(delivered(wanted), addDays(wanted.startOn, before));
      const held = holdLease(running)!;
      const on = addDays(wanted.startOn, before + during);
      assert.deepEqual({ ...held, state: running.state }, running, 'its figures stay as they are');
      assert.deepEqual(billDueInstallments(held, on).journals, []);
      assert.equal(billed(held, on), held);
      assert.deepEqual(daysToBill(held, on), []);
      assert.deepEqual([stillToPay(held), pastDue(held, on), isPaidOff(held)], [0, 0, false]);
      assert.equal(completeLease(held, on), null);
      assert.equal(changeTaxRate(held, rate('0.10'), { on, subject: '' }), null);
      const back = { items: undefined, on, subject: '', funded: new Map<number, number>(), windowDays: 9_999 };
      assert.equal(returnToMerchant(held, back).change, null);
      assert.equal(holdLease(held), null, 'it is held once');
    }),
  );
});

test('what fell due in a hold falls due after it, on the agreed days, and not a cent more or less is to be paid', () => {
  fc.assert(
    fc.property(newLease, fc.nat({ max: 500 }), fc.nat({ max: 200 }), (wanted, before, during) => {
      const running = billed(delivered(wanted), addDays(wanted.startOn, before));
      const today = addDays(wanted.startOn, before + during);
      const after = releaseLease(holdLease(running)!, today)!;
      assert.equal(after.state, 'active');
      assert.deepEqual(rents(after), rents(running));
      assert.deepEqual(unasked(after), unasked(running));
      for (const [at, one] of after.installments.entries()) {
        if (openOf(one) === 0) assert.deepEqual(one, running.installments[at]);
        else assert.deepEqual([daysLate(one, today), daysLate(one, addDays(one.debitOn, 1))], [0, 1]);
      }
      assert.equal(stillToPay(after), stillToPay(running));
      // As if there were no end: the same rhythm goes on beyond it.
      const endless = days({ ...running, terms: { ...running.terms, count: running.terms.count + 60 } });
      const passed = endless.filter((day) => day <= today).length;
      const [next] = days(after);
      assert.deepEqual(days(after), endless.slice(passed, passed + days(running).length));
      if (next === undefined) return assert.equal(after.nextDueOn, running.nextDueOn);
      assert.ok(next > today, 'nobody is late at once');
      assert.equal(after.nextDueOn, next);
      const { terms, nextDueOn } = running;
      if (passed === 0)
        assert.deepEqual(
          [after.terms, after.nextDueOn],
          [terms, nextDueOn],
          'a hold between two payments moves nothing',
        );
      assert.equal(pastDue(after, today), pastDue(running, today), 'what was open before is open again, and no more');
    }),
    { numRuns: 400 },
  );
});

test('whoever goes on after a hold pays what they would have paid without it, and owns the goods', () => {
  fc.assert(
    fc.property(newLease, fc.nat({ max: 300 }), fc.nat({ max: 120 }), (wanted, before, during) => {
      const through = (lease: Lease, from: Day) => {
        let [current, paid] = [lease, 0];
        for (let day = 0; day <= 1_000 && !isPaidOff(current); day += 1) {
          current = billed(current, addDays(from, day));
          const open = pastDue(current, addDays(from, day));
          paid += open;
          current = placeMoney(current, open, 'oldest_first').lease;
        }
        return { lease: current, paid };
      };
      const running = billed(delivered(wanted), addDays(wanted.startOn, before));
      const today = addDays(wanted.startOn, before + during);
      const held = through(releaseLease(holdLease(running)!, today)!, today);
      const never = through(running, addDays(wanted.startOn, before));
      assert.equal(held.paid, never.paid);
      assert.equal(completeLease(held.lease, today)!.lease.state, 'completed');
    }),
    { numRuns: 60 },
  );
});

test('a lease that is paid at the end of the month is so after a February on hold too', () => {
  const monthly = { ...order, frequency: 'monthly', startOn: '2027-01-02', payDate: '2027-01-31' } as const;
  const running = billed(deliveredLease(monthly), '2027-01-31');
  const after = releaseLease(holdLease(running)!, '2027-03-15')!;
  assert.deepEqual(days(after).slice(0, 3), ['2027-03-31', '2027-04-30', '2027-05-31']);
  assert.equal(days(after).length, 10);
});

test('only a lease that runs is held, and only one that is held is let go', () => {
  const finalized = finalizedLease({ ...order, frequency: 'weekly', startOn: '2027-01-02', payDate: null });
  assert.equal(holdLease(finalized), null);
  assert.equal(releaseLease(finalized, '2027-01-02'), null);
  const running = deliveredLease({ ...order, frequency: 'weekly', startOn: '2027-01-02', payDate: null });
  assert.equal(holdLease({ ...running, state: 'past_due' })?.state, 'on_hold');
  assert.equal(holdLease({ ...running, state: 'completed' }), null);
});
