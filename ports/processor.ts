import type { Day } from '#core/calendar/day.ts';
import type { Cents } from '#core/money/money.ts';

export type BankAccount = { routingNumber: string; accountNumber: string; accountType: 'checking' | 'savings' };

/** A card as a processor knows it: one token per gateway, never the number. */
export type Card = {
  tokens: readonly { gateway: 'clover' | 'loanpaymentpro'; token: string }[];
  brand: string;
  /** `YYYY-MM`, null when nobody said. */
  expiresIn: string | null;
  billingZip: string;
};

/** One charge of a bank account, named by us: the reference is what a lost answer is resolved with. */
export type ChargeOrder = BankAccount & {
  /** Ours, stable over retries of the call. The same reference never charges twice. */
  reference: string;
  amount: Cents;
  /** The day on which the money is asked for. */
  debitOn: Day;
};

/**
 * One charge of a card, under a reference like a charge of an account. With `authorization`, the reference of one that was
 * given before, the money is taken of what is held there; where that has run out, the card is charged anew.
 */
export type CardChargeOrder = { reference: string; amount: Cents; card: Card; authorization?: string };

/** Money that is to be asked for later: a card holds the amount ready, an account is looked at. Nothing moves. */
export type AuthorizationOrder = { reference: string; amount: Cents } & ({ bankAccount: BankAccount } | { card: Card });

/** What the processor knows of an authorization; `unknown` means "ask again", never "refused". */
export type AuthorizationFact =
  | { status: 'authorized' }
  | { status: 'refused'; code: string; message: string }
  | { status: 'unknown' };

/**
 * What the processor knows of a charge. `accepted`: taken on, not settled. `unknown` is an answer too:
 * it means "ask again", never "failed" (style 12). A card that was charged back is `returned` after settlement.
 */
export type ChargeFact =
  | { status: 'accepted' }
  | { status: 'refused'; code: string; message: string }
  | { status: 'settled'; on: Day }
  | { status: 'returned'; on: Day; code: string; afterSettlement: boolean }
  | { status: 'unknown' };

export type RefundFact = { status: 'accepted' } | { status: 'paid'; on: Day } | { status: 'unknown' };

/** Whether an account or a card can be used at all. No money moves. */
export type CheckFact = { status: 'usable' } | { status: 'refused'; code: string; message: string };

/** The bank side of payments. Nothing settles in the call that charges; the truth is asked for by reference. */
export type Processor = {
  readonly name: string;
  /** True for a simulator: production refuses to start with it. */
  readonly sandbox: boolean;
  /**
   * Address of a page that turns a card into a token, shown in a frame of the checkout (contract/modal/card-form.ts): the
   * number never leaves it. A path is a page of the house; null: cards are not taken in the checkout.
   */
  readonly cardForm: string | null;
  /** Before an account is first used it is validated (domain 4.10). */
  check(method: { bankAccount: BankAccount } | { card: Card }): Promise<CheckFact>;
  /** The same reference never authorizes twice. What is held is at most the amount, until it is charged, released or runs out. */
  authorize(order: AuthorizationOrder): Promise<AuthorizationFact>;
  authorizationByReference(reference: string): Promise<AuthorizationFact>;
  /** Lets go of what an authorization holds. Twice is once, and one that holds nothing is no error. */
  release(reference: string): Promise<void>;
  charge(order: ChargeOrder): Promise<ChargeFact>;
  chargeCard(order: CardChargeOrder): Promise<ChargeFact>;
  /** Of an account or a card. */
  chargeByReference(reference: string): Promise<ChargeFact>;
  refund(order: { reference: string; chargeReference: string; amount: Cents }): Promise<RefundFact>;
  refundByReference(reference: string): Promise<RefundFact>;
  /** Pays a merchant. */
  payOut(order: { reference: string; merchantId: string; amount: Cents }): Promise<{ status: 'paid' | 'unknown' }>;
};
