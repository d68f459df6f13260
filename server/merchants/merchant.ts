import type { Cents } from '#core/money/money.ts';

/** A merchant as requests need it, and the key it was recognised by (empty where it was found by its id). */
export type Merchant = {
  readonly merchantId: string;
  readonly keyId: string;
  readonly name: string;
  readonly minimumOrderCents: Cents;
  /** Total rent over cash price, decimal text. */
  readonly leaseFactor: string;
  readonly discountRate: string;
  readonly finalizeWithinHours: number;
  /** May act for a customer without a passcode (api-v3 3.6). */
  readonly trustedPartner: boolean;
};
