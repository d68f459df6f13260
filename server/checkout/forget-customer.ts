import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { nobody, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/** "Not you?": somebody else starts with the same cart, and sees nothing of whoever was here before. */
export async function forgetCustomer(_house: House, _turn: Turn): Promise<Outcome<SessionChange>> {
  return done(nobody);
}
