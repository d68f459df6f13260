import type { ListSecurityEventsAnswer, ListSecurityEventsQuery } from '#contract/v3/operator.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { eventsOf } from './security-store.ts';

const limitDefault = 50;

/** What happened around keys and tokens, newest first; of one merchant or of all. */
export async function listSecurityEvents(
  house: House,
  { page = 1, limit = limitDefault, merchantId, kind }: ListSecurityEventsQuery,
): Promise<Outcome<ListSecurityEventsAnswer>> {
  const { events, count } = await eventsOf(house, {
    merchantId: merchantId ?? null,
    kind: kind ?? null,
    offset: (page - 1) * limit,
    limit,
  });
  return done({ events, meta: { count, totalPages: Math.ceil(count / limit), page, limit } });
}
