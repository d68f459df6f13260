import type { House } from '#server/house.ts';
import { type Refused, refuseMember } from '#server/outcome.ts';
import { kioskById } from './kiosk-store.ts';

type Sending = { kioskId?: string; phone?: string; email?: string };

/**
 * The tablet that a cart is handed over to; null where it goes to the customer's own device. On a tablet nobody else may
 * have the link. Refuses with ValidationError.
 */
export async function kioskFor(
  house: House,
  merchantId: string,
  { kioskId, phone, email }: Sending,
): Promise<{ kioskId: string | null } | Refused> {
  if (kioskId === undefined) return { kioskId: null };
  if (phone || email) return refuseMember('kioskId', 'is for one tablet: leave out phone and email');
  const kiosk = await kioskById(house, merchantId, kioskId);
  const works = kiosk !== null && kiosk.begunAt !== null && kiosk.endedAt === null;
  return works ? { kioskId } : refuseMember('kioskId', 'must be a tablet of this store that works');
}
