import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { readRules, shippedRules } from './read-rules.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'flexpay-rules-'));
after(() => rmSync(folder, { recursive: true }));
const shipped = (name: string) => JSON.parse(readFileSync(path.join(shippedRules, name), 'utf8'));
const put = (name: string, json: unknown) => writeFileSync(path.join(folder, name), JSON.stringify(json));
for (const name of ['served.json', 'default.json', 'TX.json', 'OH.json']) put(name, shipped(name));

const on = '2026-11-20';
const sandbox = { production: false, signOffs: [] };
const hash = (version: string) =>
  readRules(folder, sandbox)
    .all()
    .find(({ rules }) => rules.version === version)!.hash;

test('in production a record counts once somebody vouches by name for this very text of it; in the sandbox always', () => {
  assert.ok('rules' in readRules(folder, sandbox).rulesFor('TX', on));
  const nobody = readRules(folder, { production: true, signOffs: [] });
  assert.deepEqual(nobody.rulesFor('TX', on), { notOffered: 'The rules for TX are not confirmed by counsel yet.' });

  const signOffs = [{ version: 'TX-1', hash: hash('TX-1').slice(0, 12), name: 'Jane Doe' }];
  const vouched = readRules(folder, { production: true, signOffs });
  assert.ok('rules' in vouched.rulesFor('TX', on));
  assert.ok('notOffered' in vouched.rulesFor('OH', on));
  assert.equal(vouched.all().find(({ rules }) => rules.version === 'TX-1')?.signedOffBy, 'Jane Doe');

  const wrong = (version: string, of: string) => () =>
    readRules(folder, { production: true, signOffs: [{ version, hash: of, name: 'Jane Doe' }] });
  assert.throws(wrong('TX-9', '00000000'), /There is no record TX-9 to sign off/);
  assert.throws(wrong('TX-1', '00000000'), /Record TX-1 is [0-9a-f]{12} now, and 00000000 was signed off/);
});

test('a record whose every value counsel has confirmed needs nobody else', () => {
  const confirmed = (name: string) => {
    const record = shipped(name);
    for (const one of Object.values(record.rules) as { verified: boolean }[]) one.verified = true;
    return record;
  };
  put('default.json', confirmed('default.json'));
  put('TX.json', confirmed('TX.json'));
  const rules = readRules(folder, { production: true, signOffs: [] });
  assert.ok('rules' in rules.rulesFor('TX', on));
  assert.ok('notOffered' in rules.rulesFor('OH', on));
  put('default.json', shipped('default.json'));
  put('TX.json', shipped('TX.json'));
});

test('the hash is of what the record and its base say, however they are written', () => {
  const before = [hash('TX-1'), hash('OH-1')];
  const { rules, ...rest } = shipped('TX.json');
  put('TX.json', { rules, ...rest });
  assert.equal(hash('TX-1'), before[0], 'the order of the members');
  put('TX.json', {
    ...rest,
    rules: { ...rules, age_of_majority: { ...shipped('default.json').rules.age_of_majority, value: 19 } },
  });
  assert.notEqual(hash('TX-1'), before[0]);
  assert.equal(hash('OH-1'), before[1]);
  const general = shipped('default.json');
  general.rules.record_retention_years_after_end.value = 8;
  put('default.json', general);
  assert.notEqual(hash('OH-1'), before[1], 'the base is part of the law');
});

test('a version that was in force can always be found again', () => {
  const rules = readRules(folder, sandbox);
  assert.equal(rules.ofVersion('OH-1')?.state, 'OH');
  assert.equal(rules.ofVersion('OH-9'), null);
});
