import { consentTexts } from '#contract/modal/consents.ts';
import { checkIdentityNumber } from '#core/application/identity-number.ts';
import { payFrequencyOf } from '#core/application/pay-frequency.ts';
import type { LenderPlace } from '#core/application/waterfall.ts';
import type { Language } from '#core/calendar/day-text.ts';
import { centsOf } from '#core/money/decimal.ts';
import { changeCustomer } from '#server/customers/change-customer.ts';
import { type ConsentKind, type Device, recordConsent, textHash } from '#server/customers/consent.ts';
import { type CustomerFacts, customerFacts } from '#server/customers/customer-facts.ts';
import { identityLast4, keepIdentity } from '#server/customers/identity.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { dayInState, now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { insertApplication, latestApplication, updateAnswers } from './application-store.ts';
import { consentsToLenders } from './consents-to-lenders.ts';
import { faultWords } from './fault-words.ts';
import { ageFault, type FieldFault, type PersonalAnswers, personalFaults } from './field-faults.ts';

/** The second page of an application filled in by the customer. */
export type SavePersonal = {
  merchantId: string;
  customerId: string;
  answers: PersonalAnswers;
  /** Written permission to inquire: without it nothing is kept. */
  inquiryConsent: boolean;
  contactConsent: boolean;
  /** The lenders that the customer agreed to be sent to first; never a condition. */
  lenderConsents: readonly LenderPlace[];
  device: Device;
  /** Of the screen: the consents are to its texts, and what is wrong is said in it. */
  language: Language;
};

/**
 * Keeps identity, income and consents in the draft of the customer's application. Refuses with ValidationError, its
 * fields named as in `PersonalAnswers`; too young to sign is one of them.
 */
export async function savePersonal(house: House, wanted: SavePersonal): Promise<Outcome<null>> {
  const { customerId, answers } = wanted;
  const [facts, latest, last4] = await Promise.all([
    customerFacts(house, customerId),
    latestApplication(house, customerId, { drafts: true }),
    identityLast4(house, customerId),
  ]);
  if (facts?.address == null) return refuse('UserNotFound', 'The customer’s address is not known yet.');
  const fields = faultsOf(house, wanted, { state: facts.address.state, hasIdentity: last4 !== null });
  if (fields.length > 0) return refuse('ValidationError', faultWords[wanted.language].again, { fields });

  const told = {
    monthlyIncome: centsOf(answers.monthlyIncome),
    payFrequency: payFrequencyOf(answers.payFrequency),
    nextPayOn: answers.nextPayDate,
    employer: answers.employer?.trim() || null,
  };
  const draft = latest?.state === 'draft' ? latest : null;
  const application =
    draft === null
      ? insertApplication({
          customerId,
          applicationId: newId(house),
          merchantId: wanted.merchantId,
          state: 'draft',
          ...told,
          bankAccountId: null,
          requested: null,
          createdAt: now(house),
        })
      : updateAnswers(draft, told);
  return done(
    null,
    changeCustomer(house, facts, { dateOfBirth: answers.dateOfBirth }),
    ...identityOf(house, facts, answers.ssn),
    application,
    ...consentsOf(house, wanted),
    ...consentsToLenders(house, { ...wanted, agreed: wanted.lenderConsents }),
  );
}

function faultsOf(
  house: House,
  { answers, inquiryConsent, language }: SavePersonal,
  { state, hasIdentity }: { state: string; hasIdentity: boolean },
): FieldFault[] {
  const words = faultWords[language];
  const today = dayInState(house, state);
  const faults = personalFaults(answers, { today, sandbox: house.settings.mode === 'sandbox', language });
  const isDay = !faults.some(({ path }) => path === 'dateOfBirth');
  const tooYoung = isDay ? ageFault(answers.dateOfBirth, state, { today, language }) : null;
  if (tooYoung !== null) faults.push(tooYoung);
  if (answers.ssn === null && !hasIdentity) {
    faults.push({ path: 'ssn', message: words.ssn });
  }
  if (answers.nextPayDate === null) faults.push({ path: 'nextPayDate', message: words.payDate });
  if (!inquiryConsent) faults.push({ path: 'inquiryConsent', message: words.inquiryConsent });
  return faults;
}

function identityOf(house: House, { customerId, email }: CustomerFacts, ssn: string | null): Write[] {
  const number = ssn === null ? null : checkIdentityNumber(ssn, { sandbox: house.settings.mode === 'sandbox' });
  return number?.ok ? [keepIdentity(house, { customerId, ssn: number.digits, email })] : [];
}

function consentsOf(house: House, { customerId, contactConsent, device, language }: SavePersonal): Write[] {
  const texts = consentTexts[language];
  const agreedTo = (kind: ConsentKind) => (kind === 'contact' ? texts.contact : texts.application);
  const kinds = ['terms', 'privacy', 'inquiry', 'contact'] as const satisfies ConsentKind[];
  return kinds.map((kind) =>
    recordConsent(house, {
      customerId,
      kind,
      given: kind === 'contact' ? contactConsent : true,
      version: agreedTo(kind).version,
      hash: textHash(agreedTo(kind).text),
      ...device,
    }),
  );
}
