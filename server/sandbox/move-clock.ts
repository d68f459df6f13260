import type { MoveClockBody } from '#contract/v3/sandbox.ts';
import type { House } from '#server/house.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';

/** A clock that a sandbox may move. */
export type MovableClock = { advance(byMs: number): Promise<void> };

const dayMs = 86_400_000;
const daysMax = 800;

/**
 * Moves the sandbox's clock forward, a day at a time, and runs every job at each stop, so that what falls due on the way
 * happens in its order. Never backward.
 */
export async function moveClock(
  house: House,
  clock: MovableClock,
  order: MoveClockBody,
): Promise<Outcome<{ now: string }>> {
  const span = spanOf(house, order);
  if (span === null || span < 0 || span > daysMax * dayMs) {
    const message = `Send advance, such as P3D or PT12H, or to, an instant after ${now(house)}; at most ${daysMax} days at once.`;
    const path = order.to === undefined ? 'advance' : 'to';
    return refuse('ValidationError', message, { fields: [{ path, message }] });
  }
  for (let left = span; left > 0; left -= dayMs) {
    await clock.advance(Math.min(left, dayMs));
    await runTimetable(house);
  }
  return done({ now: now(house) });
}

function spanOf(house: House, { advance, to }: MoveClockBody): number | null {
  if (advance !== undefined) return durationMs(advance);
  return to === undefined ? null : Date.parse(to) - house.clock.now();
}

/** ISO 8601 durations of fixed length: weeks, days, hours, minutes, seconds. The contract has checked the form. */
function durationMs(text: string): number {
  const units: Record<string, number> = { W: 7 * dayMs, D: dayMs, H: 3_600_000, M: 60_000, S: 1_000 };
  return [...text.matchAll(/(\d+)([WDHMS])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * units[unit!]!, 0);
}
