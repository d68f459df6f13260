import { olderThan } from '#core/retention/keep.ts';
import type { House } from '#server/house.ts';
import { servicingDay } from '#server/moment.ts';
import { forgetOldEvents } from './security-store.ts';

const atOnceMax = 5_000;

/** Forgets security events and openings of sealed numbers that are older than access logs are kept, some at a time (domain 4.14). */
export async function forgetAccessLogs(house: House): Promise<number> {
  return forgetOldEvents(house, {
    before: olderThan(house.settings.keptMonths.accessLogs, servicingDay(house)),
    limit: atOnceMax,
  });
}
