import { customerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { isLoggedIn, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';
import { hasApproval } from './where-next.ts';

/** From the decision on to the price of this cart. */
export async function goToReview(house: House, { session }: Turn): Promise<Outcome<SessionChange>> {
  if (!isLoggedIn(house, session) || session.cart === null) return done({});
  const facts = await customerFacts(house, session.customerId);
  return done(facts !== null && hasApproval(house, facts) ? { step: 'review' } : {});
}
