import { endLogin } from '#server/customers/logins.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { nobody, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/**
 * "Not you?": somebody else starts with the same cart, and sees nothing of whoever was here before, who is logged out
 * on this device.
 */
export async function forgetCustomer(house: House, { session }: Turn): Promise<Outcome<SessionChange>> {
  const { customerId, login } = session;
  if (customerId === null || login === null) return done(nobody);
  return done(nobody, endLogin(house, { customerId, loginId: login.loginId }));
}
