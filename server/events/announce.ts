import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { now } from '#server/moment.ts';

export type EventType =
  | 'lease.offered'
  | 'lease.signed'
  | 'lease.finalized'
  | 'lease.shipped'
  | 'lease.delivered'
  | 'lease.repriced'
  | 'lease.cancelled'
  | 'lease.voided'
  | 'lease.returned'
  | 'lease.vested'
  | 'lease.tax_changed'
  | 'lease.completed'
  | 'lease.held'
  | 'lease.resumed'
  | 'installment.billed'
  | 'payment.collected'
  | 'payment.failed'
  | 'payment.settled'
  | 'payment.returned'
  | 'refund.ordered'
  | 'refund.paid'
  | 'application.decided'
  | 'application.expired'
  | 'application.abandoned'
  | 'application.withdrawn'
  | 'application.revoked'
  | 'lender.answered'
  | 'merchant.paid';

/**
 * Puts a fact into the outbox, in the transaction that makes it true; the world is told after the commit.
 * It names the request that made it so. The payload holds ids, amounts and days: never a name, an address or a number that could hurt a person.
 */
export function announce(
  house: House,
  event: {
    type: EventType;
    customerId: string;
    merchantId: string;
    leaseId: string | null;
    payload: Record<string, unknown>;
  },
): Write {
  return insert('outbox', {
    customer_id: event.customerId,
    event_id: newId(house),
    merchant_id: event.merchantId,
    lease_id: event.leaseId,
    type: event.type,
    payload: event.payload,
    request_id: house.requestId,
    recorded_at: now(house),
  });
}
