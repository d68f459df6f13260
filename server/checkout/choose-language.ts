import type { LanguageBody } from '#contract/modal/bodies.ts';
import { preferLanguage } from '#server/customers/prefer-language.ts';
import type { House } from '#server/house.ts';
import { done, isRefused, type Outcome } from '#server/outcome.ts';
import { makeAgreement } from './make-agreement.ts';
import { isLoggedIn, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/**
 * The shopper reads on in another language, on the same screen; what they are written comes in it too. An agreement that
 * they are reading is made anew in it. One that they have signed, or that a store made before, stays as it was written.
 */
export async function chooseLanguage(house: House, turn: Turn<LanguageBody>): Promise<Outcome<SessionChange>> {
  const { session, body } = turn;
  const chosen = { locale: body.language, localeFrom: 'shopper' } as const;
  if (!isLoggedIn(house, session)) return done(chosen);
  const preferred = preferLanguage({ customerId: session.customerId, language: body.language });
  const isReading = (session.step === 'agreement' || session.step === 'signature') && session.bound === null;
  if (!isReading) return done(chosen, preferred);
  const remade = await makeAgreement(house, { ...turn, session: { ...session, ...chosen } });
  // What stands in the way of a new agreement is said at the review.
  if (isRefused(remade)) return done({ ...chosen, step: 'review' }, preferred);
  return done({ ...remade.answer, ...chosen }, ...remade.writes, preferred);
}
