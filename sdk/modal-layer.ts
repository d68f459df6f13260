import type { FromFrame, FromPage } from '#contract/modal/messages.ts';
import type { View } from '#contract/modal/view.ts';
import { drawLayer } from './draw-layer.ts';
import { listenForFrame } from './handshake.ts';
import type { SignData } from './sign-once.ts';

/** What the checkout speaks. */
export type Language = View['locale'];

/** How the modal ended. The promise of `create` resolves with it and never rejects: many pages do not catch. */
export interface Outcome {
  status: 'signed' | 'closed' | 'failed';
}

export interface ModalEvents {
  shown(): void;
  decided(status: 'approved' | 'denied' | 'pending', limitCents: number): void;
  /** Only without an order: somebody has applied, or logged in with an answer they got before. */
  applied?(data: { userId: string }): void;
  /** True when the page has taken notice of the signature. */
  signed(data: SignData): Promise<boolean>;
  failed(error: Error): void;
  closed(why: 'cancelled' | 'returned' | 'done'): void;
}

/** What a click opens the modal with: the page's order, and the language it asks for. */
export interface Click {
  order: unknown;
  locale: Language | undefined;
}

export interface ModalLayer {
  /** Loads the frame out of sight, so that a click shows it at once. Nothing is sent but the page's address and key. */
  warm(): void;
  /** A click without an order (null) opens it without a cart: it ends at the decision. */
  open(click: Click, events: ModalEvents): Promise<Outcome>;
  /**
   * Tells of a signature that this page has not taken, without showing anything; true when the page took one.
   * `always` asks the server also where this browser remembers no checkout.
   */
  recover(signed: ModalEvents['signed'], asked: { always: boolean }): Promise<boolean>;
}

const frameTimeoutMs = 15_000;

/** The full-window layer over the merchant's page that holds our frame; there is one per page. */
export function modalLayer(home: { origin: string; authKey: string }): ModalLayer {
  // The frame stays after closing: it remembers the shopper where the browser gives frames no storage.
  let loaded: ReturnType<typeof load> | null = null;
  let current: Promise<Outcome> | null = null;
  const frame = () => {
    loaded ??= load(home);
    return loaded;
  };

  return {
    warm: () => void frame(),
    open(click, events) {
      if (current) return current;
      current = show(frame(), click, events);
      void current.then(({ status }) => {
        current = null;
        // A frame that did not load is thrown away, so that the next click tries again.
        if (status === 'failed') loaded?.host.remove();
        if (status === 'failed') loaded = null;
      });
      return current;
    },
    recover: (signed, { always }) =>
      new Promise((resolve) => {
        setTimeout(resolve, frameTimeoutMs, false);
        frame().offer({ flexpay: 'recover', always }, (port) => {
          port.onmessage = async ({ data }: MessageEvent<FromFrame>) => {
            const took = data.type === 'signed' && (await signed(data));
            if (took) port.postMessage({ type: 'heard' } satisfies FromPage);
            resolve(took);
          };
        });
      }),
  };
}

function load(home: { origin: string; authKey: string }) {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('');
  const parent = encodeURIComponent(location.origin);
  const layer = drawLayer(`${home.origin}/modal?authKey=${encodeURIComponent(home.authKey)}&parent=${parent}#${nonce}`);
  return { ...layer, offer: listenForFrame(layer.frame, { origin: home.origin, nonce }) };
}

function show(layer: ReturnType<typeof load>, click: Click, events: ModalEvents): Promise<Outcome> {
  return new Promise((resolve) => {
    let signed = false;
    let send: ((message: FromPage) => void) | null = null;
    const unlockPage = lockPage();

    const end = (why: 'cancelled' | 'returned' | 'done', failure?: Error) => {
      clearTimeout(timer);
      unlockPage();
      layer.dialog.removeEventListener('cancel', askToClose);
      layer.dialog.removeEventListener('keydown', askToClose);
      layer.hide();
      resolve({ status: signed ? 'signed' : failure ? 'failed' : 'closed' });
      if (failure) events.failed(failure);
      events.closed(why);
    };
    const timer = setTimeout(
      () => end('cancelled', new Error('FlexSDK: the checkout did not load. Please try again.')),
      frameTimeoutMs,
    );

    const hear = async (message: FromFrame) => {
      if (message.type === 'shown') {
        clearTimeout(timer);
        layer.show();
        events.shown();
      } else if (message.type === 'decision') {
        events.decided(message.status, message.limitCents);
      } else if (message.type === 'applied') {
        events.applied?.({ userId: message.userId });
      } else if (message.type === 'signed') {
        signed = true;
        const heard = await events.signed(message);
        send?.({ type: heard ? 'heard' : 'unheard' });
      } else if (message.type === 'failed') {
        events.failed(Object.assign(new Error(message.message), { code: message.code }));
      } else if (message.type === 'closed') {
        end(message.why);
      }
    };

    // The frame asks before it closes; until it has loaded there is nothing to ask about.
    const askToClose = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      event.preventDefault();
      if (send) send({ type: 'escape' });
      else end('cancelled');
    };
    layer.dialog.addEventListener('cancel', askToClose);
    layer.dialog.addEventListener('keydown', askToClose);

    layer.dialog.showModal();
    try {
      const { order, locale } = click;
      layer.offer({ flexpay: 'open', order: order === null ? null : asData(order), locale }, (port) => {
        port.onmessage = (event) => hear(event.data);
        send = (message) => port.postMessage(message);
      });
    } catch (error) {
      end('cancelled', error as Error);
    }
  });
}

// JSON turns each Date into its ISO text and leaves the numbers as the page wrote them.
function asData(order: unknown): unknown {
  if (typeof order !== 'object' || order === null) {
    throw new TypeError('FlexSDK: transaction.create needs an order object.');
  }
  return JSON.parse(JSON.stringify(order));
}

function lockPage(): () => void {
  const page = document.documentElement.style;
  const before = { overflow: page.overflow, scrollbarGutter: page.scrollbarGutter };
  if (innerWidth > document.documentElement.clientWidth) page.scrollbarGutter = 'stable';
  page.overflow = 'hidden';
  return () => void Object.assign(page, before);
}
