import type { LenderPlace } from '#core/application/waterfall.ts';
import type { Lenders } from '#ports/lenders.ts';

/**
 * Lenders that are not there: each answers by the last digit of the number, always the same. `prime` approves 1 for
 * 3,000.00, `near_prime` approves 2 for 2,000.00, both never answer 9, and decline everybody else. Without places nobody
 * is asked, which is no simulation.
 */
export function simulatedLenders(places: readonly LenderPlace[]): Lenders {
  return {
    name: places.length === 0 ? 'none' : 'sandbox',
    sandbox: places.length > 0,
    list: places.map((place) => ({
      place,
      timeoutMs: 2_000,
      async ask({ reference, ssn }, signal) {
        const last = (await ssn())?.at(-1);
        if (last === '9') await new Promise((_, stop) => signal.addEventListener('abort', stop));
        const { digit, limitCents } = approves[place];
        if (last !== digit) return { outcome: 'declined' };
        return {
          outcome: 'approved',
          limitCents,
          continueAt: `https://${place.replace('_', '-')}.example/apply/${reference}`,
        };
      },
    })),
  };
}

const approves = {
  prime: { digit: '1', limitCents: 3_000_00 },
  near_prime: { digit: '2', limitCents: 2_000_00 },
} as const satisfies Record<LenderPlace, object>;
