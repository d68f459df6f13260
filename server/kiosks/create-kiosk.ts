import type { CreateKioskBody, ToldKioskAnswer } from '#contract/v3/kiosks.ts';
import type { House } from '#server/house.ts';
import { newId, secretText } from '#server/ids.ts';
import { qrPicture } from '#server/links/qr-code.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuseMember } from '#server/outcome.ts';
import { type Kiosk, kioskView } from './kiosk.ts';
import { insertKiosk, kiosksOf } from './kiosk-store.ts';

const kiosksMax = 500;

/**
 * Makes a tablet of a store, and tells the link that makes a device that tablet: once, to the first one that opens it within the
 * hour. The secret stands behind the #, so that no server's log has it. Refuses with ValidationError.
 */
export async function createKiosk(
  house: House,
  { merchantId }: { merchantId: string },
  { name }: CreateKioskBody,
): Promise<Outcome<ToldKioskAnswer>> {
  const open = (await kiosksOf(house, merchantId)).filter(({ endedAt }) => endedAt === null);
  if (name.trim() === '') return refuseMember('name', 'must say which tablet it is');
  if (open.length >= kiosksMax)
    return refuseMember('name', `is one too many: this store has ${kiosksMax} tablets. End some first`);
  const kiosk: Kiosk = {
    kioskId: newId(house),
    merchantId,
    name: name.trim(),
    begunAt: null,
    endedAt: null,
    createdAt: now(house),
  };
  const setup = secretText(house, 32);
  const setupUri = `${house.settings.publicUrl}/kiosk#${setup}`;
  return done({ ...kioskView(kiosk), setupUri, qrCode: qrPicture(setupUri) }, insertKiosk(house, kiosk, setup));
}
