import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { linkAddress } from '#server/links/link-address.ts';
import { insertLink } from '#server/links/link-store.ts';
import { newLink } from '#server/links/new-link.ts';
import type { Instant } from '#server/moment.ts';

/**
 * A link to the page where an applicant hands in documents, open until then, on as many devices as they like: a phone has
 * the camera. Nothing behind it shows a person before that person has logged in.
 */
export function linkToDocuments(
  house: House,
  { merchantId, expiresAt }: { merchantId: string; expiresAt: Instant },
): { address: string; write: Write } {
  const link = newLink(house, { merchantId, cart: null, expiresAt });
  return { address: linkAddress(house, link.linkId), write: insertLink(house, link, null) };
}
