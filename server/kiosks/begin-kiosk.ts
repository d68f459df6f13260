import type { KioskBeginBody } from '#contract/modal/bodies.ts';
import type { House } from '#server/house.ts';
import { secretText } from '#server/ids.ts';
import { minutesAfter, now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { kioskByToken, beginKiosk as writeBegin } from './kiosk-store.ts';

const setupMinutes = 60;

/** The first device that opens the link of a tablet becomes it, and is told its token. Refuses with Unauthorized. */
export async function beginKiosk(house: House, { setup }: KioskBeginBody): Promise<Outcome<{ token: string }>> {
  const kiosk = await kioskByToken(house, setup);
  const isOpen = kiosk !== null && kiosk.begunAt === null && kiosk.endedAt === null;
  if (!isOpen || minutesAfter(kiosk.createdAt, setupMinutes) <= now(house)) {
    return refuse('Unauthorized', 'This link is over, or a device has opened it already. Make another one.');
  }
  const token = secretText(house, 32);
  return done({ token }, writeBegin(house, kiosk, token));
}
