import type { ButtonOptions, PayButton } from './button.ts';
import { payButton, recover } from './button.ts';
import { modalLayer } from './modal-layer.ts';

// `document.currentScript` is there only while the script first runs; pages use the SDK later, in `script.onload`.
const script = new URL((document.currentScript as HTMLScriptElement).src);
const layer = modalLayer({ origin: script.origin, authKey: script.searchParams.get('authKey') ?? '' });

/** What a merchant's page sees: `FlexSDK.Button({ createOrder, onSign }).render('#box')` (button-and-modal 1). */
const sdk = {
  Button: (options: ButtonOptions): PayButton => payButton(layer, options),
  /** Tells `onSign` of a lease whose signature this page has not taken; resolves to whether there was one. */
  recover: (asked: { onSign?: ButtonOptions['onSign'] } = {}): Promise<boolean> => recover(layer, asked),
};

declare global {
  interface Window {
    FlexSDK: typeof sdk;
  }
}

window.FlexSDK = sdk;
