import { type LenderPlace, lenderPlaces } from '#core/application/waterfall.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';

/** The lenders that a customer agreed to be sent to, from then on. Each is a consent of its own: none stands for another. */
export async function lendersConsented(house: House, customerId: string, since: Instant): Promise<LenderPlace[]> {
  const rows = await house.db.read
    .selectFrom('consent')
    .select('kind')
    .where('customer_id', '=', customerId)
    .where('given', '=', true)
    .where('recorded_at', '>=', since)
    .execute();
  return lenderPlaces.filter((place) => rows.some(({ kind }) => kind === `share_${place}`));
}
