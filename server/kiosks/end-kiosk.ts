import type { KioskView } from '#contract/v3/kiosks.ts';
import { endAtKiosk } from '#server/checkout/end-at-kiosk.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { kioskView } from './kiosk.ts';
import { closeKiosk, kioskById } from './kiosk-store.ts';

/** A device is no tablet of the store any more, and what is open on it is over. Twice is the same as once. Refuses with NotFound. */
export async function endKiosk(
  house: House,
  { merchantId }: { merchantId: string },
  kioskId: string,
): Promise<Outcome<KioskView>> {
  const found = await kioskById(house, merchantId, kioskId);
  if (found === null) return refuse('NotFound', 'This store has no such tablet.');
  const at = now(house);
  const ended = kioskView({ ...found, endedAt: found.endedAt ?? at });
  return done(ended, closeKiosk(found, at), ...(await endAtKiosk(house, kioskId)));
}
