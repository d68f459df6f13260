import type { ModalOrder } from '#contract/modal/order.ts';
import { expecting, insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Link, Prefill } from '#server/links/link.ts';
import { type Instant, now } from '#server/moment.ts';
import { tokenHash } from '#server/secrets/token-hash.ts';

/** `token`: the agreement token that is the only way in. */
export function insertLink(house: House, link: Link, token: string | null): Write {
  return insert('checkout_link', {
    link_id: link.linkId,
    token_hash: token === null ? null : tokenHash(house, purpose, token),
    merchant_id: link.merchantId,
    transaction_id: link.cart?.transactionId,
    customer_id: link.lease?.customerId,
    lease_id: link.lease?.leaseId,
    cart: link.cart,
    prefill: link.prefill,
    return_url: link.returnUrl,
    request_index: link.requestIndex,
    expires_at: link.expiresAt,
    created_at: link.createdAt,
    one_device: link.isForOneDevice,
    claimed_by: link.claimedBy,
    associate_id: link.counter?.associateId,
    counter_address: link.counter?.ipAddress,
    kiosk_id: link.counter?.kioskId,
  });
}

/** The newest cart of a transaction is the one to pay: older links to it end now. */
export function endCartLinks(of: { merchantId: string; transactionId: string; at: Instant }): Write {
  return write`update checkout_link set expires_at = ${of.at}, prefill = null where merchant_id = ${of.merchantId}
    and transaction_id = ${of.transactionId} and lease_id is null and expires_at > ${of.at}`;
}

export function dropPrefill(linkId: string): Write {
  return write`update checkout_link set prefill = null where link_id = ${linkId}`;
}

/** A device keeps the link, which is open for it as long as an unsigned agreement. Two at once: one of them is first. */
export function giveToDevice(linkId: string, device: { sessionId: string; until: Instant }): Write {
  return expecting(
    1,
    'link',
    write`update checkout_link set claimed_by = ${device.sessionId}, expires_at = ${device.until}
      where link_id = ${linkId} and claimed_by is null`,
  );
}

/** The link with this id that anybody may have been sent; null when there is none. */
export async function linkById(house: House, linkId: string): Promise<Link | null> {
  const row = await linkRows(house).where('link_id', '=', linkId).where('token_hash', 'is', null).executeTakeFirst();
  return row === undefined ? null : linkOf(row);
}

export async function linkByToken(house: House, token: string): Promise<Link | null> {
  const row = await linkRows(house)
    .where('token_hash', '=', tokenHash(house, purpose, token))
    .executeTakeFirst();
  return row === undefined ? null : linkOf(row);
}

/** The cart that has waited longest for a store's tablet; null when none does. */
export async function linkAtKiosk(house: House, kioskId: string): Promise<Link | null> {
  const row = await linkRows(house)
    .where('kiosk_id', '=', kioskId)
    .where('claimed_by', 'is', null)
    .where('expires_at', '>', now(house))
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : linkOf(row);
}

/** The link to a transaction's cart that is open now; null without one. */
export async function openCartLink(
  house: House,
  of: { merchantId: string; transactionId: string; at: Instant },
): Promise<Link | null> {
  const row = await linkRows(house)
    .where('merchant_id', '=', of.merchantId)
    .where('transaction_id', '=', of.transactionId)
    .where('lease_id', 'is', null)
    .where('expires_at', '>', of.at)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : linkOf(row);
}

const purpose = 'agreement';

const linkRows = (house: House) => house.db.read.selectFrom('checkout_link').selectAll();

type LinkRow = NonNullable<Awaited<ReturnType<ReturnType<typeof linkRows>['executeTakeFirst']>>>;

function linkOf(row: LinkRow): Link {
  const { customer_id: customerId, lease_id: leaseId } = row;
  return {
    linkId: row.link_id,
    merchantId: row.merchant_id,
    lease: customerId === null || leaseId === null ? null : { customerId, leaseId },
    cart: row.cart as ModalOrder | null,
    prefill: row.prefill as Prefill | null,
    returnUrl: row.return_url,
    requestIndex: row.request_index,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    isForOneDevice: row.one_device,
    claimedBy: row.claimed_by,
    counter:
      row.associate_id === null
        ? null
        : { associateId: row.associate_id, ipAddress: row.counter_address, kioskId: row.kiosk_id },
  };
}
