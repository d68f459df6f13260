import type { FrameOpen, FrameReady, FromFrame, FromPage, ProtocolVersion } from '#contract/modal/messages.ts';

/** The store's page as the frame knows it: its origin as the browser vouches for it, its order, and the line to it. */
export interface PageLink {
  origin: string;
  order: unknown;
  tell(message: FromFrame): void;
  listen(hear: (message: FromPage) => void): void;
}

const version: ProtocolVersion = 1;

/**
 * Says ready to the page that embeds this frame and hears each click's order, from that origin and nonce alone. A page
 * that closed the modal opens the same frame again: so what was typed outlives a browser that keeps nothing for us.
 */
export function linkToPage(page: { origin: string; nonce: string }, onOpen: (link: PageLink) => void): void {
  addEventListener('message', (event: MessageEvent<Partial<FrameOpen> | null>) => {
    if (event.source !== window.parent || event.origin !== page.origin) return;
    const { flexpay, version: theirs, nonce, order } = event.data ?? {};
    const port = event.ports[0];
    if (flexpay !== 'open' || theirs !== version || nonce !== page.nonce || !port) return;
    onOpen({
      origin: event.origin,
      order,
      tell: (message) => port.postMessage(message),
      listen: (listener) => {
        port.onmessage = (message) => listener(message.data);
      },
    });
  });
  const ready: FrameReady = { flexpay: 'ready', version, nonce: page.nonce };
  window.parent.postMessage(ready, page.origin);
}
