import { isOnHold } from '#core/lease/lifecycle.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import type { MessageKind, MessageText } from '#server/messages/texts.ts';
import { writeMessage } from '#server/messages/write-message.ts';

/** What every letter about a lease begins with. */
export function addressed(house: House, { customer, leaseNumber, merchant }: StoredLease) {
  const { brand, support } = house.settings;
  return { brand, support, firstName: customer.firstName, leaseNumber, merchant: merchant.name };
}

/**
 * An e-mail to the customer of a lease, as part of the transaction that gives the reason for it. About a lease on hold
 * nothing is told: of a bankruptcy or a death on, to write is to do harm (domain 4.9, 6.3).
 */
export function tellCustomer(
  house: House,
  { customer: { customerId, email }, lease }: StoredLease,
  kind: MessageKind,
  text: MessageText,
): Write[] {
  if (isOnHold(lease.state)) return [];
  return [writeMessage(house, { customerId, to: email, channel: 'email', kind, ...text })];
}
