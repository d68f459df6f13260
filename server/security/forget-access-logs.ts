import { keptSince } from '#core/retention/keep.ts';
import type { House } from '#server/house.ts';
import { servicingDay } from '#server/moment.ts';
import { forgetOldEvents } from './security-store.ts';

const atOnceMax = 5_000;

/** Forgets security events and openings of sealed numbers that are older than two years, some at a time (domain 4.14). */
export async function forgetAccessLogs(house: House): Promise<number> {
  return forgetOldEvents(house, { before: keptSince('accessLog', servicingDay(house)), limit: atOnceMax });
}
