import type { Card } from '#ports/processor.ts';
import { makePrimary } from '#server/customers/payment-method-store.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { now } from '#server/moment.ts';
import { blindIndex } from '#server/secrets/blind-index.ts';
import { type Envelope, open, seal } from '#server/secrets/envelope.ts';

export type NewCard = Card & {
  customerId: string;
  lastFour: string | null;
  firstSix: string | null;
  label: string | null;
  primary: boolean;
};

/** Keeps a card by its tokens, sealed; one the customer gave before keeps its id. There is no number to keep. */
export async function keepCard(
  house: House,
  { customerId, primary, ...card }: NewCard,
): Promise<{ cardId: string; writes: Write[] }> {
  const index = blindIndex(house, 'card', card.tokens.map(({ gateway, token }) => `${gateway}|${token}`).join('|'));
  const known = await house.db.read
    .selectFrom('payment_method')
    .select('payment_method_id')
    .where('customer_id', '=', customerId)
    .where('token_index', '=', index)
    .executeTakeFirst();
  const cardId = known?.payment_method_id ?? newId(house);
  const choose = primary ? [makePrimary(customerId, cardId)] : [];
  if (known !== undefined) return { cardId, writes: choose };
  const row = {
    customer_id: customerId,
    payment_method_id: cardId,
    kind: 'card',
    label: card.label,
    token_sealed: seal(house, placeOf(customerId, cardId), JSON.stringify(card.tokens)),
    token_index: index,
    card_brand: card.brand,
    last_four: card.lastFour,
    first_six: card.firstSix,
    expires_in: card.expiresIn,
    billing_zip: card.billingZip,
    is_primary: primary,
    created_at: now(house),
  };
  return { cardId, writes: [...choose, insert('payment_method', row)] };
}

/** The tokens in a row, for the processor's call alone. */
export function openCard(
  house: House,
  row: {
    customer_id: string;
    payment_method_id: string;
    token_sealed: unknown;
    card_brand: string | null;
    expires_in: string | null;
    billing_zip: string | null;
  },
): Card {
  const sealed = row.token_sealed as Envelope;
  return {
    tokens: JSON.parse(open(house, placeOf(row.customer_id, row.payment_method_id), sealed)),
    brand: row.card_brand!,
    expiresIn: row.expires_in,
    billingZip: row.billing_zip!,
  };
}

const placeOf = (customerId: string, cardId: string) => ({
  table: 'payment_method',
  column: 'token_sealed',
  rowId: cardId,
  tenant: customerId,
});
