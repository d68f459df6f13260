import type { LinkAtCounter } from '#server/links/link.ts';
import type { Instant } from '#server/moment.ts';

/** A cart that a store's associate handed over to the customer who stood there, with the link that leads to it now. */
export type HandOver = {
  readonly handOverId: string;
  readonly merchantId: string;
  readonly transactionId: string;
  /** The how many-th of its order; the greatest is the one that counts. */
  readonly nth: number;
  readonly link: LinkAtCounter;
  readonly cancelledAt: Instant | null;
};
