import { checkEmail, e164, normaliseEmail } from '#core/application/contact.ts';
import { type PostalAddress, standardAddress } from '#core/application/postal-address.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { contactByEmail, type KnownContact } from './customer-store.ts';

export type DeepExists = { email: string; phone?: string | undefined; address?: PostalAddress | undefined };

/**
 * Whether a customer has this e-mail address, and whether the phone and the address given with it are that customer's
 * (api-v3 3.5). What was not given is not confirmed. One query and the same comparisons whoever exists.
 */
export async function deepExists(
  house: House,
  asked: DeepExists,
): Promise<Outcome<{ emailExists: boolean; phoneExists: boolean; addressExists: boolean }>> {
  if (checkEmail(asked.email) !== 'ok') {
    const message = 'This is not an e-mail address.';
    return refuse('ValidationError', message, { fields: [{ path: 'email', message }] });
  }
  const known = await contactByEmail(house, normaliseEmail(asked.email));
  const phone = asked.phone === undefined ? null : e164(asked.phone);
  return done({
    emailExists: known !== null,
    phoneExists: phone !== null && phone === (known?.mobilePhone ?? null),
    addressExists: asked.address !== undefined && standardAddress(asked.address) === standardAddress(onFile(known)),
  });
}

/** Whoever has no address is compared with one that nobody has. */
function onFile(known: KnownContact | null): PostalAddress {
  return {
    street1: known?.street1 ?? '',
    street2: known?.street2 ?? null,
    city: known?.city ?? '',
    region: known?.state ?? '',
    postalCode: known?.postalCode ?? '',
    country: 'US',
  };
}
