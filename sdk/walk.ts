import type { FromFrame, FromPage } from '../contract/modal/messages.ts';
import type { DrawnLayer } from './draw-layer.ts';
import type { Ask } from './handshake.ts';
import type { Click, Closing, ModalEvents } from './modal-layer.ts';
import type { Outcome } from './public.ts';
import { tellEvents } from './tell-events.ts';

/** Where a checkout can be: the frame, and where the page can have none, a window, and where that is no use, this tab. */
export interface Places {
  /** The page's policy refuses frames; `refusal` says when that is found out. */
  refused: boolean;
  refusal: Promise<void>;
  layer(): DrawnLayer;
  frame(): Framed;
  dropFrame(): void;
  /** Null when the browser opens none, or none that could talk to this page. */
  window(): Opened | null;
  /** A window would not hear this page. */
  deaf: boolean;
  tab(click: Click, onBack: () => void): void;
}

export type Framed = { frame: HTMLIFrameElement; ask: Ask };
export type Opened = { popup: Window; ask: Ask };

export const frameTimeoutMs = 15_000;
const lookAtWindowMs = 400;

/** One opening of the checkout, from the click to its end. */
export function walk(places: Places, click: Click, events: ModalEvents): Promise<Outcome> {
  return new Promise((resolve) => {
    const layer = places.layer();
    const ended = new AbortController();
    const until = { signal: ended.signal };
    const unlockPage = lockPage();
    let signed = false;
    let send: ((message: FromPage) => void) | null = null;
    let inWindow: Opened | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const end = (why: Closing, failure?: unknown) => {
      if (ended.signal.aborted) return;
      ended.abort();
      clearTimeout(timer);
      unlockPage();
      layer.dialog.close();
      if (inWindow) shut(inWindow);
      resolve({ status: signed ? 'signed' : failure ? 'failed' : 'closed' });
      if (failure) events.failed(failure as Error);
      events.closed({ why });
    };
    const left = () => end(signed ? 'done' : 'cancelled');

    const hear = async (message: FromFrame) => {
      if (message.type === 'shown') {
        events.shown();
        if (inWindow) return;
        clearTimeout(timer);
        layer.show(places.frame().frame);
      } else if (message.type === 'closed') {
        end(message.why);
      } else {
        signed ||= message.type === 'signed';
        const heard = await tellEvents(message, events);
        if (message.type === 'signed') send?.({ type: heard ? 'heard' : 'unheard' });
      }
    };
    const talk = (ask: Ask) =>
      ask({ ...asked, flexpay: 'open' }, (port) => {
        port.onmessage = (event) => hear(event.data);
        send = (message) => port.postMessage(message);
      });
    const say = (onGo: () => void, onLeave = left) => {
      clearTimeout(timer);
      events.shown();
      layer.say(click.locale ?? (/^es/i.test(navigator.language) ? 'es' : 'en'), { onGo, onLeave });
    };

    const byTab = () => {
      layer.open();
      // A page that the browser had kept can't know what became of it, which another load may have heard: it only ends.
      places.tab(asked, () => end('done'));
    };
    const byWindow = () => {
      inWindow = places.window();
      if (inWindow) {
        const { popup, ask } = inWindow;
        talk(ask);
        say(() => popup.focus());
        timer = setInterval(() => popup.closed && onShut(), lookAtWindowMs);
      } else if (navigator.userActivation?.isActive) {
        byTab();
      } else {
        // Without a press of the shopper's own no window opens, and nobody is sent away.
        say(byWindow);
      }
    };
    // Shut before it said a word: a policy of this page has cut it off, or the shopper did. They say which.
    const onShut = () => {
      if (send) return left();
      places.deaf = true;
      say(byTab);
    };

    // The frame asks before it closes; until it has loaded there is nothing to ask about.
    const askToClose = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      event.preventDefault();
      if (send && !inWindow) send({ type: 'escape' });
      else left();
    };
    layer.dialog.addEventListener('cancel', askToClose, until);
    layer.dialog.addEventListener('keydown', askToClose, until);

    let asked = click;
    try {
      if (window.origin === 'null') throw new Error('FlexSDK: this page is sandboxed.');
      asked = { ...click, order: click.order === null ? null : asData(click.order) };
      if (places.refused) return byWindow();
      void places.refusal.then(() => ended.signal.aborted || say(byWindow));
      timer = setTimeout(() => {
        places.dropFrame();
        say(byWindow, () => end('cancelled', new Error('FlexSDK: the checkout did not load.')));
      }, frameTimeoutMs);
      layer.open();
      talk(places.frame().ask);
    } catch (error) {
      end('cancelled', error);
    }
  });
}

/** Shuts a window; one that is only just opening may miss the first word. */
export function shut({ popup }: Opened): void {
  popup.close();
  setTimeout(() => popup.close(), 999);
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
