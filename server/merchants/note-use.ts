import type { House } from '#server/house.ts';
import { minutesAfter, now } from '#server/moment.ts';
import { saveUse } from './key-store.ts';
import type { KeyHolder } from './merchant.ts';

/** How exactly the last use of a key is known. */
const exactToMinutes = 1;

/**
 * Keeps when a key was last used, beside the request and not on its way: nobody waits for it, a key costs one write in
 * a minute however often it calls, and a write that is lost costs nothing but that minute.
 */
export function noteUse(house: House, { merchant, lastUsedAt }: KeyHolder): void {
  const at = now(house);
  if (lastUsedAt !== null && minutesAfter(lastUsedAt, exactToMinutes) > at) return;
  saveUse(house, merchant.keyId, at).catch((error: Error) => {
    house.log.warn({ keyId: merchant.keyId, error: error.message }, 'the use of a key was not kept');
  });
}
