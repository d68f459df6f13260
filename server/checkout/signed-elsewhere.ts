import type { House } from '#server/house.ts';
import { cartHash } from '#server/leases/cart-hash.ts';
import { leaseByTransaction } from '#server/leases/find-lease.ts';
import { isLoggedIn, type Session, type SessionChange } from './session.ts';

/**
 * The customer signed this very cart on another device: here, where the store's page waits for it, it is done as well, and
 * the page is told. Null when there is no such signature.
 */
export async function signedElsewhere(house: House, session: Session): Promise<SessionChange | null> {
  const { cart, merchantId, step, linkId } = session;
  if (cart === null || linkId !== null || step === 'done' || !isLoggedIn(house, session)) return null;
  const found = await leaseByTransaction(house.db, merchantId, cart.transactionId);
  if (found === null || found.customerId !== session.customerId || found.lease.state !== 'signed') return null;
  if (found.cartHash !== cartHash(cart) || !(await isOnAnotherDevice(house, found.leaseId, session))) return null;
  return { step: 'done', leaseId: found.leaseId, frequency: found.lease.terms.frequency, heardAt: null };
}

/** What was signed in this very session its page has been told already. */
async function isOnAnotherDevice(house: House, leaseId: string, { sessionId }: Session): Promise<boolean> {
  const other = await house.db.read
    .selectFrom('checkout_session')
    .select('session_id')
    .where('lease_id', '=', leaseId)
    .where('session_id', '!=', sessionId)
    .executeTakeFirst();
  return other !== undefined;
}
