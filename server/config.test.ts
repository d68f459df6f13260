import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { keptMonthsLeast } from '#core/retention/keep.ts';
import { type Config, readConfig, settingsTable } from '#server/config.ts';
import { capacityDefault, limitsDefault } from '#server/limits.ts';

const production = {
  FLEXPAY_MODE: 'production',
  DATABASE_URL: 'postgres://house:secret@db.example/house',
  FLEXPAY_PROVIDERS: './mine.ts',
  FLEXPAY_COMPANY: 'Corner Leasing, Inc.',
  FLEXPAY_COMPANY_ADDRESS: '7 Corner Street, Austin, TX 78701',
  FLEXPAY_REPORT_AGENCY: 'Corner Reports; 1 Report Way, Atlanta, GA 30301; (800) 555-0199',
  FLEXPAY_SUPPORT: 'help@corner.example',
  FLEXPAY_PUBLIC_URL: 'https://pay.corner.example/',
};

test('with nothing set the house is a sandbox on both loopbacks with the embedded database', () => {
  const config = accepted({});
  assert.equal(config.mode, 'sandbox');
  assert.equal(config.port, 4300);
  assert.deepEqual(config.hosts, ['127.0.0.1', '::1']);
  assert.equal(config.databaseUrl, null);
  assert.equal(config.dataDir, '/here/.local');
  assert.equal(config.keyFile, '/here/.local/keys.json');
  assert.equal(config.publicUrl, 'http://127.0.0.1:4300');
});

test('another host is listened on alone', () => {
  assert.deepEqual(accepted({ HOST: '0.0.0.0' }).hosts, ['0.0.0.0']);
});

test('an empty variable counts as absent', () => {
  assert.equal(accepted({ PORT: '', DATABASE_URL: ' ' }).port, 4300);
});

test('what cannot be read is refused with the setting’s name', () => {
  const cases: [Record<string, string>, RegExp][] = [
    [{ PORT: 'http' }, /^PORT is "http"/],
    [{ PORT: '70000' }, /^PORT is "70000"/],
    [{ PORT: '-1' }, /^PORT is "-1"/],
    [{ FLEXPAY_MODE: 'prod' }, /^FLEXPAY_MODE is "prod"/],
    [{ DATABASE_URL: 'localhost:5432' }, /^DATABASE_URL cannot be read/],
    [{ DATABASE_URL: 'mysql://a:b@c/d' }, /^DATABASE_URL cannot be read/],
    [{ DATABASE_URL: 'postgres://a:b@c' }, /^DATABASE_URL cannot be read/],
    [{ FLEXPAY_LOG: 'loud' }, /^FLEXPAY_LOG is "loud"/],
    [{ FLEXPAY_RULES_SIGNED_OFF: 'TX-1=Jane Doe' }, /^FLEXPAY_RULES_SIGNED_OFF has "TX-1=Jane Doe"/],
    [{ FLEXPAY_TAX_PAID_ON_PURCHASE: 'CA Michigan' }, /^FLEXPAY_TAX_PAID_ON_PURCHASE has "Michigan"/],
    [{ FLEXPAY_TRUSTED_PROXIES: '10.0.0.7,proxy' }, /^FLEXPAY_TRUSTED_PROXIES has "proxy"/],
    [{ FLEXPAY_TRUSTED_PROXIES: '10.1.0.0/33' }, /^FLEXPAY_TRUSTED_PROXIES has "10.1.0.0\/33"/],
    [{ FLEXPAY_PUBLIC_URL: 'pay.example' }, /^FLEXPAY_PUBLIC_URL is/],
    [{ FLEXPAY_PUBLIC_URL: 'https://pay.example/path' }, /^FLEXPAY_PUBLIC_URL is/],
  ];
  for (const [env, wanted] of cases) {
    const [problem, ...others] = refused(env);
    assert.match(problem!, wanted);
    assert.deepEqual(others, []);
  }
});

test('a refused database address is not repeated, because there is a password in it', () => {
  assert.doesNotMatch(refused({ DATABASE_URL: 'mysql://a:hunter2@c/d' }).join(), /hunter2/);
});

test('production with everything named is accepted', () => {
  const config = accepted(production);
  assert.equal(config.publicUrl, 'https://pay.corner.example');
  assert.equal(config.providers, '/here/mine.ts');
});

test('production refuses what only a sandbox may leave out', () => {
  for (const name of Object.keys(production).filter((one) => one !== 'FLEXPAY_MODE')) {
    assert.match(refused({ ...production, [name]: '' }).join(), new RegExp(name));
  }
  assert.equal(refused({ FLEXPAY_MODE: 'production' }).length, 7);
});

test('production uses the embedded database only when told so', () => {
  const embedded = { ...production, DATABASE_URL: '' };
  assert.match(refused(embedded).join(), /needs DATABASE_URL/);
  assert.equal(accepted({ ...embedded, FLEXPAY_ALLOW_EMBEDDED_IN_PRODUCTION: 'yes' }).databaseUrl, null);
});

test('production is reached by https only', () => {
  assert.match(refused({ ...production, FLEXPAY_PUBLIC_URL: 'http://pay.example' }).join(), /https/);
});

test('limits change one by one, and one that does not exist is told', () => {
  const changed = readConfig({ FLEXPAY_LIMITS: 'modalEmail=5/30' }, '/');
  assert.ok(!('problems' in changed));
  assert.deepEqual(changed.limits, { ...limitsDefault, modalEmail: { calls: 5, seconds: 30 } });
  const wrong = readConfig({ FLEXPAY_LIMITS: 'modalMail=5/30' }, '/');
  assert.ok('problems' in wrong);
  assert.match(wrong.problems.join(), /FLEXPAY_LIMITS has "modalMail=5\/30"/);
});

test('the capacity of a lane changes by itself, and a lane that does not exist is told', () => {
  const changed = readConfig({ FLEXPAY_CAPACITY: 'write=40' }, '/');
  assert.ok(!('problems' in changed));
  assert.deepEqual(changed.capacity, { ...capacityDefault, write: 40 });
  const wrong = readConfig({ FLEXPAY_CAPACITY: 'wrote=40' }, '/');
  assert.ok('problems' in wrong);
  assert.match(wrong.problems.join(), /FLEXPAY_CAPACITY has "wrote=40"/);
});

test('records may be kept longer than the law wants, never shorter', () => {
  const longer = readConfig({ FLEXPAY_RETENTION: 'applications=36, leaseFiles=120' }, '/');
  assert.ok(!('problems' in longer));
  assert.deepEqual(longer.keptMonths, { ...keptMonthsLeast, applications: 36, leaseFiles: 120 });
  const table = [
    ['leaseFiles=83', /leaseFiles must be kept for 84 months at least/],
    ['everything=99', /FLEXPAY_RETENTION has "everything=99"/],
    ['consents=60m', /FLEXPAY_RETENTION has "consents=60m"/],
  ] as const;
  for (const [text, problem] of table) {
    const wrong = readConfig({ FLEXPAY_RETENTION: text }, '/');
    assert.ok('problems' in wrong);
    assert.match(wrong.problems.join(), problem);
  }
});

test('the README shows every setting as it is', () => {
  const readme = fs.readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  assert.ok(readme.includes(settingsTable()), `Put this table into README.md:\n${settingsTable()}`);
});

function accepted(env: Record<string, string>): Config {
  const config = readConfig(env, '/here');
  assert.ok(!('problems' in config), JSON.stringify(config));
  return config;
}

function refused(env: Record<string, string>): string[] {
  const config = readConfig(env, '/here');
  assert.ok('problems' in config);
  return config.problems;
}
