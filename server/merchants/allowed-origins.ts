import type { House } from '#server/house.ts';
import { originsOf } from './merchant-store.ts';

/** The pages that may open this merchant's modal. With none registered: any in the sandbox, none in production (rulings 14). */
export async function allowedOrigins(house: House, merchantId: string): Promise<readonly string[] | 'any'> {
  const origins = await originsOf(house, merchantId);
  return origins.length === 0 && house.settings.mode === 'sandbox' ? 'any' : origins;
}
