import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { minutesAfter, now } from '#server/moment.ts';
import { tokenHash } from '#server/secrets/token-hash.ts';
import { insertPasscode, type PasscodePurpose } from './passcode-store.ts';

const attemptsMax = 5;
export const passcodeDigits = 6;

/**
 * Makes a one-time code of six digits: single use, five attempts, a few minutes; a new one takes the place of those
 * before it (api-v3 3.7). `phone` is where it goes when it goes by text.
 */
export function issuePasscode(
  house: House,
  wanted: { customerId: string; purpose: PasscodePurpose; phone: string | null },
): { code: string; minutes: number; writes: Write[] } {
  const code = magicCode(house, wanted.phone) ?? sixDigits(house);
  const minutes = house.settings.passcodeMinutes;
  const createdAt = now(house);
  return {
    code,
    minutes,
    writes: insertPasscode({
      customerId: wanted.customerId,
      passcodeId: newId(house),
      purpose: wanted.purpose,
      codeHash: passcodeHash(house, wanted.customerId, code),
      attempts: attemptsMax,
      createdAt,
      expiresAt: minutesAfter(createdAt, minutes),
    }),
  };
}

export function passcodeHash(house: House, customerId: string, code: string): string {
  return tokenHash(house, 'passcode', `${customerId}|${code}`);
}

function sixDigits(house: House): string {
  const digits = Buffer.from(house.chance.bytes(8)).readBigUInt64BE() % 1_000_000n;
  return digits.toString().padStart(passcodeDigits, '0');
}

/** In the sandbox the numbers +1 555 555 01NN always get 0000NN (domain 5.2). */
function magicCode(house: House, phone: string | null): string | null {
  if (house.settings.mode !== 'sandbox') return null;
  const serial = /^\+155555501(\d\d)$/.exec(phone ?? '')?.[1];
  return serial === undefined ? null : serial.padStart(passcodeDigits, '0');
}
