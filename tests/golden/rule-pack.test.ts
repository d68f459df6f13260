import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rate, rateText } from '#core/money/money.ts';
import { readRulePack, rulesFor, servedStates } from '#core/states/rule-pack.ts';
import type { StateRules } from '#core/states/rules.ts';

const folder = new URL('../../rules/', import.meta.url);
const file = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'served.json');
const pack = readRulePack({ served: file('served.json'), records: names.map(file) });
const recordOf = (state: string): StateRules => pack.records.find((record) => record.state === state)!;

const states =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA ' +
  'RI SC SD TN TX UT VT VA WA WV WI WY';

test('every state, territory and military post office is either served or refused for a reason', () => {
  const listed = [...servedStates(pack), ...pack.places.notOffered.map((place) => place.state)];
  assert.deepEqual(listed.toSorted(), [...states.split(' '), ...'AS GU MP PR VI AA AE AP'.split(' ')].toSorted());
});

test('leases are not offered where domain 3.5 says so', () => {
  for (const state of ['MN', 'NJ', 'WI', 'WY', 'VT', 'NC', 'ME', 'PR', 'GU', 'AP', 'AK', 'HI']) {
    assert.ok('notOffered' in rulesFor(pack, state, '2026-11-20'), state);
  }
});

test('every state has a record of its own on top of the general one, and nobody has confirmed any yet', () => {
  for (const state of states.split(' ')) {
    const record = recordOf(state);
    assert.equal(record.version, `${state}-1`);
    assert.equal(record.verified, false, state);
    assert.equal(record.enabled, servedStates(pack).includes(state), state);
    const own = Object.values(record.provenance).filter(({ from }) => from === record.version);
    const general = Object.values(record.provenance).filter(({ from }) => from === 'default-1');
    assert.equal(own.length + general.length, Object.keys(record.provenance).length, state);
  }
  for (const state of servedStates(pack)) {
    const law = rulesFor(pack, state, '2026-11-20');
    assert.ok('rules' in law && law.version === `${state}-1`, state);
  }
});

test('the general rules are those of domain 3.4', () => {
  const law = recordOf('*');
  assert.deepEqual(law.totalCap, rate('2.25'));
  assert.deepEqual(law.earlyPurchase, { windowDays: 90, premium: rate('0'), share: rate('0.60') });
  assert.deepEqual(law.lateFee.minDaysLate, { weekly: 4, biweekly: 4, other: 8 });
  assert.deepEqual(
    [law.processingFee.allowed, law.returnedPaymentFeeCents, law.statutoryEarlyPurchase],
    [false, 0, null],
  );
});

test('the most that a lease may cost is what domain 3.2 says of each state', () => {
  const caps: [string, string][] = [
    ['2.25', 'CA NY'],
    ['2.00', 'OH PA CT HI ME IA'],
    ['2.22', 'MI'],
    ['2.40', 'WV'],
    ['none', 'TX FL IL GA SC VA TN IN WA MD NE'],
    ['2.25', 'KS MN AK DC'], // by the general rules
  ];
  for (const [cap, places] of caps) {
    for (const state of places.split(' ')) {
      const { totalCap } = recordOf(state);
      assert.equal(totalCap === null ? 'none' : rateText(totalCap), cap, state);
    }
  }
});

test('each state of domain 3.2 has its examples of early purchase, late fees and reinstatement', () => {
  const statesOf = (rows: { given: { state?: string } }[]) => new Set(rows.map(({ given }) => given.state));
  const examples = (name: string) => file(`../tests/golden/${name}`);
  const served = 'CA NY TX FL OH PA MI IL GA SC VA TN WV IN WA MD CT HI ME IA NE'.split(' ');
  const { kept, returned } = examples('reinstatements.json');
  for (const rows of [examples('late-fees.json'), kept, returned]) {
    const named = statesOf(rows);
    for (const state of served) assert.ok(named.has(state), state);
  }
  const early = statesOf(examples('early-purchases.json'));
  for (const state of states.split(' ')) {
    if (recordOf(state).statutoryEarlyPurchase !== null) assert.ok(early.has(state), state);
  }
});

test('what only a few states ask is asked there', () => {
  assert.equal(recordOf('CT').paymentOrder, 'newest_first');
  assert.equal(recordOf('ME').renegotiation.anyChange, true);
  assert.deepEqual([recordOf('MI').processingFee.allowed, recordOf('IN').processingFee.maxCents], [false, 1000]);
  assert.deepEqual(
    [recordOf('AL').ageOfMajority, recordOf('NE').ageOfMajority, recordOf('MS').ageOfMajority],
    [19, 19, 21],
  );
  for (const state of ['OH', 'HI', 'ME']) assert.deepEqual(recordOf(state).autoVestShare, rate('0.50'), state);
  for (const state of ['MT', 'NH', 'OR', 'AK', 'DE']) assert.equal(recordOf(state).tax.mode, 'none', state);
  assert.equal(recordOf('WV').disclosure.cashPriceLabel, 'Retail value');
});
