import { type Velocity, velocityDefault } from '#core/application/velocity.ts';

/**
 * How often one key and one address may ask what would let them list our customers, guess a code, an answer or a
 * key, or keep us busy (api-v3 3.1, 3.4, 3.7). A merchant's server asks for all its shoppers, so the figures are a shop's and not a person's.
 * The operator changes them with FLEXPAY_LIMITS.
 */
export const limitsDefault = {
  createUser: { calls: 600, seconds: 60 },
  userExists: { calls: 240, seconds: 60 },
  verifyAnswers: { calls: 120, seconds: 60 },
  userSearch: { calls: 120, seconds: 60 },
  routingNumber: { calls: 120, seconds: 60 },
  prequal: { calls: 120, seconds: 60 },
  sendPasscode: { calls: 60, seconds: 60 },
  passcodeLogin: { calls: 60, seconds: 60 },
  modalEmail: { calls: 30, seconds: 60 },
  modalLogin: { calls: 20, seconds: 60 },
  /** Of one session (domain 4.5). */
  modalRouting: { calls: 20, seconds: 3600 },
  /** Of one session: each is a file. */
  modalDocument: { calls: 30, seconds: 600 },
  /** Calls whose key or session is missing or wrong: neither can be guessed, and asking for it costs a look-up. */
  wrongKey: { calls: 60, seconds: 60 },
  modalAddress: { calls: 120, seconds: 60 },
  priceMessages: { calls: 600, seconds: 60 },
  handOver: { calls: 60, seconds: 60 },
  importProducts: { calls: 30, seconds: 60 },
} as const satisfies Record<string, { calls: number; seconds: number }>;

export type LimitName = keyof typeof limitsDefault;
export type Limits = Readonly<Record<LimitName, { readonly calls: number; readonly seconds: number }>>;

/**
 * How many requests one node has under way at once: those that wait for the database count as well. Twice as many would
 * wait twice as long and none would be answered sooner. The operator changes them with FLEXPAY_CAPACITY.
 */
export const capacityDefault = { read: 512, write: 256 } as const satisfies Record<string, number>;

export type Lane = keyof typeof capacityDefault;
export type Capacity = Readonly<Record<Lane, number>>;

/** In the sandbox a customer of a test may have as many leases as their limit carries, unless the operator says a number. */
export const sandboxVelocity: Velocity = {
  ...velocityDefault,
  openLeases: { count: Number.POSITIVE_INFINITY, hours: null },
};
