import { type Day, isDay } from '../calendar/day.ts';
import { type Cents, type Rate, rate } from '../money/money.ts';
import {
  flag,
  listOf,
  made,
  nullable,
  object,
  oneOf,
  type Read,
  type Reader,
  tagged,
  text,
  whole,
} from './json-reader.ts';

/**
 * Reads one record of the rule packs, whole or not at all.
 * @throws Error that names the place in the record: `late_fee.cap.type should be one of …`.
 */
export function readRules(json: unknown): StateRules {
  return stateRules(json, '');
}

/**
 * What the law of a place asks of a lease (domain 3.6), as read from its record. A lease keeps the version it was
 * signed under. `verified` is false until counsel has confirmed every value.
 */
export type StateRules = Read<typeof stateRules>;

/** The most that a late fee may be for an installment with so much rent open, before tax (domain 3.3). */
export type FeeCap =
  | { readonly type: 'flat'; readonly cents: Cents }
  | { readonly type: 'pct'; readonly rate: Rate }
  | { readonly type: 'min' | 'max'; readonly of: readonly FeeCap[] }
  | { readonly type: 'step'; readonly steps: readonly { readonly uptoCents: Cents | null; readonly cents: Cents }[] };

const exactRate = made(text, rate);

const day = made(text, (value): Day => {
  if (!isDay(value)) throw new RangeError(`'${value}' is not a day.`);
  return value;
});

const feeCap: Reader<FeeCap> = (value, path) => feeCaps(value, path);

const feeCaps = tagged<FeeCap>('type', {
  flat: object({ type: oneOf('flat'), cents: whole }),
  pct: object({ type: oneOf('pct'), rate: exactRate }),
  min: object({ type: oneOf('min'), of: listOf(feeCap) }),
  max: object({ type: oneOf('max'), of: listOf(feeCap) }),
  step: object({ type: oneOf('step'), steps: listOf(object({ uptoCents: nullable(whole), cents: whole })) }),
});

const stateRules = object({
  /** Two letters, or `*` for the record that governs every place without one of its own. */
  state: text,
  version: text,
  enabled: flag,
  effectiveFrom: day,
  verified: flag,
  source: listOf(text),
  /** The most that rent and processing fee together may be, over the cash price. */
  totalCap: nullable(exactRate),
  processingFee: object({ allowed: flag, maxCents: nullable(whole) }),
  /** The contract's own offer; share is of the rent still to come after the window. */
  earlyPurchase: object({ windowDays: whole, premium: exactRate, share: exactRate }),
  /** Rent paid over total rent at which the goods are the consumer's by law; null where only the last payment does it. */
  autoVestShare: nullable(exactRate),
  lateFee: object({
    /** The first number of days late at which a fee may be charged, by frequency. */
    minDaysLate: object({ weekly: whole, biweekly: whole, other: whole }),
    cap: feeCap,
  }),
  returnedPaymentFeeCents: whole,
  paymentOrder: oneOf('oldest_first', 'newest_first'),
  /** Days in which a consumer may resume the lease: from the due date when the goods are kept, else from the return. */
  reinstatement: object({
    keep: object({ weekly: whole, other: whole }),
    returned: object({ ltTwoThirdsDays: whole, geTwoThirdsDays: whole }),
    feeCents: whole,
  }),
  renegotiation: object({ threshold: exactRate, anyChange: flag }),
  tax: object({
    mode: oneOf('stream', 'lessor_election', 'upfront_lessor', 'none'),
    feeTaxable: flag,
    lateFeeTaxable: flag,
  }),
  ageOfMajority: whole,
  recordRetentionYearsAfterEnd: whole,
});
