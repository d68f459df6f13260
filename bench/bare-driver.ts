import { randomInt } from 'node:crypto';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import type { LimitPoint } from './database-limit.ts';
import { freshDigits, type Repeatable } from './repeatable.ts';
import type { Run } from './speed.ts';

// A program of its own: carries one prepared statement out as fast as the driver can, and prints how long each took as JSON.

const warmUpMs = 500;

const { databaseUrl, sessionOptions, statement, customers, clients, seconds } = JSON.parse(
  await text(process.stdin),
) as LimitPoint & { databaseUrl: string; sessionOptions: string };

const took: number[] = [];
const from = performance.now() + warmUpMs;
const until = from + seconds * 1000;
await Promise.all(Array.from({ length: clients }, askAgainAndAgain));
const result: Run = { took, seconds };
process.stdout.write(JSON.stringify(result));

async function askAgainAndAgain(): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, options: sessionOptions });
  await client.connect();
  for (let began = performance.now(); began < until; ) {
    await client.query({ name: 'one', text: statement.text, values: freshValues(statement) });
    const ended = performance.now();
    if (began >= from) took.push(ended - began);
    began = ended;
  }
  await client.end();
}

/** The same column has the same fresh value wherever it stands: the rows of one lease belong together. */
function freshValues({ values }: Repeatable): (string | null)[] {
  const customer = customers[randomInt(customers.length)]!;
  const fresh = new Map<string, string>();
  return values.map((value) => {
    if (value.kind === 'customer') return customer;
    if (value.kind === 'fixed') return value.value;
    const tail = fresh.get(value.column) ?? digits();
    fresh.set(value.column, tail);
    return value.head + tail;
  });
}

function digits(): string {
  const half = () => String(randomInt(1_000_000_000)).padStart(9, '0');
  return `1${half()}${half()}`.slice(0, freshDigits);
}
