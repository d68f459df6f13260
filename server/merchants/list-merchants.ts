import type { ListMerchantsAnswer, ListMerchantsQuery } from '#contract/v3/operator.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { accounts } from './merchant-store.ts';
import { merchantView } from './merchant-view.ts';

const limitDefault = 20;

/** The stores of this platform, newest first; with `name` those whose name has it in them. */
export async function listMerchants(
  house: House,
  { page = 1, limit = limitDefault, name }: ListMerchantsQuery,
): Promise<Outcome<ListMerchantsAnswer>> {
  const { found, count } = await accounts(house, { name: name ?? null, offset: (page - 1) * limit, limit });
  return done({
    merchants: found.map((account) => merchantView(house, account)),
    meta: { count, totalPages: Math.ceil(count / limit), page, limit },
  });
}
