import { type Day, isDay } from '../calendar/day.ts';
import type { Frequency } from '../calendar/pay-cycle.ts';
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
  some,
  tagged,
  text,
  whole,
} from './json-reader.ts';

/** The most that a late fee may be for an installment with so much rent open, before tax (domain 3.3). */
export type FeeCap =
  | { readonly type: 'flat'; readonly cents: Cents }
  | { readonly type: 'pct'; readonly rate: Rate }
  | { readonly type: 'min' | 'max'; readonly of: readonly FeeCap[] }
  | { readonly type: 'step'; readonly steps: readonly { readonly uptoCents: Cents | null; readonly cents: Cents }[] };

/** Where the law asks for less on a week's rent than on a month's, a cap for each frequency (New York, Indiana). */
export type FeeCapByFrequency = { readonly type: 'by_frequency'; readonly of: Readonly<Record<Frequency, FeeCap>> };

const exactRate = made(text, rate);

const day = made(text, (value): Day => {
  if (!isDay(value)) throw new RangeError(`'${value}' is not a day.`);
  return value;
});

const feeCap: Reader<FeeCap> = (value, path) => feeCaps(value, path);

const capShapes = {
  flat: object({ type: oneOf('flat'), cents: whole }),
  pct: object({ type: oneOf('pct'), rate: exactRate }),
  min: object({ type: oneOf('min'), of: listOf(feeCap) }),
  max: object({ type: oneOf('max'), of: listOf(feeCap) }),
  step: object({ type: oneOf('step'), steps: listOf(object({ uptoCents: nullable(whole), cents: whole })) }),
};

const feeCaps: Reader<FeeCap> = tagged('type', capShapes);

const lateFeeCap: Reader<FeeCap | FeeCapByFrequency> = tagged('type', {
  ...capShapes,
  by_frequency: object({
    type: oneOf('by_frequency'),
    of: object({ weekly: feeCap, biweekly: feeCap, semimonthly: feeCap, monthly: feeCap }),
  }),
});

/** A price at which a statute lets the lessee buy early; the formulas are in domain 2.1. */
export type StatutoryMethod = Read<typeof statutoryMethod>;

const statutoryMethod = tagged('method', {
  same_as_cash: object({
    method: oneOf('same_as_cash'),
    premium: exactRate,
    window: object({ from: oneOf('signed', 'delivered'), months: whole, days: whole }),
  }),
  pct_remaining: object({ method: oneOf('pct_remaining'), share: exactRate, pastDueAtFull: flag }),
  cash_proportional: object({ method: oneOf('cash_proportional') }),
  cash_proportional_min_one: object({ method: oneOf('cash_proportional_min_one') }),
  cash_minus_share_paid: object({ method: oneOf('cash_minus_share_paid'), share: exactRate }),
  cash_over_total_times_future: object({ method: oneOf('cash_over_total_times_future') }),
});

/**
 * Until when a lessee who kept the goods may resume the lease, counted from the due date of the oldest unpaid
 * installment, which ends the last paid period; the last day counts (domain 1.8, 3.2).
 */
export type KeptRule = Read<typeof keptRule>;

const byFrequency = object({ weekly: whole, biweekly: whole, semimonthly: whole, monthly: whole });

const keptRule = tagged('type', {
  days: object({ type: oneOf('days'), after: byFrequency }),
  /** The later of so many days and half the days of that period, rounded up. */
  days_or_half_period: object({ type: oneOf('days_or_half_period'), days: whole }),
  /** Until the due date so many periods on; so many payments may be missed. */
  periods: object({ type: oneOf('periods'), count: whole }),
});

