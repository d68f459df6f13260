import type { BankAccount, Card } from '#ports/processor.ts';
import { openAccount, type PaymentPurpose } from '#server/customers/bank-account.ts';
import { openCard } from '#server/customers/card.ts';
import type { House } from '#server/house.ts';

/** What a customer pays with, opened: a number or tokens, for the processor's call alone. */
export type OpenMethod = { readonly bankAccount: BankAccount } | { readonly card: Card };

/** Opens it; null when the customer has no such payment method. Every use leaves a trace (domain 4.13). */
export async function openPaymentMethod(
  house: House,
  of: { customerId: string; paymentMethodId: string },
  purpose: PaymentPurpose,
): Promise<OpenMethod | null> {
  const row = await rowOf(house, of);
  if (row === undefined || (row.kind === 'ach' && row.account_sealed === null)) return null;
  return row.kind === 'card'
    ? { card: await openCard(house, row, purpose) }
    : { bankAccount: await openAccount(house, row, purpose) };
}

/**
 * Opens an account for the call of whoever says something of it (`ports/account-reports.ts`); null when there is none, or
 * its number was erased. Leaves a trace like any other use.
 */
export async function openAccountToReport(
  house: House,
  of: { customerId: string; paymentMethodId: string },
): Promise<BankAccount | null> {
  const row = await rowOf(house, of);
  return row === undefined || row.account_sealed === null ? null : openAccount(house, row, 'account-report');
}

/** How a payment by it would travel; null when the customer has no such payment method. */
export async function railOf(
  house: House,
  { customerId, paymentMethodId }: { customerId: string; paymentMethodId: string },
): Promise<'ach' | 'card' | null> {
  const row = await house.db.read
    .selectFrom('payment_method')
    .select('kind')
    .where('customer_id', '=', customerId)
    .where('payment_method_id', '=', paymentMethodId)
    .executeTakeFirst();
  return row === undefined ? null : (row.kind as 'ach' | 'card');
}

function rowOf(house: House, { customerId, paymentMethodId }: { customerId: string; paymentMethodId: string }) {
  return house.db.read
    .selectFrom('payment_method')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('payment_method_id', '=', paymentMethodId)
    .executeTakeFirst();
}
