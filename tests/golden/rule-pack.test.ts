import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readRulePack, rulesFor, servedStates } from '#core/states/rule-pack.ts';

const file = (name: string) => JSON.parse(readFileSync(new URL(`../../rules/${name}`, import.meta.url), 'utf8'));
const pack = readRulePack({ served: file('served.json'), records: [file('default.json')] });

test('every state, territory and military post office is either served or refused for a reason', () => {
  const states =
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA ' +
    'RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI AA AE AP';
  const listed = [...servedStates(pack), ...pack.places.notOffered.map((place) => place.state)];
  assert.deepEqual(listed.toSorted(), states.split(' ').toSorted());
});

test('leases are not offered where domain 3.5 says so', () => {
  for (const state of ['MN', 'NJ', 'WI', 'WY', 'VT', 'NC', 'ME', 'PR', 'GU', 'AP', 'AK', 'HI']) {
    assert.ok('notOffered' in rulesFor(pack, state, '2026-11-20'), state);
  }
});

test('a served state has the general rules of domain 3.4', () => {
  for (const state of servedStates(pack)) {
    const law = rulesFor(pack, state, '2026-11-20');
    assert.ok('rules' in law, state);
    assert.equal(law.version, 'default-1');
    assert.deepEqual(law.rules.totalCap, { n: 225n, d: 100n });
    assert.deepEqual(law.rules.earlyPurchase, {
      windowDays: 90,
      premium: { n: 0n, d: 1n },
      share: { n: 60n, d: 100n },
    });
    assert.deepEqual(law.rules.lateFee.minDaysLate, { weekly: 4, biweekly: 4, other: 8 });
    assert.equal(law.rules.processingFee.allowed, false);
    assert.equal(law.rules.verified, false, 'nobody has confirmed these values yet');
  }
});
