import { apply, payButton, recover } from './button.ts';
import { takeReturn } from './go-by-tab.ts';
import { modalLayer } from './modal-layer.ts';
import { definePriceMessage } from './price-message.ts';
import type { FlexSDK } from './public.ts';

// `document.currentScript` is there only while the script first runs; pages use the SDK later, in `script.onload`.
const script = new URL((document.currentScript as HTMLScriptElement).src);
const home = { origin: script.origin, authKey: script.searchParams.get('authKey') ?? '' };
takeReturn();
const layer = modalLayer(home);
definePriceMessage(home);

/** What a merchant's page sees (button-and-modal 1). A second tag of the same address changes nothing. */
const sdk: FlexSDK & { src: string } = {
  src: script.href,
  Button: (options) => payButton(layer, options),
  apply: (options) => apply(layer, options),
  recover: (handlers) => recover(layer, handlers),
};

if ((window.FlexSDK as typeof sdk | undefined)?.src !== sdk.src) window.FlexSDK = sdk;
