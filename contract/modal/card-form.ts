import type { CardBrand } from '#core/payment/card-number.ts';

/**
 * What the card form in its frame and the checkout around it say to each other. The form asks for a one-time key when the
 * shopper is done, and tells the token that it got for the card: a number never leaves it. Both look at the sender's
 * origin and pass over what has another version.
 */
export const cardFormVersion = 1;

/** What the form says. `lastFour` and `firstSix` are what a receipt may show (PCI DSS 3.4). */
export type CardFormSays =
  | { flexpayCard: number; kind: 'height'; pixels: number }
  | { flexpayCard: number; kind: 'key' }
  | { flexpayCard: number; kind: 'card'; card: TokenOfCard };

/** What it is told: the key it asked for, or that there is none now. */
export type CardFormHears = { flexpayCard: number; kind: 'key'; childKey: string | null };

export type TokenOfCard = {
  token: string;
  cardType: CardBrand;
  lastFour: string;
  firstSix: string;
  /** `YYYY-MM`. */
  expirationDate: string;
  billingZip: string;
};
