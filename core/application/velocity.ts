import type { ReviewCause } from './review.ts';

/** So many within so many hours; `hours` null: ever. A window slides: what is exactly as old as it counts no more. */
export type VelocityLimit = { readonly count: number; readonly hours: number | null };

const days = 24;

/** How much may come from one place before it is too much (domain 4.5). The operator changes it with FLEXPAY_VELOCITY. */
export const velocityDefault = {
  /** Applications of one person: the next one is refused. */
  applications: { count: 3, hours: 30 * days },
  /** Different people with one mobile number, e-mail address, device, account, address: one more is looked at by a person. */
  mobile: { count: 2, hours: 90 * days },
  email: { count: 2, hours: 90 * days },
  device: { count: 2, hours: 90 * days },
  bank: { count: 2, hours: null },
  address: { count: 4, hours: 90 * days },
  /** Applications from one network, an IPv4 /24 or an IPv6 /48: the next one is refused. */
  network: { count: 10, hours: 1 },
  /** Sessions of questions about a person on one device: afterwards documents are asked for (domain 4.4). */
  questions: { count: 3, hours: 1 * days },
  /** Open leases of one customer: with so many the limit is 0. */
  openLeases: { count: 3, hours: null },
} as const satisfies Record<string, VelocityLimit>;

export type Velocity = Readonly<Record<keyof typeof velocityDefault, VelocityLimit>>;

/** What several people may share. */
export const sharedKeys = ['mobile', 'email', 'device', 'bank', 'address'] as const;
export type SharedKey = (typeof sharedKeys)[number];

const hourMs = 3_600_000;

/**
 * How long until one more fits, in milliseconds; 0 when it fits now. `agesMs` says how long ago the earlier ones were, in
 * any order. With a limit for ever nothing that is full empties again: Infinity.
 */
export function waitMs(agesMs: readonly number[], { count, hours }: VelocityLimit): number {
  const windowMs = hours === null ? Number.POSITIVE_INFINITY : hours * hourMs;
  const within = agesMs.filter((age) => age < windowMs).sort((a, b) => a - b);
  const last = within[count - 1];
  return last === undefined ? 0 : windowMs - last;
}

/** Why a person has to look: the keys that this applicant shares with too many others, who are counted without them. */
export function sharedWithTooMany(others: Readonly<Record<SharedKey, number>>, velocity: Velocity): ReviewCause[] {
  return sharedKeys
    .filter((key) => others[key] + 1 > velocity[key].count)
    .map((key) => `velocity_${key}` as const satisfies ReviewCause);
}
