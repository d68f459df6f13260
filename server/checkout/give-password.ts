import type { PasswordBody } from '#contract/modal/bodies.ts';
import { lockMinutes, passwordLogin } from '#server/customers/password-login.ts';
import type { House } from '#server/house.ts';
import type { Outcome } from '#server/outcome.ts';
import { logIn } from './log-in.ts';
import type { SessionChange } from './session.ts';
import type { Turn } from './turn.ts';
import { wrongField } from './wrong-field.ts';
import { wrongWords } from './wrong-words.ts';

/** Logs in with the password. Wrong is one message, whatever was wrong. */
export async function givePassword(house: House, turn: Turn<PasswordBody>): Promise<Outcome<SessionChange>> {
  const { session, body } = turn;
  const words = wrongWords[session.locale];
  if (body.password === '') return wrongField('password', words.noPassword);
  const login = await passwordLogin(house, { email: session.email ?? '', password: body.password });
  // The same for an address that nobody has.
  if ('no' in login) return wrongField('password', login.no === 'wrong' ? words.password : words.locked(lockMinutes));
  return logIn(house, turn, login.person.customerId, ...login.writes);
}
