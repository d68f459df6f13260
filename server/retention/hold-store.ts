import { expecting, insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { type Instant, now } from '#server/moment.ts';
import { type Lifted, liftedOf, type Said } from '#server/said.ts';

/** Somebody's word that nothing of a customer is erased. */
export type Hold = Said & {
  readonly holdId: string;
  readonly customerId: string;
  readonly setAt: Instant;
  readonly lifted: Lifted;
};

export function insertHold(house: House, hold: Omit<Hold, 'lifted'>): Write {
  return insert('retention_hold', {
    customer_id: hold.customerId,
    hold_id: hold.holdId,
    by_name: hold.by,
    reason: hold.reason,
    request_id: house.requestId,
    set_at: hold.setAt,
  });
}

export function liftHold(house: House, { customerId, holdId }: Hold, lifted: Said): Write {
  return expecting(
    1,
    'hold',
    write`update retention_hold set lifted_by = ${lifted.by}, lifted_because = ${lifted.reason}, lifted_at = ${now(house)}
      where customer_id = ${customerId} and hold_id = ${holdId} and lifted_at is null`,
  );
}

/** A page of holds, the newest first; those of one customer, or of all. */
export async function holdsOf(
  house: House,
  wanted: { customerId: string | null; isOpen: boolean | null; offset: number; limit: number },
): Promise<{ holds: Hold[]; count: number }> {
  const { customerId, isOpen } = wanted;
  const query = house.db.read
    .selectFrom('retention_hold')
    .$if(customerId !== null, (of) => of.where('customer_id', '=', customerId ?? ''))
    .$if(isOpen !== null, (of) => of.where('lifted_at', isOpen ? 'is' : 'is not', null));
  const [rows, total] = await Promise.all([
    query.selectAll().orderBy('set_at', 'desc').orderBy('hold_id').offset(wanted.offset).limit(wanted.limit).execute(),
    query.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { holds: rows.map(holdOf), count: total.count };
}

export async function holdById(house: House, holdId: string): Promise<Hold | null> {
  const row = await house.db.read
    .selectFrom('retention_hold')
    .selectAll()
    .where('hold_id', '=', holdId)
    .executeTakeFirst();
  return row === undefined ? null : holdOf(row);
}

type HoldRow = {
  customer_id: string;
  hold_id: string;
  by_name: string;
  reason: string;
  set_at: string;
  lifted_by: string | null;
  lifted_because: string | null;
  lifted_at: string | null;
};

function holdOf(row: HoldRow): Hold {
  return {
    holdId: row.hold_id,
    customerId: row.customer_id,
    by: row.by_name,
    reason: row.reason,
    setAt: row.set_at,
    lifted: liftedOf(row),
  };
}
