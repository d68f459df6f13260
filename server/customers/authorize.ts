import type { House } from '#server/house.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { isLinked } from './customer-store.ts';

/**
 * Lets a merchant act for a customer it made or served, without a passcode (api-v3 3.6): for trusted partners only.
 * Refuses with Forbidden, UserNotFound.
 */
export async function authorize(
  house: House,
  wanted: { merchantId: string; customerId: string },
): Promise<Outcome<{ userId: string }>> {
  const [merchant, linked] = await Promise.all([
    findMerchant(house, wanted.merchantId),
    isLinked(house, wanted.merchantId, wanted.customerId),
  ]);
  if (merchant?.trustedPartner !== true) {
    return refuse('Forbidden', 'This account may not skip the passcode. Use send-passcode and passcode-login.');
  }
  if (!linked) return refuse('UserNotFound', 'No customer of yours has this id.');
  return done({ userId: wanted.customerId });
}
