import { sql } from 'kysely';
import type { ModalOrder } from '#contract/modal/order.ts';
import type { HandOverEvent } from '#contract/v3/hand-overs.ts';
import { expecting, insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { findLink } from '#server/links/find-link.ts';
import { type Instant, now } from '#server/moment.ts';
import type { HandOver } from './hand-over.ts';

export function insertHandOver({ link, ...handOver }: HandOver): Write {
  return insert('hand_over', {
    hand_over_id: handOver.handOverId,
    merchant_id: handOver.merchantId,
    transaction_id: handOver.transactionId,
    nth: handOver.nth,
    link_id: link.linkId,
    created_at: link.createdAt,
  });
}

/** It has another link now, and is the newest of its order; two associates who ask at once: one of them is first. */
export function moveHandOver({ handOverId, link }: HandOver, to: Pick<HandOver, 'nth' | 'link'>): Write {
  return expecting(
    1,
    'hand-over',
    write`update hand_over set link_id = ${to.link.linkId}, nth = ${to.nth}, is_over = false
      where hand_over_id = ${handOverId} and link_id = ${link.linkId} and cancelled_at is null`,
  );
}

export function endHandOver({ handOverId }: HandOver, at: Instant): Write {
  return write`update hand_over set cancelled_at = ${at} where hand_over_id = ${handOverId} and cancelled_at is null`;
}

/** A merchant's own hand-over; another merchant's is not found. */
export async function handOverById(house: House, merchantId: string, handOverId: string): Promise<HandOver | null> {
  const row = await handOvers(house)
    .where('hand_over_id', '=', handOverId)
    .where('merchant_id', '=', merchantId)
    .executeTakeFirst();
  return row === undefined ? null : withLink(house, row);
}

/** The newest of an order; null when it never was handed over. */
export async function latestHandOver(
  house: House,
  of: { merchantId: string; transactionId: string },
): Promise<HandOver | null> {
  const row = await handOvers(house)
    .where('merchant_id', '=', of.merchantId)
    .where('transaction_id', '=', of.transactionId)
    .orderBy('nth', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : withLink(house, row);
}

/** Those whose time is over and that were not looked at since; `hasLastWord`: the store knows what became of it. */
export async function handOversOver(
  house: House,
  limit: number,
): Promise<{ handOverId: string; linkId: string; hasLastWord: boolean }[]> {
  return house.db.read
    .selectFrom('hand_over as h')
    .innerJoin('checkout_link as l', 'l.link_id', 'h.link_id')
    .select(['h.hand_over_id as handOverId', 'h.link_id as linkId'])
    .select(
      sql<boolean>`h.cancelled_at is not null or exists (
        select from hand_over_event e where e.link_id = h.link_id and e.status in ('signed', 'ended'))`.as(
        'hasLastWord',
      ),
    )
    .where('h.is_over', '=', false)
    .where('l.expires_at', '<=', now(house))
    .limit(limit)
    .execute();
}

/** What a store was told after that number, with the cart that it was about. */
export async function eventsAfter(
  house: House,
  of: { merchantId: string; after: number; limit: number },
): Promise<(Omit<HandOverEvent, 'total'> & { cart: ModalOrder })[]> {
  const rows = await house.db.read
    .selectFrom('hand_over_event as e')
    .innerJoin('checkout_link as l', 'l.link_id', 'e.link_id')
    .select(['e.nth', 'e.hand_over_id', 'e.status', 'e.recorded_at', 'l.associate_id', 'l.cart'])
    .where('e.merchant_id', '=', of.merchantId)
    .where('e.nth', '>', of.after)
    .orderBy('e.nth')
    .limit(of.limit)
    .execute();
  return rows.map((row) => {
    const status = row.status as HandOverEvent['status'];
    // What is handed over is always a cart.
    const cart = row.cart as ModalOrder;
    return {
      number: Number(row.nth),
      type: `hand_over.${status}` as const,
      handOverId: row.hand_over_id,
      transactionId: cart.transactionId,
      associateId: row.associate_id ?? '',
      status,
      recordedAt: row.recorded_at,
      cart,
    };
  });
}

const handOvers = (house: House) => house.db.read.selectFrom('hand_over').selectAll();

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof handOvers>['executeTakeFirst']>>>;

async function withLink(house: House, row: Row): Promise<HandOver> {
  const link = await findLink(house, { id: row.link_id });
  if (!link?.counter || !link.cart) throw new Error(`hand-over ${row.hand_over_id} has lost its link`);
  return {
    handOverId: row.hand_over_id,
    merchantId: row.merchant_id,
    transactionId: row.transaction_id,
    nth: row.nth,
    link: { ...link, counter: link.counter, cart: link.cart },
    cancelledAt: row.cancelled_at,
  };
}
