import { e164 } from '#core/application/contact.ts';
import type { ContactDetails } from '#server/customers/change-customer.ts';
import type { ContactAnswers } from './field-faults.ts';

/** Who and where, as it is kept. The answers have been checked. */
export function contactGiven(answers: ContactAnswers, { marketingOptIn }: { marketingOptIn: boolean }): ContactDetails {
  return {
    firstName: answers.firstName.trim(),
    lastName: answers.lastName.trim(),
    mobilePhone: e164(answers.mobilePhone) ?? '',
    street1: answers.street1.trim(),
    street2: answers.street2?.trim() || null,
    city: answers.city.trim(),
    state: answers.state,
    postalCode: answers.postalCode.trim(),
    marketingOptIn,
  };
}
