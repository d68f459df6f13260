import { type Damage, type Liability, liabilityFor } from '../pricing/liability.ts';
import type { EarlyPurchaseQuote } from './early-purchase-quote.ts';
import { type Lease, unbilledRent } from './lease.ts';
import type { GoodsGone } from './surrender.ts';

/**
 * The most that is owed for goods in the customer's hands that were lost, stolen or damaged (domain 2.5). `quote` is the
 * price of buying the whole lease that day; null where nothing is left to buy, so that nothing is owed either. Null where
 * the goods have no price of their own.
 */
export function lossLiability(
  lease: Lease,
  { itemsCash, goneCash }: Pick<GoodsGone, 'itemsCash' | 'goneCash'>,
  known: Pick<Damage, 'marketValue' | 'repairCost'> & { readonly quote: EarlyPurchaseQuote | null },
): Liability | null {
  const { quote, marketValue, repairCost } = known;
  if (itemsCash <= 0) return null;
  return liabilityFor({
    ...{ itemsCash, goneCash, marketValue, repairCost },
    unbilledRent: quote === null ? 0 : rentToCome(lease, quote),
    earlyPurchaseRent: quote?.rent ?? 0,
    pastDueRent: quote?.standing.pastDueRent ?? 0,
  });
}

/** The rent that is not due yet, less what of it is paid ahead already. */
function rentToCome(lease: Lease, { standing: { totalRent, paidRent, pastDueRent } }: EarlyPurchaseQuote): number {
  return Math.min(unbilledRent(lease), totalRent - paidRent - pastDueRent);
}
