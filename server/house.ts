import type { Logger } from 'pino';
import type { Party } from '#core/application/party.ts';
import type { Velocity } from '#core/application/velocity.ts';
import type { DateChangeLimits } from '#core/lease/date-change.ts';
import type { KeptMonths } from '#core/retention/keep.ts';
import type { NotLeased } from '#core/states/goods.ts';
import type { StateRules } from '#core/states/rules.ts';
import type { AccountReports } from '#ports/account-reports.ts';
import type { Addresses } from '#ports/addresses.ts';
import type { BankData } from '#ports/bank-data.ts';
import type { Carrier } from '#ports/carrier.ts';
import type { Chance } from '#ports/chance.ts';
import type { Clock } from '#ports/clock.ts';
import type { Decisions } from '#ports/decisions.ts';
import type { DocumentCheck } from '#ports/document-check.ts';
import type { Knowledge } from '#ports/knowledge.ts';
import type { Lenders } from '#ports/lenders.ts';
import type { Notifier } from '#ports/notifier.ts';
import type { Processor } from '#ports/processor.ts';
import type { Reports } from '#ports/reports.ts';
import type { Screening } from '#ports/screening.ts';
import type { TaxRates } from '#ports/tax-rates.ts';
import type { Db } from '#server/db/connect.ts';
import type { Capacity, Limits } from '#server/limits.ts';
import type { UnderWay } from '#server/under-way.ts';

/** Everything a verb may reach. `main.ts` builds one; nobody else knows how. */
export type House = {
  /** The request that is being answered; null in a job. */
  readonly requestId: string | null;
  readonly db: Db;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Logger;
  /** What goes on after its request was answered; a house that stops lets it finish. */
  readonly underWay: UnderWay;
  readonly secrets: Secrets;
  readonly settings: Settings;
  readonly rules: Rules;
  /** What is not leased, wherever it would go. */
  readonly goods: readonly NotLeased[];
  /** Whether an applicant's number or address is published, so that it is many people's and counts for nobody (domain 5.2). */
  readonly isPublished: (applicant: { ssn: string; email: string }) => boolean;
  readonly decisions: Decisions;
  readonly knowledge: Knowledge;
  readonly documentCheck: DocumentCheck;
  readonly reports: Reports;
  readonly accountReports: AccountReports;
  readonly lenders: Lenders;
  readonly screening: Screening;
  readonly carrier: Carrier;
  readonly processor: Processor;
  readonly taxRates: TaxRates;
  readonly bankData: BankData;
  readonly addresses: Addresses;
  readonly notifier: Notifier;
};

/** What must never reach a log, an event or an answer. All are raw bytes but the operator's key. */
export type Secrets = {
  readonly operatorKey: string;
  /** Signs customer tokens. */
  readonly tokenSecret: Uint8Array;
  /** Wrap the data keys of envelopes; the id says which one did. */
  readonly keks: KeyRing;
  /** Key the blind indexes. */
  readonly indexKeys: KeyRing;
  /** Passcodes and session tokens at rest. */
  readonly passcodeKey: Uint8Array;
  /** The seed of the Ed25519 key that signs evidence files. */
  readonly evidenceKey: Uint8Array;
};

/** Keys of one kind: the first is used for what is written, the others still read what was written under them. */
export type KeyRing = readonly [NamedKey, ...NamedKey[]];

export type NamedKey = { readonly id: string; readonly key: Uint8Array };

/** The operator's choices that verbs ask about. */
export type Settings = {
  readonly mode: 'sandbox' | 'production';
  readonly brand: string;
  readonly company: string;
  readonly support: string;
  /** The lessor's address, as it stands on the agreement. */
  readonly lessor: { street1: string; street2: string | null; city: string; state: string; postalCode: string };
  /** The consumer reporting agency that reports come from, and the agency that watches over us: a notice names them. */
  readonly reportAgency: Party;
  readonly regulator: Party;
  /** Where people and SDKs reach this house, without a trailing slash. */
  readonly publicUrl: string;
  /** Bank batches and servicing days are counted here (domain 1.7). */
  readonly servicingZone: string;
  readonly leaseExpiresHours: number;
  readonly customerTokenMinutes: number;
  readonly passcodeMinutes: number;
  readonly merchantReturnDays: number;
  /** How far and how often customers may move the days of their payments (product 16). */
  readonly dateChange: DateChangeLimits;
  readonly settlementHoldBankDays: number;
  /** The version of the rules that decide on applications. */
  readonly scorecard: string;
  /** Where the lessor elects to pay tax on its own purchase instead of on every payment, by their two letters (domain 1.5). */
  readonly taxPaidOnPurchase: readonly string[];
  /** How often one caller may ask, per process. */
  readonly limits: Limits;
  /** How much may come from one person, one place, one device (domain 4.5). */
  readonly velocity: Velocity;
  readonly keptMonths: KeptMonths;
  /** How many requests this process has under way at once. */
  readonly capacity: Capacity;
  /** Whose word counts when they say for whom they ask. */
  readonly trustedProxies: readonly string[];
};

/** The law as data, read by `main.ts` and handed in. */
export type Rules = {
  /** The record that governs a lease at this place on this day, or the reason why none is offered there. */
  rulesFor(state: string, on: string): { rules: StateRules; version: string; hash: string } | { notOffered: string };
  /** The record that a lease was offered under; null when it is not in this house any more. */
  ofVersion(version: string): StateRules | null;
  /** Every record with the hash of its text, whether leases may be signed under it, and who vouches for it. */
  all(): { rules: StateRules; hash: string; live: boolean; signedOffBy: string | null }[];
  servedStates(): string[];
};
