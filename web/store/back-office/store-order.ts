import type { Day } from '#core/calendar/day.ts';
import type { Cents } from '#core/money/money.ts';
import type { ShippingMethod } from '../cart.ts';

/** A cart as it was offered to FlexPay: what the shop will check the signed lease against. */
export type StoreCart = {
  transactionId: string;
  lines: StoreLine[];
  shipping: { method: ShippingMethod; name: string; cost: Cents; arrivesOn: Day };
  total: Cents;
};

export type StoreLine = { sku: string; slug: string; name: string; brand: string; quantity: number; unitPrice: Cents };

/** An order: a cart whose lease was signed, checked and finalized. */
export type StoreOrder = StoreCart & { leaseNumber: string; placedOn: Day; shipments: Shipment[] };

export type Shipment = {
  carrier: string;
  trackingNumber: string;
  shippedOn: Day;
  lines: { sku: string; quantity: number }[];
};

/** Where the units of a line are, as FlexPay counts them. A unit counts in the last place it reached. */
export type LineUnits = { toShip: number; onTheWay: number; delivered: number; cancelled: number; returned: number };

/** An order with what FlexPay says about it now; `units` is null where FlexPay does not know the line. */
export type OrderView = Omit<StoreOrder, 'lines'> & { lines: (StoreLine & { units: LineUnits | null })[] };
