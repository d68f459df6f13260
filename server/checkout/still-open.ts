import type { House } from '#server/house.ts';
import { leasePaper } from '#server/leases/lease-paper.ts';
import { now } from '#server/moment.ts';
import type { Session } from './session.ts';

/** Whether the agreement on the screen, if there is one, can still be signed. */
export async function isStillOpen(house: House, { customerId, leaseId }: Session): Promise<boolean> {
  if (customerId === null || leaseId === null) return true;
  const paper = await leasePaper(house, { customerId, leaseId });
  return paper?.state === 'offered' && paper.expiresAt > now(house);
}
