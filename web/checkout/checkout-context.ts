import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { View } from '#contract/modal/view.ts';
import type { Conversation } from './conversation.ts';
import type { Texts } from './texts/en.ts';
import type { PanelName } from './texts/panels-en.ts';
import type { Words } from './words.ts';

/** What every screen can use: the server's View, the words, and the few things that lie outside its own form. */
export interface Checkout extends Pick<Conversation, 'act' | 'ask' | 'askAside'> {
  view: View;
  texts: Texts;
  /** Null in English, whose later words come with their screens. */
  later: Words['later'];
  /** How the page took the news of the signature. */
  page: 'telling' | 'heard' | 'unheard';
  /** Something lies over the screen. */
  covered: boolean;
  openPanel(panel: Panel): void;
  leave(why: 'cancelled' | 'returned' | 'done'): void;
}

/** What opens over a screen: a text of ours by its name, the account, the sandbox's values, or a document of the agreement. */
export type Panel =
  | PanelName
  | 'account'
  | 'sandbox'
  | { title: string; html: string }
  | { title: string; text: string };

export const CheckoutContext = createContext<Checkout | null>(null);

export function useCheckout(): Checkout {
  const checkout = useContext(CheckoutContext);
  if (!checkout) throw new Error('A screen is drawn inside the modal only.');
  return checkout;
}
