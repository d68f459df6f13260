import type {
  FrameOpen,
  FrameReady,
  FrameRecover,
  FromFrame,
  FromPage,
  ProtocolVersion,
} from '#contract/modal/messages.ts';
import { type Language, languageOfTag } from '#core/calendar/day-text.ts';

/** The line to the store's page, and its origin as the browser vouches for it. */
export interface PageLine {
  origin: string;
  tell(message: FromFrame): void;
  listen(hear: (message: FromPage) => void): void;
}

/** A click of the page: the line to it, and its order. */
export interface PageLink extends PageLine {
  order: unknown;
  /** The language that the page asks for; undefined where it leaves that to the browser. */
  locale?: Language | undefined;
}

const version: ProtocolVersion = 1;

/**
 * Says ready to the page that embeds this frame, or opened this window, and hears each click's order, and its question for a signature that it
 * has not taken, from that origin and nonce alone. A page that closed the modal opens the same frame again: so what was
 * typed outlives a browser that keeps nothing for us.
 */
export function linkToPage(
  page: { window: Window; origin: string; nonce: string },
  { onOpen, onRecover }: { onOpen(link: PageLink): void; onRecover(line: PageLine, asked: { always: boolean }): void },
): void {
  addEventListener('message', (event: MessageEvent<FrameOpen | FrameRecover | null>) => {
    if (event.source !== page.window || event.origin !== page.origin) return;
    const asked = event.data;
    const port = event.ports[0];
    if (asked?.version !== version || asked.nonce !== page.nonce || !port) return;
    const line: PageLine = {
      origin: event.origin,
      tell: (message) => port.postMessage(message),
      listen: (listener) => {
        port.onmessage = (message) => listener(message.data);
      },
    };
    if (asked.flexpay === 'open') onOpen({ ...line, order: asked.order, locale: languageOfTag(asked.locale) });
    if (asked.flexpay === 'recover') onRecover(line, { always: asked.always });
  });
  const ready: FrameReady = { flexpay: 'ready', version, nonce: page.nonce };
  page.window.postMessage(ready, page.origin);
}
