import type { House } from '#server/house.ts';
import { allowedOrigins } from '#server/merchants/allowed-origins.ts';
import { findMerchantByPublicKey } from '#server/merchants/find-merchant.ts';
import type { Merchant } from '#server/merchants/merchant.ts';
import { type Refused, refuse } from '#server/outcome.ts';

/** The store whose page asks: Unauthorized for a public key that is not known, Forbidden for a page that may not. */
export async function askingStore(
  house: House,
  { authKey, parentOrigin }: { authKey: string; parentOrigin: string },
): Promise<Merchant | Refused> {
  const merchant = await findMerchantByPublicKey(house, authKey);
  if (merchant === null)
    return refuse('Unauthorized', 'This store’s key is not known. The store has to check its script.');
  const origins = await allowedOrigins(house, merchant.merchantId);
  if (origins !== 'any' && !origins.includes(parentOrigin)) {
    return refuse('Forbidden', 'This page may not open the checkout of this store.');
  }
  return merchant;
}
