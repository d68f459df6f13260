import type { Day } from '#core/calendar/day.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { Frequency } from '#core/calendar/pay-cycle.ts';
import type { Decimal } from '#core/money/decimal.ts';
import type { Cents } from '#core/money/money.ts';
import type { LeasePrice } from '#core/pricing/price.ts';
import type { CallingMerchant } from '#server/http/route.ts';

/** What a shopper wants to lease, past the door: exact prices, whole quantities. */
export type LeaseOrder = {
  readonly transactionId: string;
  readonly orderId: string | null;
  readonly items: readonly OrderItem[];
  /** The whole shipping charge of the order, its latest date and its method (rulings 2, api-v3 C-19). */
  readonly shipping: { readonly cost: Decimal; readonly date: Day | null; readonly method: string | null };
  /** Spread over the items in proportion; '0' without one. */
  readonly totalDiscount: Decimal;
  /** What a partner says of the tax of the order; echoed, never used (api-v3 5.1). */
  readonly payTomorrowTaxTotal?: Decimal;
};

export type OrderItem = {
  readonly sku: string;
  readonly description: string;
  readonly brand: string;
  readonly condition: 'new' | 'used' | 'refurbished' | null;
  /** Price of one, up to four decimals; negative only for a sku that starts with DISCOUNT. */
  readonly cost: Decimal;
  readonly quantity: number;
  readonly productId: string | null;
  readonly mpn: string | null;
  readonly gtin: string | null;
  readonly image: string | null;
};

export type LeaseRequest = {
  readonly merchant: CallingMerchant;
  readonly customerId: string;
  readonly order: LeaseOrder;
  readonly frequency: Frequency;
  /** Of the agreement; English where nothing is said. */
  readonly language?: Language;
};

/** What an order would cost as a lease, and how it stands to the merchant's minimum and the customer's limit. */
export type LeaseQuote = {
  readonly lines: readonly PricedLine[];
  readonly price: LeasePrice;
  readonly frequency: Frequency;
  readonly plannedStartOn: Day;
  readonly nextDueOn: Day;
  readonly lastDueOn: Day;
  readonly available: Cents;
  /** How much is missing to the minimum, or is too much for the limit; 0 when it fits. */
  readonly underMinimumBy: Cents;
  readonly overLimitBy: Cents;
};

export type PricedLine = {
  readonly line: number;
  readonly kind: 'item' | 'shipping';
  readonly item: OrderItem | null;
  /** Price of one as the merchant sees it again: after its share of the order's discount. */
  readonly unitCost: Decimal;
  /** The line's part of the cash price, after every discount. */
  readonly cash: Cents;
  readonly quantity: number;
};

/** An offered lease: the paper to read and the numbers on it. */
export type LeaseOffer = LeaseQuote & {
  readonly leaseId: string;
  readonly leaseNumber: string;
  readonly transactionId: string;
  readonly agreedOn: Day;
  /** Two letters: whose law and whose days count. */
  readonly governingState: string;
  /** The HTML of the paper, in UTF-8. */
  readonly agreementBytes: Buffer;
  readonly agreementHash: string;
  /** Stands in the document; typing it back shows that the document could be opened (domain 4.8). */
  readonly eRecordsCode: string;
  readonly earlyPurchase: readonly { day: number; on: Day; amount: Cents }[];
};
