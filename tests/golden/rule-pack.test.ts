import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { firstDayLate, mostLateFee } from '#core/lease/late-fee.ts';
import { lastDayToResume } from '#core/lease/reinstate.ts';
import { decimalText } from '#core/money/decimal.ts';
import { rate, rateText } from '#core/money/money.ts';
import { earlyPurchase } from '#core/pricing/early-purchase.ts';
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

// A lease of 1,000.00 cash and 2,000.00 rent, 52 weekly payments of 38.47: on day 200, with 20 of them paid, 769.40 are
// paid and 32 payments are to come. A row: state, source, cap, the first day late of a weekly and of a monthly payment,
// the most that a late fee may be on 50.00 and on 10.00 of open rent, and the rent that buying early costs that day.
test('caps, late fees and early purchase are the worked examples of each state', () => {
  type Row = [string, string, string | null, number, number, string, string, string];
  for (const [state, source, cap, weekly, monthly, onFifty, onTen, early] of file(
    '../tests/golden/state-rules.json',
  ) as Row[]) {
    const { totalCap, lateFee, earlyPurchase: contract, statutoryEarlyPurchase: statutory } = recordOf(state);
    const offer = earlyPurchase(
      {
        ...{ cashPrice: 1_000_00, totalRent: 2_000_00, paidRent: 769_40, pastDueRent: 0, unpaidFees: 0 },
        ...{ count: 52, paidCount: 20, pastDueCount: 0, regular: 38_47, taxRate: rate('0') },
        ...{ signedOn: '2026-11-20', startOn: '2026-11-20', law: { contract, statutory } },
      },
      '2027-06-08',
    );
    assert.deepEqual(
      [
        totalCap === null ? null : rateText(totalCap),
        firstDayLate(lateFee, 'weekly'),
        firstDayLate(lateFee, 'monthly'),
        decimalText(mostLateFee(lateFee.cap, 50_00)),
        decimalText(mostLateFee(lateFee.cap, 10_00)),
        decimalText(offer.rent),
      ],
      [cap, weekly, monthly, onFifty, onTen, early],
      `${state}, ${source}`,
    );
  }
});

test('who kept the goods may resume until the day that each state names', () => {
  // Weekly from 2026-11-20, payment 3 unpaid: due 2026-12-04. Monthly: due 2027-01-20.
  const weekly = { frequency: 'weekly', cycle: { frequency: 'weekly', phase: '2026-11-20' } } as const;
  const monthly = { frequency: 'monthly', cycle: { frequency: 'monthly', anchor: 20 } } as const;
  const terms = { count: 12, regular: 1, last: 1, startOn: '2026-11-20', leadDays: 7, debit: 'following' } as const;
  const rows: [string, string, string][] = [
    ['CA', '2026-12-11', '2027-01-30'],
    ['TX', '2026-12-11', '2027-02-05'], // half of 31 days is 16
    ['IL', '2026-12-11', '2027-02-05'],
    ['FL', '2027-02-02', '2027-03-21'],
    ['OH', '2026-12-25', '2027-04-20'],
    ['GA', '2026-12-25', '2027-04-20'],
    ['VA', '2026-12-06', '2027-01-25'],
    ['WA', '2026-12-09', '2027-01-30'],
    ['KS', '2026-12-11', '2027-01-27'],
  ];
  for (const [state, onWeekly, onMonthly] of rows) {
    const { kept } = recordOf(state).reinstatement;
    assert.equal(lastDayToResume(kept, { ...terms, ...weekly }, 3), onWeekly, `${state} weekly`);
    assert.equal(lastDayToResume(kept, { ...terms, ...monthly }, 3), onMonthly, `${state} monthly`);
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
