import { personById } from '#server/customers/person.ts';
import { preferLanguage } from '#server/customers/prefer-language.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { isLoggedIn, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/**
 * Whoever has just logged in is written to in the language they read here. A commit of its own, after the login: that one
 * may change the customer's row already, and a statement may do so only once.
 */
export async function rememberLanguage(house: House, { session }: Turn): Promise<Outcome<SessionChange>> {
  if (!isLoggedIn(house, session)) return done({});
  const { customerId, locale: language } = session;
  const person = await personById(house, customerId);
  return person === null || person.locale === language ? done({}) : done({}, preferLanguage({ customerId, language }));
}
