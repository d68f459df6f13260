import type { Cents } from '../money/money.ts';
import type { StateRules } from '../states/rules.ts';

/** Whether a lease under this law may have this processing fee (domain 1.1: Michigan forbids any, Indiana one above 10.00). */
export function mayCharge(fee: Cents, { allowed, maxCents }: StateRules['processingFee']): boolean {
  return fee === 0 || (allowed && (maxCents === null || fee <= maxCents));
}
