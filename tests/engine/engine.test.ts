import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Law, ruleOf } from '../../checker/lease-case.ts';
import { recompute } from '../../checker/recompute.ts';
import { signedFiguresFault } from '../../checker/signed-figures.ts';
import { chanceOf } from '../chance.ts';
import { compareLeases } from './compare-leases.ts';
import { differences } from './differences.ts';
import { engineAnswers, knownOf } from './engine-answers.ts';
import { madeUpLaw } from './laws.ts';
import { randomCase } from './random-case.ts';
import { signedFigures } from './signed-figures.ts';

const seed = Number(process.env.ENGINE_SEED ?? 1);
const leases = Number(process.env.ENGINE_LEASES ?? 2_000);

test(`the engine and the checker agree on every figure and day of ${leases} leases (ENGINE_SEED=${seed})`, () => {
  const { faults, seen } = compareLeases({ seed, from: 0, to: leases });
  assert.deepEqual(faults, [], faults.join('\n'));
  // A run that met only the ordinary would prove little.
  for (const what of extraordinary) assert.ok(seen.get(what), `no lease was: ${what}`);
});

test('a cent, a day or a payment too many is named by its path', () => {
  const lease = randomCase(seed, 1);
  const answer = JSON.parse(JSON.stringify(recompute(lease)));
  assert.deepEqual(differences(answer, engineAnswers(lease)), []);
  answer.payments[1].due = '2026-01-01';
  answer.price.initial.tax += 1;
  answer.payments.push(answer.payments[0]);
  const paths = differences(answer, engineAnswers(lease)).map((line) => line.split(':')[0]);
  assert.deepEqual(paths, ['price.initial.tax', 'payments[1].due', `payments[${answer.payments.length - 1}]`]);
});

test('a lease of a seed is the same for ever, whatever came before it', () => {
  assert.deepEqual(randomCase(seed, 7), randomCase(seed, 7));
  assert.deepEqual(madeUpLaw(chanceOf(seed, 3)), madeUpLaw(chanceOf(seed, 3)));
});

test('the figures of an evidence file follow from the law, whatever the lease', () => {
  for (let turn = 0; turn < 500; turn += 1) {
    const lease = randomCase(seed, turn);
    const known = knownOf(lease);
    if (known !== null) assert.equal(signedFiguresFault(signedFigures(known), allowing(lease.law)), null);
  }
});

/** The random leases have fees and taxes that the place may not allow. */
function allowing({ record, base }: Law): Law {
  const { fee_taxable } = ruleOf({ record, base }, 'tax');
  const rules = {
    ...record.rules,
    processing_fee: { value: { allowed: true, max_cents: null } },
    tax: { value: { mode: 'stream' as const, fee_taxable } },
  };
  return { record: { ...record, rules }, base };
}

const extraordinary = [
  'not offered',
  'capped',
  'debit moved',
  'due on 29 February',
  'nothing left to buy',
  'price given up, then active',
  'price given up, then vested',
  'price given up, then returned',
  'rent refunded',
  'a fee refunded',
  'another tax rate',
  'owned by law',
  'money paid ahead refunded',
  'bought on a day to come',
  'bought with money under way',
  'if more is paid, soon, with a refund',
  'if more is paid, before the start',
  'if goods go back, before the start, with a signature',
  'if goods go back, soon, with a refund',
  'if goods go back, soon, with a signature',
  'if goods go back, later, with a refund',
  'if goods go back, later, with a signature',
  'if goods are exchanged, before the start, with a signature',
  'if goods are exchanged, soon, with a signature',
  'if goods are exchanged, later, with a signature',
  'if goods are lost, soon, with a signature',
  'if goods are lost, later, with a refund',
  'if the rhythm changes, before the start, with a signature',
  'if the rhythm changes, later, with a signature',
  'if the days move, soon',
  'if the days move, later, with a signature',
  'if the days move, later: TooFar',
  'if the days move, later: PastNeighbour',
  'if the days move, later: EarlierThanAgreed',
  'contract same_as_cash',
  'contract pct_remaining',
  'statute same_as_cash',
  'statute pct_remaining',
  'statute cash_proportional',
  'statute cash_proportional_min_one',
  'statute cash_minus_share_paid',
  'statute cash_over_total_times_future',
];
