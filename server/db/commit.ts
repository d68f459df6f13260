import type { Db } from '#server/db/connect.ts';
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
 * Carries out all writes in one statement, which is one transaction and one round trip: all of them or none.
 * Throws `Stale` when a guarded write touched another number of rows than expected, `Duplicate` on a taken unique key.
 * A connection lost on the way leaves the outcome unknown: the error passes through, the caller asks again.
 */
export async function commit(db: Db, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  const { text, values } = fold(writes);
  try {
    await db.pool.query({ name: statementName(text), text, values });
  } catch (error) {
    throw meaningOf(error);
  }
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
