import type { MerchantView } from '#contract/v3/operator.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { accountById } from './merchant-store.ts';
import { merchantView } from './merchant-view.ts';

/** A store's account. Refuses with InvalidMerchantId. */
export async function getMerchant(house: House, merchantId: string): Promise<Outcome<MerchantView>> {
  const account = await accountById(house, merchantId);
  return account === null ? noSuchMerchant(merchantId) : done(merchantView(house, account));
}

export function noSuchMerchant(merchantId: string): Refused {
  return refuse('InvalidMerchantId', 'There is no merchant with this id. List the merchants.', { merchantId });
}
