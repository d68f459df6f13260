import type { House } from '#server/house.ts';
import type { Application } from './application.ts';
import { latestApplication as stored } from './application-store.ts';

/** A customer's newest application, also one that is still being filled in; null when there is none. */
export async function latestApplication(house: House, customerId: string): Promise<Application | null> {
  return await stored(house, customerId, { drafts: true });
}
