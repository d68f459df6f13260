import type { PasscodeBody } from '#contract/modal/bodies.ts';
import { checkPasscode } from '#server/customers/check-passcode.ts';
import type { House } from '#server/house.ts';
import { done, isRefused, type Outcome } from '#server/outcome.ts';
import { logIn } from './log-in.ts';
import type { SessionChange } from './session.ts';
import type { Turn } from './turn.ts';
import { wrongField } from './wrong-field.ts';
import { wrongWords } from './wrong-words.ts';

/** Logs in with the code that was sent. */
export async function giveLoginCode(house: House, turn: Turn<PasscodeBody>): Promise<Outcome<SessionChange>> {
  const { customerId } = turn.session;
  if (customerId === null) return done({ step: 'email' });
  const checked = await checkPasscode(house, { customerId, purpose: 'login', code: turn.body.passcode });
  if (isRefused(checked)) return wrongField('passcode', wrongWords[turn.session.locale].passcode);
  return logIn(house, turn, customerId, ...checked.writes);
}
