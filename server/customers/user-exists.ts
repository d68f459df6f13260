import { checkEmail, normaliseEmail } from '#core/application/contact.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { customerIdByEmail } from './customer-store.ts';

/** Whether a customer has this e-mail address (api-v3 3.4). Tells who has an account: the route is rate-limited. */
export async function userExists(
  house: House,
  { email }: { email: string },
): Promise<Outcome<{ exists: boolean; userId?: string }>> {
  if (checkEmail(email) !== 'ok') {
    const message = 'This is not an e-mail address.';
    return refuse('ValidationError', message, { fields: [{ path: 'email', message }] });
  }
  const userId = await customerIdByEmail(house, normaliseEmail(email));
  return done(userId === null ? { exists: false } : { userId, exists: true });
}
