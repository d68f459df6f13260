import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from '#doorstep/cannot-start.mjs';
import type { Chance } from '#ports/chance.ts';
import type { KeyRing, NamedKey, Secrets } from '#server/house.ts';

/** The keys of a merchant that the sandbox opened, kept so that every start can print them. */
export interface MerchantKeys {
  readonly name: string;
  readonly apiKey: string;
  readonly authKey: string;
}

export interface KeyFile {
  readonly secrets: Secrets;
  readonly sandboxMerchants: readonly MerchantKeys[];
  keepSandboxMerchants(merchants: readonly MerchantKeys[]): void;
}

/**
 * The secrets of this house: from the environment where it names them, else from the key file, which the first start
 * writes (mode 0600). Refuses a file that others can read, and in production one that a sandbox wrote, whose keys
 * were made to be shown around. In production with all secrets in the environment there is no file.
 *
 * Throws `CannotStart` with one sentence.
 */
export function openKeyFile({
  file,
  mode,
  env,
  chance,
}: {
  file: string;
  mode: 'sandbox' | 'production';
  env: Readonly<Record<string, string | undefined>>;
  chance: Chance;
}): KeyFile {
  const needsFile = mode === 'sandbox' || Object.values(variables).some((name) => !env[name]);
  const kept = needsFile ? complete(file, readKept(file) ?? writeFirst(file, newKept(mode, chance))) : null;
  if (mode === 'production' && kept?.mode === 'sandbox') {
    throw new CannotStart(
      `The keys in ${file} were made by a sandbox. Production needs its own: name a new file in FLEXPAY_KEY_FILE, or set ${Object.values(variables).join(', ')}.`,
    );
  }
  const text = (secret: keyof typeof variables) => env[variables[secret]] || (kept?.[secret] ?? '');
  return {
    secrets: {
      operatorKey: longEnough(text('operatorKey'), variables.operatorKey),
      tokenSecret: keyBytes(text('tokenSecret'), variables.tokenSecret),
      keks: keyRing(text('kek'), variables.kek),
      indexKeys: keyRing(text('indexKey'), variables.indexKey, { unnamed: 'first' }),
      passcodeKey: keyBytes(text('passcodeKey'), variables.passcodeKey),
      evidenceKey: keyBytes(text('evidenceKey'), variables.evidenceKey),
    },
    sandboxMerchants: kept?.sandboxMerchants ?? [],
    keepSandboxMerchants: (merchants) => {
      if (kept === null) return;
      fs.renameSync(writeAside(file, { ...kept, sandboxMerchants: merchants }), file);
    },
  };
}

/** The environment's name for each secret. */
const variables = {
  operatorKey: 'FLEXPAY_OPERATOR_KEY',
  tokenSecret: 'FLEXPAY_TOKEN_SECRET',
  kek: 'FLEXPAY_KEK',
  indexKey: 'FLEXPAY_INDEX_KEY',
  passcodeKey: 'FLEXPAY_PASSCODE_KEY',
  evidenceKey: 'FLEXPAY_EVIDENCE_KEY',
} as const;

const keyLengthBytes = 32;

type Kept = Readonly<Record<keyof typeof variables, string>> & {
  readonly mode: 'sandbox' | 'production';
  readonly sandboxMerchants: readonly MerchantKeys[];
};

function newKept(mode: Kept['mode'], chance: Chance): Kept {
  const key = () => Buffer.from(chance.bytes(keyLengthBytes)).toString('base64');
  const named = () => `${Buffer.from(chance.bytes(4)).toString('hex')}:${key()}`;
  return {
    mode,
    operatorKey: `ok_${mode}_${Buffer.from(chance.bytes(24)).toString('base64url')}`,
    tokenSecret: key(),
    kek: named(),
    indexKey: named(),
    passcodeKey: key(),
    evidenceKey: key(),
    sandboxMerchants: [],
  };
}

