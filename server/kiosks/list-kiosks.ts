import type { ListKiosksAnswer } from '#contract/v3/kiosks.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { kioskView } from './kiosk.ts';
import { kiosksOf } from './kiosk-store.ts';

/** A store's tablets, the newest first. What opens them is nowhere. */
export async function listKiosks(
  house: House,
  { merchantId }: { merchantId: string },
): Promise<Outcome<ListKiosksAnswer>> {
  return done({ kiosks: (await kiosksOf(house, merchantId)).map(kioskView) });
}
