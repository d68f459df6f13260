import type { FromFrame } from '../contract/modal/messages.ts';
import type { Language, ModalEvents } from './modal-layer.ts';
import { remember, remembered } from './remember.ts';
import { tellEvents } from './tell-events.ts';

/*
 * The last way: this tab goes to the checkout and comes back. No page is left that could hear of what happens there, so it
 * comes back in the fragment of the page's address, which no server sees, beside a word that only this tab knows: nobody
 * else's link can make this page believe in a lease. Decisions don't come back: what was decided about somebody stands in
 * no address. It is kept here until the page has taken it.
 */
const away = 'flexpay.away';
const back = 'flexpay.said';

/**
 * Leaves for the checkout. The browser's own word tells it which page this was (`referrerPolicy`). `onBack`: this very page
 * is shown again, kept by the browser as it was.
 */
export function goByTab(
  address: string,
  trip: { order: unknown; locale: Language | undefined; nonce: string },
  onBack: () => void,
): void {
  const { nonce, order, locale } = trip;
  remember('sessionStorage', away, JSON.stringify([nonce, location.hash]));
  const link = document.createElement('a');
  link.referrerPolicy = 'origin';
  link.href = `${address}&by=tab#${nonce}.${encodeURIComponent(JSON.stringify({ order, locale, back: location.href }))}`;
  link.click();
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    takeAway();
    onBack();
  });
}

function takeAway(): string | null {
  const kept = remembered('sessionStorage', away);
  remember('sessionStorage', away, '');
  return kept;
}

/**
 * Keeps what came back with the page's address, and gives the page its own fragment again. A tab that comes back without
 * a word, as by the browser's button, has left the checkout.
 */
export function takeReturn(): void {
  const kept = takeAway();
  if (!kept) return;
  const [expected, hash] = JSON.parse(kept) as string[];
  const [, nonce, said] = /^#flexpay=(\w+)\.(.*)$/.exec(location.hash) ?? [];
  const isAnswer = nonce === expected;
  keep([...waiting(), ...(isAnswer ? JSON.parse(decodeURIComponent(said!)) : [{ type: 'closed', why: 'cancelled' }])]);
  // Not by `history`: a page that finds its way by the fragment hears of it only so.
  if (isAnswer) location.hash = hash!;
}

const waiting = (): FromFrame[] => JSON.parse(remembered('localStorage', back) ?? '[]');
const keep = (said: FromFrame[]): void => remember('localStorage', back, JSON.stringify(said));

/** Tells what came back, each once; a signature as often as it takes until the page has it. True when it has. */
export async function tellReturned(events: ModalEvents): Promise<boolean> {
  const said = waiting();
  keep(said.filter(({ type }) => type === 'signed'));
  let took = false;
  for (const one of said) took = (await tellEvents(one, events)) || took;
  if (took) keep([]);
  return took;
}
