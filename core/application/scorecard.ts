import type { Cents } from '../money/money.ts';
import type { PayFrequency } from './pay-frequency.ts';
import type { ReasonCode } from './reasons.ts';

/** Changes with every change of a band, a grade or a rule, so that an old decision can be told from a new one. */
const rulesVersion = 'scorecard-1';

/** The name of the rules of today: `scorecard-1`, and `scorecard-1-A08-A09` where these two characteristics are off. */
export function scorecardVersion(switchedOff: readonly Characteristic[]): string {
  const off = scorecard.filter(({ characteristic }) => switchedOff.includes(characteristic));
  return [rulesVersion, ...off.map(({ reason }) => reason)].join('-');
}

/** The characteristics that are off under a version; null when this house does not know it. */
export function switchedOffUnder(version: string): readonly Characteristic[] | null {
  if (version !== rulesVersion && !version.startsWith(`${rulesVersion}-`)) return null;
  const codes = version
    .slice(rulesVersion.length + 1)
    .split('-')
    .filter(Boolean);
  const off = scorecard.filter(({ reason }) => codes.includes(reason)).map(({ characteristic }) => characteristic);
  return scorecardVersion(off) === version ? off : null;
}

/** What the scorecard looks at; null where it was not asked for or not found. */
export type ScoredFacts = {
  /** Net, or the stated gross income where net is not known (domain 5.1). */
  readonly monthlyIncome: Cents | null;
  /** Months at the present source of income; benefits count their own months. */
  readonly monthsAtIncome: number | null;
  readonly bankAccountMonths: number | null;
  /** Returned for insufficient funds, or overdrawn, in the last 30 days. */
  readonly overdraftsIn30Days: number | null;
  readonly leasesPaidOff: number | null;
  readonly inquiriesIn30Days: number | null;
  readonly monthsAtAddress: number | null;
  /** Yearly pay and none at all are no bands of the scorecard: they count as not known. */
  readonly payFrequency: PayFrequency | null;
  readonly directDepositVerified: boolean | null;
};

export type Characteristic = keyof ScoredFacts;

export type ScoredCharacteristic = {
  readonly characteristic: Characteristic;
  readonly reason: ReasonCode;
  /** The worst and the best that can be reached. */
  readonly pointsMin: number;
  readonly pointsMax: number;
  /** The points, null when the facts do not tell. */
  points(facts: ScoredFacts): number | null;
};

/** Everyone starts here. */
export const basePoints = 40;

/** The characteristics in the order that breaks ties between reasons (domain 5.1). */
export const scorecard: readonly ScoredCharacteristic[] = [
  banded('monthlyIncome', 'A02', [
    { below: 1_500_00, points: 0 },
    { below: 2_000_00, points: 4 },
    { below: 3_000_00, points: 8 },
    { below: 4_500_00, points: 12 },
    { below: Infinity, points: 15 },
  ]),
  banded('monthsAtIncome', 'A03', [
    { below: 3, points: -6 },
    { below: 6, points: 0 },
    { below: 12, points: 4 },
    { below: 36, points: 8 },
    { below: Infinity, points: 10 },
  ]),
  banded('bankAccountMonths', 'A04', [
    { below: 3, points: -8 },
    { below: 6, points: 0 },
    { below: 12, points: 4 },
    { below: Infinity, points: 8 },
  ]),
  banded('overdraftsIn30Days', 'A05', [
    { below: 1, points: 6 },
    { below: 2, points: 0 },
    { below: 3, points: -6 },
    { below: Infinity, points: -12 },
  ]),
  banded('leasesPaidOff', 'A06', [
    { below: 1, points: 0 },
    { below: 2, points: 10 },
    { below: Infinity, points: 15 },
  ]),
  banded('inquiriesIn30Days', 'A07', [
    { below: 2, points: 3 },
    { below: 4, points: 0 },
    { below: 6, points: -5 },
    { below: Infinity, points: -12 },
  ]),
  banded('monthsAtAddress', 'A08', [
    { below: 6, points: -3 },
    { below: 24, points: 0 },
    { below: Infinity, points: 4 },
  ]),
  {
    characteristic: 'payFrequency',
    reason: 'A09',
    pointsMin: 0,
    pointsMax: 3,
    points: ({ payFrequency }) => {
      if (payFrequency === null || payFrequency === 'yearly' || payFrequency === 'none') return null;
      return { weekly: 3, biweekly: 3, semimonthly: 2, monthly: 0 }[payFrequency];
    },
  },
  {
    characteristic: 'directDepositVerified',
    reason: 'A10',
    pointsMin: 0,
    pointsMax: 5,
    points: ({ directDepositVerified: verified }) => (verified === null ? null : verified ? 5 : 0),
  },
];

export type Grade = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

/** What a grade is worth: so many hundredths of a month's income, never above the cap. F is declined. */
export type GradeTerms = { readonly grade: Grade; readonly percentOfIncome: number; readonly cap: Cents };

/** What a complete input can score at the least and at the most; a notice that tells a score tells its range (domain 4.7). */
export function scoreRange(): { min: number; max: number } {
  const least = scorecard.reduce((sum, { pointsMin }) => sum + pointsMin, basePoints);
  const most = scorecard.reduce((sum, { pointsMax }) => sum + pointsMax, basePoints);
  return { min: least, max: most };
}

/** The grade of a score (domain 5.1). */
export function gradeOf(score: number): GradeTerms {
  return grades.find(({ from }) => score >= from)!;
}

const grades: readonly (GradeTerms & { from: number })[] = [
  { from: 85, grade: 'A', percentOfIncome: 100, cap: 2_500_00 },
  { from: 70, grade: 'B', percentOfIncome: 80, cap: 2_000_00 },
  { from: 55, grade: 'C', percentOfIncome: 60, cap: 1_500_00 },
  { from: 40, grade: 'D', percentOfIncome: 40, cap: 800_00 },
  { from: 30, grade: 'E', percentOfIncome: 25, cap: 400_00 },
  { from: -Infinity, grade: 'F', percentOfIncome: 0, cap: 0 },
];

/** The most that any grade is worth. */
export const highestCap: Cents = Math.max(...grades.map(({ cap }) => cap));

type NumericFact = {
  [Fact in Characteristic]: ScoredFacts[Fact] extends number | null ? Fact : never;
}[Characteristic];

/** A characteristic by bands, the first whose bound is above the value; the last band has none. */
function banded(
  characteristic: NumericFact,
  reason: ReasonCode,
  bands: readonly { below: number; points: number }[],
): ScoredCharacteristic {
  return {
    characteristic,
    reason,
    pointsMin: Math.min(...bands.map(({ points }) => points)),
    pointsMax: Math.max(...bands.map(({ points }) => points)),
    points: (facts) => {
      const value = facts[characteristic];
      return value === null ? null : bands.find(({ below }) => value < below)!.points;
    },
  };
}
