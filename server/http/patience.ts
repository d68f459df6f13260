/**
 * How long a caller may take. Without an end, a few thousand connections that send a byte a second would hold the house
 * without asking it anything.
 */
export type Patience = {
  /** Until the headers are complete. */
  readonly headersMs: number;
  /** Until the body is complete. */
  readonly requestMs: number;
  /** A connection that asks nothing is kept this long for the next request. */
  readonly idleMs: number;
  /** How often that is looked at. */
  readonly lookEveryMs: number;
};

export const patienceDefault: Patience = { headersMs: 10_000, requestMs: 30_000, idleMs: 72_000, lookEveryMs: 2_000 };

/** Connections at once; one more is closed without a word. */
export const connectionsMax = 4_096;
