import { ageOfMajority, ageOn, checkDateOfBirth } from '#core/application/age.ts';
import { checkMobile, checkName, checkPostalCode, checkStreet } from '#core/application/contact.ts';
import { checkIdentityNumber } from '#core/application/identity-number.ts';
import { payFrequencyOf } from '#core/application/pay-frequency.ts';
import { checkAccountNumber, routingVerdict } from '#core/application/routing-number.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import { centsOf } from '#core/money/decimal.ts';

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
export function contactFaults(answers: ContactAnswers): FieldFault[] {
  const name = 'Use letters, spaces, hyphens, apostrophes and periods, at most 50.';
  const street = {
    ok: null,
    length: 'Enter a street and number.',
    mailbox: 'Enter where you live. A post office box or private mailbox does not work.',
  };
  return faults({
    firstName: checkName(answers.firstName) === 'ok' ? null : name,
    lastName: checkName(answers.lastName) === 'ok' ? null : name,
    mobilePhone: checkMobile(answers.mobilePhone) === 'ok' ? null : 'Enter a US mobile number with ten digits.',
    street1: street[checkStreet(answers.street1)],
    street2: (answers.street2 ?? '').length <= placeLengthMax ? null : 'This is too long.',
    city: isWithin(answers.city, placeLengthMax) ? null : 'Enter a city.',
    state: /^[A-Z]{2}$/.test(answers.state) ? null : 'Choose a state.',
    postalCode: checkPostalCode(answers.postalCode) === 'ok' ? null : 'Enter a ZIP code with five digits.',
  });
}

/** What is wrong with the answers about identity and income; empty when nothing is. */
export function personalFaults(
  answers: PersonalAnswers,
  { today, sandbox }: { today: Day; sandbox: boolean },
): FieldFault[] {
  const income = centsOf(answers.monthlyIncome);
  return faults({
    dateOfBirth: checkDateOfBirth(answers.dateOfBirth, today) === 'ok' ? null : 'Enter a date of birth that exists.',
    ssn:
      answers.ssn === null || checkIdentityNumber(answers.ssn, { sandbox }).ok
        ? null
        : 'Enter the nine digits of a Social Security number or ITIN.',
    monthlyIncome: income !== null && income >= 0 ? null : 'Enter an amount in dollars, like 3500.00.',
    payFrequency: payFrequencyOf(answers.payFrequency) === null ? 'Choose how often the pay comes.' : null,
    // A pay date that has passed still tells on which days the pay comes.
    nextPayDate:
      answers.nextPayDate === null || answers.nextPayDate <= addDays(today, payDateDaysAheadMax)
        ? null
        : `The next pay date is at most ${payDateDaysAheadMax} days away.`,
    employer: (answers.employer ?? '').length <= placeLengthMax ? null : 'This is too long.',
  });
}

/** Too young to sign where they live; null when old enough (domain 4.1). */
export function ageFault(dateOfBirth: Day, state: string, today: Day): FieldFault | null {
  const age = ageOfMajority(state);
  if (ageOn(dateOfBirth, today) >= age) return null;
  return { path: 'dateOfBirth', message: `You can sign a lease from the age of ${age}.` };
}

/** What is wrong with an account; empty when nothing is (domain 4.3). */
export function bankFaults(answers: BankAnswers, { sandbox }: { sandbox: boolean }): FieldFault[] {
  const number = 'This is not a routing number. It has nine digits and stands at the bottom left of a check.';
  const routing = {
    ok: null,
    format: number,
    prefix: number,
    checksum: number,
    blocked: 'We can’t take payments from this bank. Use an account at another one.',
  };
  return faults({
    routingNumber: routing[routingVerdict(answers.routingNumber, { sandbox })],
    accountNumber: checkAccountNumber(answers.accountNumber) === 'ok' ? null : 'An account number has 4 to 17 digits.',
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
