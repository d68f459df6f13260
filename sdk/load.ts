import type { FlexSDK } from './public.ts';

export interface LoadOptions {
  /** The public key of your account. */
  authKey: string;
  /** Where FlexPay runs, as `https://pay.example`. */
  origin: string;
  /** Of your page's Content-Security-Policy, where it lets scripts in by nonce. */
  nonce?: string;
}

const loading = new Map<string, Promise<FlexSDK>>();

/**
 * Loads FlexPay's script into the page, once, and resolves with `FlexSDK`. Rejects when it can't be had, as with a key that
 * is not known; the next call tries again. Importing this does nothing, so it may be imported on a server.
 */
export function loadFlexPay({ authKey, origin, nonce }: LoadOptions): Promise<FlexSDK> {
  const address = `${new URL(origin).origin}/sdk/js?authKey=${encodeURIComponent(authKey)}`;
  const begun = loading.get(address);
  if (begun) return begun;
  const loaded = new Promise<FlexSDK>((resolve, reject) => {
    const script = document.createElement('script');
    if (nonce) script.nonce = nonce;
    script.onload = () => resolve(window.FlexSDK);
    script.onerror = () => {
      loading.delete(address);
      script.remove();
      reject(new Error('FlexPay: the script could not be loaded. Check authKey, origin and the policy of the page.'));
    };
    // No text becomes code here but an address of ours; pages with Trusted Types allow it by the name `flexpay`.
    script.src = trusted(address);
    document.head.append(script);
  });
  loading.set(address, loaded);
  return loaded;
}

type Policy = { createScriptURL(text: string): string };
let policy: Policy | undefined;

function trusted(address: string): string {
  const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
  policy ??= trustedTypes?.createPolicy('flexpay', { createScriptURL: (text) => text });
  return policy?.createScriptURL(address) ?? address;
}
