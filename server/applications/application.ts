import type { ApplicationState } from '#core/application/lifecycle.ts';
import type { PayFrequency } from '#core/application/pay-frequency.ts';
import type { ReasonCode } from '#core/application/reasons.ts';
import type { ReviewCause } from '#core/application/review.ts';
import type { LenderOutcome } from '#core/application/waterfall.ts';
import type { Day } from '#core/calendar/day.ts';
import type { Cents } from '#core/money/money.ts';
import type { Instant } from '#server/moment.ts';

/** One wish for a spending limit, from the first answers to the decision. */
export type Application = {
  readonly customerId: string;
  readonly applicationId: string;
  readonly merchantId: string;
  readonly state: ApplicationState;
  readonly monthlyIncome: Cents | null;
  readonly payFrequency: PayFrequency | null;
  readonly nextPayOn: Day | null;
  readonly employer: string | null;
  readonly bankAccountId: string | null;
  /** What the customer hoped to lease for; null when nobody asked. */
  readonly requested: Cents | null;
  readonly decision: KeptDecision | null;
  readonly limit: Cents;
  readonly decidedAt: Instant | null;
  /** The last day on which an approval counts. */
  readonly expiresOn: Day | null;
  /** When documents came that were asked for and that nobody has looked at yet. */
  readonly documentsReceivedAt: Instant | null;
  readonly version: number;
  readonly createdAt: Instant;
};

/** The part of a kept decision that is shown again. The whole of it, with its input, stays in the row. */
export type KeptDecision = KeptVerdict & {
  /** What became of each lender that was asked before us; absent where nobody was. */
  readonly lenders?: readonly LenderOutcome[];
};

type KeptVerdict =
  | {
      readonly decision: 'approved' | 'declined' | 'review';
      readonly reasons: readonly ReasonCode[];
      /** Absent in decisions from before it was kept. */
      readonly reviewBecause?: readonly ReviewCause[];
    }
  /** A lender before us approved: the application went there. */
  | { readonly decision: 'elsewhere' }
  /** Nobody knows yet: `error` when the decision itself failed, `notAskedYet` while only others before us were asked. */
  | { readonly decision: 'pending'; readonly why: string; readonly askedAt: Instant };

/** Why nothing is known where those before us have answered and we have not been asked. */
export const notAskedYet = 'not asked yet';
