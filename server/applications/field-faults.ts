import { ageOfMajority, ageOn, checkDateOfBirth } from '#core/application/age.ts';
import { checkMobile, checkName, checkPostalCode, checkStreet } from '#core/application/contact.ts';
import { checkIdentityNumber } from '#core/application/identity-number.ts';
import { payFrequencyOf } from '#core/application/pay-frequency.ts';
import { checkAccountNumber, routingVerdict } from '#core/application/routing-number.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import type { Language } from '#core/calendar/day-text.ts';
import { centsOf } from '#core/money/decimal.ts';
import { faultWords } from './fault-words.ts';

/** One answer that can't be right, and what it needs. */
export type FieldFault = { path: string; message: string };

export type ContactAnswers = {
  firstName: string;
  lastName: string;
  mobilePhone: string;
  street1: string;
  street2: string | null;
  city: string;
  state: string;
  postalCode: string;
};

export type PersonalAnswers = {
  dateOfBirth: string;
  /** Null when the number given before stays. */
  ssn: string | null;
  /** Decimal text in dollars, gross. */
  monthlyIncome: string;
  payFrequency: string;
  nextPayDate: Day | null;
  employer: string | null;
};

export type BankAnswers = {
  routingNumber: string;
  accountNumber: string;
  accountType: 'checking' | 'savings';
};

/** What is wrong with the answers about who and where (domain 4.1); empty when nothing is. */
export function contactFaults(answers: ContactAnswers, language: Language = 'en'): FieldFault[] {
  const words = faultWords[language];
  const street = { ok: null, length: words.street, mailbox: words.mailbox };
  return faults({
    firstName: checkName(answers.firstName) === 'ok' ? null : words.name,
    lastName: checkName(answers.lastName) === 'ok' ? null : words.name,
    mobilePhone: checkMobile(answers.mobilePhone) === 'ok' ? null : words.mobilePhone,
    street1: street[checkStreet(answers.street1)],
    street2: (answers.street2 ?? '').length <= placeLengthMax ? null : words.tooLong,
    city: isWithin(answers.city, placeLengthMax) ? null : words.city,
    state: /^[A-Z]{2}$/.test(answers.state) ? null : words.state,
    postalCode: checkPostalCode(answers.postalCode) === 'ok' ? null : words.postalCode,
  });
}

/** What is wrong with the answers about identity and income; empty when nothing is. */
export function personalFaults(
  answers: PersonalAnswers,
  { today, sandbox, language = 'en' }: { today: Day; sandbox: boolean; language?: Language },
): FieldFault[] {
  const words = faultWords[language];
  const income = centsOf(answers.monthlyIncome);
  return faults({
    dateOfBirth: checkDateOfBirth(answers.dateOfBirth, today) === 'ok' ? null : words.dateOfBirth,
    ssn: answers.ssn === null || checkIdentityNumber(answers.ssn, { sandbox }).ok ? null : words.ssn,
    monthlyIncome: income !== null && income >= 0 ? null : words.monthlyIncome,
    payFrequency: payFrequencyOf(answers.payFrequency) === null ? words.payFrequency : null,
    // A pay date that has passed still tells on which days the pay comes.
    nextPayDate:
      answers.nextPayDate === null || answers.nextPayDate <= addDays(today, payDateDaysAheadMax)
        ? null
        : words.payDateFar(payDateDaysAheadMax),
    employer: (answers.employer ?? '').length <= placeLengthMax ? null : words.tooLong,
  });
}

/** Too young to sign where they live; null when old enough (domain 4.1). */
export function ageFault(
  dateOfBirth: Day,
  state: string,
  { today, language = 'en' }: { today: Day; language?: Language },
): FieldFault | null {
  const age = ageOfMajority(state);
  if (ageOn(dateOfBirth, today) >= age) return null;
  return { path: 'dateOfBirth', message: faultWords[language].tooYoung(age) };
}

/** What is wrong with an account; empty when nothing is (domain 4.3). */
export function bankFaults(
  answers: BankAnswers,
  { sandbox, language = 'en' }: { sandbox: boolean; language?: Language },
): FieldFault[] {
  const words = faultWords[language];
  const number = words.routingNumber;
  const routing = {
    ok: null,
    format: number,
    prefix: number,
    checksum: number,
    blocked: words.blockedBank,
  };
  return faults({
    routingNumber: routing[routingVerdict(answers.routingNumber, { sandbox })],
    accountNumber: checkAccountNumber(answers.accountNumber) === 'ok' ? null : words.accountNumber,
  });
}

const placeLengthMax = 100;
const payDateDaysAheadMax = 35;

function isWithin(text: string, lengthMax: number): boolean {
  const length = text.trim().length;
  return length > 0 && length <= lengthMax;
}

function faults(messages: Record<string, string | null>): FieldFault[] {
  return Object.entries(messages).flatMap(([path, message]) => (message === null ? [] : [{ path, message }]));
}
