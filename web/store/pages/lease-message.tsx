import { dollars } from '#core/money/dollars.ts';
import { type Cents, rate } from '#core/money/money.ts';
import { priceLease } from '#core/pricing/price.ts';
import { Mark } from '../../ui/mark.tsx';
import type { Settings } from '../settings.ts';

/**
 * What leasing costs, said as the law of advertising asks (domain 3.1): a week's amount never without the number of payments
 * and the total, and that it is a lease. Where FlexPay does not tell its terms, no amount is named.
 */
export function LeaseMessage({ cashPrice, settings }: { cashPrice: Cents; settings: Settings | null }) {
  if (!settings || settings.minimumTotal === null || cashPrice < settings.minimumTotal) return null;
  const lease = settings.leaseTerms && priced(cashPrice, settings.leaseTerms);
  return (
    <section class="msg" aria-label="Lease to own with FlexPay">
      <Mark />
      {lease ? (
        <p>
          <b>{dollars(lease.regular)} a week</b> for <b>{lease.count} weeks</b>,{' '}
          <b>{dollars(lease.totalOfPayments)} in total</b> to own it. Cash price with delivery{' '}
          <b>{dollars(cashPrice)}</b>, lease services <b>{dollars(lease.costOfLease)}</b>. Before tax.
        </p>
      ) : (
        <p>
          <b>Lease to own with FlexPay.</b> Before you sign you see the payment, the number of payments, the cash price
          and the total together.
        </p>
      )}
      <p class="lead">This is a lease: it is yours after the last payment, or sooner if you buy early.</p>
    </section>
  );
}

function priced(cashPrice: Cents, terms: { factor: string; weeks: number }) {
  const lease = priceLease({
    cashPrice,
    factor: rate(terms.factor),
    totalCap: null,
    processingFee: 0,
    frequency: 'weekly',
    termWeeks: terms.weeks,
    taxRate: rate('0'),
    feeTaxable: false,
  });
  return 'refused' in lease ? null : lease;
}
