import { consentTexts } from '#contract/modal/consents.ts';
import { type LenderPlace, lenderPlaces } from '#core/application/waterfall.ts';
import { type ConsentKind, type Device, recordConsent, textHash } from '#server/customers/consent.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';

/** The consents that a store's page obtained: a v3 call with an application is the store's word for them (rulings 11). */
export function consentsOfStore(
  house: House,
  of: { customerId: string; lenders?: readonly LenderPlace[] } & Device,
): Write[] {
  const { application, lender } = consentTexts.en;
  const given = (kind: ConsentKind, { version, text }: { version: string; text: string }) => {
    const { customerId, ipAddress, userAgent } = of;
    const hash = textHash(text);
    return recordConsent(house, { customerId, kind, given: true, version, hash, ipAddress, userAgent });
  };
  return [
    ...(['terms', 'privacy', 'inquiry'] as const).map((kind) => given(kind, application)),
    ...lenderPlaces.filter((place) => of.lenders?.includes(place)).map((place) => given(`share_${place}`, lender)),
  ];
}
