import type { UnheardBody } from '#contract/modal/bodies.ts';
import type { Unheard } from '#contract/modal/calls.ts';
import type { House } from '#server/house.ts';
import type { Call } from '#server/http/route.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { askingStore } from './asking-store.ts';
import { deviceIn } from './device-cookie.ts';
import { sessionByToken } from './session-store.ts';
import { ofFrame, unheardLease } from './unheard.ts';

/**
 * What a page that has just loaded asks: was a lease signed on this device that the page has not taken, because it died
 * before it heard or because its handler failed (rulings 17)? Refuses like the opening of the modal.
 */
export async function findUnheard(house: House, { body, headers }: Call<UnheardBody>): Promise<Outcome<Unheard>> {
  const merchant = await askingStore(house, body);
  if ('refused' in merchant) return merchant;
  const device = body.device ?? deviceIn(headers.cookie) ?? '';
  const session = device === '' ? null : ofFrame(await sessionByToken(house, device), merchant.merchantId);
  const lease = session === null ? null : await unheardLease(house, session);
  if (lease === null) return done({ session: null, signed: null });
  return done({ session: device, signed: { leaseNumber: lease.leaseNumber, transactionId: lease.transactionId } });
}
