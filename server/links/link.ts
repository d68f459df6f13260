import type { ModalOrder } from '#contract/modal/order.ts';
import type { Instant } from '#server/moment.ts';

/** A link to a hosted page. Its id may be forwarded and mistyped: whoever holds it learns nothing of a customer. */
export type Link = {
  readonly linkId: string;
  readonly merchantId: string;
  /** The one lease it is for; null when it is for a cart. */
  readonly lease: LeaseOfLink | null;
  /** Null when it leads to an application without an order. */
  readonly cart: ModalOrder | null;
  readonly prefill: Prefill | null;
  /** Where the shopper goes back to; null when the store named no page. */
  readonly returnUrl: string | null;
  /** What was asked for, as a blind index: the same request twice is the same link. Null where no store asked. */
  readonly requestIndex: string | null;
  readonly expiresAt: Instant;
  readonly createdAt: Instant;
  /** Whether the first device that opens it keeps it. */
  readonly isForOneDevice: boolean;
  /** The session of that device; null while nobody has opened it. */
  readonly claimedBy: string | null;
  /** Who handed it over in a store, and from which network; null when nobody did. */
  readonly counter: Counter | null;
};

/** A link that a store's associate made: always to a cart. */
export type LinkAtCounter = Link & { readonly counter: Counter; readonly cart: ModalOrder };

/** A link that may be opened on as many devices as one likes. */
export const forAnyDevice = { isForOneDevice: false, claimedBy: null, counter: null } as const satisfies Partial<Link>;

/** `associateId` is the store's own name for its associate, opaque to us. */
export type Counter = {
  readonly associateId: string;
  readonly ipAddress: string | null;
  /** The store's tablet that alone may open it; null where it goes to the customer's own device. */
  readonly kioskId: string | null;
};

export type LeaseOfLink = { readonly customerId: string; readonly leaseId: string };

/** What a store knows of its shopper. Nobody has confirmed any of it; it saves typing and proves nothing. */
export type Prefill = {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly mobilePhone: string;
  readonly street1: string;
  readonly street2: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
};
