import type { Scope } from '#contract/v3/keys.ts';
import type { FirstPaymentAt } from '#core/lease/lease.ts';
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
  /** Charged at signing where the law of the place allows it; 0: none. */
  readonly processingFeeCents: Cents;
  /** Rent taken at signing instead of the first regular payment (domain 1.1); 0: the first regular payment is. */
  readonly fixedInitialRentCents: Cents;
  readonly discountRate: string;
  readonly finalizeWithinHours: number;
  readonly firstPaymentAt: FirstPaymentAt;
  /** May act for a customer without a passcode (api-v3 3.6). */
  readonly trustedPartner: boolean;
  readonly compatibility: Compatibility;
};

/** A merchant's account as the operator keeps it. */
export type Account = Omit<Merchant, 'keyId'> & {
  readonly vendorNumber: string;
  readonly createdAt: Instant;
  readonly version: number;
};

/** What is known of a key. Its text is known to its holder alone. */
export type Key = {
  readonly keyId: string;
  /** Of a store's server, or of its pages. */
  readonly kind: 'secret' | 'public';
  readonly name: string;
  readonly lastFour: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
};

/** Whom a key belongs to and what it may do. */
export type KeyHolder = {
  readonly merchant: Merchant;
  readonly vendorNumber: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
};
