import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';
import type { SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/** The store's page has taken the signature: it is told no more (rulings 17). */
export async function pageHeard(house: House, { session }: Turn): Promise<Outcome<SessionChange>> {
  return done(session.heardAt === null ? { heardAt: now(house) } : {});
}
