import type { ListHandOverEventsAnswer, ListHandOverEventsQuery } from '#contract/v3/hand-overs.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { eventsAfter } from './hand-over-store.ts';
import { totalOf } from './view.ts';

/** What a store's hand-overs have come to since the number that it knows, in the order in which it became true. */
export async function listHandOverEvents(
  house: House,
  { merchantId }: { merchantId: string },
  { after = 0, limit = 100 }: ListHandOverEventsQuery,
): Promise<Outcome<ListHandOverEventsAnswer>> {
  const found = await eventsAfter(house, { merchantId, after, limit });
  const events = found.map(({ cart, ...event }) => ({ ...event, total: totalOf(cart) }));
  return done({ events, next: events.at(-1)?.number ?? after });
}
