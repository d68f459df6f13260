import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { now } from '#server/moment.ts';
import { insertEvent } from './security-store.ts';

/**
 * Keeps what happened around a merchant's keys and tokens, or on the operator's denylist (no merchant), for the operator.
 * `detail` names ids and no secret.
 */
export function recordSecurityEvent(
  house: House,
  event: { merchantId: string | null; kind: SecurityEventKind; detail: Readonly<Record<string, unknown>> },
): Write {
  return insertEvent({ ...event, eventId: newId(house), recordedAt: now(house) });
}

type SecurityEventKind =
  | 'customer_token_mismatch'
  | 'key_created'
  | 'key_rotated'
  | 'key_revoked'
  | 'origin_added'
  | 'origin_removed'
  | 'merchant_changed'
  | 'denylist_added'
  | 'denylist_lifted';
