import { consentTexts } from '#contract/modal/consents.ts';
import { type LenderPlace, lenderPlaces } from '#core/application/waterfall.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { LenderWords } from '#ports/lenders.ts';
import { type Device, recordConsent, textHash } from '#server/customers/consent.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';

/** The lenders that a customer may be sent to, in the order in which they are asked, each in its own words. */
export function lendersInOrder(
  house: House,
  language: Language,
): (LenderWords & { place: LenderPlace; version: string })[] {
  const { list } = house.lenders;
  return lenderPlaces
    .flatMap((place) => list.filter((one) => one.place === place))
    .map(({ place, consent }) => {
      const { name, purpose, noticeAt } = consent[language];
      return { place, version: consent.version, name, purpose, noticeAt };
    });
}

/**
 * The yes or no of a customer of ours to each lender, as they read it: our sentence and the lender's own words. Nothing
 * where no lender is asked.
 */
export function consentsToLenders(
  house: House,
  {
    customerId,
    agreed,
    language,
    device,
  }: { customerId: string; agreed: readonly LenderPlace[]; language: Language; device: Device },
): Write[] {
  const ours = consentTexts[language].lender;
  return lendersInOrder(house, language).map(({ place, version, name, purpose, noticeAt }) =>
    recordConsent(house, {
      customerId,
      kind: `share_${place}`,
      given: agreed.includes(place),
      version: `${ours.version}/${version}`,
      hash: textHash([ours.text, name, purpose, noticeAt].join('\n')),
      ...device,
    }),
  );
}
