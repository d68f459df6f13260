import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rate, rateText } from '../money/money.ts';
import { taxRates, taxTreatment } from './lease-tax.ts';
import { mayCharge } from './processing-fee.ts';

const law = { mode: 'stream', feeTaxable: true, lateFeeTaxable: false } as const;

test('the election of the lessor counts where the law leaves it the choice, and nowhere else', () => {
  const treated = (mode: 'stream' | 'lessor_election' | 'upfront_lessor' | 'none') =>
    [false, true].map((elects) => taxTreatment({ ...law, mode }, elects));
  assert.deepEqual(treated('stream'), ['stream', 'stream']);
  assert.deepEqual(treated('lessor_election'), ['stream', 'upfront_lessor']);
  assert.deepEqual(treated('upfront_lessor'), ['upfront_lessor', 'upfront_lessor']);
  assert.deepEqual(treated('none'), ['none', 'none']);
});

test('rent is taxed payment by payment, fees where the law says so, and nothing otherwise', () => {
  const texts = ({ rent, lateFee, feeTaxable }: ReturnType<typeof taxRates>) => [
    ...[rent, lateFee].map(rateText),
    feeTaxable,
  ];
  const inForce = rate('0.0825');
  assert.deepEqual(texts(taxRates(law, 'stream', inForce)), ['0.0825', '0', true]);
  const other = { ...law, feeTaxable: false, lateFeeTaxable: true };
  assert.deepEqual(texts(taxRates(other, 'stream', inForce)), ['0.0825', '0.0825', false]);
  for (const untaxed of ['upfront_lessor', 'none'] as const) {
    assert.deepEqual(texts(taxRates(law, untaxed, inForce)), ['0', '0', true]);
  }
});

test('a fee may be charged up to what the law allows, inclusive; no fee is lawful everywhere', () => {
  const rows: [fee: number, allowed: boolean, maxCents: number | null, may: boolean][] = [
    [0, false, null, true],
    [1, false, null, false],
    [10_00, true, 10_00, true],
    [10_01, true, 10_00, false],
    [500_00, true, null, true],
  ];
  for (const [fee, allowed, maxCents, may] of rows) {
    assert.equal(mayCharge(fee, { allowed, maxCents }), may, `${fee} of ${maxCents}`);
  }
});
