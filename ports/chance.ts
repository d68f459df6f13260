/** What the house asks of chance: unguessable bytes. Seeded in a replay, the operating system's own otherwise. */
export type Chance = {
  bytes(count: number): Uint8Array;
};
