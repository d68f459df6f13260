import type { House } from '#server/house.ts';
import { allowedOrigins } from '#server/merchants/allowed-origins.ts';
import { type Refused, refuseMember } from '#server/outcome.ts';

/**
 * The page of the store that a shopper goes back to, as browsers spell it. In production it has to lie on one of the
 * merchant's own origins, so that our address never forwards anybody to a stranger's; the sandbox takes any.
 */
export async function readReturnUrl(
  house: House,
  { merchantId, returnUrl }: { merchantId: string; returnUrl: string | undefined },
): Promise<{ url: string | null } | Refused> {
  if (returnUrl === undefined) return { url: null };
  const url = URL.canParse(returnUrl) ? new URL(returnUrl) : null;
  const isPage = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (!isPage) return refuseMember('returnUrl', 'must be the address of a page, like https://shop.example/orders');
  if (house.settings.mode === 'sandbox') return { url: url.href };
  const origins = await allowedOrigins(house, merchantId);
  const isTheirs = origins !== 'any' && origins.includes(url.origin);
  return isTheirs
    ? { url: url.href }
    : refuseMember('returnUrl', 'must lie on an origin that is registered for this merchant');
}
