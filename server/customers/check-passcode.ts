import { expecting, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { passcodeDigits, passcodeHash } from './issue-passcode.ts';
import { type PasscodePurpose, spendAttempt } from './passcode-store.ts';

/**
 * Whether this is the code that the customer was sent. The answer names it, as evidence; the write uses it up.
 * Every try counts, and is counted before the code is looked at.
 */
export async function checkPasscode(
  house: House,
  given: { customerId: string; purpose: PasscodePurpose; code: string },
): Promise<Outcome<{ passcodeId: string }>> {
  const kept = await spendAttempt(house, { customerId: given.customerId, purpose: given.purpose, at: now(house) });
  const hash = passcodeHash(house, given.customerId, asSent(given.code));
  if (kept === null || kept.codeHash !== hash) {
    return refuse('InvalidPasscode', 'This code is not right or no longer valid. Ask for a new one and try again.');
  }
  return done({ passcodeId: kept.passcodeId }, useUp(house, given.customerId, kept.passcodeId));
}

/** A person may type spaces, and a JSON number has lost its leading zeros. */
function asSent(code: string): string {
  return code.replace(/\s/g, '').padStart(passcodeDigits, '0');
}

function useUp(house: House, customerId: string, passcodeId: string): Write {
  return expecting(
    1,
    'passcode',
    write`update passcode set used_at = ${now(house)}
      where customer_id = ${customerId} and passcode_id = ${passcodeId} and used_at is null`,
  );
}
