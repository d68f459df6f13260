import type { PasswordBody } from '#contract/modal/bodies.ts';
import { lockMinutes, passwordLogin } from '#server/customers/password-login.ts';
import type { House } from '#server/house.ts';
import type { Outcome } from '#server/outcome.ts';
import { logIn } from './log-in.ts';
import type { SessionChange } from './session.ts';
import type { Turn } from './turn.ts';
import { wrongField } from './wrong-field.ts';

/** Logs in with the password. Wrong is one message, whatever was wrong. */
export async function givePassword(house: House, turn: Turn<PasswordBody>): Promise<Outcome<SessionChange>> {
  const { session, body } = turn;
  if (body.password === '') return wrongField('password', 'Enter your password.');
  const login = await passwordLogin(house, { email: session.email ?? '', password: body.password });
  if ('no' in login) return wrongField('password', whyNot[login.no]);
  return logIn(house, turn, login.person.customerId, ...login.writes);
}

/** The same for an address that nobody has. */
export const whyNot = {
  wrong: 'The e-mail address and the password do not fit together.',
  locked: `Too many tries. Wait ${lockMinutes} minutes, or have a code sent to you.`,
} as const;
