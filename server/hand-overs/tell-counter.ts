import type { HandOverEvent } from '#contract/v3/hand-overs.ts';
import { type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';

/** What a hand-over is found by from where it goes on: its link, or its order. */
type Which = { linkId: string } | { merchantId: string; transactionId: string };

/**
 * Tells the store that a hand-over has come so far, in the transaction that makes it so: each word once for each link.
 * Where nobody handed anything over it writes nothing. It is the word alone that is written: of whoever stands behind it
 * nothing is at hand here.
 */
export function tellCounter(house: House, which: Which, statuses: readonly HandOverEvent['status'][]): Write {
  const linkId = 'linkId' in which ? which.linkId : null;
  const { merchantId, transactionId } = 'linkId' in which ? { merchantId: null, transactionId: null } : which;
  return write`insert into hand_over_event (merchant_id, nth, hand_over_id, link_id, status, request_id, recorded_at)
    select h.merchant_id, next_told(h.merchant_id), h.hand_over_id, h.link_id, s.status, ${house.requestId}::text,
      ${now(house)}::timestamptz
    from (
      select merchant_id, hand_over_id, link_id from hand_over
      where cancelled_at is null and (link_id = ${linkId}::text
        or (merchant_id = ${merchantId}::text and transaction_id = ${transactionId}::text))
      order by nth desc limit 1
    ) h cross join unnest(${statuses}::text[]) with ordinality as s (status, place)
    where not exists (select from hand_over_event e where e.link_id = h.link_id and e.status = s.status)
    order by s.place
    on conflict (link_id, status) do nothing`;
}
