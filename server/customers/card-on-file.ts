import type { CardBrand } from '#core/payment/card-number.ts';
import type { House } from '#server/house.ts';
import { paymentMethodsOf } from './payment-method-store.ts';

/** A card as its customer may see it. */
export type CardFacts = { readonly cardId: string; readonly brand: CardBrand; readonly last4: string };

/** A customer's own card; null when it is not on file. */
export async function cardOnFile(
  house: House,
  { customerId, cardId }: { customerId: string; cardId: string },
): Promise<CardFacts | null> {
  const methods = await paymentMethodsOf(house, customerId);
  const card = methods.find(({ kind, payment_method_id }) => kind === 'card' && payment_method_id === cardId);
  return card === undefined ? null : { cardId, brand: card.card_brand as CardBrand, last4: card.last_four ?? '' };
}
