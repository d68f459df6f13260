import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { KeyUseAnswer } from '#contract/v3/secrets.ts';
import { freePort } from '#doorstep/free-port.ts';
import { askDatabase } from '../ask-database.ts';
import { flexpay, ringOf } from '../flexpay.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { lampOrder, openStreet } from './street.ts';

let house: StartedHouse;
before(async () => {
  house = await startHouse({ PORT: String(await freePort()) });
});
after(() => house?.stop());

test('the runbook of SECURITY.md changes both keys of a running house, and everybody is still found and still pays', async () => {
  const before = openStreet(house);
  const shopper = await before.shopper('Runa');
  const old = Object.fromEntries((await keys()).filter((key) => key.current).map(({ kind, keyId }) => [kind, keyId]));
  const statuses: string[] = [];
  for (const line of runbook()) {
    if (line === '# start the house again') await startAgain();
    else if (line === '# wait until the old keys may go') await untilOldMayGo();
    else {
      const words = line
        .replace('OLD_KEK', old.kek!)
        .replace('OLD_INDEX', old.index!)
        .replace('.local', house.dataDir)
        .split(' ')
        .slice(2);
      const typed = await flexpay(ringOf(house), ...words);
      assert.equal(typed.code, 0, `${line}\n${typed.stderr}`);
      for (const secret of secretsOf(house)) assert.ok(!typed.stdout.includes(secret), 'no key is ever shown');
      if (line.endsWith('status')) statuses.push(typed.stdout);
    }
  }
  assert.match(statuses[0]!, new RegExp(`^kek +${old.kek} +\\d+ rows +\\d+ still to be changed over$`, 'm'));
  await openStreet(house).advance('PT1M');
  assert.doesNotMatch(statuses[1]!, new RegExp(`${old.kek}|${old.index} .*(still|may go)`));
  assert.deepEqual(
    (await keys()).map(({ current }) => current),
    [true, true],
  );

  const street = openStreet(house);
  const now = street.store;
  assert.equal((await now.get<{ exists: boolean }>(`/v3/user-exists?email=${shopper.email}`)).exists, true);
  const found = await now.post<{ users: object[] }>('/v3/users/search', {
    ssn: '666011500',
    mobilePhone: '6514447773',
  });
  assert.equal(found.users.length > 0, true);
  // The account is opened for the first payment, and the processor knows it.
  const again = await openStreet(house).shopper('Sunniva');
  const { leaseId } = await again.lease('RK-1', lampOrder);
  await again.sign(leaseId);
  await street.auditIsGreen();
});

test('killed in the middle of the change, the house goes on where it was', async () => {
  assert.equal((await newKey('kek')).code, 0);
  await startAgain();
  const books = new pg.Client({ connectionString: house.databaseUrl });
  await books.connect();
  try {
    // While somebody reads the accounts as they stand, the change gets past the social security numbers and no further.
    await books.query('begin; lock table payment_method in share mode');
    const moved = openStreet(house)
      .advance('PT1M')
      .catch(() => undefined);
    // Asked apart: inside a transaction who waits is told as of its first question.
    const waits = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'update payment_method%'`;
    while ((await askDatabase(house.databaseUrl, waits)).length === 0) await sleep(20);
    await house.kill();
    await moved;
    await books.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    await books.query('rollback');
  } finally {
    await books.end();
  }
  const [ssns, accounts] = await Promise.all([
    keysUnder('customer_identity', 'ssn_sealed'),
    keysUnder('payment_method', 'account_sealed'),
  ]);
  assert.equal(ssns.length, 1);
  assert.equal(accounts.length, 1);
  assert.notDeepEqual(ssns, accounts);

  house = await house.again();
  await untilOldMayGo();
  assert.deepEqual(await keysUnder('payment_method', 'account_sealed'), ssns);
});

test('an old key that is still needed is not dropped, and a house without it does not start', async () => {
  const file = path.join(house.dataDir, 'keys.json');
  const { kek } = JSON.parse(readFileSync(file, 'utf8'));
  const [current] = (await keys()).filter(({ kind, current }) => kind === 'index' && current);
  const refused = await flexpay(ringOf(house), 'secrets', 'drop-key', 'index', current!.keyId, '--file', file);
  assert.match(refused.stderr, /is the one in use\. Nothing was changed/);
  await house.close();
  const other = await startHouse({
    DATABASE_URL: house.databaseUrl,
    FLEXPAY_KEK: kek,
    FLEXPAY_INDEX_KEY: `lost:${Buffer.alloc(32, 7).toString('base64')}`,
  }).then(
    () => assert.fail('it started'),
    (error: Error) => error.message,
  );
  assert.match(other, /Rows in customer\w*\.\w+_index still need the key \w+, and FLEXPAY_INDEX_KEY/);
  house = await house.again();
});

/** The commands and steps of the runbook, line by line. */
function runbook(): string[] {
  const text = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8');
  return /```sh\n([\s\S]+?)\n```/.exec(text)![1]!.split('\n');
}

async function startAgain(): Promise<void> {
  await house.close();
  house = await house.again();
}

async function keys(): Promise<KeyUseAnswer['keys']> {
  return JSON.parse((await flexpay(ringOf(house), 'secrets', 'status', '--json')).stdout).keys;
}

/** What the worker does every minute happens at once when the sandbox's clock is moved. */
async function untilOldMayGo(): Promise<void> {
  await openStreet(house).advance('PT1M');
  const old = (await keys()).filter(({ current }) => !current);
  assert.ok(old.length > 0 && old.every(({ mayGo }) => mayGo), JSON.stringify(old));
}

const newKey = (kind: string) =>
  flexpay(ringOf(house), 'secrets', 'new-key', kind, '--file', path.join(house.dataDir, 'keys.json'));

async function keysUnder(table: string, column: string): Promise<unknown[]> {
  const sql = `select distinct ${column} ->> 'kek_id' as id from ${table} where ${column} is not null`;
  return (await askDatabase(house.databaseUrl, sql)).map(({ id }) => id);
}

/** The keys themselves, without their names. */
function secretsOf({ dataDir }: StartedHouse): string[] {
  const { kek, indexKey } = JSON.parse(readFileSync(path.join(dataDir, 'keys.json'), 'utf8'));
  return `${kek} ${indexKey}`.split(' ').map((one) => one.split(':').at(-1)!);
}
