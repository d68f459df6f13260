import type { CreateCheckoutBody } from '#contract/v3/checkout.ts';
import { checkEmail, normaliseEmail } from '#core/application/contact.ts';
import type { Prefill } from '#server/links/link.ts';

/** What a store knows of its shopper, as the form would take it; what would not fit is left to be typed. Null: nothing. */
export function prefillOf(customer: CreateCheckoutBody['customer']): Prefill | null {
  const { address = {}, phones = {}, ...person } = customer ?? {};
  const email = person.email?.trim() ?? '';
  const region = address.region?.trim().toUpperCase() ?? '';
  const prefill: Prefill = {
    email: checkEmail(email) === 'ok' ? normaliseEmail(email) : '',
    firstName: person.firstName?.trim() ?? '',
    lastName: person.lastName?.trim() ?? '',
    mobilePhone: tenDigits(phones.mobile) || tenDigits(phones.home),
    street1: address.street1?.trim() ?? '',
    street2: address.street2?.trim() ?? '',
    city: address.city?.trim() ?? '',
    state: /^[A-Z]{2}$/.test(region) ? region : '',
    postalCode: /^\d{5}/.exec(address.postalCode?.trim() ?? '')?.[0] ?? '',
  };
  return Object.values(prefill).some((text) => text !== '') ? prefill : null;
}

function tenDigits(phone = ''): string {
  const digits = phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return digits.length === 10 ? digits : '';
}
