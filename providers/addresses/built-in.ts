import { postalStreet } from '#core/application/postal-street.ts';
import { placeOfZip } from '#core/application/zip-places.ts';
import type { Addresses } from '#ports/addresses.ts';

/** Works offline, from shipped facts: it knows where ZIP codes are and how a street is written, and no single house. */
export const builtInAddresses: Addresses = {
  name: 'built-in',
  sandbox: false,
  placeOf: async (postalCode) => placeOfZip(postalCode),
  suggest: async (typed) => {
    const street = postalStreet(typed);
    const isSame = street.street1 === typed.street1.trim() && street.street2 === typed.street2.trim();
    const isStreet = /^\d\S* \S/.test(street.street1);
    return isSame || !isStreet ? [] : [{ ...typed, ...street }];
  },
};
