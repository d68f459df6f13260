import type { House } from '#server/house.ts';
import { leaseByTransaction } from '#server/leases/find-lease.ts';

/**
 * What a merchant's transaction id stands for, before a cart is leased under it: nothing yet, an unsigned draft, a lease
 * that came to nothing, or a lease for good (rulings 12).
 */
export async function transactionStanding(
  house: House,
  { merchantId, transactionId }: { merchantId: string; transactionId: string },
): Promise<'free' | 'draft' | 'taken'> {
  const known = await leaseByTransaction(house.db, merchantId, transactionId);
  if (known === null || known.lease.state === 'void') return 'free';
  if (known.lease.state === 'offered') return 'draft';
  return known.lease.state === 'cancelled' && known.endReason === 'not finalized in time' ? 'free' : 'taken';
}
