import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startHouse } from '../../start-house.ts';
import { fuzz } from './fuzz.ts';

const seed = Number(process.env.FUZZ_SEED ?? 1);
const requests = Number(process.env.FUZZ_REQUESTS ?? 2_000);

test(`every answer to ${requests} requests, valid and hostile, is one of the document (FUZZ_SEED=${seed})`, async () => {
  const house = await startHouse({ FLEXPAY_LOG: 'silent' });
  try {
    const { statuses, faults } = await fuzz(house, { seed, requests });
    assert.deepEqual(faults, [], faults.join('\n'));
    // A run that met only closed doors would prove nothing.
    for (const status of [200, 400, 401, 404, 409]) assert.ok(statuses.get(status), `no answer was ${status}`);
  } finally {
    await house.stop();
  }
});
