import type { House } from '#server/house.ts';
import { done, isRefused, type Outcome, refuse } from '#server/outcome.ts';
import { checkPasscode } from './check-passcode.ts';
import { linkCustomer } from './link-customer.ts';
import { personById } from './person.ts';

/**
 * The customer is here: the code they were sent proves it (api-v3 3.8). From now on the merchant knows them.
 * Refuses with UserNotFound, InvalidPasscode.
 */
export async function passcodeLogin(
  house: House,
  given: { merchantId: string; customerId: string; passcode: string },
): Promise<Outcome<{ userId: string }>> {
  const { customerId, merchantId } = given;
  // Both are asked whether there is such a customer or not: what is answered costs the same.
  const [person, checked] = await Promise.all([
    personById(house, customerId),
    checkPasscode(house, { customerId, purpose: 'login', code: given.passcode }),
  ]);
  if (person === null) return refuse('UserNotFound', 'There is no such customer.');
  if (isRefused(checked)) return checked;
  return done({ userId: customerId }, ...checked.writes, linkCustomer(house, { merchantId, customerId }));
}
