import type { Language } from '#core/calendar/day-text.ts';
import type { Frequency } from '#core/calendar/pay-cycle.ts';
import { wordsEn } from './words-en.ts';
import { wordsEs } from './words-es.ts';

/** The parts of an agreement that depend on its figures, in one language. Amounts, days and shares come as text. */
export type AgreementWords = {
  readonly each: Readonly<Record<Frequency, string>>;
  readonly withTax: string;
  /** How often, with the day of the week (0 = Sunday) where there is one, and from when to when. */
  readonly every: (frequency: Frequency, weekday: number, from: string, through: string) => string;
  readonly payments: (count: number) => string;
  readonly rentAndTax: (rent: string, tax: string) => string;
  readonly condition: Readonly<Record<'new' | 'used' | 'refurbished', string>>;
  readonly serial: (number: string) => string;
  readonly one: string;
  readonly several: (quantity: number, each: string) => string;
  readonly delivery: string;
  /** The statutes name their figures in English; another language says beside it what it means. */
  readonly label: (statutory: string) => string;
  readonly place: (state: string, name: string) => string;
  readonly lateFee: (most: string, fromDaysLate: number) => string;
  readonly noLateFee: string;
  readonly shareOfUnpaid: (percent: string) => string;
  readonly lesser: (parts: readonly string[]) => string;
  readonly greater: (parts: readonly string[]) => string;
  readonly whereUnpaid: (fee: string, upTo: string) => string;
  readonly otherwise: (fee: string) => string;
  readonly perMissedPayment: (fee: string) => string;
  readonly withinDays: (days: number) => string;
  readonly daysOrHalfPeriod: (days: number) => string;
  readonly untilPayment: (count: number) => string;
  readonly statute: (place: string, prices: string) => string;
  readonly afterwards: (price: string) => string;
  readonly cashPriceThrough: (day: string, premium: string | null) => string;
  readonly shareOfRest: (percent: string, pastDueInFull: boolean) => string;
  readonly cashByPayments: (atLeastOne: boolean) => string;
  readonly cashLessShare: (percent: string) => string;
  readonly cashOverTotal: string;
  readonly notices: Readonly<Record<string, string>>;
};

export const wordsOf: Readonly<Record<Language, AgreementWords>> = { en: wordsEn, es: wordsEs };
