import { type Day, dayAt } from '#core/calendar/day.ts';
import { zoneOfState } from '#core/calendar/time-zones.ts';
import type { LeaseChange } from '#core/lease/change.ts';
import { installmentOf } from '#core/lease/lease.ts';
import { receivable } from '#core/lease/line.ts';
import type { ItemRequest } from '#core/lease/pick-units.ts';
import { receiveGoods } from '#core/lease/receive.ts';
import { rate } from '#core/money/money.ts';
import type { Write } from '#server/db/write.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { leaseByTransaction } from '#server/leases/find-lease.ts';
import { taxRateOf } from '#server/leases/lease-tax.ts';
import { saveChange } from '#server/leases/save-change.ts';
import { ownerOf, type StoredLease } from '#server/leases/stored-lease.ts';
import { addressed, tellCustomer } from '#server/leases/tell-customer.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { dayInState, now } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { accrueSettlement } from '#server/settlements/accrue.ts';
import { goodsOf, notFinalized, unitsRefused } from '#server/transactions/confirm-shipment.ts';
import { endedEarly, notSigned, transactionNotFound } from '#server/transactions/finalize.ts';

export type ReceiptItem = ItemRequest & { readonly receivedOn?: Day | undefined };

/**
 * Records that goods reached the customer (api-v3 6.7): the lease starts with the first of them, and the store is owed
 * their price. Units that were never shipped were handed over in the store. The same call again changes nothing. What the
 * carrier says did not arrive is refused with DeliveryException: no lease starts and no store is paid for it.
 */
export async function confirmReceipt(
  house: House,
  merchantId: string,
  transactionId: string,
  items: readonly ReceiptItem[] | undefined,
): Promise<Outcome<Record<string, never>>> {
  const found = await leaseByTransaction(house.db, merchantId, transactionId);
  if (found === null) return transactionNotFound(transactionId);
  const today = dayInState(house, found.governingState);
  const refused = endedEarly(found) ?? notSigned(found) ?? notFinalized(found) ?? receivedOutside(found, items, today);
  if (refused !== null) return refused;
  if (found.lease.lines.every((line) => receivable(line) === 0)) return done({});

  if (await house.carrier.hasException(found)) return notArrived;

  const subject = newId(house);
  const on = items?.find(({ receivedOn }) => receivedOn !== undefined)?.receivedOn ?? today;
  const taxRate = await taxRateOf(house, found, today);
  const discountRate = rate(found.merchant.discountRate);
  const change = receiveGoods(found.lease, { items, on, subject, discountRate, taxRate });
  if ('refused' in change) return unitsRefused(change.sku, change.possible, items, 'receive');
  if (change.delivered.length === 0) return done({});
  return done({}, ...delivered(house, found, change, { subject, on }));
}

const notArrived = refuse(
  'DeliveryException',
  'The carrier says that these goods did not arrive. Sort it out with the carrier, or cancel what is lost.',
);

function delivered(
  house: House,
  found: StoredLease,
  change: LeaseChange,
  { subject, on }: { subject: string; on: Day },
): Write[] {
  const started = found.lease.startedOn === null;
  const owned = change.lease.state === 'vested';
  const { nextDueOn, billedCount, terms } = change.lease;
  const next = owned || billedCount >= terms.count ? null : installmentOf(change.lease, billedCount + 1);
  const letter = messagesIn(found.customer.locale).delivery_confirmed({
    ...addressed(house, found),
    items: goodsOf(
      found,
      change.delivered.map(({ line, units }) => ({ line, quantity: units })),
    ),
    deliveredOn: on,
    nextPayment: next === null ? 0 : next.rent + next.tax,
    nextDueOn: next === null ? null : nextDueOn,
  });
  return [
    ...saveChange(
      house,
      found,
      change,
      { subject, on, reason: 'delivered' },
      owned ? { endedAt: now(house), endReason: 'paid in full' } : {},
    ),
    ...accrueSettlement(house, found, change.delivered, subject),
    announce(house, {
      type: 'lease.delivered',
      ...ownerOf(found),
      payload: { transactionId: found.transactionId, deliveryId: subject, deliveredOn: on, leaseStarted: started },
    }),
    ...tellCustomer(house, found, 'delivery_confirmed', letter),
  ];
}

/** A receipt is a fact of the past, and nothing arrives before it was signed for. */
function receivedOutside(found: StoredLease, items: readonly ReceiptItem[] | undefined, today: Day): Refused | null {
  const signedOn =
    found.signedAt === null ? today : dayAt(Date.parse(found.signedAt), zoneOfState(found.governingState));
  const days = items?.map(({ receivedOn }) => receivedOn) ?? [];
  const at = days.findIndex((day) => day !== undefined && (day > today || day < signedOn));
  if (at < 0) return null;
  const message = `The day of receipt must be from ${signedOn} (signed) to ${today} (today).`;
  return refuse('ValidationError', message, { fields: [{ path: `items[${at}].deliveryDate`, message }] });
}
