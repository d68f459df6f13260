import type { House } from '#server/house.ts';
import { sessionHasBegun } from './session-store.ts';

/**
 * Whether the shopper of a session has got past the first question. It is all that anybody beside the shopper learns of
 * a session: neither who it is, nor which screen they see, nor what was decided.
 */
export async function isUnderway(house: House, sessionId: string): Promise<boolean> {
  return sessionHasBegun(house, sessionId);
}
