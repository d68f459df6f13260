import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { forAnyDevice, type Link } from '#server/links/link.ts';
import { now } from '#server/moment.ts';

/** A link that nobody has opened, with what is known of it; for any device where nothing else is said. */
export function newLink<About extends Pick<Link, 'merchantId' | 'cart' | 'expiresAt'> & Partial<Link>>(
  house: House,
  about: About,
): Link & About {
  return {
    linkId: newId(house),
    lease: null,
    prefill: null,
    returnUrl: null,
    requestIndex: null,
    createdAt: now(house),
    ...forAnyDevice,
    ...about,
  };
}
