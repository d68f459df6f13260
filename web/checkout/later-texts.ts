import { useCheckout } from './checkout-context.ts';
import { type AccountTexts, accountEn } from './texts/account-en.ts';
import type { Texts } from './texts/en.ts';
import { type LaterTexts, laterEn } from './texts/later-en.ts';

/** The words of the later screens together with those of the frame, in the language on the screen. */
export function useTexts(): Texts & LaterTexts & AccountTexts {
  const { texts, later } = useCheckout();
  return { ...texts, ...(later ?? laterInEnglish) };
}

const laterInEnglish = { ...laterEn, ...accountEn };
