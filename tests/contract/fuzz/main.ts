import { randomInt } from 'node:crypto';
import { startHouse } from '../../start-house.ts';
import { fuzz } from './fuzz.ts';

/*
 * `npm run fuzz`: 100,000 requests, valid and hostile, against a house of its own. FUZZ_SEED repeats a run,
 * FUZZ_REQUESTS makes it shorter or longer. Exits 1 when one answer is not one of the document.
 */

const seed = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31));
const requests = Number(process.env.FUZZ_REQUESTS ?? 100_000);
const say = (line: string) => process.stdout.write(`${line}\n`);

say(`FUZZ_SEED=${seed}, ${requests} requests`);
const house = await startHouse({ FLEXPAY_LOG: 'error' });
try {
  const began = performance.now();
  const { statuses, faults } = await fuzz(house, { seed, requests });
  const perSecond = Math.round((requests * 1_000) / (performance.now() - began));
  const counts = [...statuses].sort(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`);
  say(`${perSecond} requests/s; ${counts.join(', ')}`);
  for (const fault of faults) say(`\n${fault}`);
  say(`\n${faults.length === 0 ? 'Every answer is one of the document.' : `${faults.length} kinds of wrong answers.`}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await house.stop();
}
