import { readFileSync } from 'node:fs';
import type { LeaseCase } from './lease-case.ts';
import { recompute } from './recompute.ts';

/* `node checker/main.ts case.json`: works out one case and writes every figure as JSON. */

const file = process.argv[2];
if (file === undefined) {
  process.stderr.write('Which case? node checker/main.ts case.json\n');
  process.exitCode = 1;
} else {
  const lease: LeaseCase = JSON.parse(readFileSync(file, 'utf8'));
  process.stdout.write(`${JSON.stringify(recompute(lease), null, 2)}\n`);
}
