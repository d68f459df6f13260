import type { ChangePasswordBody, NewPasswordBody } from '#contract/modal/bodies.ts';
import { linkCustomer } from '#server/customers/link-customer.ts';
import { endLogins, startLogin } from '#server/customers/logins.ts';
import { lockMinutes, passwordLogin } from '#server/customers/password-login.ts';
import { personById } from '#server/customers/person.ts';
import { setPassword } from '#server/customers/set-password.ts';
import type { House } from '#server/house.ts';
import { done, isRefused, type Outcome } from '#server/outcome.ts';
import { arrive } from './arrive.ts';
import { localeFor } from './locale.ts';
import { isLoggedIn, mayReset, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';
import { wrongField } from './wrong-field.ts';
import { wrongWords } from './wrong-words.ts';

/** The new password after a code. It is a login; every other one of the account ends. */
export async function resetPassword(
  house: House,
  { session, body, device }: Turn<NewPasswordBody>,
): Promise<Outcome<SessionChange>> {
  const person = mayReset(house, session) ? await personById(house, session.customerId) : null;
  if (person === null) return done({ step: 'forgot' });
  const { customerId } = person;
  const locale = localeFor(session, person);
  const set = await setPassword(house, person, body.newPassword, locale);
  if (isRefused(set)) return wrongField('newPassword', set.message);
  const { write, ...login } = startLogin(house, { customerId, userAgent: device.userAgent });
  return done(
    { step: 'password-changed', locale, login, progress: { ...session.progress, mayResetSince: null } },
    ...set.writes,
    endLogins(house, { customerId, butNot: login.loginId }),
    write,
    linkCustomer(house, { merchantId: session.merchantId, customerId }),
  );
}

/** On from the confirmation. */
export async function goOn(house: House, { session }: Turn): Promise<Outcome<SessionChange>> {
  return done(isLoggedIn(house, session) ? await arrive(house, session, session.customerId) : { step: 'password' });
}

/** Another password while logged in: the one so far has to be typed. Every other device is logged out. */
export async function changePassword(
  house: House,
  { session, body }: Turn<ChangePasswordBody>,
): Promise<Outcome<SessionChange>> {
  const person = isLoggedIn(house, session) ? await personById(house, session.customerId) : null;
  if (person === null) return done({ step: 'password' });
  if (person.passwordHash !== null) {
    const shown = await passwordLogin(house, { email: person.email, password: body.currentPassword });
    const words = wrongWords[session.locale];
    if ('no' in shown)
      return wrongField('currentPassword', shown.no === 'wrong' ? words.notYours : words.locked(lockMinutes));
  }
  const set = await setPassword(house, person, body.newPassword, session.locale);
  if (isRefused(set)) return wrongField('newPassword', set.message);
  const { customerId } = person;
  return done({}, ...set.writes, endLogins(house, { customerId, butNot: session.login?.loginId ?? null }));
}
