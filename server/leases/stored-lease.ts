import type { Day } from '#core/calendar/day.ts';
import type { Language } from '#core/calendar/day-text.ts';
import { type BilledInstallment, type Lease, type LeaseLine, type LeaseTerms, noDeposit } from '#core/lease/lease.ts';
import type { LeaseState } from '#core/lease/lifecycle.ts';
import type { Decimal } from '#core/money/decimal.ts';
import { type Cents, type Rate, rate } from '#core/money/money.ts';
import type { TaxTreatment } from '#core/pricing/lease-tax.ts';
import type { Instant } from '#server/moment.ts';

/** A lease as it lies in the database: what the core decides on, and what only the server needs to know. */
export type StoredLease = {
  readonly customerId: string;
  readonly leaseId: string;
  readonly merchantId: string;
  readonly transactionId: string;
  readonly orderId: string | null;
  /** What a partner says of the tax of the order; echoed, never used. */
  readonly payTomorrowTaxTotal: Decimal | null;
  readonly leaseNumber: string;
  readonly version: number;
  readonly governingState: string;
  /** Where the goods are, with the state: the tax rate of that place counts. */
  readonly goodsPostalCode: string;
  readonly taxTreatment: TaxTreatment;
  /** The share of the rent paid that makes the goods the customer's once it is the cash price; null: no such law. */
  readonly autoVestShare: Rate | null;
  /** The record of the law it was offered under, and the hash of that record's text. */
  readonly rulesVersion: string;
  readonly rulesHash: string | null;
  readonly agreementVersion: string;
  /** What was in the cart (cart-hash.ts). */
  readonly cartHash: string;
  readonly agreementHash: string;
  /** How the evidence of its signature is kept; null from before there was any. */
  readonly evidenceVersion: number | null;
  readonly signature: SignatureEvidence | null;
  readonly expiresAt: Instant;
  readonly createdAt: Instant;
  readonly signedAt: Instant | null;
  readonly finalizeBy: Instant | null;
  readonly finalizedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly endReason: string | null;
  readonly lease: Lease;
  readonly goods: readonly LineFacts[];
  readonly attempts: readonly AttemptFacts[];
  readonly refunds: readonly RefundFacts[];
  readonly merchant: { readonly name: string; readonly finalizeWithinHours: number; readonly discountRate: string };
  readonly customer: {
    readonly customerId: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    /** The language that they chose; null: nobody has said. */
    readonly locale: Language | null;
  };
};

/** A lease with what its paper is rendered from, which is most of its bytes: only where the paper may be asked for. */
export type LeaseWithPaper = StoredLease & { readonly agreementInputs: unknown };

/** Who signed, when, from where, and what was shown and confirmed before (domain 4.8). No secret, no code. */
export type SignatureEvidence = {
  readonly signedAt: Instant;
  readonly ipAddress: string;
  readonly userAgent: string;
  readonly typedName: string;
  readonly channel: 'api' | 'modal';
  readonly confirmed: Readonly<Record<string, string>>;
};

/** What a line is called on the wire. */
export type LineFacts = {
  readonly line: number;
  readonly kind: 'item' | 'shipping';
  readonly sku: string | null;
  readonly description: string;
  readonly brand: string;
  readonly unitCost: string;
  readonly ordered: number;
  readonly cash: Cents;
};

export type AttemptFacts = {
  readonly attemptId: string;
  /** `authorization` moves no money: what it holds is taken by an attempt of its own. */
  readonly purpose: 'initial' | 'collect' | 'authorization';
  readonly paymentMethodId: string;
  readonly rail: 'ach' | 'card';
  readonly rent: Cents;
  readonly tax: Cents;
  readonly fee: Cents;
  readonly feeTax: Cents;
  /** Paid nothing that was billed when it was taken on. */
  readonly ahead: Cents;
  readonly amount: Cents;
  readonly state: string;
  readonly debitOn: Day;
  readonly settledOn: Day | null;
  /** Of the call that asked for it, where that had a name. */
  readonly callKey: string | null;
  readonly unheardAt: Instant | null;
  readonly createdAt: Instant;
  readonly failureCode: string | null;
  readonly failureReason: string | null;
  readonly version: number;
};

