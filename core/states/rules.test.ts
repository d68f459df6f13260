import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRulePack, rulesFor, servedStates } from './rule-pack.ts';
import { readRules } from './rules.ts';

const record = {
  state: '*',
  version: 'default-1',
  enabled: true,
  effective_from: '2026-01-01',
  verified: false,
  source: ['domain 3.4'],
  total_cap: '2.25',
  processing_fee: { allowed: false, max_cents: null },
  early_purchase: { window_days: 90, premium: '0', share: '0.60' },
  auto_vest_share: null,
  late_fee: {
    min_days_late: { weekly: 4, biweekly: 4, other: 8 },
    cap: {
      type: 'min',
      of: [
        { type: 'pct', rate: '0.05' },
        {
          type: 'step',
          steps: [
            { upto_cents: 2_000, cents: 300 },
            { upto_cents: null, cents: 500 },
          ],
        },
      ],
    },
  },
  returned_payment_fee_cents: 0,
  payment_order: 'oldest_first',
  reinstatement: {
    keep: { weekly: 7, other: 7 },
    returned: { lt_two_thirds_days: 60, ge_two_thirds_days: 120 },
    fee_cents: 0,
  },
  renegotiation: { threshold: '0.25', any_change: false },
  tax: { mode: 'stream', fee_taxable: true, late_fee_taxable: false },
  age_of_majority: 18,
  record_retention_years_after_end: 7,
};
const served = {
  version: 'served-1',
  source: ['domain 3.5'],
  served: ['TX', 'OH'],
  not_offered: [{ state: 'MN', reason: 'Treated as a credit sale.' }],
};

test('a record says its rates and days exactly', () => {
  const rules = readRules(record);
  assert.deepEqual(rules.totalCap, { n: 225n, d: 100n });
  assert.deepEqual(rules.earlyPurchase, { windowDays: 90, premium: { n: 0n, d: 1n }, share: { n: 60n, d: 100n } });
  assert.equal(rules.lateFee.minDaysLate.other, 8);
  assert.deepEqual(rules.lateFee.cap.type === 'min' && rules.lateFee.cap.of[1], {
    type: 'step',
    steps: [
      { uptoCents: 2_000, cents: 300 },
      { uptoCents: null, cents: 500 },
    ],
  });
});

test('a record that cannot be read whole is refused, and the place is named', () => {
  const fee = (cap: unknown) => ({ ...record, late_fee: { ...record.late_fee, cap } });
  const { total_cap, ...withoutCap } = record;
  const rows: [unknown, RegExp][] = [
    [null, /^The record should be an object\.$/],
    [withoutCap, /^total_cap should be a text\.$/],
    [{ ...record, total_cap: 2.25 }, /^total_cap should be a text\.$/],
    [{ ...record, total_cap: '-1' }, /^total_cap is refused: '-1' is not a decimal rate/],
    [{ ...record, effective_from: '2026-02-30' }, /^effective_from is refused: '2026-02-30' is not a day\.$/],
    [{ ...record, no_pick_up_fee: true }, /^no_pick_up_fee is not a key this engine knows\.$/],
    [{ ...record, source: [] }, /^source should be a list with at least one entry\.$/],
    [{ ...record, enabled: 'yes' }, /^enabled should be true or false\.$/],
    [{ ...record, age_of_majority: 17.5 }, /^age_of_majority should be a whole number of zero or more\.$/],
    [{ ...record, payment_order: 'random' }, /^payment_order should be one of oldest_first, newest_first\.$/],
    [fee({ type: 'most' }), /^late_fee\.cap\.type should be one of flat, pct, min, max, step\.$/],
    [
      fee({ type: 'max', of: [{ type: 'flat', cents: -1 }] }),
      /^late_fee\.cap\.of\[0\]\.cents should be a whole number/,
    ],
    [fee({ type: 'toString' }), /^late_fee\.cap\.type should be one of/],
  ];
  for (const [json, message] of rows) assert.throws(() => readRules(json), { message });
});

test('a lease has the latest rules in force on its day, its own state before the general ones', () => {
  const pack = readRulePack({
    served,
    records: [
      record,
      { ...record, version: 'default-2', effective_from: '2027-01-01' },
      { ...record, version: 'oh-1', state: 'OH', total_cap: '2.00', effective_from: '2026-07-01' },
    ],
  });
  const version = (state: string, on: string) => {
    const law = rulesFor(pack, state, on);
    return 'version' in law ? law.version : law.notOffered;
  };
  assert.equal(version('TX', '2026-12-31'), 'default-1');
  assert.equal(version('TX', '2027-01-01'), 'default-2');
  assert.equal(version('OH', '2026-06-30'), 'default-1');
  assert.equal(version('OH', '2027-06-30'), 'oh-1');
  assert.match(version('TX', '2025-12-31'), /No rules are in force/);
});

test('where leases are not offered, the reason is said', () => {
  const off = { ...record, version: 'tx-1', state: 'TX', enabled: false };
  const pack = readRulePack({ served, records: [record, off] });
  assert.deepEqual(rulesFor(pack, 'MN', '2026-11-20'), { notOffered: 'Treated as a credit sale.' });
  assert.ok('notOffered' in rulesFor(pack, 'TX', '2026-11-20'), 'a state that is switched off');
  assert.ok('notOffered' in rulesFor(pack, 'ZZ', '2026-11-20'), 'a state nobody listed');
  assert.ok('notOffered' in rulesFor(pack, '*', '2026-11-20'), 'the general record is no place');
  assert.deepEqual(servedStates(pack), ['OH', 'TX']);
});

test('two records of one version, or a state named twice, are refused', () => {
  assert.throws(() => readRulePack({ served, records: [record, record] }), /default-1 twice/);
  const twice = { ...served, served: ['TX', 'MN'] };
  assert.throws(() => readRulePack({ served: twice, records: [record] }), /MN twice/);
});
