import { merchantCustomers } from '#server/customers/merchant-customers.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { readUsers } from './read-users.ts';
import { type UserView, userViewOf, type Viewer } from './user-view.ts';

export type UsersMeta = { count: number; totalPages: number; page: number; limit: number };

/** A page of the merchant's customers, newest first (api-v3 3.2): two queries, however long the page. */
export async function listUsers(
  house: House,
  viewer: Viewer,
  { page = 1, limit = limitDefault }: { page?: number; limit?: number },
): Promise<Outcome<{ users: UserView[]; meta: UsersMeta }>> {
  const { merchantId } = viewer;
  const { count, customerIds } = await merchantCustomers(house, { merchantId, page, limit });
  const known = await readUsers(house, { merchantId, customerIds });
  return done({
    users: known.map((one) => userViewOf(house, one, viewer)),
    meta: { count, totalPages: Math.ceil(count / limit), page, limit },
  });
}

const limitDefault = 10;
