import type { HoldCause } from '#core/lease/hold.ts';
import { expecting, insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { type Instant, now } from '#server/moment.ts';
import { type Lifted, liftedOf, type Said } from '#server/said.ts';

/** Somebody's word that a lease is on hold. */
export type LeaseHold = Said & {
  readonly holdId: string;
  readonly customerId: string;
  readonly leaseId: string;
  readonly leaseNumber: string;
  readonly cause: HoldCause;
  readonly setAt: Instant;
  readonly lifted: Lifted;
};

export function insertLeaseHold(house: House, hold: Omit<LeaseHold, 'lifted' | 'leaseNumber'>): Write {
  return insert('lease_hold', {
    customer_id: hold.customerId,
    lease_id: hold.leaseId,
    hold_id: hold.holdId,
    cause: hold.cause,
    by_name: hold.by,
    reason: hold.reason,
    request_id: house.requestId,
    set_at: hold.setAt,
  });
}

export function liftLeaseHold(house: House, { customerId, leaseId, holdId }: LeaseHold, { by, reason }: Said): Write {
  return expecting(
    1,
    'hold',
    write`update lease_hold set lifted_by = ${by}, lifted_because = ${reason}, lifted_at = ${now(house)}
      where customer_id = ${customerId} and lease_id = ${leaseId} and hold_id = ${holdId} and lifted_at is null`,
  );
}

/** Everything that ever held a lease, the newest first. */
export async function holdsOfLease(
  house: House,
  { customerId, leaseId }: { customerId: string; leaseId: string },
): Promise<LeaseHold[]> {
  const rows = await holds(house)
    .where('h.customer_id', '=', customerId)
    .where('h.lease_id', '=', leaseId)
    .orderBy('h.set_at', 'desc')
    .orderBy('h.hold_id')
    .execute();
  return rows.map(holdOf);
}

/** Leases of a customer that are held for a cause now. */
export async function heldLeases(house: House, customerId: string, cause: HoldCause): Promise<string[]> {
  const rows = await house.db.read
    .selectFrom('lease_hold')
    .select('lease_id')
    .where('customer_id', '=', customerId)
    .where('cause', '=', cause)
    .where('lifted_at', 'is', null)
    .execute();
  return rows.map((row) => row.lease_id);
}

/** A page of holds, the newest first: of one lease, of one customer, or of all. */
export async function leaseHoldsOf(
  house: House,
  wanted: {
    leaseNumber: string | null;
    customerId: string | null;
    isOpen: boolean | null;
    offset: number;
    limit: number;
  },
): Promise<{ holds: LeaseHold[]; count: number }> {
  const { leaseNumber, customerId, isOpen, offset, limit } = wanted;
  const query = holds(house)
    .$if(leaseNumber !== null, (of) => of.where('l.lease_number', '=', leaseNumber ?? ''))
    .$if(customerId !== null, (of) => of.where('h.customer_id', '=', customerId ?? ''))
    .$if(isOpen !== null, (of) => of.where('h.lifted_at', isOpen ? 'is' : 'is not', null));
  const [rows, { count }] = await Promise.all([
    query.orderBy('h.set_at', 'desc').orderBy('h.hold_id').offset(offset).limit(limit).execute(),
    house.db.read
      .selectFrom(query.as('found'))
      .select((of) => of.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return { holds: rows.map(holdOf), count };
}

function holds(house: House) {
  return house.db.read
    .selectFrom('lease_hold as h')
    .innerJoin('lease as l', (on) =>
      on.onRef('l.customer_id', '=', 'h.customer_id').onRef('l.lease_id', '=', 'h.lease_id'),
    )
    .select(['h.customer_id', 'h.lease_id', 'h.hold_id', 'h.cause', 'h.by_name', 'h.reason', 'h.set_at'])
    .select(['h.lifted_by', 'h.lifted_because', 'h.lifted_at', 'l.lease_number']);
}

function holdOf(row: Awaited<ReturnType<ReturnType<typeof holds>['execute']>>[number]): LeaseHold {
  return {
    holdId: row.hold_id,
    customerId: row.customer_id,
    leaseId: row.lease_id,
    leaseNumber: row.lease_number,
    cause: row.cause as HoldCause,
    by: row.by_name,
    reason: row.reason,
    setAt: row.set_at,
    lifted: liftedOf(row),
  };
}
