import type { House } from '#server/house.ts';
import { cartHash } from '#server/leases/cart-hash.ts';
import { leaseById, leaseByTransaction } from '#server/leases/find-lease.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { now } from '#server/moment.ts';
import type { Session, SessionChange } from './session.ts';
import { whereNext } from './where-next.ts';

/**
 * Where a customer who has just shown who they are goes on. On the hosted page that can be an agreement they left
 * open on another device, or the one agreement that the page is for.
 */
export async function arrive(house: House, session: Session, customerId: string): Promise<SessionChange> {
  const { bound, progress } = session;
  if (bound !== null) {
    const found = bound.customerId === customerId ? await leaseById(house.db, customerId, bound.leaseId) : null;
    return found === null ? { step: 'email' } : atAgreement(session, found);
  }
  const step = await whereNext(house, customerId, { hasCart: session.cart !== null });
  const left = step === 'review' && session.linkId !== null ? await leftOpen(house, session, customerId) : null;
  return left === null ? { step, progress: { ...progress, isKnown: step === 'review' } } : atAgreement(session, left);
}

function atAgreement({ progress }: Session, found: StoredLease): SessionChange {
  const { leaseId, lease, signedAt } = found;
  return {
    step: signedAt === null ? 'agreement' : 'done',
    leaseId,
    frequency: lease.terms.frequency,
    progress: { ...progress, isKnown: true },
  };
}

/** The customer's own offer for exactly this cart; null when there is none to go on with. */
async function leftOpen(house: House, session: Session, customerId: string): Promise<StoredLease | null> {
  const { cart, merchantId } = session;
  if (cart === null) return null;
  const found = await leaseByTransaction(house.db, merchantId, cart.transactionId);
  const isTheirs = found?.customerId === customerId && found.cartHash === cartHash(cart);
  const isOpen = found !== null && found.lease.state === 'offered' && found.expiresAt > now(house);
  return isTheirs && isOpen ? found : null;
}
