import { wireNumber } from '#core/money/decimal.ts';
import { termWeeks } from '#server/leases/quote-lease.ts';
import { done, type Outcome } from '#server/outcome.ts';
import type { Merchant } from './merchant.ts';

export type LeaseSettings = {
  minimumOrderValue: number;
  currency: 'USD';
  countries: ['US'];
  /** What a cart page may multiply to say what a lease costs before any state's cap: rent over cash price, and weeks. */
  leaseTerms: { factor: string; weeks: number; processingFee?: number; fixedInitialRent?: number };
};

/** What a cart page asks before it shows the button (api-v3 8.1). Needs nothing that the key's look-up did not bring. */
export async function leaseSettings(
  merchant: Pick<Merchant, 'minimumOrderCents' | 'leaseFactor' | 'processingFeeCents' | 'fixedInitialRentCents'>,
): Promise<Outcome<LeaseSettings>> {
  const { processingFeeCents: fee, fixedInitialRentCents: fixed } = merchant;
  return done({
    minimumOrderValue: wireNumber(merchant.minimumOrderCents),
    currency: 'USD',
    countries: ['US'],
    leaseTerms: {
      ...{ factor: merchant.leaseFactor, weeks: termWeeks },
      ...(fee === 0 ? {} : { processingFee: wireNumber(fee) }),
      ...(fixed === 0 ? {} : { fixedInitialRent: wireNumber(fixed) }),
    },
  });
}
