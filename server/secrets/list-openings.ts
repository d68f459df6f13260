import type { ListOpeningsAnswer, ListOpeningsQuery } from '#contract/v3/secrets.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { openingsOf } from './opening-store.ts';

const limitDefault = 50;

/** What was opened, newest first: of one customer or of all, for one purpose or for any. */
export async function listOpenings(
  house: House,
  { page = 1, limit = limitDefault, customerId, purpose }: ListOpeningsQuery,
): Promise<Outcome<ListOpeningsAnswer>> {
  const { openings, count } = await openingsOf(house, {
    owner: customerId ?? null,
    purpose: purpose ?? null,
    offset: (page - 1) * limit,
    limit,
  });
  return done({ openings, meta: { count, totalPages: Math.ceil(count / limit), page, limit } });
}
