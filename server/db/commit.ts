import pg from 'pg';
import type { Db } from '#server/db/connect.ts';
import { inTurns } from '#server/db/in-turns.ts';
import { insertTogether } from '#server/db/insert-together.ts';
import type { Write } from '#server/db/write.ts';

/** Something we had read changed before we wrote: read again and decide again. */
export class Stale extends Error {
  readonly what: string;
  constructor(what: string) {
    super(`${what} changed since it was read`);
    this.what = what;
  }
}

/** A unique key said no: somebody wrote the same name first. `constraint` is the key's name in the schema. */
export class Duplicate extends Error {
  readonly constraint: string;
  constructor(constraint: string) {
    super(`already there: ${constraint}`);
    this.constraint = constraint;
  }
}

/**
 * Carries out all writes in one statement, which is one transaction and one round trip: all of them or none. Commits
 * that only insert, as those of a new lease do, share a statement with others of their kind while one is under way.
 * Throws `Stale` when a guarded write touched another number of rows than expected, `Duplicate` on a taken unique key.
 * A connection lost on the way leaves the outcome unknown: the error passes through, the caller asks again.
 */
export async function commit(db: Db, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  const kind = kindOf(writes);
  if (kind === null) await commitAlone(db, writes);
  else await turnsOf(db, kind)(writes);
}

async function commitAlone(db: Db, writes: readonly Write[]): Promise<void> {
  const { text, values } = fold(writes);
  try {
    await db.pool.query({ name: statementName(text), text, values });
  } catch (error) {
    throw meaningOf(error);
  }
}

/** What is inserted into which columns; null when a write is more than a plain insert. */
function kindOf(writes: readonly Write[]): string | null {
  let kind = '';
  for (const { rows } of writes) {
    if (rows === undefined) return null;
    kind += `${rows.into};`;
  }
  return kind;
}

const togetherMax = 64;
const waitingMax = 1_024;
const kindsMax = 100;
type Turns = (writes: readonly Write[]) => Promise<void>;
const turns = new WeakMap<Db, Map<string, Turns>>();

function turnsOf(db: Db, kind: string): Turns {
  const known = turns.get(db) ?? new Map<string, Turns>();
  turns.set(db, known);
  let turn = known.get(kind);
  if (turn === undefined && known.size >= kindsMax) return (writes) => commitAlone(db, writes);
  turn ??= inTurns((commits) => commitTogether(db, commits), { togetherMax, waitingMax });
  known.set(kind, turn);
  return turn;
}

/**
 * Several commits of one kind in one statement. When the database undoes it because of one of them, each is carried out
 * by itself, so that none answers for its neighbours. Any other failure, a lost connection above all, leaves every one
 * of them unknown.
 */
async function commitTogether(
  db: Db,
  commits: readonly (readonly Write[])[],
): Promise<readonly PromiseSettledResult<void>[]> {
  const [first = []] = commits;
  if (commits.length === 1) return Promise.allSettled([commitAlone(db, first)]);
  const { text, values } = insertTogether(commits);
  try {
    await db.pool.query({ name: statementName(text), text, values });
    return commits.map(() => ({ status: 'fulfilled', value: undefined }));
  } catch (error) {
    if (!isUndone(error)) throw error;
    return Promise.allSettled(commits.map((writes) => commitAlone(db, writes)));
  }
}

/** The database itself said that the statement did not happen: a value or a key it does not take, or a deadlock. */
function isUndone(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(22|23|40)/.test(error.code ?? '');
}

/** Folds writes into one data-modifying WITH. PostgreSQL runs every part of it even where nothing reads its result. */
function fold(writes: readonly Write[]): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const parts: string[] = [];
  const checks: string[] = [];
  writes.forEach((one, index) => {
    let body = one.sql[0] ?? '';
    one.values.forEach((value, at) => {
      values.push(value);
      body += `$${values.length}${one.sql[at + 1]}`;
    });
    if (one.expect !== undefined) {
      body += ' returning 1';
      checks.push(`expect_rows('${one.expect.what}', ${one.expect.rows}, (select count(*) from w${index}))`);
    }
    parts.push(`w${index} as (${body})`);
  });
  return { text: `with ${parts.join(', ')} select ${checks.length > 0 ? checks.join(', ') : '1'}`, values };
}

/** Named statements are planned once per connection. The shapes are few: one per verb and number of lines. */
const names = new Map<string, string>();
const namesMax = 500;

function statementName(text: string): string | undefined {
  let name = names.get(text);
  if (name === undefined && names.size < namesMax) {
    name = `commit_${names.size}`;
    names.set(text, name);
  }
  return name;
}

function meaningOf(error: unknown): unknown {
  const { code, constraint, message } = error as { code?: string; constraint?: string; message?: string };
  if (code === 'FP001') return new Stale(message ?? 'row');
  if (code === '23505') return new Duplicate(constraint ?? 'unknown');
  // Two writers met in opposite order: the database undid one of them whole. Deciding again is the answer.
  if (code === '40001' || code === '40P01') return new Stale('row');
  return error;
}
