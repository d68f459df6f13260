import type { Static } from 'typebox';
import * as Type from 'typebox';
import { orderItem, orderShipping } from '#contract/v3/leases.ts';
import { Hint, itemsMax, Label, MoneyFromZero, Text, TextOrEmpty, transactionIdMax } from '#contract/v3/values.ts';

const discountsMax = 50;

/** What the store knows of its shopper. It only saves typing, so nothing of it is a reason to refuse. */
const customer = Type.Object({
  firstName: Type.Optional(Hint),
  lastName: Type.Optional(Hint),
  email: Type.Optional(Hint),
  phones: Type.Optional(Type.Object({ home: Type.Optional(Hint), mobile: Type.Optional(Hint) })),
  address: Type.Optional(
    Type.Object({
      street1: Type.Optional(Hint),
      street2: Type.Optional(Hint),
      city: Type.Optional(Hint),
      region: Type.Optional(Hint),
      postalCode: Type.Optional(Hint),
    }),
  ),
});

/**
 * Starting the hosted checkout (api-v3 5.4), in every version of the body. `total` and `couponCode` are informational:
 * what is leased is the sum of the lines. `returnUrl` is our extension.
 */
export const createCheckoutBody = Type.Object({
  transactionId: Label(transactionIdMax),
  items: Type.Array(orderItem, { minItems: 1, maxItems: itemsMax }),
  shipping: Type.Optional(orderShipping),
  total: Type.Optional(Hint),
  discounts: Type.Optional(
    Type.Array(
      Type.Object({
        items: Type.Optional(Type.Array(Type.Object({ value: Type.Optional(MoneyFromZero) }), { maxItems: itemsMax })),
      }),
      { maxItems: discountsMax },
    ),
  ),
  couponCode: Type.Optional(TextOrEmpty()),
  customer: Type.Optional(customer),
  returnUrl: Type.Optional(Text(2_000)),
});
export type CreateCheckoutBody = Static<typeof createCheckoutBody>;

/** The shopper is sent to `redirectUri`. */
export const createCheckoutAnswer = Type.Object({ id: Type.String(), redirectUri: Type.String() });
export type CreateCheckoutAnswer = Static<typeof createCheckoutAnswer>;
