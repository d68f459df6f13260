import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setImmediate as moment } from 'node:timers/promises';
import pg from 'pg';
import { commit, Duplicate } from '#server/db/commit.ts';
import { type TestDatabase, testDatabase } from '#server/db/test-database.ts';
import { insert, type Write, write } from '#server/db/write.ts';

let database: TestDatabase;
let other: pg.Client;
let operator: pg.Client;
before(async () => {
  database = await testDatabase();
  other = new pg.Client({ connectionString: database.url });
  operator = new pg.Client({ connectionString: database.url });
  await Promise.all([other.connect(), operator.connect()]);
});
after(async () => {
  await Promise.all([other.end(), operator.end()]);
  await database.close();
});

/** A name that one alone may have, and a fact beside it that lives and dies with it. */
function reserve(name: string, { fact = name, told = {} as unknown } = {}): Write[] {
  const recorded_at = '2026-11-21T12:00:00.000Z';
  return [
    insert('sandbox_shelf', { provider: 'test', key: name, value: told }),
    insert('security_event', { event_id: fact, merchant_id: 'm1', kind: 'test', detail: { name }, recorded_at }),
  ];
}

const all = (commits: readonly Write[][]) => Promise.allSettled(commits.map((writes) => commit(database.db, writes)));
const outcomeOf = (result: PromiseSettledResult<void>) =>
  result.status === 'fulfilled' ? 'made' : result.reason instanceof Duplicate ? result.reason.constraint : 'unknown';

/** What is there, and in how many transactions it was made. */
async function kept(prefix: string): Promise<{ names: string[]; facts: string[]; transactions: number }> {
  const { rows } = await other.query(
    `select s.key, e.event_id, s.xmin::text as made_in, e.xmin::text as told_in from sandbox_shelf s
     join security_event e on e.detail->>'name' = s.key and s.xmin = e.xmin where s.key like $1 order by s.key`,
    [`${prefix}%`],
  );
  const { rows: counted } = await other.query(
    `select (select count(*)::int from sandbox_shelf where key like $1) as names,
      (select count(*)::int from security_event where detail->>'name' like $1) as facts`,
    [`${prefix}%`],
  );
  assert.deepEqual(counted[0], { names: rows.length, facts: rows.length }, 'half of a commit is there');
  return {
    names: rows.map((row) => row.key),
    facts: rows.map((row) => row.event_id),
    transactions: new Set(rows.map((row) => row.made_in)).size,
  };
}

test('two hundred commits at once share a few transactions', async () => {
  const results = await all(Array.from({ length: 200 }, (_, number) => reserve(`many-${number}`)));
  assert.deepEqual(new Set(results.map(outcomeOf)), new Set(['made']));
  const { names, transactions } = await kept('many-');
  assert.equal(names.length, 200);
  assert.ok(transactions < 20, `${transactions} transactions`);
});

test('one of each name wins among two hundred, and whoever loses is told so and nobody else', async () => {
  const commits = Array.from({ length: 200 }, (_, number) =>
    reserve(`twin-${number % 160}`, { fact: `twin-fact-${number}` }),
  );
  const outcomes = (await all(commits)).map(outcomeOf);
  assert.deepEqual(outcomes.slice(40, 160), Array(120).fill('made'));
  for (let number = 0; number < 40; number += 1) {
    const pair = [outcomes[number], outcomes[number + 160]].sort();
    assert.deepEqual(pair, ['made', 'sandbox_shelf_pkey'], `twin-${number}`);
  }
  const { facts } = await kept('twin-');
  const winners = outcomes.flatMap((outcome, number) => (outcome === 'made' ? [`twin-fact-${number}`] : []));
  assert.deepEqual(facts.toSorted(), winners.toSorted());
});

test('a value the database does not take fails its own commit alone', async () => {
  const results = await all([
    reserve('plain'),
    ...['good-1', 'good-2'].map((name) => reserve(name)),
    reserve('bad', { told: { text: '\0' } }),
    reserve('good-3'),
  ]);
  assert.deepEqual(results.map(outcomeOf), ['made', 'made', 'made', 'unknown', 'made']);
  assert.deepEqual((await kept('good-')).names, ['good-1', 'good-2', 'good-3']);
});

test('alone or in company the same values arrive', async () => {
  const told = { text: 'ä "quoted" \\ line\n', list: [1, 'two', null], amount: 12034, none: null };
  await commit(database.db, reserve('value-alone', { told }));
  await all(['value-first', 'value-a', 'value-b'].map((name) => reserve(name, { told })));
  const { rows } = await other.query(`select distinct value from sandbox_shelf where key like 'value-%'`);
  assert.deepEqual(rows, [{ value: told }]);
});

test('a connection that dies under a shared statement leaves all of it unknown and none of it done', async () => {
  await other.query('begin');
  await other.query(`insert into sandbox_shelf (provider, key, value) values ('test', 'held-0', '{}')`);
  // The first waits for the other's name, the rest for the first; then all of them wait in one statement.
  const first = commit(database.db, reserve('held-first'));
  await moment();
  const rest = all(Array.from({ length: 20 }, (_, number) => reserve(`held-${number}`)));
  await first;
  await killWaiting();
  assert.deepEqual((await rest).map(outcomeOf), Array(20).fill('unknown'));
  await other.query('rollback');
  assert.deepEqual((await kept('held-')).names, ['held-first']);
  const again = await all(Array.from({ length: 20 }, (_, number) => reserve(`held-${number}`)));
  assert.deepEqual(new Set(again.map(outcomeOf)), new Set(['made']));
});

/** Ends the one backend that waits for a lock, as an operator or a failing server would. */
async function killWaiting(): Promise<void> {
  for (;;) {
    const { rows } = await operator.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
  }
}

test('a commit with a guard goes by itself', async () => {
  const guarded = (name: string) => [...reserve(name), write`update sandbox_shelf set value = '{}' where key = 'none'`];
  await all(Array.from({ length: 20 }, (_, number) => guarded(`guarded-${number}`)));
  assert.equal((await kept('guarded-')).transactions, 20);
});
