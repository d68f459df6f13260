import { passwordLengthMax, passwordLengthMin, passwordRulesBroken } from '#core/application/password.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { House } from '#server/house.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { changeCustomer } from './change-customer.ts';
import { hashPassword } from './password.ts';
import { forgetTriesOf } from './password-try-store.ts';
import type { Person } from './person.ts';

/**
 * The customer's new password; the one before is gone with it. Whoever owns the address is told, also when it was not
 * them. Refuses with ValidationError what breaks a rule, in this language.
 */
export async function setPassword(
  house: House,
  person: Person,
  password: string,
  language: Language,
): Promise<Outcome<null>> {
  const [broken] = passwordRulesBroken(password, person.email);
  if (broken !== undefined) return refuse('ValidationError', brokenRules[language][broken]);
  const { brand, support } = house.settings;
  const text = messagesIn(language).password_changed({ brand, support, firstName: person.firstName });
  return done(
    null,
    changeCustomer(house, person, { passwordHash: await hashPassword(password) }),
    forgetTriesOf(house, person.email),
    writeMessage(house, {
      customerId: person.customerId,
      to: person.email,
      channel: 'email',
      kind: 'password_changed',
      ...text,
    }),
  );
}

const brokenRules = {
  en: {
    length: `Choose a password of ${passwordLengthMin} to ${passwordLengthMax} characters.`,
    notTheAddress: 'Your e-mail address is no password.',
  },
  es: {
    length: `Elija una contraseña de ${passwordLengthMin} a ${passwordLengthMax} caracteres.`,
    notTheAddress: 'Su correo electrónico no sirve como contraseña.',
  },
};
