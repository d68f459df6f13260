import type { Day } from '../calendar/day.ts';
import { cycleFrom, dueDay, type Frequency } from '../calendar/pay-cycle.ts';
import { type Cents, split } from '../money/money.ts';

/** What is left of a lease in another rhythm: so many payments, the first of them on `dueOn[0]`. */
export type FrequencyChange = {
  readonly frequency: Frequency;
  readonly regular: Cents;
  readonly last: Cents;
  readonly dueOn: readonly Day[];
};

/**
 * Spreads the rent that is not billed over payments of another frequency (domain 1.2): as many as fit into the time that
 * was left, rounded down and at least one, so that the lease never ends later and the total never changes. The first is
 * due when the next payment was due.
 */
export function changeFrequency(
  left: { readonly rent: Cents; readonly payments: number; readonly frequency: Frequency; readonly nextDueOn: Day },
  to: Frequency,
): FrequencyChange {
  const payments = Math.max(1, Math.floor((left.payments * paymentsPerYear[to]) / paymentsPerYear[left.frequency]));
  const { regular, count, last } = split(left.rent, payments);
  const cycle = cycleFrom(to, left.nextDueOn, left.nextDueOn);
  return {
    ...{ frequency: to, regular, last },
    dueOn: Array.from({ length: count }, (_, k) => dueDay(cycle, left.nextDueOn, k)),
  };
}

/** Payments of 52 weeks (domain 1.2). */
export const paymentsPerYear = { weekly: 52, biweekly: 26, semimonthly: 24, monthly: 12 } as const;
