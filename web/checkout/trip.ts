import type { FromFrame } from '#contract/modal/messages.ts';
import { languageOfTag } from '#core/calendar/day-text.ts';
import type { PageLink } from './page-link.ts';

/** A shopper whose tab came here from the store's page and goes back to it. */
export interface Trip extends Pick<PageLink, 'origin' | 'order' | 'locale'> {
  /** Goes back with what the page has to hear; nothing of this visit stays in the tab's history, or the way back from there would end here again. */
  back(said: readonly FromFrame[]): void;
}

/**
 * Reads the trip out of the address (sdk/go-by-tab.ts). Null unless it leads back to the very origin that the browser says
 * the shopper came from: we send nobody to a page that did not send them.
 */
export function tripOf(at: Location, from: { origin: string; referrer: string }): Trip | null {
  const [, nonce, order] = /^#(\w+)\.(.*)$/.exec(at.hash) ?? [];
  const asked = orderIn(order);
  if (nonce === undefined || asked === null || !URL.canParse(asked.back) || !URL.canParse(from.referrer)) return null;
  const store = new URL(asked.back);
  if (store.origin !== from.origin || new URL(from.referrer).origin !== from.origin) return null;
  return {
    origin: from.origin,
    order: asked.order,
    locale: languageOfTag(asked.locale),
    back: (said) => {
      store.hash = `flexpay=${nonce}.${encodeURIComponent(JSON.stringify(said))}`;
      location.replace(store);
    },
  };
}

function orderIn(text: string | undefined): { order: unknown; locale?: string; back: string } | null {
  try {
    return JSON.parse(decodeURIComponent(text ?? ''));
  } catch {
    return null;
  }
}
