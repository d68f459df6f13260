import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { openKeyFile } from '#server/key-file.ts';

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-keys-'));
after(() => fs.rmSync(home, { recursive: true }));

const chance = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
const key = () => randomBytes(32).toString('base64');

test('the first start writes the keys for the owner alone and the next one reads the same', () => {
  const file = newFile();
  const first = open(file);
  assert.equal(fs.statSync(file).mode & 0o777, 0o600);
  assert.deepEqual(open(file).secrets, first.secrets);
  for (const secret of [
    first.secrets.tokenSecret,
    first.secrets.keks[0].key,
    first.secrets.indexKeys[0].key,
    first.secrets.passcodeKey,
    first.secrets.evidenceKey,
  ]) {
    assert.equal(secret.length, 32);
  }
  assert.deepEqual(fs.readdirSync(path.dirname(file)), ['keys.json']);
});

test('two houses never share a key', () => {
  assert.notDeepEqual(open(newFile()).secrets, open(newFile()).secrets);
});

test('the sandbox merchant’s keys are kept for the next start', () => {
  const file = newFile();
  const merchants = [{ name: 'Corner Store', apiKey: 'sk_1', authKey: 'pk_1' }];
  open(file).keepSandboxMerchants(merchants);
  assert.deepEqual(open(file).sandboxMerchants, merchants);
  assert.equal(fs.statSync(file).mode & 0o777, 0o600);
});

test('a key file from before evidence was signed gets that key once and keeps it', () => {
  const file = newFile();
  open(file);
  const { evidenceKey: _, ...older } = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.writeFileSync(file, JSON.stringify(older));
  const first = open(file).secrets;
  assert.equal(first.evidenceKey.length, 32);
  assert.deepEqual(open(file).secrets, first);
  assert.equal(fs.statSync(file).mode & 0o777, 0o600);
});

test('a key file that others can read is refused with the command that closes it', () => {
  const file = newFile();
  open(file);
  for (const mode of [0o640, 0o604, 0o620]) {
    fs.chmodSync(file, mode);
    assert.throws(() => open(file), { name: 'CannotStart', message: new RegExp(`chmod 600 ${file}`) });
  }
});

test('a damaged key file is refused, never replaced', () => {
  const file = newFile();
  open(file);
  fs.writeFileSync(file, '{"operatorKey": "ok_san');
  assert.throws(() => open(file), { name: 'CannotStart', message: /damaged/ });
});

test('production refuses the keys of a sandbox', () => {
  const file = newFile();
  open(file);
  assert.throws(() => open(file, 'production'), { name: 'CannotStart', message: /made by a sandbox/ });
});

test('production with every secret in the environment has no key file', () => {
  const file = newFile();
  const env = {
    FLEXPAY_OPERATOR_KEY: 'operator-key-of-forty-random-characters-x',
    FLEXPAY_TOKEN_SECRET: key(),
    FLEXPAY_KEK: `2026-11:${key()}`,
    FLEXPAY_INDEX_KEY: key(),
    FLEXPAY_PASSCODE_KEY: key(),
    FLEXPAY_EVIDENCE_KEY: key(),
  };
  const { secrets } = open(file, 'production', env);
  assert.equal(secrets.operatorKey, env.FLEXPAY_OPERATOR_KEY);
  assert.equal(secrets.keks[0].id, '2026-11');
  assert.deepEqual(
    secrets.indexKeys.map(({ id, key }) => [id, Buffer.from(key).toString('base64')]),
    [['first', env.FLEXPAY_INDEX_KEY]],
  );
  assert.ok(!fs.existsSync(file));
});

test('a secret that is no secret is refused by its variable’s name', () => {
  for (const [name, value] of [
    ['FLEXPAY_OPERATOR_KEY', 'operator'],
    ['FLEXPAY_TOKEN_SECRET', 'c2VjcmV0'],
    ['FLEXPAY_KEK', key()],
    ['FLEXPAY_KEK', ' '],
    ['FLEXPAY_KEK', `a:${key()} a:${key()}`],
    ['FLEXPAY_INDEX_KEY', 'secret'],
    ['FLEXPAY_INDEX_KEY', `${key()} first:${key()}`],
    ['FLEXPAY_PASSCODE_KEY', `${key()}AAAA`],
  ] as const) {
    assert.throws(() => open(newFile(), 'production', { [name]: value }), {
      name: 'CannotStart',
      message: new RegExp(name),
    });
  }
});

test('a second key stands after the one in use, in the environment and in the file', () => {
  const [newer, older] = [`2027:${key()}`, `2026:${key()}`];
  const idsIn = (env: Record<string, string>, file = newFile()) =>
    open(file, 'sandbox', env).secrets.keks.map(({ id }) => id);
  assert.deepEqual(idsIn({ FLEXPAY_KEK: `${newer} ${older}` }), ['2027', '2026']);
  const file = newFile();
  open(file);
  const kept = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.writeFileSync(file, JSON.stringify({ ...kept, kek: `${newer}\n${kept.kek}` }));
  assert.deepEqual(idsIn({}, file), ['2027', kept.kek.split(':')[0]]);
});

test('a folder where no key file can be written is refused', () => {
  const file = path.join(home, 'a-file');
  fs.writeFileSync(file, '');
  assert.throws(() => open(path.join(file, 'keys.json')), { name: 'CannotStart', message: /cannot be/ });
});

function open(file: string, mode: 'sandbox' | 'production' = 'sandbox', env: Record<string, string> = {}) {
  return openKeyFile({ file, mode, env, chance });
}

function newFile(): string {
  return path.join(fs.mkdtempSync(path.join(home, 'data-')), 'keys.json');
}
