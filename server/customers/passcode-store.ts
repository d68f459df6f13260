import { insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';

export type PasscodePurpose = 'login' | 'signature' | 'password';

export function insertPasscode(passcode: {
  customerId: string;
  passcodeId: string;
  purpose: PasscodePurpose;
  codeHash: string;
  attempts: number;
  createdAt: Instant;
  expiresAt: Instant;
}): Write[] {
  return [
    // A new code takes the place of the ones before.
    write`update passcode set attempts_left = 0
      where customer_id = ${passcode.customerId} and purpose = ${passcode.purpose} and used_at is null`,
    insert('passcode', {
      customer_id: passcode.customerId,
      passcode_id: passcode.passcodeId,
      purpose: passcode.purpose,
      code_hash: passcode.codeHash,
      attempts_left: passcode.attempts,
      expires_at: passcode.expiresAt,
      created_at: passcode.createdAt,
    }),
  ];
}

/**
 * Takes one attempt off every code that is still good, and answers them. Commits at once and before anything is
 * compared: a thousand guesses in the same moment are still five.
 */
export async function spendAttempt(
  house: House,
  on: { customerId: string; purpose: PasscodePurpose; at: Instant },
): Promise<{ passcodeId: string; codeHash: string } | null> {
  const { rows } = await house.db.pool.query<{ passcode_id: string; code_hash: string }>(
    `update passcode set attempts_left = attempts_left - 1
     where customer_id = $1 and purpose = $2 and used_at is null and attempts_left > 0 and expires_at > $3
     returning passcode_id, code_hash`,
    [on.customerId, on.purpose, on.at],
  );
  return rows[0] === undefined ? null : { passcodeId: rows[0].passcode_id, codeHash: rows[0].code_hash };
}

/** When a customer was sent codes since then, and whether every try at one was wrong. */
export async function passcodesSince(
  house: House,
  customerId: string,
  since: Instant,
): Promise<{ sentAt: Instant; isSpent: boolean }[]> {
  const rows = await house.db.read
    .selectFrom('passcode')
    .select(['created_at', 'purpose', 'attempts_left', 'used_at'])
    .where('customer_id', '=', customerId)
    .where('created_at', '>=', since)
    .execute();
  return rows.map((row) => {
    // One that another took the place of has no tries left either.
    const isReplaced = rows.some(
      (other) => other !== row && other.purpose === row.purpose && other.created_at >= row.created_at,
    );
    return { sentAt: row.created_at, isSpent: !isReplaced && row.used_at === null && row.attempts_left <= 0 };
  });
}
