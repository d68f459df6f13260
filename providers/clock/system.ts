import type { Clock } from '#ports/clock.ts';

/** The machine's own time. Where the machine corrects itself backward, time stands still until it is caught up. */
export function systemClock(): Clock {
  let latest = 0;
  return {
    now: () => {
      latest = Math.max(latest, Date.now());
      return latest;
    },
  };
}
