import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRulePack, rulesFor, rulesOfVersion, servedStates } from './rule-pack.ts';
import { readRecord, rulesOf } from './rules.ts';

const say = (value: unknown) => ({ value, source: ['domain 3.4'], confidence: 'medium', verified: false });
const lateFee = (cap: unknown) => say({ min_days_late: { weekly: 4, biweekly: 4, other: 8 }, cap });
const record = {
  state: '*',
  version: 'default-1',
  base: null,
  enabled: true,
  effective_from: '2026-01-01',
  statute: 'none',
  rules: {
    total_cap: say('2.25'),
    cash_price_over_cost: say([{ goods: '*', cap: '1.65' }]),
    processing_fee: say({ allowed: false, max_cents: null }),
    early_purchase: say({ window_days: 90, premium: '0', share: '0.60' }),
    statutory_early_purchase: say([
      { method: 'same_as_cash', premium: '0', window: { from: 'signed', months: 3, days: 0 } },
      { method: 'cash_proportional' },
    ]),
    auto_vest_share: say(null),
    late_fee: lateFee({
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
    }),
    returned_payment_fee_cents: say(0),
    payment_order: say('oldest_first'),
    reinstatement: say({
      kept: { type: 'days', after: { weekly: 7, biweekly: 7, semimonthly: 7, monthly: 7 } },
      returned: { lt_two_thirds_days: 60, ge_two_thirds_days: 120 },
      fee_cents: 0,
      fee_per: 'reinstatement',
    }),
    renegotiation: say({ threshold: '0.25', any_change: false }),
    tax: say({ mode: 'stream', fee_taxable: true, late_fee_taxable: false }),
    disclosure: say({
      total_label: 'Total cost',
      cash_price_label: 'Cash price',
      cost_of_lease_label: 'Cost of lease services',
      notice_points: 10,
      notice_bold: true,
      notices: null,
    }),
    age_of_majority: say(18),
    record_retention_years_after_end: say(7),
  },
};
const served = {
  version: 'served-1',
  source: ['domain 3.5'],
  served: ['TX', 'OH'],
  not_offered: [{ state: 'MN', reason: 'Treated as a credit sale.' }],
};

test('a record says its rates and days exactly', () => {
  const rules = rulesOf(readRecord(record), null);
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

test('what a record leaves open is what its base says, and each value knows where it stands', () => {
  const vests = { value: '0.50', source: ['ORC 1351.06'], confidence: 'high', verified: true };
  const ohio = { ...record, state: 'OH', version: 'OH-1', base: 'default-1', rules: { auto_vest_share: vests } };
  const rules = rulesOf(readRecord(ohio), rulesOf(readRecord(record), null));
  assert.deepEqual([rules.state, rules.version, rules.verified], ['OH', 'OH-1', false]);
  assert.deepEqual(rules.autoVestShare, { n: 50n, d: 100n });
  assert.deepEqual(rules.totalCap, { n: 225n, d: 100n });
  assert.deepEqual(rules.provenance.autoVestShare, {
    source: ['ORC 1351.06'],
    confidence: 'high',
    verified: true,
    from: 'OH-1',
  });
  assert.equal(rules.provenance.totalCap.from, 'default-1');
  assert.throws(() => rulesOf(readRecord(ohio), null), /Record OH-1 says nothing of totalCap and has no base/);
  assert.throws(
    () => readRulePack({ served, records: [record, { ...ohio, base: 'default-9' }] }),
    /Record OH-1 names the base default-9, which is none/,
  );
});

test('a record that cannot be read whole is refused, and the place is named', () => {
  const ruled = (rules: object) => ({ ...record, rules: { ...record.rules, ...rules } });
  const fee = (cap: unknown) => ruled({ late_fee: lateFee(cap) });
  const rows: [unknown, RegExp][] = [
    [null, /^The record should be an object\.$/],
    [ruled({ total_cap: say(2.25) }), /^rules\.total_cap\.value should be a text\.$/],
    [ruled({ total_cap: '2.25' }), /^rules\.total_cap should be an object\.$/],
    [ruled({ total_cap: say('-1') }), /^rules\.total_cap\.value is refused: '-1' is not a decimal rate/],
    [ruled({ total_cap: { ...say('2.25'), source: [] } }), /^rules\.total_cap\.source should be a list with at least/],
    [
      ruled({ total_cap: { ...say('2.25'), confidence: 'sure' } }),
      /^rules\.total_cap\.confidence should be one of high,/,
    ],
    [{ ...record, effective_from: '2026-02-30' }, /^effective_from is refused: '2026-02-30' is not a day\.$/],
    [ruled({ no_pick_up_fee: say(true) }), /^rules\.no_pick_up_fee is not a key this engine knows\.$/],
    [{ ...record, enabled: 'yes' }, /^enabled should be true or false\.$/],
    [
      ruled({ age_of_majority: say(17.5) }),
      /^rules\.age_of_majority\.value should be a whole number of zero or more\.$/,
    ],
    [
      ruled({ payment_order: say('random') }),
      /^rules\.payment_order\.value should be one of oldest_first, newest_first\.$/,
    ],
    [
      fee({ type: 'most' }),
      /^rules\.late_fee\.value\.cap\.type should be one of flat, pct, min, max, step, by_frequency\.$/,
    ],
    [
      fee({ type: 'by_frequency', of: { weekly: { type: 'flat', cents: 300 } } }),
      /^rules\.late_fee\.value\.cap\.of\.biweekly should be an object\.$/,
    ],
    [
      fee({ type: 'min', of: [{ type: 'by_frequency', of: {} }] }),
      /cap\.of\[0\]\.type should be one of flat, pct, min, max, step\.$/,
    ],
    [
      fee({ type: 'max', of: [{ type: 'flat', cents: -1 }] }),
      /^rules\.late_fee\.value\.cap\.of\[0\]\.cents should be a whole number/,
    ],
    [fee({ type: 'toString' }), /^rules\.late_fee\.value\.cap\.type should be one of/],
  ];
  for (const [json, message] of rows) assert.throws(() => readRecord(json), { message });
});

test('a lease has the latest rules in force on its day, its own state before the general ones', () => {
  const pack = readRulePack({
    served,
    records: [
      record,
      { ...record, version: 'default-2', effective_from: '2027-01-01' },
      { ...record, version: 'oh-1', state: 'OH', base: 'default-1', rules: {}, effective_from: '2026-07-01' },
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
  assert.equal(rulesOfVersion(pack, 'default-1')?.effectiveFrom, '2026-01-01');
  assert.equal(rulesOfVersion(pack, 'default-9'), undefined);
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
