import { type CardFacts, cardOnFile } from '#server/customers/card-on-file.ts';
import type { BankAccountFacts, CustomerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import type { Session } from './session.ts';

export type PaidFrom = { readonly card: CardFacts } | { readonly account: BankAccountFacts };

/**
 * What the first payment comes from: the card that was chosen on its screen, else what payments come from, else null, and
 * then an account has to be given.
 */
export async function firstPaymentFrom(
  house: House,
  { progress }: Session,
  { customerId, primaryMethod, bankAccount }: CustomerFacts,
): Promise<PaidFrom | null> {
  const primary = primaryMethod?.rail === 'card' ? primaryMethod.paymentMethodId : null;
  const cardId = progress.cardId === undefined ? primary : progress.cardId;
  const card = cardId === null ? null : await cardOnFile(house, { customerId, cardId });
  if (card !== null) return { card };
  return bankAccount === null ? null : { account: bankAccount };
}
