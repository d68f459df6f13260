import type { House } from '#server/house.ts';
import type { LimitName } from '#server/limits.ts';
import { type Refused, refuse } from '#server/outcome.ts';
import { isCounted } from '#server/velocity.ts';

/**
 * Makes the counter of this process: a sliding window for each caller, made of the current and the previous fixed one.
 * In the sandbox calls from this very machine do not count (rulings 14).
 */
export function rateLimiter(
  house: House,
): (name: LimitName, ipAddress: string, callers?: readonly string[]) => Refused | null {
  const windows = new Map<string, Window>();
  return (name, ipAddress, callers = [ipAddress]) => {
    if (!isCounted(house, ipAddress)) return null;
    const { calls, seconds } = house.settings.limits[name];
    const at = house.clock.now() / (seconds * 1000);
    const verdicts = callers.map((caller) => count(windows, `${name}|${caller}`, at, calls));
    const wait = Math.max(...verdicts);
    if (wait === 0) return null;
    const retryAfterSeconds = Math.max(1, Math.ceil(wait * seconds));
    return refuse('TooManyRequests', `Too many calls of this kind. Call again in ${retryAfterSeconds} s.`, {
      retryAfterSeconds,
    });
  };
}

type Window = { number: number; count: number; before: number };

const callersMax = 50_000;

/** Counts one call; answers how many windows to wait, 0 when the call is within the limit. */
function count(windows: Map<string, Window>, caller: string, at: number, calls: number): number {
  const number = Math.floor(at);
  const passed = at - number;
  const last = windows.get(caller);
  const window = current(last, number);
  if (window.count + 1 + window.before * (1 - passed) > calls) return 1 - passed;
  window.count += 1;
  if (last === undefined && windows.size >= callersMax) windows.delete(windows.keys().next().value ?? '');
  windows.set(caller, window);
  return 0;
}

function current(last: Window | undefined, number: number): Window {
  if (last === undefined || last.number < number - 1) return { number, count: 0, before: 0 };
  return last.number === number ? last : { number, count: 0, before: last.count };
}
