import { drawButton } from './draw-button.ts';
import type { Language, ModalEvents, ModalLayer } from './modal-layer.ts';
import type { ApplyOptions, ButtonOptions, Outcome, PayButton } from './public.ts';
import { signOnce } from './sign-once.ts';

const drawn = new WeakMap<Element, Element>();
/** The button that was drawn last: a signature that the page has not taken is told to it. */
let latest: ButtonOptions | null = null;

/** A payment button that opens the modal with the order the page creates at the click. */
export function payButton(layer: ModalLayer, options: ButtonOptions): PayButton {
  if (typeof options?.createOrder !== 'function') throw new TypeError('FlexSDK: Button needs a createOrder.');

  const hosts = new Set<Element>();
  const locale = languageOf(options.locale);
  return {
    render(target) {
      const box = typeof target === 'string' ? document.querySelector(target) : target;
      if (!(box instanceof Element)) throw new Error(`FlexSDK: there is no element ${target} to render into.`);
      const { host, button } = drawButton({ ...options.style, language: locale });
      button.onclick = () => press(layer, options, { button, locale });
      for (const near of ['pointerenter', 'focus']) {
        button.addEventListener(near, () => layer.warm(), { once: true, passive: true });
      }
      drawn.get(box)?.remove();
      drawn.set(box, host);
      hosts.add(host);
      box.append(host);
      latest = options;
      whenIdle(() => lookOnce(layer));
    },
    unmount() {
      for (const host of hosts) host.remove();
      hosts.clear();
      if (latest === options) latest = null;
    },
    isEligible: () => 'adoptedStyleSheets' in document && 'HTMLDialogElement' in window && window.origin !== 'null',
  };
}

/**
 * Tells what a checkout in this tab brought back, and of a lease that was signed on this device and that this page has not
 * taken, because it died or its handler failed, once (rulings 17). True when there was one and it was taken. The page's
 * last button is told unless handlers are given.
 */
export async function recover(layer: ModalLayer, handlers: Handlers | null = latest, always = true): Promise<boolean> {
  return handlers ? layer.recover(eventsOf(handlers), { always }) : false;
}

let looked = false;

function lookOnce(layer: ModalLayer): void {
  layer.warm();
  if (looked) return;
  looked = true;
  void recover(layer, latest, false);
}

type Drawn = { button: HTMLButtonElement; locale: Language | undefined };

async function press(layer: ModalLayer, options: ButtonOptions, { button, locale }: Drawn): Promise<void> {
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  const leaveRoom = layer.makeRoom();
  const events: ModalEvents = {
    // Without the handler it has heard all that it wants to.
    ...eventsOf(options, button, true),
    shown: () => {
      button.ariaBusy = 'false';
    },
  };
  // Without a cart is `apply`: an order of null here is a page's mistake, and is refused as one.
  const create = (order: unknown) => layer.open({ order: order ?? undefined, locale }, events);
  try {
    await options.createOrder({}, { transaction: { create } });
  } catch (error) {
    tell(options, 'onError', error);
  } finally {
    leaveRoom();
    button.ariaBusy = 'false';
  }
}

/**
 * Opens the modal without a cart: it ends at the decision. Resolves when it is closed and never rejects. A signature that
 * the page has not taken comes first here too; it goes to the last button.
 */
export function apply(layer: ModalLayer, options: ApplyOptions = {}): Promise<Outcome> {
  const handlers: Handlers = {
    ...options,
    get onSign() {
      return latest?.onSign;
    },
  };
  const events = eventsOf(handlers, document.activeElement as HTMLElement | null);
  return layer.open({ order: null, locale: languageOf(options.locale) }, events);
}

/** `heardAnyway`: what is said of a signature where nobody listens. Else the next page that listens is told. */
function eventsOf(options: Handlers, focusAfter?: HTMLElement | null, heardAnyway = false): ModalEvents {
  return {
    shown() {},
    decision: ({ status, limitCents }) => {
      tell(options, 'onDecision', btoa(JSON.stringify({ decision: status, spendingLimit: limitCents / 100 })));
      if (status === 'denied') tell(options, 'onDeny');
    },
    applied: ({ userId }) => tell(options, 'onApply', { userId }),
    signed: async (data) =>
      options.onSign ? signOnce(data, options.onSign, (error) => tell(options, 'onError', error)) : heardAnyway,
    failed: (said) =>
      tell(
        options,
        'onError',
        said instanceof Error ? said : Object.assign(new Error(said.message), { code: said.code }),
      ),
    closed: ({ why }) => {
      focusAfter?.focus();
      if (why === 'cancelled') tell(options, 'onCancel');
      if (why === 'returned') tell(options, 'onReturnToStore');
      tell(options, 'onClose');
    },
  };
}

type Handlers = Partial<ButtonOptions & ApplyOptions>;
type Callback = 'onApply' | 'onDecision' | 'onDeny' | 'onCancel' | 'onReturnToStore' | 'onClose' | 'onError';

// A page's own mistake in a callback must not take the button down with it.
function tell(options: Handlers, callback: Callback, data?: unknown): void {
  Promise.resolve()
    .then(() => (options[callback] as ((data?: unknown) => unknown) | undefined)?.(data))
    .catch((error) => console.error(`FlexSDK: ${callback} failed.`, error));
}

// A page may name a region with it, as in `es-MX`; a language that we do not speak counts as none.
function languageOf(locale: unknown): Language | undefined {
  const language = String(locale).slice(0, 2).toLowerCase();
  return language === 'en' || language === 'es' ? language : undefined;
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 300);
}
