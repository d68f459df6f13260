/** Chance that comes out the same for the same seed: the third request of seed 7 is one request for ever. */
export type Chance = {
  /** A whole number from 0 to one below `limit`. */
  below(limit: number): number;
  /** True once in so many times. */
  oneIn(times: number): boolean;
  pick<One>(among: readonly One[]): One;
};

/** Mulberry32: small, fast and even enough to choose requests. */
export function chanceOf(seed: number, turn: number): Chance {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(turn + 1, 0x85ebca6b)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    oneIn: (times) => below(times) === 0,
    pick: (among) => among[below(among.length)]!,
  };
}
