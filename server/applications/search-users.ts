import { e164 } from '#core/application/contact.ts';
import { checkIdentityNumber } from '#core/application/identity-number.ts';
import { findByNumbers, linkCustomers } from '#server/customers/find-by-numbers.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import type { UsersMeta } from './list-users.ts';
import { readUsers } from './read-users.ts';
import { type UserView, userViewOf, type Viewer } from './user-view.ts';

export type FoundUser = UserView & { cardVerified: boolean };

/**
 * The customers whose numbers a partner holds, both of them (api-v3 4.5); who was found is known to the partner from now
 * on. Two queries and one write, whether anybody is found or nobody. Refuses with ValidationError.
 */
export async function searchUsers(
  house: House,
  viewer: Viewer,
  asked: { mobilePhone: string; ssn: string; page?: number; limit?: number },
): Promise<Outcome<{ users: FoundUser[]; meta: UsersMeta }>> {
  const { page = 1, limit = limitDefault } = asked;
  const mobilePhone = e164(asked.mobilePhone);
  const identity = checkIdentityNumber(asked.ssn, { sandbox: house.settings.mode === 'sandbox' });
  if (mobilePhone === null || !identity.ok) {
    const fields = [
      ...(mobilePhone === null ? [{ path: 'mobilePhone', message: 'must be a US mobile number with ten digits' }] : []),
      ...(identity.ok ? [] : [{ path: 'ssn', message: 'must be the nine digits of a Social Security number or ITIN' }]),
    ];
    return refuse('ValidationError', 'A customer is found by a mobile number and a Social Security number.', {
      fields,
    });
  }
  const { merchantId } = viewer;
  const found = await findByNumbers(house, { ssn: identity.digits, mobilePhone });
  const customerIds = found.slice((page - 1) * limit, page * limit);
  const known = await readUsers(house, { merchantId, customerIds });
  return done(
    {
      // A card that is on file was taken on by the processor.
      users: known.map((one) => ({ ...userViewOf(house, one, viewer), cardVerified: one.hasCard })),
      meta: { count: found.length, totalPages: Math.ceil(found.length / limit), page, limit },
    },
    linkCustomers(house, { merchantId, customerIds }),
  );
}

const limitDefault = 10;
