import { checkIdentityNumber } from '#core/application/identity-number.ts';
import { applicationAfterAll, awaitingProof } from '#core/application/lifecycle.ts';
import { payFrequencyOf } from '#core/application/pay-frequency.ts';
import type { LenderPlace } from '#core/application/waterfall.ts';
import type { Day } from '#core/calendar/day.ts';
import { centsOf } from '#core/money/decimal.ts';
import { keepBankAccount } from '#server/customers/bank-account.ts';
import { changeCustomer } from '#server/customers/change-customer.ts';
import type { Device } from '#server/customers/consent.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { identityIndexOf, keepIdentity } from '#server/customers/identity.ts';
import { personById } from '#server/customers/person.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { dayInState, now } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { blindIndexes } from '#server/secrets/blind-index.ts';
import type { Application } from './application.ts';
import { insertApplication, latestApplication } from './application-store.ts';
import { consentsOfStore } from './consents-of-store.ts';
import { contactGiven } from './contact-given.ts';
import { isOverdue } from './decide-waiting.ts';
import {
  type BankAnswers,
  bankFaults,
  type ContactAnswers,
  contactFaults,
  type FieldFault,
  personalFaults,
} from './field-faults.ts';
import { noteSubmission, type Origin } from './note-submission.ts';
import { sealTold, type ToldBeside, toldFaults } from './told-beside.ts';
import { statusOf } from './user-view.ts';
import { wireFaults } from './wire-faults.ts';

/** Everything an application asks, at once (api-v3 4.1). */
export type SubmitApplication = {
  merchantId: string;
  customerId: string;
  contact: Omit<ContactAnswers, 'firstName' | 'lastName'>;
  country: string;
  dateOfBirth: string;
  ssn: string;
  monthlyIncome: string;
  payFrequency: string;
  nextPayDate: Day | null;
  employer: string | null;
  bank: BankAnswers;
  requested: string | null;
  optInMarketing: boolean;
  /** The lenders that the customer agreed to be sent to first. */
  lenders?: readonly LenderPlace[];
  told?: ToldBeside;
  origin: Origin;
} & Device;

/**
 * Keeps an application, ready to be decided on. With an approval that is valid, answers that one and writes nothing: to
 * apply again is no second application. Refuses with ApplicationInProgress, ValidationError naming every field, and as
 * `noteSubmission`.
 */
export async function submitApplication(
  house: House,
  wanted: SubmitApplication,
): Promise<Outcome<{ application: Application; isDecided: boolean }>> {
  const { customerId, contact } = wanted;
  const [facts, person, latest] = await Promise.all([
    customerFacts(house, customerId),
    personById(house, customerId),
    latestApplication(house, customerId, { drafts: false }),
  ]);
  if (facts === null || person === null) return refuse('UserNotFound', 'There is no such customer.');
  const status = latest === null ? null : statusOf(house, latest, facts.address?.state ?? null);
  if (latest !== null && status === 'approved') return done({ application: latest, isDecided: true });
  if (latest !== null && (status === 'pending' || status === 'error')) {
    if (isOverdue(house, latest)) return done({ application: latest, isDecided: false });
    return inProgress(latest);
  }

  const fields = faultsOf(house, wanted, person);
  if (fields.length > 0) {
    return refuse('ValidationError', 'Some answers of the application are not right.', { fields });
  }
  const { bankAccountId, accountIndex, accountNames, writes } = await keepBankAccount(house, {
    customerId,
    ...wanted.bank,
  });
  const identity = checkIdentityNumber(wanted.ssn, { sandbox: house.settings.mode === 'sandbox' });
  const ssn = identity.ok ? identity.digits : '';
  const application: Application = {
    customerId,
    applicationId: newId(house),
    merchantId: wanted.merchantId,
    state: applicationAfterAll('draft', 'submit'),
    monthlyIncome: centsOf(wanted.monthlyIncome),
    payFrequency: payFrequencyOf(wanted.payFrequency),
    nextPayOn: wanted.nextPayDate,
    employer: wanted.employer,
    bankAccountId,
    requested: wanted.requested === null ? null : centsOf(wanted.requested),
    decision: null,
    limit: 0,
    decidedAt: null,
    expiresOn: null,
    documentsReceivedAt: null,
    version: 1,
    createdAt: now(house),
  };
  const contacts = contactGiven({ ...contact, ...namesOf(person) }, { marketingOptIn: wanted.optInMarketing });
  const counted = await noteSubmission(house, {
    customerId,
    applicationId: application.applicationId,
    identity: identityIndexOf(house, { ssn, email: person.email }),
    email: person.email,
    mobilePhone: contacts.mobilePhone,
    address: contacts,
    identityNames: blindIndexes(house, 'ssn', ssn),
    bank: { routingNumber: wanted.bank.routingNumber, accountIndex, accountNames },
    origin: wanted.origin,
  });
  if ('refused' in counted) return counted;
  return done(
    { application, isDecided: false },
    changeCustomer(house, facts, {
      contact: contacts,
      dateOfBirth: wanted.dateOfBirth,
    }),
    keepIdentity(house, { customerId, ssn, email: person.email }),
    ...writes,
    insertApplication(application, wanted.told === undefined ? null : sealTold(house, application, wanted.told)),
    ...consentsOfStore(house, wanted),
    ...counted,
  );
}

function inProgress({ state }: Application): Refused {
  const message = awaitingProof.includes(state)
    ? 'This customer has to prove who they are first. Get their questions with verify-questions.'
    : 'This customer’s application is being decided. Ask for the customer later.';
  return refuse('ApplicationInProgress', message);
}

function faultsOf(
  house: House,
  wanted: SubmitApplication,
  person: { firstName: string; lastName: string },
): FieldFault[] {
  const sandbox = house.settings.mode === 'sandbox';
  const today = dayInState(house, wanted.contact.state);
  const country = wanted.country.toUpperCase() === 'US' ? [] : [{ path: 'country', message: 'Must be US.' }];
  return wireFaults([
    ...contactFaults({ ...wanted.contact, ...namesOf(person) }),
    ...country,
    ...personalFaults(wanted, { today, sandbox }),
    ...bankFaults(wanted.bank, { sandbox }),
    ...toldFaults(wanted.told ?? {}),
  ]);
}

const namesOf = ({ firstName, lastName }: { firstName: string; lastName: string }) => ({ firstName, lastName });