/** Everything a record may say of the law of a place, section by section (domain 3.6). */
const sections = {
  /** The most that rent and processing fee together may be, over the cash price. */
  totalCap: nullable(exactRate),
  /** The most that the cash price may be, over what the lessor paid, by kind of goods; `*` is everything else. */
  cashPriceOverCost: nullable(listOf(object({ goods: text, cap: exactRate }))),
  processingFee: object({ allowed: flag, maxCents: nullable(whole) }),
  /** The contract's own offer; share is of the rent still to come after the window. */
  earlyPurchase: object({ windowDays: whole, premium: exactRate, share: exactRate }),
  /** What the statute makes the lessor offer at least: the first one whose window is open. */
  statutoryEarlyPurchase: nullable(listOf(statutoryMethod)),
  /** Rent paid of which this share equals the cash price makes the goods the consumer's; null where only the last payment does. */
  autoVestShare: nullable(exactRate),
  lateFee: object({
    /** The first number of days late at which a fee may be charged, by frequency. */
    minDaysLate: object({ weekly: whole, biweekly: whole, other: whole }),
    cap: lateFeeCap,
  }),
  returnedPaymentFeeCents: whole,
  paymentOrder: oneOf('oldest_first', 'newest_first'),
  reinstatement: object({
    kept: keptRule,
    /** Days after the return of the goods, by whether two thirds of the rent were paid. */
    returned: object({ ltTwoThirdsDays: whole, geTwoThirdsDays: whole }),
    feeCents: whole,
    feePer: oneOf('reinstatement', 'missed_payment'),
  }),
  renegotiation: object({ threshold: exactRate, anyChange: flag }),
  tax: object({
    mode: oneOf('stream', 'lessor_election', 'upfront_lessor', 'none'),
    feeTaxable: flag,
    lateFeeTaxable: flag,
  }),
  /** The words the place asks for, the smallest print it allows, and the notices it wants to see (domain 3.1, item 17). */
  disclosure: object({
    totalLabel: text,
    cashPriceLabel: text,
    costOfLeaseLabel: text,
    noticePoints: whole,
    noticeBold: flag,
    notices: nullable(listOf(text)),
  }),
  ageOfMajority: whole,
  recordRetentionYearsAfterEnd: whole,
};

export type Section = keyof typeof sections;
type Sections = { readonly [S in Section]: Read<(typeof sections)[S]> };

/** What is known of a value: where it stands, how sure we are, and who has confirmed it. */
export type Provenance = {
  readonly source: readonly string[];
  /** `high`: the statute, or two independent sources; `medium`: one; `low`: from memory, or sources disagree. */
  readonly confidence: 'high' | 'medium' | 'low';
  /** False until counsel has confirmed the value. */
  readonly verified: boolean;
  /** The version of the record that says it: the place's own or the general one. */
  readonly from: string;
};

/**
 * What the law of a place asks of a lease, each value with its provenance. What a record leaves open is what its `base`
 * says. A lease keeps the version it was signed under.
 */
export type StateRules = Sections & {
  /** Two letters, or `*` for the record that governs every place without one of its own. */
  readonly state: string;
  readonly version: string;
  readonly enabled: boolean;
  readonly effectiveFrom: Day;
  readonly statute: string;
  readonly provenance: { readonly [S in Section]: Provenance };
  /** Whether every value is confirmed. */
  readonly verified: boolean;
};

/** One file of `rules/`, as it stands there: only what it says itself. */
export type StateRecord = ReturnType<typeof readRecord>;

const provided = <T>(value: Reader<T>) =>
  object({ value, source: listOf(text), confidence: oneOf('high', 'medium', 'low'), verified: flag });

const providedSections = Object.fromEntries(
  Object.entries(sections).map(([name, read]) => [name, provided<unknown>(read)]),
) as { [S in Section]: ReturnType<typeof provided<Read<(typeof sections)[S]>>> };

const record = object({
  state: text,
  version: text,
  base: nullable(text),
  enabled: flag,
  effectiveFrom: day,
  statute: text,
  rules: some(providedSections),
});

/**
 * Reads one record of the rule packs, whole or not at all.
 * @throws Error that names the place in the record: `rules.late_fee.value.cap.type should be one of …`.
 */
export function readRecord(json: unknown) {
  return record(json, '');
}

/**
 * The rules of a record on top of those of its base.
 * @throws Error when neither says something about a section.
 */
export function rulesOf({ rules: said, ...about }: StateRecord, base: StateRules | null): StateRules {
  const names = Object.keys(sections) as Section[];
  const silent = names.find((name) => said[name] === undefined && base === null);
  if (silent !== undefined) throw new Error(`Record ${about.version} says nothing of ${silent} and has no base.`);
  const { state, version, enabled, effectiveFrom, statute } = about;
  const values = names.map((name) => [name, said[name] === undefined ? base![name] : said[name].value]);
  const provenance = Object.fromEntries(
    names.map((name) => {
      const own = said[name];
      if (own === undefined) return [name, base!.provenance[name]];
      return [name, { source: own.source, confidence: own.confidence, verified: own.verified, from: version }];
    }),
  ) as StateRules['provenance'];
  const verified = names.every((name) => provenance[name].verified);
  return {
    ...(Object.fromEntries(values) as Sections),
    ...{ state, version, enabled, effectiveFrom, statute, provenance, verified },
  };
}
