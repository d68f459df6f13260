import type { Clock } from '#ports/clock.ts';
import { systemClock } from './system.ts';

/** The machine's time plus an offset that only grows, so that a test reaches next week without waiting for it. */
export type SandboxClock = Clock & {
  /** Moves the clock and remembers it. @throws RangeError when `byMs` would turn time back. */
  advance(byMs: number): Promise<void>;
  /** Takes up what another node moved. */
  refresh(): Promise<void>;
};

/** Where the offset is kept; adding and reading back is one step, so that two nodes never lose a move. */
export type OffsetKeeper = { load(): Promise<number>; add(byMs: number): Promise<number> };

export async function sandboxClock(keeper: OffsetKeeper): Promise<SandboxClock> {
  const system = systemClock();
  let aheadMs = await keeper.load();
  return {
    now: () => system.now() + aheadMs,
    async advance(byMs) {
      if (!Number.isSafeInteger(byMs) || byMs < 0) throw new RangeError('The sandbox clock moves forward only.');
      aheadMs = Math.max(aheadMs, await keeper.add(byMs));
    },
    async refresh() {
      aheadMs = Math.max(aheadMs, await keeper.load());
    },
  };
}
