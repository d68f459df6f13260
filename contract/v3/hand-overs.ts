import type { Static } from 'typebox';
import * as Type from 'typebox';
import { createCheckoutBody } from '#contract/v3/checkout.ts';
import { IpAddress, OneOf, Text, TextOrEmpty, WholeNumber } from '#contract/v3/values.ts';

const associateIdMax = 64;

/**
 * Where the customer who stands there asked to have the link sent; nowhere without one, the screen shows its code. With
 * `kioskId` it is opened on that tablet of the store, and nowhere else.
 */
const sending = {
  phone: Type.Optional(TextOrEmpty()),
  email: Type.Optional(TextOrEmpty()),
  language: Type.Optional(OneOf(['en', 'es'])),
  kioskId: Type.Optional(Text(64)),
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

/** What a counter shows. The link and its code are there until a device has opened it, and never those of a tablet. */
export const HandOverView = Type.Object({
  id: Type.String(),
  transactionId: Type.String(),
  associateId: Type.String(),
  /** The store's tablet that it is for; null where it goes to the customer's own device. */
  kioskId: Type.Union([Type.String(), Type.Null()]),
  status: Type.Enum([...handOverStates]),
  /** The cart in dollars. */
  total: Type.Number(),
  expiresAt: Type.String(),
  redirectUri: Type.Union([Type.String(), Type.Null()]),
  /** An SVG picture. */
  qrCode: Type.Union([Type.String(), Type.Null()]),
});
export type HandOverView = Static<typeof HandOverView>;

export const listHandOverEventsQuery = Type.Object({
  after: Type.Optional({ ...WholeNumber(0, Number.MAX_SAFE_INTEGER), default: 0 }),
  limit: Type.Optional({ ...WholeNumber(1, 1000), default: 100 }),
});
export type ListHandOverEventsQuery = Static<typeof listHandOverEventsQuery>;

const eventStates = ['opened', 'underway', 'signed', 'ended', 'cancelled'] as const;

/** That a hand-over has come so far. It carries what the counter may know, and nothing of the shopper. */
const HandOverEvent = Type.Object({
  /** A store's own count, from 1: what has a number below one that was seen has been seen. */
  number: Type.Integer(),
  type: Type.Enum(eventStates.map((status) => `hand_over.${status}` as const)),
  handOverId: Type.String(),
  transactionId: Type.String(),
  associateId: Type.String(),
  status: Type.Enum([...eventStates]),
  /** The cart in dollars. */
  total: Type.Number(),
  recordedAt: Type.String(),
});
export type HandOverEvent = Static<typeof HandOverEvent>;

export const listHandOverEventsAnswer = Type.Object({
  events: Type.Array(HandOverEvent),
  /** The `after` of the next call. */
  next: Type.Integer(),
});
export type ListHandOverEventsAnswer = Static<typeof listHandOverEventsAnswer>;
