import { availableLimit } from '#core/application/decide.ts';
import type { Day } from '#core/calendar/day.ts';
import type { Cents } from '#core/money/money.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import { expecting, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';

/** What a customer may still lease of what was approved: nothing while as many leases are open as there may be (domain 4.5). */
export function stillAvailable(
  { settings }: House,
  approved: Cents,
  { openCash, openLeases }: Pick<CustomerFacts, 'openCash' | 'openLeases'>,
): Cents {
  const openLeasesMax = settings.velocity.openLeases.count;
  return availableLimit({ approved, openCashPrice: openCash, openLeases, openLeasesMax });
}

/**
 * A lease takes up its cash price of the limit (domain 5.1). Guarded by the version that was read and by the limit
 * itself: two carts at once can't both fit where only one does.
 */
export function useLimit(use: { customerId: string; amount: Cents; version: number }): Write {
  return expecting(
    1,
    'customer',
    write`update customer set open_cash_cents = open_cash_cents + ${use.amount}, version = version + 1
      where customer_id = ${use.customerId} and version = ${use.version}
        and open_cash_cents + ${use.amount} <= approved_limit_cents and not spending_hold`,
  );
}

/** What was cancelled, voided, returned or paid off is free to be spent again. */
export function freeLimit(freed: { customerId: string; amount: Cents }): Write {
  return expecting(
    1,
    'customer',
    write`update customer set open_cash_cents = open_cash_cents - ${freed.amount}, version = version + 1
      where customer_id = ${freed.customerId} and open_cash_cents >= ${freed.amount}`,
  );
}

/**
 * What the latest decision granted; 0 takes back what an earlier one did. Whatever else changed meanwhile, a decision
 * that was made counts, so nothing but the customer is asked for.
 */
export function grantLimit(grant: {
  customerId: string;
  limit: Cents;
  expiresOn: Day | null;
  verificationStatus: 'pending' | 'failed' | 'succeeded';
}): Write {
  return expecting(
    1,
    'customer',
    write`update customer set approved_limit_cents = ${grant.limit}, approval_expires_on = ${grant.expiresOn},
      verification_status = ${grant.verificationStatus}, version = version + 1
      where customer_id = ${grant.customerId}`,
  );
}
