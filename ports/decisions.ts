import type { DecisionInput, DecisionResult } from '#core/application/decide.ts';
import type { Cents } from '#core/money/money.ts';

/** Who decides on an application. A timeout is `pending`, never a silent yes (domain 5). */
export type Decisions = {
  readonly name: string;
  readonly sandbox: boolean;
  /** How long it is waited for; the house waits ten seconds at most, and so long where nothing is said. */
  readonly timeoutMs?: number;
  /** No limit is above it: of what costs more nothing is said beside its price. Absent where that is not known. */
  readonly highestLimit?: Cents;
  /** `ssn` and `email` are for a provider that asks a bureau, or a sandbox that reads magic values; they are not stored by it. */
  decide(
    input: DecisionInput,
    person: { ssn: string; email: string },
  ): Promise<DecisionResult | { decision: 'pending'; why: string }>;
};
