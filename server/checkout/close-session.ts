import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';
import type { SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/** The shopper closed the modal. Everything stays as it is for the next click. */
export async function closeSession(house: House, _turn: Turn): Promise<Outcome<SessionChange>> {
  return done({ closedAt: now(house) });
}
