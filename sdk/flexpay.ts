import type { ApplyOptions, ButtonOptions, PayButton } from './button.ts';
import { apply, payButton, recover } from './button.ts';
import { takeReturn } from './go-by-tab.ts';
import { modalLayer, type Outcome } from './modal-layer.ts';
import { definePriceMessage } from './price-message.ts';

// `document.currentScript` is there only while the script first runs; pages use the SDK later, in `script.onload`.
const script = new URL((document.currentScript as HTMLScriptElement).src);
const home = { origin: script.origin, authKey: script.searchParams.get('authKey') ?? '' };
takeReturn();
const layer = modalLayer(home);
definePriceMessage(home);

/** What a merchant's page sees: `FlexSDK.Button({ createOrder, onSign }).render('#box')` (button-and-modal 1). */
const sdk = {
  Button: (options: ButtonOptions): PayButton => payButton(layer, options),
  /** The modal without a cart, ending at the decision: `onApply({ userId })` names who applied, to be asked of the API. */
  apply: (options?: ApplyOptions): Promise<Outcome> => apply(layer, options),
  /** Tells `onSign` of a lease whose signature this page has not taken; resolves to whether there was one. */
  recover: (asked: { onSign?: ButtonOptions['onSign'] } = {}): Promise<boolean> => recover(layer, asked),
};

declare global {
  interface Window {
    FlexSDK: typeof sdk;
  }
}

window.FlexSDK = sdk;
