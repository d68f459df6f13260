import type { Day } from '#core/calendar/day.ts';
import type { LeaseChange } from '#core/lease/change.ts';
import type { Write } from '#server/db/write.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { saveChange } from '#server/leases/save-change.ts';
import { ownerOf, type StoredLease } from '#server/leases/stored-lease.ts';
import { now } from '#server/moment.ts';
import type { SettlementLine } from '#server/settlements/settlement-store.ts';
import { takeBackSettlement } from '#server/settlements/take-back.ts';

/** Goods or a part of their price left a lease: the lease, its books, what the store is owed, and the event, as writes. */
export function saveWithdrawal(
  house: House,
  found: StoredLease,
  change: LeaseChange,
  {
    settlement,
    units,
    ...why
  }: {
    readonly subject: string;
    readonly on: Day;
    readonly reason: string;
    readonly settlement: readonly SettlementLine[];
    /** How many units left, for each article that was named. */
    readonly units: readonly number[];
  },
): Write[] {
  const ended = change.lease.state !== found.lease.state;
  return [
    ...saveChange(house, found, change, why, ended ? { endedAt: now(house), endReason: why.reason } : {}),
    ...takeBackSettlement(house, found, change.takenBack, settlement, why),
    announce(house, {
      type: ended ? (change.lease.state === 'cancelled' ? 'lease.cancelled' : 'lease.returned') : 'lease.repriced',
      ...ownerOf(found),
      payload: {
        transactionId: found.transactionId,
        changeId: why.subject,
        units: [...units],
        cashPriceCents: change.lease.cashPrice,
      },
    }),
  ];
}
