import { normaliseEmail } from '#core/application/contact.ts';
import type { House } from '#server/house.ts';
import { customerIdByEmail } from './customer-store.ts';

/** Which customer has this e-mail address, in any capitals; null when nobody has. */
export async function findCustomerByEmail(house: House, email: string): Promise<string | null> {
  return await customerIdByEmail(house, normaliseEmail(email));
}
