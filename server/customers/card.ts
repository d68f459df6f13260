import type { Card } from '#ports/processor.ts';
import { makePrimary } from '#server/customers/payment-method-store.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { now } from '#server/moment.ts';
import { blindIndex, blindIndexes } from '#server/secrets/blind-index.ts';
import { type Envelope, open, seal } from '#server/secrets/envelope.ts';
import { placeIn } from '#server/secrets/sealed-columns.ts';
import type { PaymentPurpose } from './bank-account.ts';

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
  const tokens = tokensText(card.tokens);
  const known = await house.db.read
    .selectFrom('payment_method')
    .select('payment_method_id')
    .where('customer_id', '=', customerId)
    .where('token_index', 'in', blindIndexes(house, 'card', tokens))
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
    token_index: blindIndex(house, 'card', tokens),
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

/** What a card is found again by. */
export function tokensText(tokens: Card['tokens']): string {
  return tokens.map(({ gateway, token }) => `${gateway}|${token}`).join('|');
}

/** The tokens in a row, for the processor's call alone. */
export async function openCard(
  house: House,
  row: {
    customer_id: string;
    payment_method_id: string;
    token_sealed: unknown;
    card_brand: string | null;
    expires_in: string | null;
    billing_zip: string | null;
  },
  purpose: PaymentPurpose,
): Promise<Card> {
  const place = placeOf(row.customer_id, row.payment_method_id);
  return {
    tokens: JSON.parse(await open(house, purpose, place, row.token_sealed as Envelope)),
    brand: row.card_brand!,
    expiresIn: row.expires_in,
    billingZip: row.billing_zip!,
  };
}

const placeOf = (customerId: string, cardId: string) =>
  placeIn('payment_method.token_sealed', { rowId: cardId, tenant: customerId });
