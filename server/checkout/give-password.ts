import type { PasswordBody } from '#contract/modal/bodies.ts';
import { isPassword } from '#server/customers/password.ts';
import { personById } from '#server/customers/person.ts';
import type { House } from '#server/house.ts';
import type { Outcome } from '#server/outcome.ts';
import { logIn } from './log-in.ts';
import type { SessionChange } from './session.ts';
import type { Turn } from './turn.ts';
import { wrongField } from './wrong-field.ts';

/** Logs in with the password. Wrong is one message, whatever was wrong. */
export async function givePassword(
  house: House,
  { session, body }: Turn<PasswordBody>,
): Promise<Outcome<SessionChange>> {
  if (body.password === '') return wrongField('password', 'Enter your password.');
  const person = session.customerId === null ? null : await personById(house, session.customerId);
  const isRight = await isPassword(body.password, person?.passwordHash ?? null);
  if (!isRight || person === null) {
    return wrongField('password', 'The e-mail address and the password do not fit together.');
  }
  return logIn(house, { session, customerId: person.customerId });
}
