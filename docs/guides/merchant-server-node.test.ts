import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

test('the guide shows the very code that runs, all of it', () => {
  const regions = [...read('merchant-server-node.mjs').matchAll(/\/\/ #region .+\n([\s\S]*?)\/\/ #endregion/g)];
  const blocks = [...read('merchant-server-node.md').matchAll(/```js\n([\s\S]*?)```/g)];
  assert.ok(regions.length > 0);
  assert.deepEqual(
    blocks.map(([, code]) => code),
    regions.map(([, code]) => code),
  );
});
