import type { ListDenylistAnswer, ListDenylistQuery } from '#contract/v3/denylist.ts';
import type { House } from '#server/house.ts';
import { servicingDay } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { entriesOf } from './denylist-store.ts';
import { entryView } from './entry-view.ts';

const limitDefault = 20;

/** A page of the denylist, the newest first; `open`: neither lifted nor over, or one of both. */
export async function listDenylist(
  house: House,
  { page = 1, limit = limitDefault, kind, code, userId, applicationId, open }: ListDenylistQuery,
): Promise<Outcome<ListDenylistAnswer>> {
  const { entries, count } = await entriesOf(house, {
    kind: kind ?? null,
    code: code ?? null,
    customerId: userId ?? null,
    applicationId: applicationId ?? null,
    isOpen: open ?? null,
    today: servicingDay(house),
    offset: (page - 1) * limit,
    limit,
  });
  return done({
    entries: entries.map(entryView),
    meta: { count, totalPages: Math.ceil(count / limit), page, limit },
  });
}
