import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Link } from '#server/links/link.ts';
import { giveToDevice } from '#server/links/link-store.ts';
import { hoursAfter, now } from '#server/moment.ts';

/** What makes a link the device's own, where it is for one device only. */
export function claimLink(house: House, { linkId, isForOneDevice }: Link, sessionId: string): Write[] {
  const until = hoursAfter(now(house), house.settings.leaseExpiresHours);
  return isForOneDevice ? [giveToDevice(linkId, { sessionId, until })] : [];
}
