import { hash, verify } from '@node-rs/argon2';
import { passwordLengthMax, passwordLengthMin } from '#core/application/password.ts';
import type { Language } from '#core/calendar/day-text.ts';

/** Hashes a new password for keeping. Slow on purpose, so only a few are worked out at a time. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, strength));
}

/** Whether this is the password. Without a kept hash it takes the same time and says no: nobody learns who has one. */
export function isPassword(password: string, kept: string | null): Promise<boolean> {
  return inTurn(async () => {
    const matches = await verify(kept ?? (await nobodysHash()), password);
    return matches && kept !== null;
  });
}

/** Whether a kept hash is weaker than those we make today; its password is hashed again when it is next typed. */
export function isOutdated(kept: string): boolean {
  return !kept.startsWith(`$argon2id$v=19$m=${strength.memoryCost},t=${strength.timeCost},p=${strength.parallelism}$`);
}

/** What is wrong with a new password, or null. */
export function passwordFault(password: string, language: Language = 'en'): string | null {
  const words = lengthWords[language];
  if (password.length < passwordLengthMin) return words.short(passwordLengthMin);
  if (password.length > passwordLengthMax) return words.long(passwordLengthMax);
  return null;
}

const lengthWords = {
  en: {
    short: (least: number) => `Choose a password of at least ${least} characters.`,
    long: (most: number) => `A password has at most ${most} characters.`,
  },
  es: {
    short: (least: number) => `Elija una contraseña de al menos ${least} caracteres.`,
    long: (most: number) => `Una contraseña tiene ${most} caracteres como máximo.`,
  },
};

// argon2id is the package's default; OWASP's second row: 19 MiB, two passes, one lane.
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const atOnceMax = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnceMax) await new Promise<void>((resume) => waiting.push(resume));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

let nobody: Promise<string> | undefined;

function nobodysHash(): Promise<string> {
  nobody ??= hash('nobody has this password', strength);
  return nobody;
}
