import { type Cents, type Rate, rate, rateText, ratio, timesFloor } from '../money/money.ts';
import { saysAnythingOfAccount } from './account-report.ts';
import { ageOfMajority } from './age.ts';
import { type ReportAlert, saysAnything } from './consumer-report.ts';
import { isDenylistCause } from './denylist.ts';
import { type ReasonCode, reasonsMax } from './reasons.ts';
import type { ReviewCause } from './review.ts';
import {
  basePoints,
  type Characteristic,
  type Grade,
  type GradeTerms,
  gradeOf,
  type ScoredFacts,
  scorecard,
  scorecardVersion,
  switchedOffUnder,
} from './scorecard.ts';

/** Everything a decision may look at. It is stored whole, so that the decision can be run again. */
export type DecisionInput = ScoredFacts & {
  /** The state of the delivery, whose law governs, and whether its rules let us offer a lease there. */
  readonly state: string;
  readonly stateOffered: boolean;
  /** Full years on the day of the application. */
  readonly age: number;
  /**
   * What arrives in the account, as whoever was asked about it says. Where it is known it decides; null: it is not, and
   * `monthlyIncome`, as the applicant stated it, stands in (domain 5.1). Snapshots from before it was asked for have none.
   */
  readonly monthlyNetIncome: Cents | null;
  /** False when the account is invalid, closed, of someone else or prepaid; null when nobody asked. */
  readonly bankAccountVerified: boolean | null;
  readonly priorChargeOff: boolean;
  /** The questions failed, and so did the second way of proving who it is. */
  readonly identityFailed: boolean;
  /** Why a person has to look first; empty: nobody has to. */
  readonly reviewBecause: readonly ReviewCause[];
  /** What stands on the consumer's file and has to be honoured first. */
  readonly alerts: readonly ReportAlert[];
  /** The cash price of the customer's open leases. */
  readonly openCashPrice: Cents;
};

export type DecisionConfig = {
  /** The lease factor: how often the total rent contains the cash price. */
  readonly multiplier: Rate;
  readonly monthlyIncomeMin: Cents;
  /** Characteristics that are switched off: they count as not known, for everyone. */
  readonly switchedOff: readonly Characteristic[];
};

/** The points of one characteristic; null when the facts do not tell or it is switched off. */
export type ScoreComponent = {
  readonly characteristic: Characteristic;
  readonly points: number | null;
  readonly pointsMax: number;
  readonly reason: ReasonCode;
};

/** Each bound of a limit before the smallest counts: the trace of domain 5.1. */
export type LimitLog = {
  readonly byFactor: Cents;
  readonly byRent: Cents;
  readonly gradeCap: Cents;
  readonly room: Cents;
};

export type DecisionResult = {
  readonly decision: 'approved' | 'declined' | 'review';
  /** Null when a knock-out or a review came before the score. */
  readonly score: number | null;
  readonly grade: Grade | null;
  /** Zero unless approved. */
  readonly spendingLimitCents: Cents;
  /** One to four when declined; when approved below the grade's cap, what kept it there. */
  readonly reasons: readonly ReasonCode[];
  readonly componentLog: readonly ScoreComponent[];
  /** Every knock-out that applies, also beyond the four that are told. */
  readonly knockOuts: readonly ReasonCode[];
  /** Null where nothing came as far as a limit. */
  readonly limitLog: LimitLog | null;
  /** Why a person has to look; empty unless the decision is a review. */
  readonly reviewBecause: readonly ReviewCause[];
  readonly scorecard: string;
  /** What the rules were set to, as text: with the input and the scorecard's version it makes the decision again. */
  readonly config: { readonly multiplier: string; readonly monthlyIncomeMin: Cents } | null;
  /** Whether a consumer report contributed: then the notice names its agency and the rights against it (domain 4.7). */
  readonly reportUsed: boolean;
  /** The same of what was said of the bank account, whose agency is another. Absent from before anybody was asked. */
  readonly accountReportUsed: boolean;
  /** Only what the scorecard said by itself can be decided again. */
  readonly decidedBy: DecidedBy;
};

export type DecidedBy = 'scorecard' | 'provider' | 'magic value' | 'operator' | 'deadline';

/** An approval can be used on the day it was given and this many days after it (domain 5.1). */
export const approvalValidDays = 60;

/**
 * Decides on an application: knock-outs, then review, then score, grade and limit (domain 5.1); a match of the operator's
 * denylist is reviewed whatever else there is. Net income goes before what was stated. Pure: the same input and
 * configuration give the same decision. What is not known scores 0 and is never a reason.
 */
