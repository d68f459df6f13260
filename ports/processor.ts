import type { Day } from '#core/calendar/day.ts';
import type { Cents } from '#core/money/money.ts';

/** One charge of a bank account, named by us: the reference is what a lost answer is resolved with. */
export type ChargeOrder = {
  /** Ours, stable over retries of the call. The same reference never charges twice. */
  reference: string;
  amount: Cents;
  routingNumber: string;
  accountNumber: string;
  accountType: 'checking' | 'savings';
  /** The day on which the money is asked for. */
  debitOn: Day;
};

/**
 * What the processor knows of a charge. `accepted`: taken on, not settled. `unknown` is an answer too:
 * it means "ask again", never "failed" (style 12).
 */
export type ChargeFact =
  | { status: 'accepted' }
  | { status: 'refused'; code: string; message: string }
  | { status: 'settled'; on: Day }
  | { status: 'returned'; on: Day; code: string; afterSettlement: boolean }
  | { status: 'unknown' };

export type RefundFact = { status: 'accepted' } | { status: 'paid'; on: Day } | { status: 'unknown' };

/** The bank side of payments. Nothing settles in the call that charges; the truth is asked for by reference. */
export type Processor = {
  readonly name: string;
  /** True for a simulator: production refuses to start with it. */
  readonly sandbox: boolean;
  charge(order: ChargeOrder): Promise<ChargeFact>;
  chargeByReference(reference: string): Promise<ChargeFact>;
  refund(order: { reference: string; chargeReference: string; amount: Cents }): Promise<RefundFact>;
  refundByReference(reference: string): Promise<RefundFact>;
  /** Pays a merchant. */
  payOut(order: { reference: string; merchantId: string; amount: Cents }): Promise<{ status: 'paid' | 'unknown' }>;
};
