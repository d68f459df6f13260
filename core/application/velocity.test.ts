import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedKeys, sharedWithTooMany, velocityDefault, waitMs } from './velocity.ts';

const hour = 3_600_000;
const day = 24 * hour;

const waits: [string, number[], { count: number; hours: number | null }, number][] = [
  ['nothing before', [], velocityDefault.applications, 0],
  ['two of three', [day, 2 * day], velocityDefault.applications, 0],
  ['three of three: until the oldest is thirty days old', [day, 29 * day, 3 * day], velocityDefault.applications, day],
  ['the oldest is a millisecond short of thirty days', [0, 0, 30 * day - 1], velocityDefault.applications, 1],
  ['the oldest is exactly thirty days old', [0, 0, 30 * day], velocityDefault.applications, 0],
  ['ten in an hour', Array(10).fill(hour - 1000), velocityDefault.network, 1000],
  ['more than there may be: until enough of them are old', [0, hour / 4, hour / 2], { count: 1, hours: 1 }, hour],
  ['for ever', [400 * day, 900 * day], velocityDefault.bank, Number.POSITIVE_INFINITY],
];
for (const [what, ages, limit, expected] of waits) {
  test(`${what}: wait ${expected} ms`, () => assert.equal(waitMs(ages, limit), expected));
}

test('after the wait one more fits, and a millisecond before it does not', () => {
  let seed = 20261126;
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  for (let round = 0; round < 2000; round += 1) {
    const limit = { count: 1 + random(5), hours: 1 + random(50) };
    const ages = Array.from({ length: random(12) }, () => random(60 * hour));
    const wait = waitMs(ages, limit);
    const after = (ms: number) =>
      waitMs(
        ages.map((age) => age + ms),
        limit,
      );
    assert.equal(after(wait), 0);
    if (wait > 0) assert.ok(after(wait - 1) > 0);
  }
});

test('one more person than may share a key has to be looked at, each key by itself', () => {
  const nobody = { mobile: 0, email: 0, device: 0, bank: 0, address: 0 };
  assert.deepEqual(sharedWithTooMany(nobody, velocityDefault), []);
  for (const key of sharedKeys) {
    const { count } = velocityDefault[key];
    assert.deepEqual(sharedWithTooMany({ ...nobody, [key]: count - 1 }, velocityDefault), [], key);
    assert.deepEqual(sharedWithTooMany({ ...nobody, [key]: count }, velocityDefault), [`velocity_${key}`]);
  }
});
