import { checkEmail, checkName, normaliseEmail } from '#core/application/contact.ts';
import type { Day } from '#core/calendar/day.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import type { ContactDetails } from './change-customer.ts';
import { customerIdByEmail, insertCustomer } from './customer-store.ts';
import { issuePasscode } from './issue-passcode.ts';
import { hashPassword, passwordFault } from './password.ts';

export type CreateUser = {
  merchantId: string;
  email: string;
  firstName: string;
  lastName: string;
  password?: string | undefined;
  /** Whether the customer is sent a code to choose a password with; without a password they are unless this says no. */
  resetPassword?: boolean | undefined;
  /** The language they are written in, where somebody has said it. */
  locale?: Language | undefined;
  /** Where they live, when that is known from the start. Checked by whoever asked for it. */
  contact?: ContactDetails | undefined;
  dateOfBirth?: Day | undefined;
};

/**
 * Makes a customer, known to this merchant (api-v3 3.1). E-mail addresses are compared in lower case.
 * Refuses with ValidationError naming every field at fault, UserAlreadyExists.
 */
export async function createUser(house: House, wanted: CreateUser): Promise<Outcome<{ userId: string }>> {
  const fields = faultsOf(wanted);
  if (fields.length > 0) {
    return refuse('ValidationError', 'Some of the customer’s details are not right.', { fields });
  }
  const email = normaliseEmail(wanted.email);
  if ((await customerIdByEmail(house, email)) !== null) {
    return refuse('UserAlreadyExists', 'A customer with this e-mail address exists. Log them in instead.', { email });
  }

  const customerId = newId(house);
  const { password, resetPassword = password === undefined } = wanted;
  const customer = insertCustomer(house, {
    customerId,
    merchantId: wanted.merchantId,
    email,
    firstName: wanted.firstName.trim(),
    lastName: wanted.lastName.trim(),
    passwordHash: password === undefined ? null : await hashPassword(password),
    locale: wanted.locale ?? null,
    contact: wanted.contact ?? null,
    dateOfBirth: wanted.dateOfBirth ?? null,
    createdAt: now(house),
  });
  return done(
    { userId: customerId },
    ...customer,
    ...(resetPassword ? passwordCode(house, { customerId, email, language: wanted.locale ?? null }) : []),
  );
}

function passwordCode(
  house: House,
  { customerId, email, language }: { customerId: string; email: string; language: Language | null },
): Write[] {
  const { code, minutes, writes } = issuePasscode(house, { customerId, purpose: 'password', phone: null });
  const text = messagesIn(language).password_reset({ brand: house.settings.brand, code, minutes });
  return [...writes, writeMessage(house, { customerId, to: email, channel: 'email', kind: 'password_reset', ...text })];
}

function faultsOf(wanted: CreateUser): { path: string; message: string }[] {
  const nameFault = 'A name has 1 to 50 letters, spaces, hyphens, apostrophes and periods.';
  const password = wanted.password === undefined ? null : passwordFault(wanted.password);
  return [
    ...(checkEmail(wanted.email) === 'ok' ? [] : [{ path: 'email', message: 'This is not an e-mail address.' }]),
    ...(checkName(wanted.firstName) === 'ok' ? [] : [{ path: 'firstName', message: nameFault }]),
    ...(checkName(wanted.lastName) === 'ok' ? [] : [{ path: 'lastName', message: nameFault }]),
    ...(password === null ? [] : [{ path: 'password', message: password }]),
  ];
}
