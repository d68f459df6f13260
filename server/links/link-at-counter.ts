import type { ModalOrder } from '#contract/modal/order.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Counter, LinkAtCounter } from '#server/links/link.ts';
import { endCartLinks, insertLink } from '#server/links/link-store.ts';
import { newLink } from '#server/links/new-link.ts';
import { minutesAfter, now } from '#server/moment.ts';

/** For so long a code on a counter's screen can be opened. Whoever has opened it has as long as for any agreement. */
export const openMinutes = 60;

/** A link that a store's associate hands over to a customer who stands there. Links before it to the same order end. */
export function linkAtCounter(
  house: House,
  of: { merchantId: string; cart: ModalOrder; counter: Counter; requestIndex: string | null },
): { link: LinkAtCounter; writes: Write[] } {
  const { merchantId, cart } = of;
  const link = newLink(house, {
    ...of,
    expiresAt: minutesAfter(now(house), openMinutes),
    isForOneDevice: true,
  });
  return {
    link,
    writes: [...endLinksTo(house, { merchantId, transactionId: cart.transactionId }), insertLink(house, link, null)],
  };
}

/** Nothing leads to this order any more. */
export function endLinksTo(house: House, of: { merchantId: string; transactionId: string }): Write[] {
  const { merchantId, transactionId } = of;
  return [endCartLinks({ merchantId, transactionId, at: now(house) })];
}
