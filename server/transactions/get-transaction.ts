import type { House } from '#server/house.ts';
import { leaseByTransaction } from '#server/leases/find-lease.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { transactionNotFound } from '#server/transactions/finalize.ts';
import { transactionView } from '#server/transactions/view.ts';

export type TransactionView = ReturnType<typeof transactionView>;

/** One transaction of a merchant, by the id the merchant gave it (api-v3 6.2). One read. */
export async function getTransaction(
  house: House,
  merchantId: string,
  transactionId: string,
): Promise<Outcome<TransactionView>> {
  const found = await leaseByTransaction(house.db, merchantId, transactionId);
  return found === null ? transactionNotFound(transactionId) : done(transactionView(found));
}
