import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { forAnyDevice } from '#server/links/link.ts';
import { linkAddress } from '#server/links/link-address.ts';
import { insertLink } from '#server/links/link-store.ts';
import { type Instant, now } from '#server/moment.ts';

/**
 * A link to the page where an applicant hands in documents, open until then, on as many devices as they like: a phone has
 * the camera. Nothing behind it shows a person before that person has logged in.
 */
export function linkToDocuments(
  house: House,
  { merchantId, expiresAt }: { merchantId: string; expiresAt: Instant },
): { address: string; write: Write } {
  const linkId = newId(house);
  const write = insertLink(
    house,
    {
      linkId,
      merchantId,
      lease: null,
      cart: null,
      prefill: null,
      returnUrl: null,
      requestIndex: null,
      expiresAt,
      createdAt: now(house),
      ...forAnyDevice,
    },
    null,
  );
  return { address: linkAddress(house, linkId), write };
}
