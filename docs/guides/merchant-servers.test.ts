import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

const guides = [
  { name: 'merchant-server-node', program: 'mjs', fence: 'js' },
  { name: 'merchant-server-php', program: 'php', fence: 'php' },
  { name: 'merchant-server-python', program: 'py', fence: 'python' },
];

for (const { name, program, fence } of guides) {
  test(`${name} shows the very code that runs, all of it`, () => {
    const regions = [...read(`${name}.${program}`).matchAll(/^\S+ #?region .+\n([\s\S]*?)^\S+ #?endregion/gm)];
    const blocks = [...read(`${name}.md`).matchAll(new RegExp(`\`\`\`${fence}\\n([\\s\\S]*?)\`\`\``, 'g'))];
    assert.ok(regions.length > 0);
    assert.deepEqual(
      blocks.map(([, code]) => code),
      regions.map(([, code]) => code),
    );
  });
}
