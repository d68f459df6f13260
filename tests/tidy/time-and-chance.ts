import type { Rule } from './rule.ts';

const clockOrChance =
  /\bDate\.now\b|\bnew Date\(\)|\bDate\(\)|\bMath\.random\b|\bperformance\.now\b|\bTemporal\.Now\b|\brandom(?:Bytes|UUID|Int|FillSync)\(|\bgetRandomValues\(|\bhrtime\b/;

/**
 * Where the world comes in: the ports' providers, the launchers, what measures, samples of other people's code, and the
 * edges of programs that run elsewhere (a command line and a store's server make their own idempotency keys, a page its own nonce).
 */
const worldly =
  /^(providers|doorstep|bench|docs)\/|^server\/db\/embedded\/|^(start\.mjs|cli\/main\.ts|client\/world\.ts|sdk\/modal-layer\.ts)$/;

export const timeAndChance: Rule = {
  name: 'time and chance come in from outside',
  instead: 'Ask the house: house.clock.now(), house.chance.bytes(n); in core take `today` as an argument.',
  find: (files) =>
    files
      .filter((file) => file.isCode && !file.isTest && !worldly.test(file.path))
      .flatMap((file) => {
        const match = clockOrChance.exec(file.code);
        return match === null ? [] : [{ path: file.path, what: match[0] }];
      }),
  refuses: [
    { 'core/lease/late.ts': 'export const late = (due: number) => due < Date.now();' },
    { 'core/lease/late.ts': 'export const today = () => new Date();' },
    { 'server/leases/sign.ts': 'export const id = () => Math.random();' },
    { 'server/leases/sign.ts': "import { randomBytes } from 'node:crypto'; export const id = () => randomBytes(8);" },
    { 'sdk/button.ts': 'export const nonce = () => crypto.randomUUID();' },
  ],
  allows: [
    { 'server/moment.ts': 'export const iso = (ms: number) => new Date(ms).toISOString();' },
    { 'core/lease/late.ts': '// never Date.now(): the core is handed today\nexport const word = "Math.random()";' },
    { 'providers/clock/system.ts': 'export const now = () => Date.now();' },
    { 'server/leases/sign.test.ts': 'export const now = Date.now();' },
  ],
};
