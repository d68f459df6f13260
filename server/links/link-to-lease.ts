import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { secretText } from '#server/ids.ts';
import type { LeaseOrder } from '#server/leases/order.ts';
import type { Link } from '#server/links/link.ts';
import { linkAddress } from '#server/links/link-address.ts';
import { insertLink } from '#server/links/link-store.ts';
import { newLink } from '#server/links/new-link.ts';
import { hoursAfter, minutesAfter, now } from '#server/moment.ts';

export type OfferedLease = {
  readonly merchantId: string;
  readonly customerId: string;
  readonly leaseId: string;
  readonly order: LeaseOrder;
};

/** A link to the page where one agreement is read, signed and paid; its customer logs in there. */
export function signingLink(house: House, lease: OfferedLease): { address: string; write: Write } {
  const link = linkOf(house, lease, hoursAfter(now(house), house.settings.leaseExpiresHours));
  return { address: linkAddress(house, link.linkId), write: insertLink(house, link, null) };
}

/**
 * A secret that opens one agreement for a while: the document to read, and the page to sign it on, where its customer
 * still logs in. It is told once and kept as its hash.
 */
export function agreementToken(house: House, lease: OfferedLease): { token: string; write: Write } {
  const token = secretText(house, 32);
  const link = linkOf(house, lease, minutesAfter(now(house), house.settings.customerTokenMinutes));
  return { token, write: insertLink(house, link, token) };
}

function linkOf(house: House, { merchantId, customerId, leaseId, order }: OfferedLease, expiresAt: string): Link {
  return newLink(house, {
    merchantId,
    lease: { customerId, leaseId },
    cart: { ...order, items: [...order.items] },
    expiresAt,
  });
}
