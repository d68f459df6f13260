import { passcodeLockMs, passcodeSendsCountMs, wrongTriesLockMs } from '#core/application/passcode-lock.ts';
import type { House } from '#server/house.ts';
import { minutesAfter, now } from '#server/moment.ts';
import { type Refused, refuse } from '#server/outcome.ts';
import { isCounted } from '#server/velocity.ts';
import { passcodesSince } from './passcode-store.ts';

/** Why this customer is sent no code now, of whatever kind; null when one may go out (domain 4.5). */
export async function passcodeLock(
  house: House,
  wanted: { customerId: string; ipAddress: string },
): Promise<Refused | null> {
  if (!isCounted(house, wanted.ipAddress)) return null;
  const at = now(house);
  const sent = await passcodesSince(house, wanted.customerId, minutesAfter(at, -passcodeSendsCountMs / 60_000));
  const ageOf = ({ sentAt }: { sentAt: string }) => Date.parse(at) - Date.parse(sentAt);
  const codeMs = house.settings.passcodeMinutes * 60_000;
  const afterTriesMs = wrongTriesLockMs(sent.filter(({ isSpent }) => isSpent).map(ageOf), codeMs);
  const lockedMs = Math.max(passcodeLockMs(sent.map(ageOf)), afterTriesMs);
  if (lockedMs === 0) return null;
  const why = afterTriesMs > 0 ? 'Several wrong codes were entered.' : 'Several codes were sent just now.';
  return refuse('TooManyRequests', `${why} Wait half an hour, then ask again.`, {
    retryAfterSeconds: Math.ceil(lockedMs / 1000),
  });
}
