import type { LenderAnswer, LenderPlace } from '#core/application/waterfall.ts';
import type { Day } from '#core/calendar/day.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { Cents } from '#core/money/money.ts';

/** Who is asked before we decide ourselves, each at a place of its own (product 19). */
export type Lenders = {
  readonly name: string;
  /** True for a simulator: production refuses to start with it. */
  readonly sandbox: boolean;
  readonly list: readonly Lender[];
};

export type Lender = {
  readonly place: LenderPlace;
  /** What a customer reads before they agree that it is asked. A changed word is a new version. */
  readonly consent: { readonly version: string } & Readonly<Record<Language, LenderWords>>;
  /** How long it is waited for; the house waits ten seconds at most. */
  readonly timeoutMs: number;
  /** Asked again under the same reference it answers again: an answer of ours may have been lost. */
  ask(applicant: SharedApplicant, signal: AbortSignal): Promise<LenderAnswer>;
};

/** A lender in its own words. */
export type LenderWords = {
  /** As its customers know it. */
  readonly name: string;
  /** What it does with the application, in a sentence or two. */
  readonly purpose: string;
  /** Its own notice of that, under https. */
  readonly noticeAt: string;
};

/** What a lender is told, once the customer has agreed to exactly this lender. */
export type SharedApplicant = {
  readonly reference: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly mobilePhone: string | null;
  readonly dateOfBirth: Day | null;
  readonly address: { street1: string; street2: string | null; city: string; state: string; postalCode: string } | null;
  readonly monthlyIncome: Cents | null;
  readonly requested: Cents | null;
  /** Opens the sealed number; every opening leaves a trace. */
  readonly ssn: () => Promise<string | null>;
};
