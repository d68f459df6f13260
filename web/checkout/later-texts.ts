import type { View } from '#contract/modal/view.ts';
import { useCheckout } from './checkout-context.ts';
import { type AccountTexts, accountEn } from './texts/account-en.ts';
import type { Texts } from './texts/en.ts';
import { type LaterTexts, laterEn } from './texts/later-en.ts';

/** The words of the later screens together with those of the frame, in the View's language. */
export function useTexts(): Texts & LaterTexts & AccountTexts {
  const { view, texts } = useCheckout();
  return { ...texts, ...laterTextsIn[view.locale] };
}

const laterTextsIn: Record<View['locale'], LaterTexts & AccountTexts> = { en: { ...laterEn, ...accountEn } };
