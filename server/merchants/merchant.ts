import type { Scope } from '#contract/v3/keys.ts';
import type { Cents } from '#core/money/money.ts';
import type { Compatibility } from '#server/http/route.ts';
import type { Instant } from '#server/moment.ts';

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
  readonly compatibility: Compatibility;
};

/** Whom a key belongs to and what it may do. */
export type KeyHolder = {
  readonly merchant: Merchant;
  readonly vendorNumber: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
};
