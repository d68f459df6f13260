import { type Day, dayAt } from '#core/calendar/day.ts';
import { zoneOfState } from '#core/calendar/time-zones.ts';
import type { LeaseChange } from '#core/lease/change.ts';
import { installmentOf } from '#core/lease/lease.ts';
import { receivable } from '#core/lease/line.ts';
import { type ItemRequest, pickForReceipt } from '#core/lease/pick-units.ts';
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
import { dayInState, now, pastDay } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { isFirstPaymentDue, takeFirstPayment } from '#server/payments/take-first-payment.ts';
import { accrueSettlement } from '#server/settlements/accrue.ts';
import { goodsOf, notFinalized, unitsRefused } from '#server/transactions/confirm-shipment.ts';
import { endedEarly, notSigned, transactionNotFound } from '#server/transactions/finalize.ts';

export type ReceiptItem = ItemRequest & { readonly receivedOn?: Day | undefined };

/**
 * Records that goods reached the customer (api-v3 6.7), a delivery for each day: the lease starts with the first of them,
 * and the store is owed their price. Units that were never shipped were handed over in the store, and a first
 * payment that signing only authorized is taken before. The same call again
 * changes nothing. What the carrier says did not arrive is refused with DeliveryException: no lease starts and no store is
 * paid for it.
 */
export async function confirmReceipt(
  house: House,
  merchantId: string,
  transactionId: string,
  named: readonly ReceiptItem[] | undefined,
): Promise<Outcome<Record<string, never>>> {
  const found = await leaseByTransaction(house.db, merchantId, transactionId);
  if (found === null) return transactionNotFound(transactionId);
  const today = dayInState(house, found.governingState);
  const items = named?.map((item) => ({ ...item, receivedOn: pastDay(house, found.governingState, item.receivedOn) }));
  const refused = endedEarly(found) ?? notSigned(found) ?? notFinalized(found) ?? receivedOutside(found, items, today);
  if (refused !== null) return refused;
  if (found.lease.lines.every((line) => receivable(line) === 0)) return done({});

  const whole = pickForReceipt(items, found.lease.lines);
  if ('refused' in whole) return unitsRefused(whole, items, 'receive');
  if (await house.carrier.hasException(found)) return notArrived;
  if (isFirstPaymentDue(found)) {
    const taken = await takeFirstPayment(house, found);
    return 'refused' in taken ? taken : confirmReceipt(house, merchantId, transactionId, named);
  }

  const taxRate = await taxRateOf(house, found, today);
  const discountRate = rate(found.merchant.discountRate);
  let lease = found.lease;
  const deliveries: Delivery[] = [];
  for (const receipt of receiptsByDay(items, today)) {
    const subject = newId(house);
    const change = receiveGoods(lease, { ...receipt, subject, discountRate, taxRate });
    if ('refused' in change) return unitsRefused(change, items, 'receive');
    if (change.delivered.length > 0)
      deliveries.push({ subject, on: receipt.on, change, started: lease.startedOn === null });
    lease = change.lease;
  }
  if (deliveries.length === 0) return done({});
  return done({}, ...saved(house, found, deliveries), ...deliveries.flatMap((one) => toldOf(house, found, one)));
}

type Delivery = { readonly subject: string; readonly on: Day; readonly change: LeaseChange; readonly started: boolean };

/** What arrived on one day is one delivery, the earliest first: with it the lease starts. */
function receiptsByDay(
  items: readonly ReceiptItem[] | undefined,
  today: Day,
): { items: readonly ReceiptItem[] | undefined; on: Day }[] {
  if (items === undefined || items.length === 0) return [{ items, on: today }];
  const days = Map.groupBy(items, ({ receivedOn }) => receivedOn ?? today);
  return [...days].map(([on, arrived]) => ({ items: arrived, on })).sort((a, b) => (a.on < b.on ? -1 : 1));
}

const notArrived = refuse(
  'DeliveryException',
  'The carrier says that these goods did not arrive. Sort it out with the carrier, or cancel what is lost.',
);

/** All deliveries of the call as one change of the lease: it is saved once. */
function saved(house: House, found: StoredLease, deliveries: readonly Delivery[]): Write[] {
  const changes = deliveries.map(({ change }) => change);
  const { lease, refund, takenBack } = changes.at(-1)!;
  const change: LeaseChange = {
    ...{ lease, refund, takenBack },
    journals: changes.flatMap(({ journals }) => journals),
    delivered: changes.flatMap((one) => one.delivered),
    limitReleased: changes.reduce((sum, one) => sum + one.limitReleased, 0),
  };
  const { subject, on } = deliveries[0]!;
  const owned = lease.state === 'vested' ? { endedAt: now(house), endReason: 'paid in full' } : {};
  return [
    ...saveChange(house, found, change, { subject, on, reason: 'delivered' }, owned),
    ...accrueSettlement(house, found, change.delivered),
  ];
}

function toldOf(house: House, found: StoredLease, { change, subject, on, started }: Delivery): Write[] {
  const { nextDueOn, billedCount, terms, state } = change.lease;
  const next = state === 'vested' || billedCount >= terms.count ? null : installmentOf(change.lease, billedCount + 1);
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
