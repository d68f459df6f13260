import { checkEmail } from '#core/application/contact.ts';
import { checkIdentityNumber } from '#core/application/identity-number.ts';
import { applicationLifecycle } from '#core/application/lifecycle.ts';
import { payFrequencyOf } from '#core/application/pay-frequency.ts';
import type { LenderPlace } from '#core/application/waterfall.ts';
import { centsOf } from '#core/money/decimal.ts';
import { changeCustomer } from '#server/customers/change-customer.ts';
import type { Device } from '#server/customers/consent.ts';
import { createUser } from '#server/customers/create-user.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { findByNumbers } from '#server/customers/find-by-numbers.ts';
import { findCustomerByEmail } from '#server/customers/find-customer.ts';
import { identityIndexOf, keepIdentity } from '#server/customers/identity.ts';
import { linkCustomer } from '#server/customers/link-customer.ts';
import { passwordFault } from '#server/customers/password.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { dayInState, now } from '#server/moment.ts';
import { done, isRefused, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { blindIndexes } from '#server/secrets/blind-index.ts';
import type { Application } from './application.ts';
import { insertApplication, latestApplication, updateAnswers } from './application-store.ts';
import { consentsOfStore } from './consents-of-store.ts';
import { contactGiven } from './contact-given.ts';
import {
  type ContactAnswers,
  contactFaults,
  type FieldFault,
  type PersonalAnswers,
  personalFaults,
} from './field-faults.ts';
import { noteSubmission, type Origin } from './note-submission.ts';
import { insertPrequal, type Prequal, prequalOfApplication } from './prequal-store.ts';
import { statusOf } from './user-view.ts';
import { wireFaults } from './wire-faults.ts';

/** What a partner tells of a person before the bank account is known (api-v3 4.6). */
export type OpenPrequal = {
  merchantId: string;
  email: string;
  password: string | undefined;
  contact: ContactAnswers;
  personal: PersonalAnswers & { ssn: string };
  optInMarketing: boolean;
  /** The lenders that the customer agreed to be sent to first. */
  lenders: readonly LenderPlace[];
  origin: Origin;
} & Device;

/** The prequalification, and the application that it is about: a draft, or one whose decision stands. */
export type OpenedPrequal = { prequal: Prequal; application: Application };

/**
 * Makes or finds the customer, and begins an application that still lacks its bank account: all of it or nothing. An
 * e-mail address that is taken is the same person only where both numbers on file are the same; a stranger with it is
 * refused as anywhere, so that nobody rewrites another's address. Refuses with ValidationError, UserAlreadyExists,
 * ApplicationInProgress, and as `noteSubmission`.
 */
export async function openPrequal(house: House, wanted: OpenPrequal): Promise<Outcome<OpenedPrequal>> {
  const { email } = wanted;
  const identity = checkIdentityNumber(wanted.personal.ssn, { sandbox: house.settings.mode === 'sandbox' });
  const fields = faultsOf(house, wanted);
  if (fields.length > 0 || !identity.ok) {
    return refuse('ValidationError', 'Some of the applicant’s details are not right.', { fields });
  }
  const contact = contactGiven(wanted.contact, { marketingOptIn: wanted.optInMarketing });
  const numbers = { ssn: identity.digits, mobilePhone: contact.mobilePhone };
  const customerId = await findCustomerByEmail(house, email);
  if (customerId === null) {
    const { merchantId, password, personal } = wanted;
    const { firstName, lastName } = contact;
    const person = { merchantId, email, password, firstName, lastName, contact, dateOfBirth: personal.dateOfBirth };
    const made = await createUser(house, person);
    if (isRefused(made)) return made;
    const begun = begin(house, made.answer.userId, wanted, null);
    const counted = await count(house, begun.opened, wanted, { contact, ssn: numbers.ssn });
    if ('refused' in counted) return counted;
    const { userId } = made.answer;
    return done(begun.opened, ...made.writes, ...begun.writes, ...told(house, userId, wanted, numbers.ssn), ...counted);
  }
  // Both numbers, as a search would ask for them: an address alone is no proof of being its owner.
  if (!(await findByNumbers(house, numbers)).includes(customerId)) return taken(email);
  return goOn(house, customerId, wanted, { contact, ssn: numbers.ssn });
}

/** A customer who is known applies again, or goes on where they were. */
async function goOn(
  house: House,
  customerId: string,
  wanted: OpenPrequal,
  { contact, ssn }: { contact: ReturnType<typeof contactGiven>; ssn: string },
): Promise<Outcome<OpenedPrequal>> {
  const { merchantId } = wanted;
  const [facts, latest] = await Promise.all([
    customerFacts(house, customerId),
    latestApplication(house, customerId, { drafts: true }),
  ]);
  if (facts === null) return refuse('UserNotFound', 'There is no such customer.');
  const status = latest === null ? null : statusOf(house, latest, facts.address?.state ?? null);
  if (status === 'pending' || status === 'error') {
    return refuse('ApplicationInProgress', 'This person’s application is being decided. Search for them later.');
  }
  const link = linkCustomer(house, { merchantId, customerId });
  const standing = latest !== null && (status === 'approved' || isDraft(latest)) ? latest : null;
  const earlier =
    standing === null
      ? null
      : await prequalOfApplication(house, { customerId, merchantId, applicationId: standing.applicationId });
  const begun = begin(house, customerId, wanted, standing, earlier);
  // What an approval rests on is not told anew.
  if (standing !== null && !isDraft(standing)) return done(begun.opened, ...begun.writes, link);
  const counted = await count(house, begun.opened, wanted, { contact, ssn });
  if ('refused' in counted) return counted;
  const change = changeCustomer(house, facts, { contact, dateOfBirth: wanted.personal.dateOfBirth });
  return done(begun.opened, ...begun.writes, link, change, ...told(house, customerId, wanted, ssn), ...counted);
}

/** It counts as it begins: each one is a look at a person, whether or not they go on with it. */
function count(
  house: House,
  { application }: OpenedPrequal,
  { email, origin }: OpenPrequal,
  { contact, ssn }: { contact: ReturnType<typeof contactGiven>; ssn: string },
): ReturnType<typeof noteSubmission> {
  const { customerId, applicationId } = application;
  const identity = identityIndexOf(house, { ssn, email });
  const { mobilePhone } = contact;
  return noteSubmission(house, {
    customerId,
    applicationId,
    identity,
    identityNames: blindIndexes(house, 'ssn', ssn),
    email,
    mobilePhone,
    address: contact,
    bank: null,
    origin,
  });
}

const isDraft = ({ state }: Application): boolean => state === applicationLifecycle.start;

function begin(
  house: House,
  customerId: string,
  { merchantId, personal }: OpenPrequal,
  standing: Application | null,
  earlier: Prequal | null = null,
): { opened: OpenedPrequal; writes: Write[] } {
  const at = now(house);
  const answers = {
    monthlyIncome: centsOf(personal.monthlyIncome),
    payFrequency: payFrequencyOf(personal.payFrequency),
    nextPayOn: personal.nextPayDate,
    employer: personal.employer?.trim() || null,
  };
  const draft = {
    customerId,
    applicationId: newId(house),
    merchantId,
    state: applicationLifecycle.start,
    createdAt: at,
  };
  const fresh = { ...draft, ...answers, bankAccountId: null, requested: null };
  const undecided = { decision: null, limit: 0, decidedAt: null, expiresOn: null, documentsReceivedAt: null };
  const goesOn = standing !== null && isDraft(standing);
  const application: Application = goesOn
    ? { ...standing, ...answers, version: standing.version + 1 }
    : (standing ?? { ...fresh, ...undecided, version: 1 });
  const { applicationId } = application;
  const prequal = earlier ?? {
    customerId,
    prequalId: newId(house),
    merchantId,
    applicationId,
    version: 1,
    createdAt: at,
  };
  return {
    opened: { prequal, application },
    writes: [
      ...(goesOn ? [updateAnswers(standing, answers)] : []),
      ...(standing === null ? [insertApplication(fresh)] : []),
      ...(earlier === null ? insertPrequal(prequal) : []),
    ],
  };
}

function told(
  house: House,
  customerId: string,
  { email, ipAddress, userAgent, lenders }: OpenPrequal,
  ssn: string,
): Write[] {
  return [
    keepIdentity(house, { customerId, ssn, email }),
    ...consentsOfStore(house, { customerId, lenders, ipAddress, userAgent }),
  ];
}

function taken(email: string): Refused {
  return refuse(
    'UserAlreadyExists',
    'A customer with this e-mail address exists, and the numbers on file are others. Let them log in with a passcode.',
    { email },
  );
}

function faultsOf(house: House, { email, contact, personal, password }: OpenPrequal): FieldFault[] {
  const sandbox = house.settings.mode === 'sandbox';
  const today = dayInState(house, contact.state);
  const weak = password === undefined ? null : passwordFault(password);
  return [
    ...(checkEmail(email) === 'ok' ? [] : [{ path: 'email', message: 'This is not an e-mail address.' }]),
    ...(weak === null ? [] : [{ path: 'password', message: weak }]),
    ...wireFaults([...contactFaults(contact), ...personalFaults(personal, { today, sandbox })]),
  ];
}
