import type { House } from '#server/house.ts';
import { inTime } from '#server/in-time.ts';
import { screenCustomer } from './screen-customer.ts';
import { notScreened, type Occasion } from './screening-store.ts';

/**
 * Asks about those of the customers who were not asked about as they are now, under the lists as they are now: where
 * nothing changed nobody is asked. Answers how many were, and who could not be.
 */
export async function screenAgain(
  house: House,
  customerIds: readonly string[],
  occasion: Occasion,
): Promise<{ screened: number; unknown: string[] }> {
  const { hash } = await inTime(house.screening, () => house.screening.lists());
  const unknown: string[] = [];
  const stale = await notScreened(house, customerIds, hash);
  for (const customerId of stale) {
    try {
      await screenCustomer(house, customerId, { occasion });
    } catch (error) {
      house.log.error(
        { err: error, customerId, provider: house.screening.name },
        'the screening lists could not be asked',
      );
      unknown.push(customerId);
    }
  }
  return { screened: stale.length - unknown.length, unknown };
}
