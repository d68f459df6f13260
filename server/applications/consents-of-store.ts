import { consentTexts } from '#contract/modal/consents.ts';
import { type Device, recordConsent, textHash } from '#server/customers/consent.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';

/** The consents that a store's page obtained: a v3 call with an application is the store's word for them (rulings 11). */
export function consentsOfStore(house: House, of: { customerId: string } & Device): Write[] {
  return (['terms', 'privacy', 'inquiry'] as const).map((kind) =>
    recordConsent(house, {
      customerId: of.customerId,
      kind,
      given: true,
      version: consentTexts.en.application.version,
      hash: textHash(consentTexts.en.application.text),
      ipAddress: of.ipAddress,
      userAgent: of.userAgent,
    }),
  );
}
