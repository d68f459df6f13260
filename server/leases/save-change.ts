import type { Day } from '#core/calendar/day.ts';
import type { LeaseChange } from '#core/lease/change.ts';
import { depositTotal } from '#core/lease/lease.ts';
import { freeLimit } from '#server/customers/spending.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { type LeaseColumns, saveLease } from '#server/leases/save-lease.ts';
import { ownerOf, type StoredLease } from '#server/leases/stored-lease.ts';
import { post } from '#server/ledger/post.ts';
import { now } from '#server/moment.ts';
import { orderRefund } from '#server/payments/order-refund.ts';

/** What a decision made of a lease, as writes: the lease, its journals, its deliveries, the refund it ordered, the limit. */
export function saveChange(
  house: House,
  before: StoredLease,
  change: LeaseChange,
  why: { subject: string; on: Day; reason: string },
  also: LeaseColumns = {},
): Write[] {
  const at = now(house);
  const owner = ownerOf(before);
  const { refund } = change;
  return [
    ...saveLease(before, change.lease, also),
    ...post(owner, change.journals, at),
    ...(change.delivered.length === 0
      ? []
      : [
          insert(
            'delivery',
            change.delivered.map(({ subject, line, units, on, cost }) => ({
              customer_id: before.customerId,
              lease_id: before.leaseId,
              delivery_id: subject,
              line,
              quantity: units,
              cost_cents: cost,
              delivered_on: on,
              recorded_at: at,
            })),
          ),
        ]),
    ...(refund === null || depositTotal(refund) === 0 ? [] : orderRefund(house, before, refund, why)),
    ...(change.limitReleased === 0 ? [] : [freeLimit({ customerId: before.customerId, amount: change.limitReleased })]),
  ];
}
