import type { FromFrame, FromPage } from '../contract/modal/messages.ts';
import type { View } from '../contract/modal/view.ts';
import { type DrawnLayer, drawLayer } from './draw-layer.ts';
import { framesRefused } from './frames-refused.ts';
import { goByTab, tellReturned } from './go-by-tab.ts';
import { listenFor } from './handshake.ts';
import type { Outcome, SignData } from './public.ts';
import { type Framed, frameTimeoutMs, type Opened, type Places, shut, walk } from './walk.ts';

/** What the checkout speaks. */
export type Language = View['locale'];

/** What a page hears of, each under the name of the message that brings it. */
export interface ModalEvents {
  shown(): void;
  decision(said: { status: 'approved' | 'denied' | 'pending'; limitCents: number }): void;
  /** Only without an order: somebody has applied, or logged in with an answer they got before. */
  applied(said: { userId: string }): void;
  /** True when the page has taken notice of the signature. */
  signed(said: SignData): Promise<boolean>;
  failed(said: Error | { code: string; message: string }): void;
  closed(said: { why: Closing }): void;
}

export type Closing = 'cancelled' | 'returned' | 'done';

/** What a click opens the modal with: the page's order, and the language it asks for. */
export interface Click {
  order: unknown;
  locale: Language | undefined;
}

export interface ModalLayer {
  /** Loads the frame out of sight, so that a click shows it at once. Nothing is sent but the page's address and key. */
  warm(): void;
  /**
   * To be called in the click itself, before anything is waited for: where the page refuses frames this opens the window,
   * which browsers allow at no other moment. The returned function shuts a window that was not needed.
   */
  makeRoom(): () => void;
  /** A click without an order (null) opens it without a cart: it ends at the decision. */
  open(click: Click, events: ModalEvents): Promise<Outcome>;
  /**
   * Tells what a checkout in this tab brought back, and of a signature that this page has not taken, without showing
   * anything; true when the page took one. `always` asks the server also where this browser remembers no checkout.
   */
  recover(events: ModalEvents, asked: { always: boolean }): Promise<boolean>;
}

/** The full-window layer over the merchant's page that holds our frame; there is one per page. */
export function modalLayer(home: { origin: string; authKey: string }): ModalLayer {
  const { origin } = home;
  const parent = encodeURIComponent(window.origin);
  const address = `${origin}/modal?authKey=${encodeURIComponent(home.authKey)}&parent=${parent}`;
  let drawn: DrawnLayer | null = null;
  let framed: Framed | null = null;
  let room: Opened | null = null;
  let current: Promise<Outcome> | null = null;

  const places: Places = {
    refused: false,
    refusal: framesRefused(origin),
    layer() {
      drawn ??= drawLayer();
      return drawn;
    },
    // It stays after closing: it remembers the shopper where the browser gives frames no storage.
    frame() {
      if (framed) return framed;
      const nonce = newNonce();
      const frame = places.layer().holdFrame(`${address}#${nonce}`);
      framed = { frame, ask: listenFor(() => frame.contentWindow, { origin, nonce }) };
      return framed;
    },
    // Thrown away when it did not load, so that the next click tries again.
    dropFrame() {
      framed?.frame.remove();
      framed = null;
    },
    window() {
      const ready = room;
      room = null;
      if (ready || places.deaf) return ready;
      const nonce = newNonce();
      const popup = window.open(`${address}&by=window#${nonce}`, '_blank', 'popup,width=520,height=860');
      return popup && { popup, ask: listenFor(() => popup, { origin, nonce }) };
    },
    // As one does that is isolated from its windows.
    deaf: window.crossOriginIsolated,
    tab: ({ order, locale }, onBack) => goByTab(address, { order, locale, nonce: newNonce() }, onBack),
  };
  void places.refusal.then(() => {
    places.refused = true;
    places.dropFrame();
  });

  return {
    warm: () => void (places.refused || places.frame()),
    makeRoom() {
      if (places.refused && !current) room = places.window();
      return () => {
        if (room) shut(room);
        room = null;
      };
    },
    open(click, events) {
      current ??= walk(places, click, events).finally(() => {
        current = null;
      });
      return current;
    },
    async recover(events, { always }) {
      if (await tellReturned(events)) return true;
      if (places.refused) return false;
      return new Promise((resolve) => {
        setTimeout(resolve, frameTimeoutMs, false);
        void places.refusal.then(() => resolve(false));
        places.frame().ask({ flexpay: 'recover', always }, (port) => {
          port.onmessage = async ({ data }: MessageEvent<FromFrame>) => {
            const took = data.type === 'signed' && (await events.signed(data));
            if (took) port.postMessage({ type: 'heard' } satisfies FromPage);
            resolve(took);
          };
        });
      });
    },
  };
}

const newNonce = (): string => crypto.getRandomValues(new Uint32Array(4)).join('');
