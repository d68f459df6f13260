import type { Static } from 'typebox';
import * as Type from 'typebox';
import {
  Flag,
  Instant,
  IpAddress,
  itemsMax,
  Label,
  Money,
  MoneyFromZero,
  OneOf,
  Quantity,
  Secret,
  ShippingDay,
  Text,
  TextOrEmpty,
  transactionIdMax,
} from '#contract/v3/values.ts';

const imagesMax = 20;

/** Shipping of a whole order or of one of its lines. */
export const orderShipping = Type.Object({
  cost: Type.Optional(MoneyFromZero),
  date: Type.Optional(ShippingDay),
  method: Type.Optional(TextOrEmpty()),
});

/** One line of an order. */
export const orderItem = Type.Object({
  sku: Label(),
  description: Text(),
  brand: Text(),
  cost: {
    ...Money,
    description:
      'The price of one. Zero is a price; below zero only where the `sku` begins with `DISCOUNT`, and the order as a whole stays above zero.',
  },
  quantity: Quantity,
  condition: Type.Optional(OneOf(['new', 'used', 'refurbished'])),
  productId: Type.Optional(Label()),
  mpn: Type.Optional(Label()),
  gtin: Type.Optional(Label()),
  images: Type.Optional(Type.Array(Type.Union([TextOrEmpty(2_000), Type.Null()]), { maxItems: imagesMax })),
  shipping: Type.Optional(orderShipping),
});

/** Making a lease (api-v3 5.1). Shipping stands on top or at the items (C-19); `frequency` is our extension (rulings 4). */
export const createLeaseBody = Type.Object({
  transactionId: Label(transactionIdMax),
  orderId: Type.Optional(Label()),
  items: Type.Array(orderItem, { minItems: 1, maxItems: itemsMax }),
  shipping: Type.Optional(orderShipping),
  totalDiscount: Type.Optional(MoneyFromZero),
  payTomorrowTaxTotal: Type.Optional(MoneyFromZero),
  frequency: Type.Optional(OneOf(['weekly', 'biweekly', 'semimonthly', 'monthly'])),
  /** Our extension: the language of the agreement, English unless it says otherwise. */
  language: Type.Optional(OneOf(['en', 'es'])),
});
export type CreateLeaseBody = Static<typeof createLeaseBody>;

export const createLeaseQuery = Type.Object({
  asPdf: Type.Optional(Flag),
  sendLink: Type.Optional(Flag),
  withToken: Type.Optional(Flag),
});
export type CreateLeaseQuery = Static<typeof createLeaseQuery>;

export const getLeaseQuery = Type.Object({ asPdf: Type.Optional(Flag) });
export type GetLeaseQuery = Static<typeof getLeaseQuery>;

/** `contract` is base64 of HTML, with `asPdf` of a PDF; `payment` is the regular one with tax; amounts in dollars. */
export const createLeaseAnswer = Type.Object({
  leaseId: Type.String(),
  contract: Type.String(),
  frequency: Type.String(),
  term: Type.Integer(),
  payment: Type.Number(),
  cashPrice: Type.Number(),
  costOfRental: Type.Number(),
  payTomorrowTaxTotal: Type.Optional(Type.Number()),
  /** With `withToken` (api-v3 O-4): opens this one agreement for a while. */
  agreementToken: Type.Optional(Secret),
});
export type CreateLeaseAnswer = Static<typeof createLeaseAnswer>;

/** A lease as its customer's merchant sees it (api-v3 2, 5.2); `leaseNumber` is our extension. */
export const LeaseView = Type.Object({
  leaseId: Type.String(),
  leaseNumber: Type.String(),
  contract: Type.String(),
  leaseStatus: Type.Enum(['signed', 'unsigned']),
  frequency: Type.String(),
  term: Type.Integer(),
  payment: Type.Number(),
  cashPrice: Type.Number(),
  costOfRental: Type.Number(),
  isExpired: Type.Boolean(),
  payTomorrowTaxTotal: Type.Optional(Type.Number()),
});
export type LeaseView = Static<typeof LeaseView>;

/** Signing (api-v3 5.3). `signed: false` never signs: it says that the customer does not want to (C-23). */
export const signLeaseBody = Type.Object({
  ipAddress: IpAddress,
  timestamp: Type.Optional(Instant),
  signed: Flag,
});
export type SignLeaseBody = Static<typeof signLeaseBody>;