export type RefundFacts = {
  readonly refundId: string;
  readonly attemptId: string;
  readonly rent: Cents;
  readonly tax: Cents;
  readonly fee: Cents;
  readonly feeTax: Cents;
  readonly ahead: Cents;
  readonly amount: Cents;
  readonly state: 'ordered' | 'submitted' | 'paid' | 'cancelled';
  readonly version: number;
};

/** Whose lease it is: what every row of it carries. */
export function ownerOf({ customerId, leaseId, merchantId }: StoredLease) {
  return { customerId, leaseId, merchantId };
}

// biome-ignore lint/suspicious/noExplicitAny: a row of find-lease.ts with its paper.
export function storedWithPaper(row: any): LeaseWithPaper {
  return { ...stored(row), agreementInputs: row.agreement_inputs };
}

// biome-ignore lint/suspicious/noExplicitAny: a row of find-lease.ts; this function is where it gets its types.
export function stored(row: any): StoredLease {
  const attempts: AttemptFacts[] = (row.attempts ?? []).map(attemptOf);
  const refunds: RefundFacts[] = (row.refunds ?? []).map(refundOf);
  const started = row.started_on !== null;
  return {
    customerId: row.customer_id,
    leaseId: row.lease_id,
    merchantId: row.merchant_id,
    transactionId: row.transaction_id,
    orderId: row.order_id,
    payTomorrowTaxTotal: row.pay_tomorrow_tax_total,
    leaseNumber: row.lease_number,
    version: row.version,
    governingState: row.governing_state,
    goodsPostalCode: row.goods_postal_code,
    taxTreatment: row.tax_treatment,
    autoVestShare: row.auto_vest_share === null ? null : rate(row.auto_vest_share),
    rulesVersion: row.rules_version,
    rulesHash: row.rules_hash,
    agreementVersion: row.agreement_version,
    cartHash: row.cart_hash,
    agreementHash: row.agreement_hash,
    evidenceVersion: row.evidence_version,
    signature: row.signature,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    signedAt: row.signed_at,
    finalizeBy: row.finalize_by,
    finalizedAt: row.finalized_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    merchant: {
      name: row.merchant_name,
      finalizeWithinHours: row.finalize_within_hours,
      discountRate: row.discount_rate,
    },
    customer: {
      customerId: row.customer_id,
      firstName: row.first_name,
      lastName: row.last_name,
      email: row.email,
      locale: row.locale,
    },
    goods: row.lines.map(goodsOf),
    attempts,
    refunds,
    lease: {
      state: row.state as LeaseState,
      cashPrice: row.cash_price_cents,
      totalRent: row.total_rent_cents,
      processingFee: row.processing_fee_cents,
      feeTax: row.fee_tax_cents,
      factor: rate(row.lease_factor),
      totalCap: row.total_cap === null ? null : rate(row.total_cap),
      taxRate: rate(row.tax_rate),
      terms: row.terms as LeaseTerms,
      startOn: row.start_on,
      startedOn: row.started_on,
      billedCount: row.billed_count,
      nextDueOn: row.next_due_on,
      lines: row.lines.map(lineOf),
      installments: (row.installments ?? []).map(installmentOf),
      deposit: started ? noDeposit : depositOf(attempts, refunds),
      ...(!started && isFirstPaymentToCome(row, attempts) ? { firstPaymentToCome: true } : {}),
      paidFee: row.fee_paid_cents,
      paidFeeTax: row.fee_tax_paid_cents,
      ahead: row.ahead_cents,
    },
  };
}

