import type { AgreementView } from '#contract/v3/agreements.ts';
import { leaseLifecycle } from '#core/lease/lifecycle.ts';
import { pastDue, stillToPay } from '#core/lease/owed.ts';
import { wireNumber } from '#core/money/decimal.ts';
import type { House } from '#server/house.ts';
import { agreementIdOf, agreementReferenceOf } from '#server/leases/agreement-id.ts';
import { leasesOfCustomer, trackingLinks } from '#server/leases/find-lease.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { dayInState } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';

/**
 * A customer's agreements at a store, newest first (api-v3 7.1): from the day the store finalized the lease until it ends,
 * and after its end while something is owed on it. What is past due is billed, open, and its day is over.
 */
export async function listAgreements(
  house: House,
  { customerId, merchantId }: { customerId: string; merchantId: string },
): Promise<Outcome<AgreementView[]>> {
  const [leases, links] = await Promise.all([
    leasesOfCustomer(house.db, customerId, merchantId),
    trackingLinks(house.db, customerId),
  ]);
  return done(leases.filter(isAgreement).map((found) => viewOf(house, found, links)));
}

/** Whether a lease is an agreement that money is still about. */
export function isAgreement({ lease, finalizedAt }: StoredLease): boolean {
  if (finalizedAt === null) return false;
  return !leaseLifecycle.ends.includes(lease.state) || stillToPay(lease) > 0;
}

function viewOf(house: House, found: StoredLease, links: Awaited<ReturnType<typeof trackingLinks>>): AgreementView {
  const today = dayInState(house, found.governingState);
  return {
    id: agreementIdOf(found.leaseId),
    referenceId: agreementReferenceOf(found.leaseId),
    pastDueAmount: wireNumber(pastDue(found.lease, today)),
    items: found.goods
      .filter(({ kind }) => kind === 'item')
      .map(({ line, description }) => {
        const link = links.get(`${found.leaseId}/${line}`);
        return { description, ...(link === undefined ? {} : { trackingLink: link }) };
      }),
  };
}
