import { type LenderPlace, lenderPlaces } from '#core/application/waterfall.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';

/**
 * The lenders that a customer agreed to be sent to, from then on. Each is a consent of its own: none stands for another, and
 * the last word about each counts.
 */
export async function lendersConsented(house: House, customerId: string, since: Instant): Promise<LenderPlace[]> {
  const rows = await house.db.read
    .selectFrom('consent')
    .select(['kind', 'given'])
    .distinctOn('kind')
    .where('customer_id', '=', customerId)
    .where('recorded_at', '>=', since)
    .orderBy('kind')
    .orderBy('recorded_at', 'desc')
    .orderBy('consent_id', 'desc')
    .execute();
  return lenderPlaces.filter((place) => rows.some(({ kind, given }) => kind === `share_${place}` && given));
}
