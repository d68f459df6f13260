import type { EmailBody } from '#contract/modal/bodies.ts';
import { checkEmail, normaliseEmail } from '#core/application/contact.ts';
import { findCustomerByEmail } from '#server/customers/find-customer.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { isLoggedIn, nobody, noProgress, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';
import { wrongField } from './wrong-field.ts';
import { wrongWords } from './wrong-words.ts';

/** The first question. A known address goes on to its password, an unknown one to the profile. */
export async function giveEmail(house: House, { session, body }: Turn<EmailBody>): Promise<Outcome<SessionChange>> {
  const words = wrongWords[session.locale];
  if (checkEmail(body.email) !== 'ok') return wrongField('email', words.email);
  const email = normaliseEmail(body.email);
  // Gone back to look at the address, and it is still theirs.
  if (email === session.email && isLoggedIn(house, session)) return done({ step: 'profile' });
  const customerId = await findCustomerByEmail(house, email);
  if (session.bound !== null && session.bound.customerId !== customerId) {
    return wrongField('email', words.otherAddress);
  }
  // What the store knows of one shopper is not for another.
  const prefill = session.progress.prefill?.email === email ? session.progress.prefill : null;
  const progress = { ...noProgress, prefill };
  return done({ ...nobody, progress, email, customerId, step: customerId === null ? 'profile' : 'password' });
}
