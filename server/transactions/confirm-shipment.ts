import type { Day } from '#core/calendar/day.ts';
import { onlyLease } from '#core/lease/change.ts';
import { type ItemRequest, type NotInOrder, pickForShipment } from '#core/lease/pick-units.ts';
import { insert, type Write } from '#server/db/write.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { leaseByTransaction } from '#server/leases/find-lease.ts';
import { saveChange } from '#server/leases/save-change.ts';
import { ownerOf, type StoredLease } from '#server/leases/stored-lease.ts';
import { addressed, tellCustomer } from '#server/leases/tell-customer.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { dayInState, now, pastDay } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { isFirstPaymentDue, takeFirstPayment } from '#server/payments/take-first-payment.ts';
import { endedEarly, finalized, notSigned, transactionNotFound } from '#server/transactions/finalize.ts';
import { type Parcel, parcelsOf } from '#server/transactions/parcels.ts';

export type ShipmentItem = ItemRequest & {
  readonly carrier?: string | undefined;
  readonly shipDate?: Day | undefined;
  readonly deliveryDate?: Day | undefined;
  readonly trackingNumber?: string | undefined;
  readonly trackingLink?: string | undefined;
};

/**
 * Records that goods left the store (api-v3 6.6), a shipment for each parcel. A first payment that signing only authorized is
 * taken before, and when it is refused nothing is recorded. Without items everything left was shipped; the
 * same call again changes nothing; more than is left of an article is refused as a whole. With `autoFinalize` a transaction that is only signed is
 * finalized by its shipment.
 */
export async function confirmShipment(
  house: House,
  merchantId: string,
  transactionId: string,
  named: readonly ShipmentItem[] | undefined,
  { autoFinalize = false } = {},
): Promise<Outcome<Record<string, never>>> {
  const found = await leaseByTransaction(house.db, merchantId, transactionId);
  if (found === null) return transactionNotFound(transactionId);
  const today = dayInState(house, found.governingState);
  const items = named?.map((item) => ({ ...item, shipDate: pastDay(house, found.governingState, item.shipDate) }));
  const finalizes = autoFinalize && found.finalizedAt === null;
  const refused =
    endedEarly(found) ?? notSigned(found) ?? (finalizes ? null : notFinalized(found)) ?? shippedInFuture(items, today);
  if (refused !== null) return refused;
  const picked = pickForShipment(items, found.lease.lines);
  if ('refused' in picked) return unitsRefused(picked, items, 'ship');
  if (picked.changes.length === 0) return done({});
  if (isFirstPaymentDue(found)) {
    const taken = await takeFirstPayment(house, found);
    return 'refused' in taken ? taken : confirmShipment(house, merchantId, transactionId, named, { autoFinalize });
  }

  const first = finalizes ? finalized(house, found) : { lease: found.lease, columns: {}, told: null };
  const after = new Map(picked.changes.map((change) => [change.after.line, change.after]));
  const lease = { ...first.lease, lines: found.lease.lines.map((line) => after.get(line.line) ?? line) };
  const parcels = parcelsOf(picked.changes, items, today).map((parcel) => ({ ...parcel, shipmentId: newId(house) }));
  const subject = parcels[0]!.shipmentId;
  return done(
    {},
    ...saveChange(house, found, onlyLease(lease), { subject, on: today, reason: 'shipped' }, first.columns),
    ...(first.told === null ? [] : [first.told]),
    insert(
      'shipment',
      parcels.flatMap((parcel) => rowsOf(house, found, parcel)),
    ),
    ...parcels.flatMap((parcel) => toldOf(house, found, parcel)),
  );
}

type Shipment = Parcel & { readonly shipmentId: string };

function rowsOf(house: House, found: StoredLease, { label, units, shipmentId }: Shipment) {
  return units.map(({ line, quantity }) => ({
    customer_id: found.customerId,
    lease_id: found.leaseId,
    shipment_id: shipmentId,
    line,
    quantity,
    carrier: label.carrier,
    tracking_number: label.trackingNumber,
    tracking_link: label.trackingLink,
    shipped_on: label.shippedOn,
    expected_on: label.expectedOn,
    recorded_at: now(house),
  }));
}

/** The store and the customer hear of each parcel, with its own number. */
function toldOf(house: House, found: StoredLease, { label, units, shipmentId }: Shipment): Write[] {
  const { carrier, trackingNumber, shippedOn } = label;
  const letter = messagesIn(found.customer.locale).shipment_confirmed({
    ...addressed(house, found),
    items: goodsOf(found, units),
    ...{ carrier, trackingNumber, shippedOn },
  });
  return [
    announce(house, {
      type: 'lease.shipped',
      ...ownerOf(found),
      payload: { transactionId: found.transactionId, shipmentId, units },
    }),
    ...tellCustomer(house, found, 'shipment_confirmed', letter),
  ];
}

export function notFinalized({ finalizedAt, transactionId }: StoredLease): Refused | null {
  if (finalizedAt !== null) return null;
  return refuse(
    'TransactionNotFinalized',
    `Transaction ${transactionId} is signed but not finalized. Finalize it first.`,
  );
}

/** What was picked, in the customer's words. */
export function goodsOf(found: StoredLease, picked: readonly { line: number; quantity: number }[]) {
  return picked.flatMap(({ line, quantity }) => {
    const goods = found.goods.find((one) => one.line === line && one.kind === 'item');
    return goods === undefined ? [] : [{ description: goods.description, quantity }];
  });
}

/** More units than there are, or an article that is not in the order: nothing is recorded (api-v3 6.6). */
export function unitsRefused(
  { sku, possible }: NotInOrder,
  items: readonly ItemRequest[] | undefined,
  verb: string,
): Refused {
  const at = items?.findIndex((one) => one.sku === sku) ?? 0;
  const message =
    possible === 0
      ? `There are no units of ${sku} left to ${verb}.`
      : `Only ${possible} of ${sku} are left to ${verb}.`;
  return refuse('ValidationError', message, { fields: [{ path: `items[${at}].quantity`, message }] });
}

function shippedInFuture(items: readonly ShipmentItem[] | undefined, today: Day): Refused | null {
  const at = items?.findIndex(({ shipDate }) => shipDate !== undefined && shipDate > today) ?? -1;
  if (at < 0) return null;
  const message = `shipDate is after today, ${today}. Confirm the shipment once it has left.`;
  return refuse('ValidationError', message, { fields: [{ path: `items[${at}].shipDate`, message }] });
}
