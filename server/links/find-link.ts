import type { House } from '#server/house.ts';
import type { Link } from '#server/links/link.ts';
import { linkAtKiosk, linkById, linkByToken } from '#server/links/link-store.ts';

type Way = { id: string } | { agreementToken: string } | { waitingAt: string };

/**
 * The link that an address or an agreement token names, of which an expired one is still found; or the one that has
 * waited longest for a store's tablet. Null when there is none.
 */
export async function findLink(house: House, way: Way): Promise<Link | null> {
  if ('waitingAt' in way) return linkAtKiosk(house, way.waitingAt);
  return 'id' in way ? linkById(house, way.id) : linkByToken(house, way.agreementToken);
}
