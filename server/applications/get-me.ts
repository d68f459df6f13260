import type { House } from '#server/house.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { readUsers } from './read-users.ts';
import { type UserView, userViewOf, type Viewer } from './user-view.ts';

/** The customer a token speaks for, with their decision and their transactions at this merchant (api-v3 3.3). */
export async function getMe(house: House, of: Viewer & { customerId: string }): Promise<Outcome<UserView>> {
  const [known] = await readUsers(house, { merchantId: of.merchantId, customerIds: [of.customerId] });
  if (known === undefined) return refuse('UserNotFound', 'There is no such customer.');
  return done(userViewOf(house, known, of));
}
