import type { Closed } from '#contract/modal/calls.ts';
import type { House } from '#server/house.ts';
import { notFinalizedInTime } from '#server/leases/expire-leases.ts';
import { leaseById, leaseByTransaction } from '#server/leases/find-lease.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import type { Link } from '#server/links/link.ts';
import type { Merchant } from '#server/merchants/merchant.ts';
import { now } from '#server/moment.ts';
import { type Refused, refuse } from '#server/outcome.ts';

/** Nobody made this link, or it was cut short on its way. */
export function noSuchLink(house: House): Refused {
  const data = closed(house, { why: 'unknown', store: null, returnUrl: null, leaseEnds: null });
  return refuse('NotFound', 'There is no checkout at this address. Open the link again as you received it.', data);
}

/** Why nothing can be done behind this link; null when it is open. Nothing in it tells whose order it was. */
export async function closedLink(house: House, link: Link, merchant: Merchant): Promise<Refused | null> {
  const about = { store: merchant.name, returnUrl: link.returnUrl, leaseEnds: null };
  const found = await leaseOf(house, link);
  if (found !== null && found.signedAt !== null && isLive(found)) {
    const data = closed(house, { ...about, why: 'signed', leaseEnds: found.leaseNumber.slice(-4) });
    return refuse('InvalidTransactionId', `This order is signed, and ${merchant.name} has it on file.`, data);
  }
  if (found?.lease.state === 'cancelled' && found.endReason !== notFinalizedInTime) {
    return refuse(
      'TransactionCanceled',
      `${merchant.name} has ended this order.`,
      closed(house, { ...about, why: 'over' }),
    );
  }
  const isOver =
    link.expiresAt <= now(house) ||
    (link.lease !== null && (found?.lease.state !== 'offered' || found.expiresAt <= now(house)));
  if (!isOver) return null;
  const data = closed(house, { ...about, why: 'expired' });
  return refuse('LeaseExpired', `This page is no longer open. Start again at ${merchant.name}.`, data);
}

/** Another device has opened this link and keeps it. */
export function openElsewhere(house: House, link: Link, merchant: Merchant): Refused {
  const data = closed(house, { why: 'elsewhere', store: merchant.name, returnUrl: link.returnUrl, leaseEnds: null });
  return refuse('Forbidden', `This page is open on another device. Ask ${merchant.name} for a link of your own.`, data);
}

function leaseOf(house: House, { lease, merchantId, cart }: Link): Promise<StoredLease | null> {
  if (lease !== null) return leaseById(house.db, lease.customerId, lease.leaseId);
  return cart === null ? Promise.resolve(null) : leaseByTransaction(house.db, merchantId, cart.transactionId);
}

const isLive = ({ lease }: StoredLease): boolean => lease.state !== 'cancelled' && lease.state !== 'void';

function closed(house: House, about: Omit<Closed, 'brand'>): Closed & Record<string, unknown> {
  const { brand: name, support: supportText } = house.settings;
  return { ...about, brand: { name, supportText } };
}
