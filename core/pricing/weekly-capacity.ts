import type { Cents } from '../money/money.ts';
import { type PriceTerms, priceLease } from './price.ts';

/**
 * `availableWeeklySpending`: the regular weekly payment, without tax, of a lease whose cash price is the whole available
 * balance (rulings 6). 0 when nothing is available, or no lease of that price could be offered.
 */
export function availableWeeklySpending(
  availableBalance: Cents,
  terms: Pick<PriceTerms, 'factor' | 'totalCap' | 'processingFee' | 'termWeeks'>,
): Cents {
  if (availableBalance <= 0) return 0;
  const untaxed = { frequency: 'weekly', taxRate: { n: 0n, d: 1n }, feeTaxable: false } as const;
  const price = priceLease({ ...terms, ...untaxed, cashPrice: availableBalance });
  return 'refused' in price ? 0 : price.regular;
}
