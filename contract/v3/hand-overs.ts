import type { Static } from 'typebox';
import * as Type from 'typebox';
import { createCheckoutBody } from '#contract/v3/checkout.ts';
import { IpAddress, OneOf, Text, TextOrEmpty } from '#contract/v3/values.ts';

const associateIdMax = 64;

/** Where the customer who stands there asked to have the link sent; nowhere without one, the screen shows its code. */
const sending = {
  phone: Type.Optional(TextOrEmpty()),
  email: Type.Optional(TextOrEmpty()),
  language: Type.Optional(OneOf(['en', 'es'])),
};

/** A cart that an associate of a store hands over to its customer. All of it is our extension. */
export const createHandOverBody = Type.Object({
  ...Type.Pick(createCheckoutBody, ['transactionId', 'items', 'shipping', 'discounts']).properties,
  associateId: Text(associateIdMax),
  counterIpAddress: Type.Optional(IpAddress),
  ...sending,
});
export type CreateHandOverBody = Static<typeof createHandOverBody>;

export const renewHandOverBody = Type.Object(sending);
export type RenewHandOverBody = Static<typeof renewHandOverBody>;

/** How far it is, as far as a store's associate may know: nothing that tells an approval from a decline. */
export const handOverStates = ['waiting', 'opened', 'underway', 'signed', 'ended', 'cancelled'] as const;
export type HandOverState = (typeof handOverStates)[number];

/** What a counter shows. The link and its code are there until a device has opened it. */
export const HandOverView = Type.Object({
  id: Type.String(),
  transactionId: Type.String(),
  associateId: Type.String(),
  status: Type.Enum([...handOverStates]),
  /** The cart in dollars. */
  total: Type.Number(),
  expiresAt: Type.String(),
  redirectUri: Type.Union([Type.String(), Type.Null()]),
  /** An SVG picture. */
  qrCode: Type.Union([Type.String(), Type.Null()]),
});
export type HandOverView = Static<typeof HandOverView>;
