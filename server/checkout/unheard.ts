import type { House } from '#server/house.ts';
import { type LeasePaper, leasePaper } from '#server/leases/lease-paper.ts';
import type { Session } from './session.ts';

/** The session if it is that of this store's frame, and not of a page of ours; else null. */
export function ofFrame(session: Session | null, merchantId: string): Session | null {
  return session?.merchantId === merchantId && session.linkId === null ? session : null;
}

/** The lease of a session that is signed, and that the page has neither heard of nor acted on otherwise; else null. */
export async function unheardLease(house: House, session: Session): Promise<LeasePaper | null> {
  const { step, heardAt, customerId, leaseId } = session;
  if (step !== 'done' || heardAt !== null || customerId === null || leaseId === null) return null;
  const paper = await leasePaper(house, { customerId, leaseId });
  return paper?.state === 'signed' ? paper : null;
}
