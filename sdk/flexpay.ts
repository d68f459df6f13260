import { apply, payButton, recover } from './button.ts';
import { takeReturn } from './go-by-tab.ts';
import { modalLayer } from './modal-layer.ts';
import { definePriceMessage } from './price-message.ts';
import type { FlexSDK } from './public.ts';

// `document.currentScript` is there only while the script first runs; pages use the SDK later, in `script.onload`.
const script = new URL((document.currentScript as HTMLScriptElement).src);
const home = { origin: script.origin, authKey: script.searchParams.get('authKey') ?? '' };
const of = home.origin + home.authKey;

/** What a merchant's page sees (button-and-modal 1). A second tag of the same account changes nothing. */
type Known = FlexSDK & { of: string };
if ((window.FlexSDK as Known | undefined)?.of !== of) {
  takeReturn();
  const layer = modalLayer(home);
  definePriceMessage(home);
  const sdk: Known = {
    of,
    Button: (options) => payButton(layer, options),
    apply: (options) => apply(layer, options),
    recover: (handlers) => recover(layer, handlers),
  };
  window.FlexSDK = sdk;
}
