import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openStreet } from '../journeys/street.ts';
import { startHouse } from '../start-house.ts';
import { findSecrets } from './find-secrets.ts';

// Runs after all other tests: see doorstep/run-tests.ts.

test('the search finds each kind of secret, and nothing in what looks alike', () => {
  const table: [string, boolean][] = [
    ['{"ssn":"666011500"}', true],
    ['asked with 666-01-1500', true],
    ['{"account":"440000001234"}', true],
    ['password=correct-Iris-9', true],
    ['authorization: sk_sandbox_0123456789abcdef', true],
    ['eyJhbGciOiJIUzI1NiJ9.eyJ1c2VySWQiOiI1YTkifQ.c2lnbmF0dXJlLW9mLWl0', true],
    ['{"ssn_last_four":"1500","account_last_four":"1234"}', false],
    ['{"lease_number":"9666011500"}', false],
    ['pk_sandbox_0123456789abcdef', false],
  ];
  for (const [text, isSecret] of table) assert.equal(findSecrets(text).length > 0, isSecret, text);
});

test('no log line and no row of all these tests holds a secret that can be read', async () => {
  const given = process.env.FLEXPAY_TEST_TRACES;
  const folder = given ?? fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-traces-'));
  process.env.FLEXPAY_TEST_TRACES = folder;
  try {
    await aLeaseFromApplyToDelivery();
    const traces = fs.readdirSync(folder);
    assert.ok(traces.some((name) => name.endsWith('.log')) && traces.some((name) => name.endsWith('.rows')));
    const leaks = traces.flatMap((name) =>
      findSecrets(fs.readFileSync(path.join(folder, name), 'utf8')).map((leak) => `${name}: ${leak}`),
    );
    assert.deepEqual(leaks, []);
  } finally {
    if (given === undefined) fs.rmSync(folder, { recursive: true });
  }
});

/** So that there is something to look through when this test runs alone. */
async function aLeaseFromApplyToDelivery(): Promise<void> {
  const house = await startHouse();
  try {
    const street = openStreet(house);
    const shopper = await street.shopper('Runa');
    const items = [{ sku: 'LAMP', description: 'Lamp', brand: 'Halden', cost: 120, quantity: 1 }];
    const { leaseId } = await shopper.lease('LEAK-1', items);
    await shopper.sign(leaseId);
    await street.store.post('/v3/transactions/LEAK-1/finalize');
    await street.store.post('/v3/transactions/LEAK-1/confirm-receipt');
  } finally {
    await house.stop();
  }
}
