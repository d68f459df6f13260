import type { Static } from 'typebox';
import * as Type from 'typebox';
import {
  Day,
  DayOrInstant,
  itemsMax,
  Label,
  ListedDay,
  Meta,
  MoneyFromZero,
  OneOf,
  paging,
  Quantity,
  TextOrEmpty,
  WholeNumber,
} from '#contract/v3/values.ts';

const itemRequest = { sku: Label(), quantity: Type.Optional(Quantity) };

/** Purchase transactions, the merchant's side of leases (api-v3 6). Absent and empty `items` both mean all of them. */
export const listTransactionsQuery = Type.Object({
  ...paging(20),
  leaseStatus: Type.Optional(OneOf(['signed', 'pending'])),
  fromDate: Type.Optional(DayOrInstant),
  toDate: Type.Optional(DayOrInstant),
});
export type ListTransactionsQuery = Static<typeof listTransactionsQuery>;

/** Item costs in dollars and after discounts; the two totals in cents, as documented (api-v3 C-14). */
export const TransactionView = Type.Object({
  id: Type.String(),
  orderId: Type.Optional(Type.String()),
  customer: Type.Object({
    id: Type.String(),
    firstName: Type.String(),
    lastName: Type.String(),
    email: Type.String(),
  }),
  shippingCost: Type.Number(),
  createdAt: Type.String(),
  lease: Type.Object({ id: Type.String(), status: Type.Enum(['signed', 'pending']) }),
  items: Type.Array(
    Type.Object({
      description: Type.String(),
      sku: Type.String(),
      brand: Type.String(),
      cost: Type.Number(),
      quantity: Type.Integer(),
      quantityByStatus: Type.Record(Type.String(), Type.Integer()),
    }),
  ),
  purchaseTotal: Type.Integer(),
  purchaseSalesTax: Type.Integer(),
});
export type TransactionView = Static<typeof TransactionView>;

export const listTransactionsAnswer = Type.Object({ transactions: Type.Array(TransactionView), meta: Meta });
export type ListTransactionsAnswer = Static<typeof listTransactionsAnswer>;

export const finalizeAnswer = Type.Object({
  transactionId: Type.String(),
  loanNumber: Type.String(),
  leaseNumber: Type.String(),
});
export type FinalizeAnswer = Static<typeof finalizeAnswer>;

/** The body of cancel and of return. */
export const takeBackBody = Type.Object({
  items: Type.Optional(Type.Array(Type.Object(itemRequest), { maxItems: itemsMax })),
});
export type TakeBackBody = Static<typeof takeBackBody>;

const units = Type.Array(Type.Object({ sku: Type.String(), quantity: Type.Integer() }));

export const cancelAnswer = Type.Object({ canceled: units, failed: units });
export type CancelAnswer = Static<typeof cancelAnswer>;

export const returnAnswer = Type.Object({ returned: units, failed: units });
export type ReturnAnswer = Static<typeof returnAnswer>;

export const confirmShipmentBody = Type.Object({
  items: Type.Optional(
    Type.Array(
      Type.Object({
        ...itemRequest,
        carrier: Type.Optional(TextOrEmpty(100)),
        shipDate: Type.Optional(Day),
        deliveryDate: Type.Optional(ListedDay),
        trackingNumber: Type.Optional(Label(200)),
        trackingLink: Type.Optional(TextOrEmpty(2_000)),
      }),
      { maxItems: itemsMax },
    ),
  ),
});
export type ConfirmShipmentBody = Static<typeof confirmShipmentBody>;

/** The day may be called `deliveryDate` or `receiptDate` (api-v3 6.7). */
export const confirmReceiptBody = Type.Object({
  items: Type.Optional(
    Type.Array(Type.Object({ ...itemRequest, deliveryDate: Type.Optional(Day), receiptDate: Type.Optional(Day) }), {
      maxItems: itemsMax,
    }),
  ),
});
export type ConfirmReceiptBody = Static<typeof confirmReceiptBody>;

/** What a merchant gives back of its prices, in dollars (api-v3 6.8). `lineNumber` counts the items of the order from 1. */
export const refundBody = Type.Object({
  items: Type.Array(
    Type.Object({
      lineNumber: WholeNumber(1, 1_000_000),
      sku: Label(),
      itemCredit: Type.Optional(MoneyFromZero),
      shippingCredit: Type.Optional(MoneyFromZero),
    }),
    { minItems: 1, maxItems: itemsMax },
  ),
});
export type RefundBody = Static<typeof refundBody>;

export const refundAnswer = Type.Object({
  refunded: Type.Array(Type.Object({ sku: Type.String(), lineNumber: Type.Integer() })),
});
export type RefundAnswer = Static<typeof refundAnswer>;

/** The answer of a call that only records. */
export const nothingAnswer = Type.Object({});