/** Whether a signed lease has an authorization, and no first payment but such as were refused or not answered for. */
function isFirstPaymentToCome(row: { signed_at: Instant | null }, attempts: readonly AttemptFacts[]): boolean {
  const isTaken = ({ purpose, state }: AttemptFacts) =>
    purpose === 'initial' && state !== 'failed' && state !== 'scheduled';
  const isAuthorized = row.signed_at !== null && attempts.some(({ purpose }) => purpose === 'authorization');
  return isAuthorized && !attempts.some(isTaken);
}

/** Money held before delivery: charges that were taken on and did not come back, less what goes back to the customer. */
function depositOf(attempts: readonly AttemptFacts[], refunds: readonly RefundFacts[]) {
  const held = attempts.filter(({ state }) => heldStates.has(state));
  const back = refunds.filter(
    ({ state, attemptId }) => state !== 'cancelled' && held.some((one) => one.attemptId === attemptId),
  );
  const sum = (part: 'rent' | 'tax' | 'fee' | 'feeTax') =>
    held.reduce((all, one) => all + one[part], 0) - back.reduce((all, one) => all + one[part], 0);
  return { ...noDeposit, rent: sum('rent'), tax: sum('tax'), fee: sum('fee'), feeTax: sum('feeTax') };
}

const heldStates = new Set(['submitted', 'pending', 'settled', 'part_refunded', 'refunded']);

// biome-ignore lint/suspicious/noExplicitAny: a row of lease_line as JSON.
function lineOf(row: any): LeaseLine {
  return {
    line: row.line,
    kind: row.kind,
    sku: row.sku,
    cash: row.cash_cents,
    deliveredCash: row.delivered_cents,
    cancelledCash: row.cancelled_cents,
    returnedCash: row.returned_cents,
    cost: row.cost_cents,
    depreciated: row.depreciated_cents,
    ordered: row.ordered,
    cancelled: row.cancelled,
    shipped: row.shipped,
    delivered: row.delivered,
    merchantReturned: row.merchant_returned,
    surrendered: row.surrendered,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a row of lease_line as JSON.
function goodsOf(row: any): LineFacts {
  return {
    line: row.line,
    kind: row.kind,
    sku: row.sku,
    description: row.description,
    brand: row.brand,
    unitCost: row.unit_cost,
    ordered: row.ordered,
    cash: row.cash_cents,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a row of installment as JSON.
function installmentOf(row: any): BilledInstallment {
  return {
    number: row.number,
    dueOn: row.due_on,
    debitOn: row.debit_on,
    rent: row.rent_cents,
    tax: row.tax_cents,
    taxRate: rate(row.tax_rate),
    paidRent: row.paid_rent_cents,
    paidTax: row.paid_tax_cents,
    reversedRent: row.reversed_rent_cents,
    reversedTax: row.reversed_tax_cents,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a row of payment_attempt as JSON.
function attemptOf(row: any): AttemptFacts {
  return {
    attemptId: row.attempt_id,
    purpose: row.purpose,
    paymentMethodId: row.payment_method_id,
    rail: row.rail,
    debitOn: row.debit_on,
    settledOn: row.settled_on,
    callKey: row.call_key,
    unheardAt: row.unheard_at === null ? null : new Date(row.unheard_at).toISOString(),
    createdAt: new Date(row.created_at).toISOString(),
    failureCode: row.failure_code,
    failureReason: row.failure_reason,
    ...moneyOf(row),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a row of refund as JSON.
function refundOf(row: any): RefundFacts {
  return { refundId: row.refund_id, attemptId: row.attempt_id, ...moneyOf(row) };
}

/** The columns that a charge and a refund share. */
// biome-ignore lint/suspicious/noExplicitAny: a row of payment_attempt or refund as JSON.
function moneyOf(row: any) {
  return {
    rent: row.rent_cents,
    tax: row.tax_cents,
    fee: row.fee_cents,
    feeTax: row.fee_tax_cents,
    ahead: row.ahead_cents,
    amount: row.amount_cents,
    state: row.state,
    version: row.version,
  };
}
