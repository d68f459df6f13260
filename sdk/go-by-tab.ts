import type { Language } from './modal-layer.ts';
import type { SignData } from './public.ts';
import { remember, remembered } from './remember.ts';

/*
 * The last way: this tab goes to the checkout and comes back. No page is left that could hear of a signature, so it comes
 * back in the fragment of the page's address, which no server sees, beside a word that only this tab knows: nobody else's
 * link can make this page believe in a lease. It is kept here until the page has taken it.
 */
const away = 'flexpay.away';
const back = 'flexpay.back';

/** Leaves for the checkout. The browser's own word tells it which page this was (`referrerPolicy`). */
export function goByTab(address: string, trip: { order: unknown; locale: Language | undefined; nonce: string }): void {
  const { nonce, order, locale } = trip;
  remember('sessionStorage', away, JSON.stringify([nonce, location.hash]));
  const link = document.createElement('a');
  link.referrerPolicy = 'origin';
  link.href = `${address}&by=tab#${nonce}.${encodeURIComponent(JSON.stringify({ order, locale, back: location.href }))}`;
  link.click();
}

/** Keeps what came back with the page's address, and gives the page its own fragment again. */
export function takeReturn(): void {
  const [, nonce, leaseNumber, id] = /^#flexpay=(\w+)\.(\w+)\.(.*)$/.exec(location.hash) ?? [];
  const [expected, hash] = JSON.parse(remembered('sessionStorage', away) ?? '[]') as string[];
  if (!id || nonce !== expected) return;
  remember('localStorage', back, JSON.stringify({ leaseNumber, transactionId: decodeURIComponent(id) }));
  remember('sessionStorage', away, null);
  // Not by `history`: a page that finds its way by the fragment hears of it only so.
  location.hash = hash ?? '';
}

/** The signature that came back and that the page has not taken; `taken` forgets it. */
export function returned(): { data: SignData; taken(): void } | null {
  const kept = remembered('localStorage', back);
  return kept === null ? null : { data: JSON.parse(kept), taken: () => remember('localStorage', back, null) };
}
