import type { KioskNextBody } from '#contract/modal/bodies.ts';
import type { NextAtKiosk } from '#contract/modal/calls.ts';
import { endAtKiosk } from '#server/checkout/end-at-kiosk.ts';
import type { House } from '#server/house.ts';
import { findLink } from '#server/links/find-link.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { kioskByToken } from './kiosk-store.ts';

/**
 * What an empty tablet asks: the oldest cart that was handed over to it and that nobody has opened. Whoever asks for the
 * next customer has none, so whatever was open on it ends here: after a reload and a flat battery too. The link is all
 * there is to see, and it shows goods and no person. Refuses with Unauthorized.
 */
export async function nextAtKiosk(house: House, { token }: KioskNextBody): Promise<Outcome<NextAtKiosk>> {
  const kiosk = await kioskByToken(house, token);
  const merchant = kiosk === null ? null : await findMerchant(house, kiosk.merchantId);
  if (kiosk === null || merchant === null || kiosk.begunAt === null || kiosk.endedAt !== null) {
    return refuse('Unauthorized', 'This device is not a tablet of a store any more.');
  }
  const [ended, link] = await Promise.all([
    endAtKiosk(house, kiosk.kioskId),
    findLink(house, { waitingAt: kiosk.kioskId }),
  ]);
  const { brand: name, support: supportText } = house.settings;
  return done({ brand: { name, supportText }, store: merchant.name, link: link?.linkId ?? null }, ...ended);
}
