import { carryOut } from '#server/carry-out.ts';
import type { House } from '#server/house.ts';
import { holdAfterScreening, releaseAfterScreening } from '#server/leases/hold-after-screening.ts';
import { done } from '#server/outcome.ts';
import { holdOn } from './hold-on.ts';
import { customersToFollow, lastFinding } from './screening-store.ts';

const batchMax = 500;

/**
 * Lets leases stand as the cases of their customers say: goods that were on their way when a match was confirmed may arrive
 * later, and their lease is held as soon as it runs; and one that was held is let go when no case is confirmed any more.
 */
export async function followCases(house: House): Promise<number> {
  const customers = await customersToFollow(house, batchMax);
  for (const customerId of customers) {
    await carryOut(house, async () => {
      const isConfirmed = (await holdOn(house, customerId)) === 'confirmed';
      const said = await lastFinding(house, customerId, isConfirmed ? 'confirmed' : 'cleared');
      if (said === null) return done(null);
      const { by, reason } = said;
      const follow = isConfirmed ? holdAfterScreening : releaseAfterScreening;
      return done(null, ...(await follow(house, customerId, { by, reason })));
    });
  }
  return customers.length;
}
