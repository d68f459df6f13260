import type { ProfileBody } from '#contract/modal/bodies.ts';
import { e164 } from '#core/application/contact.ts';
import { faultWords } from '#server/applications/fault-words.ts';
import { contactFaults } from '#server/applications/field-faults.ts';
import { type ContactDetails, changeCustomer } from '#server/customers/change-customer.ts';
import { createUser } from '#server/customers/create-user.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { startLogin } from '#server/customers/logins.ts';
import { hashPassword, passwordFault } from '#server/customers/password.ts';
import { personById } from '#server/customers/person.ts';
import type { House } from '#server/house.ts';
import { dayInState } from '#server/moment.ts';
import { done, isRefused, type Outcome } from '#server/outcome.ts';
import { isLoggedIn, type Session, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';
import { wrongField, wrongFields } from './wrong-field.ts';
import { wrongWords } from './wrong-words.ts';

/**
 * Who the shopper is and where they live. A new address makes a customer here; a state that is not served is told at
 * once, before any sensitive question (button-and-modal 2).
 */
export async function giveProfile(
  house: House,
  { session, merchant, body, device }: Turn<ProfileBody>,
): Promise<Outcome<SessionChange>> {
  const customerId = isLoggedIn(house, session) ? session.customerId : null;
  const person = customerId === null ? null : await personById(house, customerId);
  const choosesPassword = person === null || person.passwordHash === null;
  const password = choosesPassword ? (body.password ?? '') : null;
  const { locale } = session;
  const faults = contactFaults({ ...body, street2: body.street2 ?? null }, locale);
  const passwordWrong = password === null ? null : passwordFault(password, locale);
  if (passwordWrong !== null) faults.push({ path: 'password', message: passwordWrong });
  if (faults.length > 0) return wrongFields(faults, faultWords[locale].again);
  if ('notOffered' in house.rules.rulesFor(body.state, dayInState(house, body.state))) {
    return wrongField('state', wrongWords[locale].stateNotServed);
  }

  const contact = contactOf(body);
  if (person !== null) return changed(house, person.customerId, { contact, password });
  return created(house, session, {
    merchantId: merchant.merchantId,
    userAgent: device.userAgent,
    contact,
    password: password ?? '',
  });
}

async function created(
  house: House,
  session: Session,
  { userAgent, ...person }: { merchantId: string; userAgent: string; contact: ContactDetails; password: string },
): Promise<Outcome<SessionChange>> {
  const { firstName, lastName } = person.contact;
  const user = await createUser(house, {
    ...person,
    email: session.email ?? '',
    firstName,
    lastName,
    resetPassword: false,
    locale: session.locale,
  });
  // Somebody made a customer of this address meanwhile: then it is known, and asks for its password.
  if (isRefused(user)) return user.refused === 'UserAlreadyExists' ? done({ step: 'email' }) : user;
  const customerId = user.answer.userId;
  const { write, ...login } = startLogin(house, { customerId, userAgent });
  return done({ customerId, login, step: 'personal' }, ...user.writes, write);
}

async function changed(
  house: House,
  customerId: string,
  { contact, password }: { contact: ContactDetails; password: string | null },
): Promise<Outcome<SessionChange>> {
  const facts = await customerFacts(house, customerId);
  if (facts === null) return done({ step: 'email' });
  const passwordHash = password === null ? null : await hashPassword(password);
  const change = passwordHash === null ? { contact } : { contact, passwordHash };
  return done({ step: 'personal' }, changeCustomer(house, facts, change));
}

function contactOf(body: ProfileBody): ContactDetails {
  return {
    firstName: body.firstName.trim(),
    lastName: body.lastName.trim(),
    mobilePhone: e164(body.mobilePhone) ?? '',
    street1: body.street1.trim(),
    street2: body.street2?.trim() || null,
    city: body.city.trim(),
    state: body.state,
    postalCode: body.postalCode.trim(),
    marketingOptIn: body.optInMarketing,
  };
}
