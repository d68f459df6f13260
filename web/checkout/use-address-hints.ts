import { useEffect, useRef, useState } from 'preact/hooks';
import type { Address, AddressHints } from '#contract/modal/calls.ts';
import { useCheckout } from './checkout-context.ts';

/** The parts of an address, by the names that the fields have too. */
export const addressParts = ['street1', 'street2', 'city', 'state', 'postalCode'] as const;

const pauseMs = 300;
const none: AddressHints = { place: null, suggestions: [] };

/** The address among the answers of a screen. */
export function addressOf({ street1, street2, city, state, postalCode }: Address): Address {
  return { street1, street2, city, state, postalCode };
}

/**
 * What the server knows of an address while it is typed. A ZIP code fills the state, and the city where it is known, if they
 * are empty; what somebody typed or chose stays. Without an answer the form works as it is.
 */
export function useAddressHints({
  address,
  fill,
}: {
  address: Address;
  fill(name: 'city' | 'state', text: string): void;
}) {
  const { askAside } = useCheckout();
  const [hints, setHints] = useState({ of: '', ...none });
  const [kept, setKept] = useState('');
  const latest = useRef(address);
  latest.current = address;
  const { street1, street2, postalCode } = address;
  const zip = /^\d{5}$/.test(postalCode) ? postalCode : '';
  const isStreet = /^\d\S* \S/.test(street1.trim());
  useEffect(() => {
    if (zip === '' && !isStreet) return;
    const timer = setTimeout(async () => {
      const answer = await askAside('address', latest.current);
      if (!answer.ok) return;
      const { place } = answer.data;
      setHints({ of: street1 + street2, ...answer.data });
      if (place === null || latest.current.postalCode !== zip) return;
      const { state, city } = latest.current;
      if (state === '') fill('state', place.state);
      // Of another state than the chosen one the city would only add to the confusion.
      if (city.trim() === '' && place.city !== null && (state === '' || state === place.state))
        fill('city', place.city);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [street1, street2, zip]);
  const isOfNow = hints.of === street1 + street2 && kept !== street1;
  return {
    place: hints.place,
    suggestions: isOfNow ? hints.suggestions : none.suggestions,
    /** The street stays as it is typed: nothing is suggested for it again. */
    keep: () => setKept(street1),
  };
}
