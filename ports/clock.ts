/** What the house asks of time: one source of "now", so that a year can be replayed in a second. */
export type Clock = {
  /** Milliseconds since 1970-01-01 UTC. Never runs backward inside one process. */
  now(): number;
};
