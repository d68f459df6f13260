import { drawButton } from './draw-button.ts';
import type { ModalLayer, Outcome } from './modal-layer.ts';
import type { SignData } from './sign-once.ts';
import { signOnce } from './sign-once.ts';

/** What a page may hand to `FlexSDK.Button`. Unknown options are ignored (button-and-modal 1). */
export interface ButtonOptions {
  /** Called at the click, never before: pages read their cart inside it. Returns what `create` returned. */
  createOrder(data: object, actions: { transaction: { create(order: unknown): Promise<Outcome> } }): unknown;
  /** A lease was signed. Called once per lease; if it throws or rejects it is called again at the next opening. */
  onSign?(data: SignData): unknown;
  /** Base64 of JSON: the decision and the spending limit in dollars, nothing personal. */
  onDecision?(data: string): unknown;
  onDeny?(): unknown;
  onCancel?(): unknown;
  onReturnToStore?(): unknown;
  onClose?(): unknown;
  onError?(error: unknown): unknown;
}

export interface PayButton {
  /** Draws the button into a selector's first match or an element. Twice is harmless; a missing element throws. */
  render(target: string | Element): void;
}

const drawn = new WeakMap<Element, Element>();

/** A payment button that opens the modal with the order the page creates at the click. */
export function payButton(layer: ModalLayer, options: ButtonOptions): PayButton {
  if (typeof options?.createOrder !== 'function') throw new TypeError('FlexSDK.Button needs a createOrder function.');

  return {
    render(target) {
      const box = typeof target === 'string' ? document.querySelector(target) : target;
      if (!(box instanceof Element)) throw new Error(`FlexSDK: there is no element ${String(target)} to render into.`);
      const { host, button } = drawButton();
      button.addEventListener('click', () => press(layer, options, button));
      for (const near of ['pointerenter', 'focus', 'touchstart']) {
        button.addEventListener(near, () => layer.warm(), { once: true, passive: true });
      }
      drawn.get(box)?.remove();
      drawn.set(box, host);
      box.append(host);
      whenIdle(() => layer.warm());
    },
  };
}

async function press(layer: ModalLayer, options: ButtonOptions, button: HTMLButtonElement): Promise<void> {
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  const create = (order: unknown) =>
    layer.open(order, {
      shown: () => {
        button.ariaBusy = 'false';
      },
      decided: (status, limitCents) => {
        tell(options, 'onDecision', btoa(JSON.stringify({ decision: status, spendingLimit: limitCents / 100 })));
        if (status === 'denied') tell(options, 'onDeny');
      },
      signed: (data) => signOnce(data, options.onSign, (error) => tell(options, 'onError', error)),
      failed: (error) => tell(options, 'onError', error),
      closed: (why) => {
        button.focus();
        if (why === 'cancelled') tell(options, 'onCancel');
        if (why === 'returned') tell(options, 'onReturnToStore');
        tell(options, 'onClose');
      },
    });
  try {
    await options.createOrder({}, { transaction: { create } });
  } catch (error) {
    tell(options, 'onError', error);
  } finally {
    button.ariaBusy = 'false';
  }
}

type Callback = 'onDecision' | 'onDeny' | 'onCancel' | 'onReturnToStore' | 'onClose' | 'onError';

// A page's own mistake in a callback must not take the button down with it.
function tell(options: ButtonOptions, callback: Callback, data?: unknown): void {
  Promise.resolve()
    .then(() => (options[callback] as ((data?: unknown) => unknown) | undefined)?.(data))
    .catch((error) => console.error(`FlexSDK: ${callback} failed.`, error));
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 300);
}
