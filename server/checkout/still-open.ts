import { customerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import { leasePaper } from '#server/leases/lease-paper.ts';
import { now } from '#server/moment.ts';
import type { Session } from './session.ts';
import { hasApproval } from './where-next.ts';

/** Whether the screen can still be gone on with: its agreement, if there is one, can be signed, and its review rests on an approval. */
export async function isStillOpen(house: House, { customerId, leaseId, step }: Session): Promise<boolean> {
  if (customerId === null) return true;
  const facts = step === 'review' ? await customerFacts(house, customerId) : null;
  if (facts !== null && !hasApproval(house, facts)) return false;
  if (leaseId === null) return true;
  const paper = await leasePaper(house, { customerId, leaseId });
  return paper?.state === 'offered' && paper.expiresAt > now(house);
}
