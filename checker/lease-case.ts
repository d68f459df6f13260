/** A day as `YYYY-MM-DD`. */
type Day = string;

export type Rhythm = 'weekly' | 'biweekly' | 'semimonthly' | 'monthly';

/**
 * One lease and the questions asked of it, as plain JSON: all that an agreement follows from. Amounts are whole cents,
 * rates decimal texts; `billed` counts payments, and numbers of payments are those that the lease has.
 */
export type LeaseCase = {
  readonly law: Law;
  readonly cashPriceCents: number;
  readonly leaseFactor: string;
  readonly frequency: Rhythm;
  readonly termWeeks: number;
  readonly processingFeeCents: number;
  /** Rent taken at signing beside the payments of the term (mode B of domain 1.1); null where payment 1 is taken. */
  readonly fixedInitialRentCents: number | null;
  /** Of the signing day. */
  readonly taxRate: string;
  /** Other rates later on, in the order of their days. */
  readonly taxChanges: readonly { from: Day; rate: string }[];
  readonly signedOn: Day;
  readonly startOn: Day;
  readonly payDate: Day | null;
  readonly leadDays: number;
  readonly debit: 'following' | 'preceding' | 'modified_following' | 'none';
  /** Cash prices of the articles, over which the rent is shared out. */
  readonly articlesCents: readonly number[];
  /** What buying costs on a day, today or one to come. */
  readonly buying: readonly (MoneyCame & { on: Day })[];
  readonly late: readonly {
    number: number;
    today: Day;
    openRentCents: number;
    charged: boolean;
    contractFeeCents: number;
  }[];
  readonly resuming: readonly { oldestUnpaid: number; missed: number; returnedOn: Day; paidRentCents: number }[];
  /** Goods went back to the merchant, or were cancelled. */
  readonly keeping: readonly { keptCashCents: number; paidRentCents: number; billed: number }[];
  /** The merchant gives up so much of the price of each article, in the order of `articlesCents`; shipping may be the last. */
  readonly givingUp: readonly (MoneyCame & { cutsCents: readonly number[]; lastIsShipping: boolean })[];
  /** What one thing done today would change; `windowDays` after the start goods no more go back to the merchant. */
  readonly supposing: readonly (MoneyCame & { windowDays: number; lastIsShipping: boolean; what: Supposed })[];
  /** Whether the goods are the customer's by the law of the place, and what goes back then. */
  readonly vesting: readonly MoneyCame[];
  /** Goods went back to the lessor later on; without shipping. */
  readonly surrendering: readonly { goodsCents: number; keptGoodsCents: number; billed: number }[];
  readonly changing: readonly { to: Rhythm; billed: number }[];
};

/**
 * Payments that came, tax included, each placed on its own day, none after `today`; some may still come back. Before the
 * start of the lease there is at most one, the initial payment.
 */
export type MoneyCame = {
  readonly today: Day;
  readonly payments: readonly { readonly on: Day; readonly cents: number; readonly underWay: boolean }[];
};

/**
 * So much more is paid; another rhythm; the next payment on another day; or something happens to so many of the units of an
 * article, by its place in `articlesCents`: they go back, are exchanged for others of a price, or are lost or damaged.
 */
export type Supposed =
  | { readonly pay: number }
  | { readonly to: Rhythm }
  | { readonly nextOn: Day; readonly acceptsEarlier: boolean }
  | ({ readonly back: true } & Units)
  | ({ readonly exchangedForCents: number } & Units)
  | ({ readonly lost: { readonly marketValueCents: number | null; readonly repairCents: number | null } } & Units);

export type Units = { readonly article: number; readonly units: number; readonly of: number };

/** A record of `rules/` as it stands there, and the general one it stands on. */
export type Law = { readonly record: LawRecord; readonly base: LawRecord | null };
export type LawRecord = {
  readonly version: string;
  readonly rules: { readonly [S in keyof Rules]?: { value: Rules[S] } };
};

/** The sections that this arithmetic reads; a record has more. */
export type Rules = {
  total_cap: string | null;
  early_purchase: { window_days: number; premium: string; share: string };
  statutory_early_purchase: readonly Method[] | null;
  auto_vest_share: string | null;
  late_fee: { min_days_late: { weekly: number; biweekly: number; other: number }; cap: FeeCap | CapPerRhythm };
  payment_order: 'oldest_first' | 'newest_first';
  reinstatement: {
    kept:
      | { type: 'days'; after: Record<Rhythm, number> }
      | { type: 'days_or_half_period'; days: number }
      | { type: 'periods'; count: number };
    returned: { lt_two_thirds_days: number; ge_two_thirds_days: number };
    fee_cents: number;
    fee_per: 'reinstatement' | 'missed_payment';
  };
  renegotiation: { threshold: string; any_change: boolean };
  processing_fee: { allowed: boolean; max_cents: number | null };
  tax: { mode: 'stream' | 'lessor_election' | 'upfront_lessor' | 'none'; fee_taxable: boolean };
};

export type Method =
  | {
      method: 'same_as_cash';
      premium: string;
      window: { from: 'signed' | 'delivered'; months: number; days: number };
    }
  | { method: 'pct_remaining'; share: string; past_due_at_full: boolean }
  | { method: 'cash_minus_share_paid'; share: string }
  | { method: 'cash_proportional' | 'cash_proportional_min_one' | 'cash_over_total_times_future' };

export type FeeCap =
  | { type: 'flat'; cents: number }
  | { type: 'pct'; rate: string }
  | { type: 'min'; of: readonly FeeCap[] }
  | { type: 'max'; of: readonly FeeCap[] }
  | { type: 'step'; steps: readonly { upto_cents: number | null; cents: number }[] };

export type CapPerRhythm = { type: 'by_frequency'; of: Record<Rhythm, FeeCap> };

/** What a place says of a matter: its own word, or that of the general record. */
export function ruleOf<S extends keyof Rules>({ record, base }: Law, section: S): Rules[S] {
  const said = record.rules[section] ?? base?.rules[section];
  if (said === undefined) throw new Error(`Nothing is said of ${section} in ${record.version}.`);
  return said.value as Rules[S];
}
