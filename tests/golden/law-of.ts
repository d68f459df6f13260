import assert from 'node:assert/strict';
import type { StateRules } from '#core/states/rules.ts';
import { readRules, shippedRules } from '#server/rules/read-rules.ts';

const records = readRules(shippedRules, { production: false, signOffs: [] })
  .all()
  .map(({ rules }) => rules)
  .toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1));

/** What the records say of a place on a day, also where no lease is offered. */
export function lawOf(state: string, on: string): StateRules {
  const law = records.findLast((record) => record.state === state && record.effectiveFrom <= on);
  assert.ok(law, `no record of ${state} is in force on ${on}`);
  return law;
}
