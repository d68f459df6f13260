import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordRulesBroken } from './password.ts';

for (const [password, broken] of [
  ['', ['length', 'notTheAddress']],
  ['seven77', ['length']],
  ['eight888', []],
  ['x'.repeat(200), []],
  ['x'.repeat(201), ['length']],
  [' Ana@Example.com', ['notTheAddress']],
] as const) {
  test(`a new password “${password.slice(0, 20)}” breaks ${broken.join(' and ') || 'no rule'}`, () => {
    assert.deepEqual(passwordRulesBroken(password, 'ana@example.com'), broken);
  });
}