export function decide(known: DecisionInput, config: DecisionConfig): DecisionResult {
  const input = { ...known, monthlyIncome: known.monthlyNetIncome ?? known.monthlyIncome };
  const knockOuts = knockOutsOf(input, config);
  const rules = {
    scorecard: scorecardVersion(config.switchedOff),
    config: { multiplier: rateText(config.multiplier), monthlyIncomeMin: config.monthlyIncomeMin },
    // What only a report of an agency can tell.
    reportUsed: saysAnything(input),
    accountReportUsed: saysAnythingOfAccount(input),
    decidedBy: 'scorecard',
  } as const;
  const reviewBecause = [...input.reviewBecause, ...input.alerts];
  // Whoever stands on the operator's list is a person's to answer, also with a no: no knock-out answers for them.
  if (knockOuts.length > 0 && !reviewBecause.some(isDenylistCause)) {
    return { ...unscored, ...rules, decision: 'declined', reasons: firstOf(knockOuts), knockOuts };
  }
  if (reviewBecause.length > 0) return { ...unscored, ...rules, decision: 'review', knockOuts, reviewBecause };

  const componentLog = scored(input, config);
  const score = componentLog.reduce((sum, { points }) => sum + (points ?? 0), basePoints);
  const terms = gradeOf(score);
  const limitLog = limitLogOf(terms, input, config);
  const limit = limitOf(limitLog);
  const shortfalls = shortfallsOf(componentLog);
  const result = { ...unscored, ...rules, score, grade: terms.grade, componentLog, limitLog };

  if (terms.grade === 'F') {
    return { ...result, decision: 'declined', spendingLimitCents: 0, reasons: firstOf(shortfalls) };
  }
  if (limit < limitMin) {
    return { ...result, decision: 'declined', spendingLimitCents: 0, reasons: firstOf(['A11', ...shortfalls]) };
  }
  const reasons = limit < terms.cap ? firstOf(shortfalls) : [];
  return { ...result, decision: 'approved', spendingLimitCents: limit, reasons };
}

/** The rules of domain 5.1 under a version of the scorecard; null when this house does not know it. */
export function decisionConfigOf(version: string): DecisionConfig | null {
  const switchedOff = switchedOffUnder(version);
  return switchedOff && { multiplier: rate('2.00'), monthlyIncomeMin: 1_000_00, switchedOff };
}

/**
 * What a customer may still lease; never below zero, also when open leases exceed a lowered limit (domain 6.4, invariant
 * 14). With as many open leases as there may be it is zero (domain 4.5).
 */
export function availableLimit({
  approved,
  openCashPrice,
  openLeases,
  openLeasesMax,
}: {
  approved: Cents;
  openCashPrice: Cents;
  openLeases: number;
  openLeasesMax: number;
}): Cents {
  return openLeases >= openLeasesMax ? 0 : Math.max(0, approved - openCashPrice);
}

/** Limits come in steps, and below the minimum there is none. */
const limitStep: Cents = 25_00;
export const limitMin: Cents = 100_00;

function knockOutsOf(input: DecisionInput, { monthlyIncomeMin }: DecisionConfig): ReasonCode[] {
  const incomeTooLow = input.monthlyIncome !== null && input.monthlyIncome < monthlyIncomeMin;
  const checks: [ReasonCode, boolean][] = [
    ['K01_STATE_NOT_OFFERED', !input.stateOffered],
    ['K02_UNDER_AGE', input.age < ageOfMajority(input.state)],
    ['K03_INCOME_BELOW_MINIMUM', incomeTooLow],
    ['K04_BANK_ACCOUNT_NOT_VERIFIED', input.bankAccountVerified === false],
    ['K05_PRIOR_CHARGE_OFF', input.priorChargeOff],
    ['K06_IDENTITY_NOT_VERIFIED', input.identityFailed],
  ];
  return checks.filter(([, applies]) => applies).map(([code]) => code);
}

function scored(input: DecisionInput, { switchedOff }: DecisionConfig): ScoreComponent[] {
  return scorecard.map(({ characteristic, reason, pointsMax, points }) => ({
    characteristic,
    points: switchedOff.includes(characteristic) ? null : points(input),
    pointsMax,
    reason,
  }));
}

function limitLogOf(
  terms: GradeTerms,
  { monthlyIncome, openCashPrice }: DecisionInput,
  { multiplier }: DecisionConfig,
): LimitLog {
  const income = monthlyIncome ?? 0;
  return {
    byFactor: timesFloor(income, ratio(terms.percentOfIncome, 100)),
    // A year's rent for goods of the limit's price is at most a tenth of a year's income.
    byRent: timesFloor(income, { n: 12n * multiplier.d, d: 10n * multiplier.n }),
    gradeCap: terms.cap,
    room: Math.max(0, terms.cap - openCashPrice),
  };
}

function limitOf({ byFactor, byRent, gradeCap, room }: LimitLog): Cents {
  const limit = Math.min(byFactor, byRent, gradeCap, room);
  return limit - (limit % limitStep);
}

/** The reasons by how many points they cost, the larger first; the order of the scorecard breaks ties. */
export function shortfallsOf(componentLog: readonly ScoreComponent[]): ReasonCode[] {
  return componentLog
    .flatMap(({ points, pointsMax, reason }) => (points === null ? [] : [{ reason, shortfall: pointsMax - points }]))
    .filter(({ shortfall }) => shortfall > 0)
    .sort((a, b) => b.shortfall - a.shortfall)
    .map(({ reason }) => reason);
}

/** What stands in a decision that came to no score. */
const unscored = {
  score: null,
  grade: null,
  spendingLimitCents: 0,
  reasons: [],
  componentLog: [],
  knockOuts: [],
  limitLog: null,
  reviewBecause: [],
} as const;

function firstOf(reasons: readonly ReasonCode[]): ReasonCode[] {
  return reasons.slice(0, reasonsMax);
}
