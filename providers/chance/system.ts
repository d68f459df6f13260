import { randomBytes } from 'node:crypto';
import type { Chance } from '#ports/chance.ts';

/** The operating system's own randomness. */
export const systemChance: Chance = { bytes: (count) => randomBytes(count) };
