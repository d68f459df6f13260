import type { Day } from '#core/calendar/day.ts';
import type { LineChange, OrderLine } from '#core/lease/pick-units.ts';
import type { ShipmentItem } from '#server/transactions/confirm-shipment.ts';

/** What is written on a parcel. */
export type ParcelLabel = {
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingLink: string | null;
  readonly shippedOn: Day;
  readonly expectedOn: Day | null;
};

export type Parcel = {
  readonly label: ParcelLabel;
  readonly units: { readonly line: number; readonly quantity: number }[];
};

/**
 * The parcels in which picked units left: those that were named with the same label go together, and one article may
 * leave in several. Entries get their units in the order in which they were named, as they were picked.
 */
export function parcelsOf(
  changes: readonly LineChange<OrderLine & { readonly line: number }>[],
  items: readonly ShipmentItem[] | undefined,
  today: Day,
): Parcel[] {
  const parcels = new Map<string, Parcel>();
  const left = new Map(changes.map(({ before, units }) => [before.line, units]));
  const named: readonly (ShipmentItem | null)[] = items === undefined || items.length === 0 ? [null] : items;
  for (const item of named) {
    const label = labelOf(item, today);
    let wanted = item?.quantity ?? Number.POSITIVE_INFINITY;
    for (const { before } of changes) {
      const quantity = Math.min(wanted, left.get(before.line)!);
      if (quantity === 0 || (item !== null && item.sku !== before.sku)) continue;
      left.set(before.line, left.get(before.line)! - quantity);
      wanted -= quantity;
      put(parcels, label, { line: before.line, quantity });
    }
  }
  return [...parcels.values()];
}

function put(parcels: Map<string, Parcel>, label: ParcelLabel, more: { line: number; quantity: number }): void {
  const name = JSON.stringify(label);
  const parcel = parcels.get(name) ?? { label, units: [] };
  const same = parcel.units.findIndex(({ line }) => line === more.line);
  if (same < 0) parcel.units.push(more);
  else parcel.units[same] = { line: more.line, quantity: parcel.units[same]!.quantity + more.quantity };
  parcels.set(name, parcel);
}

function labelOf(item: ShipmentItem | null, today: Day): ParcelLabel {
  return {
    carrier: item?.carrier ?? null,
    trackingNumber: item?.trackingNumber ?? null,
    trackingLink: item?.trackingLink ?? null,
    shippedOn: item?.shipDate ?? today,
    expectedOn: item?.deliveryDate ?? null,
  };
}
