import type { Day } from '#core/calendar/day.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { Frequency } from '#core/calendar/pay-cycle.ts';
import type { Cents, Rate } from '#core/money/money.ts';
import type { CardBrand } from '#core/payment/card-number.ts';
import type { FeeCap, KeptRule, StatutoryMethod } from '#core/states/rules.ts';

/**
 * Everything an agreement says, and nothing it has to work out: the engine's numbers, whole cents and days.
 * Kept with the template's version and the document's hash, these inputs are the agreement: the document is rendered
 * from them again, byte for byte, for as long as the lease is kept (domain 3.1, 4.8).
 */
export type AgreementInputs = {
  /** The words these inputs were made for. Absent: those of the second edition, or of the first where there is no `law`. */
  edition?: 3;
  /** Absent: English. */
  language?: Language;
  agreementNumber: string;
  /** Stands in the document; the customer types it back and so proves that the document could be opened (domain 4.8). */
  eRecordsCode: string;
  agreedOn: Day;
  /** The first payment is only authorized at signing, and taken before the shipment is confirmed; absent: taken at signing. */
  firstPaymentAt?: 'shipment';
  /** The day from which the payment dates were computed (domain 1.7). */
  plannedDeliveryOn: Day;
  lessor: Party & { contact: string };
  lessee: Party;
  merchantName: string;
  items: AgreementItem[];
  shipping: { method: string; amount: Cents } | null;
  cashPrice: Cents;
  initialPayment: { rent: Cents; tax: Cents; processingFee: Cents; processingFeeTax: Cents; total: Cents };
  payments: {
    frequency: Frequency;
    regularRent: Cents;
    regularTax: Cents;
    lastRent: Cents;
    lastTax: Cents;
    /** Every due day in order; the first is the signing day. Their number is the number of payments. */
    dueOn: Day[];
  };
  /** Rent and processing fee, before tax. */
  totalOfPayments: Cents;
  totalTax: Cents;
  totalWithTax: Cents;
  costOfLease: Cents;
  earlyPurchase: {
    /** The last day on which the price is the cash price less the rent paid. */
    windowLastOn: Day;
    /** Of the rent still to come, afterwards; plain decimal text such as `60`. */
    remainingPercent: string;
    /** Of the cash price, on top of it until then; absent in older editions, which knew none. */
    premiumPercent?: string;
    table: { day: number; on: Day; paidRent: Cents; price: Cents; tax: Cents }[];
  };
  /** What the law of the place adds; agreements of the first template have none and say the general rules instead. */
  law?: AgreementLaw;
  terms: {
    lateFeePercent?: string;
    lateFeeMax?: Cents;
    lateFeeFromDaysLate?: number;
    returnedPaymentFee: Cents;
    reinstateDays?: number;
    reinstateDaysReturned: number;
    reinstateDaysReturnedTwoThirdsPaid: number;
    storeReturnDays: number;
    /** How far and how often the days of the payments may move; absent in older editions. */
    dateChange?: { days: number; times: number };
  };
};

/** The record of the place as its paper needs it: rates as decimal text, amounts in cents (domain 3.6). */
export type AgreementLaw = {
  rulesVersion: string;
  /** Two letters. */
  state: string;
  frequency: Frequency;
  lateFee: { fromDaysLate: number; cap: FeeCapText };
  reinstatement: { kept: KeptRule; feeCents: Cents; feePer: 'reinstatement' | 'missed_payment' };
  /** Null: the place sets no price of its own for buying early. */
  statutory: StatutoryMethodText[] | null;
  labels: { total: string; cashPrice: string; costOfLease: string };
  /** Ids of the notices that stand above the signature. */
  notices: string[];
  /** How the notices are printed, at least; absent in older editions, like what follows. */
  notice?: { points: number; isBold: boolean };
  /** The most that the cash price may be over what the goods cost, by kind of goods; `*` is everything else. */
  cashPriceOverCost?: { goods: string; times: string }[] | null;
  /** We pay the tax on our own purchase and none is added to the payments; absent where it is not so. */
  taxPaidOnPurchase?: true;
  /** The share of the rent paid that has to equal the cash price for the goods to be the customer's; null: no such law. */
  autoVestShare?: string | null;
  /** What is a new agreement: a change of the average payment by more than `percent`, or any; absent in older editions. */
  renegotiation?: { percent: string; anyChange: boolean };
};

/** The language that an agreement is written in. */
export const languageOf = ({ language }: AgreementInputs): Language => language ?? 'en';

export type FeeCapText = AsText<FeeCap>;
export type StatutoryMethodText = AsText<StatutoryMethod>;

/** The same with every exact rate as its decimal text, as JSON can keep it. */
type AsText<T> = T extends Rate
  ? string
  : T extends readonly (infer One)[]
    ? AsText<One>[]
    : T extends object
      ? { [K in keyof T]: AsText<T[K]> }
      : T;

export type Party = {
  name: string;
  street1: string;
  street2: string | null;
  city: string;
  state: string;
  postalCode: string;
};

export type AgreementItem = {
  description: string;
  brand: string;
  sku: string;
  serialNumber: string | null;
  condition: 'new' | 'used' | 'refurbished';
  quantity: number;
  unitPrice: Cents;
  cashPrice: Cents;
};

/** What the separate permission to debit an account says (domain 4.10). */
export type DebitAuthorizationInputs = {
  language: Language;
  agreementNumber: string;
  agreedOn: Day;
  brand: string;
  /** The name as it stands on the bank statement. */
  company: string;
  contact: string;
  customerName: string;
  bankName: string;
  accountLast4: string;
  accountType: 'checking' | 'savings';
  firstPayment: Cents;
  /** Null: when the order is shipped. */
  firstDebitOn: Day | null;
  frequency: Frequency;
  /** Payments after the first one. */
  laterPayments: { count: number; regular: Cents; last: Cents; nextDueOn: Day; lastDueOn: Day };
  returnedPaymentFee: Cents;
};

/** The permission to charge a card once. */
export type CardAuthorizationInputs = {
  language: Language;
  agreementNumber: string;
  agreedOn: Day;
  /** The name as it stands on the card's statement. */
  company: string;
  contact: string;
  customerName: string;
  cardBrand: CardBrand;
  cardLast4: string;
  firstPayment: Cents;
  /** The amount is only held until the order is shipped. */
  atShipment: boolean;
};

/** What must be said before anybody agrees to records on a screen (domain 4.8). */
export type ERecordsInputs = {
  language: Language;
  company: string;
  brand: string;
  contact: string;
  postalAddress: string;
};
