import type { ModalOrder } from '#contract/modal/order.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { cartHash } from '#server/leases/cart-hash.ts';
import type { Counter } from '#server/links/link.ts';
import { linkAddress } from '#server/links/link-address.ts';
import { endCartLinks, insertLink, openCartLink } from '#server/links/link-store.ts';
import { newLink } from '#server/links/new-link.ts';
import { hoursAfter, type Instant, now } from '#server/moment.ts';

/**
 * A link to a cart that somebody has begun to lease, or to an application without one, so that they go on elsewhere; `counter`: who handed it over to them. It is opaque, logs nobody in, and the
 * first device that opens it keeps it; the cart's open link that nobody has opened, where there is one, is the same again.
 */
export async function linkToCart(
  house: House,
  of: {
    merchantId: string;
    cart: ModalOrder | null;
    returnUrl: string | null;
    counter: Counter | null;
  },
): Promise<{ address: string; expiresAt: Instant; writes: Write[] }> {
  const { merchantId, cart, returnUrl, counter } = of;
  const at = now(house);
  const earlier =
    cart === null ? null : await openCartLink(house, { merchantId, transactionId: cart.transactionId, at });
  const isFree = earlier?.claimedBy === null && !earlier.counter?.kioskId;
  if (cart !== null && earlier?.cart && isFree && cartHash(earlier.cart) === cartHash(cart)) {
    return { address: linkAddress(house, earlier.linkId), expiresAt: earlier.expiresAt, writes: [] };
  }
  const link = newLink(house, {
    ...{ merchantId, cart, returnUrl },
    expiresAt: hoursAfter(at, house.settings.leaseExpiresHours),
    isForOneDevice: true,
    // On a device of their own, wherever it was before.
    counter: counter === null ? null : { ...counter, kioskId: null },
  });
  const ended = earlier?.cart ? [endCartLinks({ merchantId, transactionId: earlier.cart.transactionId, at })] : [];
  return {
    address: linkAddress(house, link.linkId),
    expiresAt: link.expiresAt,
    writes: [...ended, insertLink(house, link, null)],
  };
}
