import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { linkMerchant } from './customer-store.ts';

/** The customer is known to this merchant from now on; said again it changes nothing. */
export function linkCustomer(house: House, link: { merchantId: string; customerId: string }): Write {
  return linkMerchant({ ...link, createdAt: now(house) });
}