function readKept(file: string): Kept | null {
  try {
    const { mode } = fs.statSync(file);
    if ((mode & 0o077) !== 0 && process.platform !== 'win32') {
      throw new CannotStart(
        `The key file ${file} can be read by others on this machine. Close it with: chmod 600 ${file}`,
      );
    }
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Kept;
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    if (error instanceof SyntaxError) {
      throw new CannotStart(
        `The key file ${file} is damaged. Bring it back from a copy: what it encrypted opens with no other.`,
      );
    }
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new CannotStart(`The key file ${file} cannot be read (${code}). Start FlexPay as its owner.`);
  }
}

/** A key file from before evidence was signed gets that key: made of another, so that two nodes add the same one. */
function complete(file: string, kept: Kept): Kept {
  if (kept.evidenceKey !== undefined) return kept;
  const evidenceKey = createHmac('sha256', Buffer.from(kept.tokenSecret, 'base64')).update('evidence').digest('base64');
  const completed = { ...kept, evidenceKey };
  fs.renameSync(writeAside(file, completed), file);
  return completed;
}

/** Writes the first key file; when another process was quicker, takes that one. */
function writeFirst(file: string, kept: Kept): Kept {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o755 });
    const draft = writeAside(file, kept);
    try {
      fs.linkSync(draft, file);
      return kept;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      return readKept(file)!;
    } finally {
      fs.rmSync(draft);
    }
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(
      `The key file ${file} cannot be written (${(error as NodeJS.ErrnoException).code}). Make its folder writable, or name another in FLEXPAY_KEY_FILE.`,
    );
  }
}

function writeAside(file: string, kept: Kept): string {
  const draft = `${file}.${process.pid}`;
  fs.rmSync(draft, { force: true });
  const handle = fs.openSync(draft, 'wx', 0o600);
  fs.writeFileSync(handle, `${JSON.stringify(kept, null, 2)}\n`);
  fs.fsyncSync(handle); // a key that encrypted a row must not be lost with the power
  fs.closeSync(handle);
  return draft;
}

function longEnough(key: string, variable: string): string {
  if (key.length >= keyLengthBytes) return key;
  throw new CannotStart(`${variable} is too short to be a secret. Use ${keyLengthBytes} random characters or more.`);
}

function keyBytes(base64: string, variable: string): Uint8Array {
  const key = Buffer.from(base64, 'base64');
  // Decoding forgives what follows a valid beginning; a key that was pasted wrongly must not pass.
  if (key.length === keyLengthBytes && key.toString('base64') === base64) return key;
  throw new CannotStart(
    `${variable} must be ${keyLengthBytes} bytes in base64. Make one with: openssl rand -base64 32`,
  );
}

/** Keys are never many: more are a mistake, and each one is tried when something is looked for. */
const ringMax = 4;

/**
 * The keys of one kind, the one in use first: `new:base64 old:base64`. An index key from before they had names may stand
 * there without one.
 */
function keyRing(text: string, variable: string, { unnamed }: { unnamed?: string } = {}): KeyRing {
  const keys = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((one) => namedKey(one, variable, unnamed));
  const [first, ...older] = keys;
  if (first === undefined || keys.length > ringMax) {
    throw new CannotStart(`${variable} must name one to ${ringMax} keys, the one in use first.`);
  }
  if (new Set(keys.map(({ id }) => id)).size < keys.length) {
    throw new CannotStart(`${variable} has two keys of one name. A new key needs a name that was never used here.`);
  }
  return [first, ...older];
}

function namedKey(text: string, variable: string, unnamed: string | undefined): NamedKey {
  const match = /^(?:([\w-]{1,32}):)?([^:]+)$/.exec(text);
  const id = match?.[1] ?? unnamed;
  if (match === null || id === undefined) {
    throw new CannotStart(`${variable} must be a name, a colon and 32 bytes in base64; an older key may follow it.`);
  }
  return { id, key: keyBytes(match[2]!, variable) };
}
