import type { House } from '#server/house.ts';
import type { Link } from '#server/links/link.ts';
import { linkById, linkByToken } from '#server/links/link-store.ts';

/** The link that an address or an agreement token names; null when there is none. An expired one is still found. */
export async function findLink(house: House, way: { id: string } | { agreementToken: string }): Promise<Link | null> {
  return 'id' in way ? linkById(house, way.id) : linkByToken(house, way.agreementToken);
}
