import { standardAddress } from '#core/application/postal-address.ts';

/** What a residence is counted and found again by. */
export function placeText(place: {
  street1: string;
  street2: string | null;
  city: string;
  state: string;
  postalCode: string;
}): string {
  return standardAddress({ ...place, region: place.state, country: 'US' });
}
