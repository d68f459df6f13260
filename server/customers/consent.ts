import { createHash } from 'node:crypto';
import type { LenderPlace } from '#core/application/waterfall.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { now } from '#server/moment.ts';

/** What a person may agree to, each for itself (domain 4.1, 4.8 to 4.10). */
export type ConsentKind =
  | 'terms'
  | 'privacy'
  | 'inquiry'
  | 'contact'
  | 'e_records'
  | 'debit_authorization'
  | 'card_authorization'
  | `share_${LenderPlace}`;

/** Where and with what somebody agreed. */
export type Device = { ipAddress: string; userAgent: string };

/** A yes or a no to a text, with the text's version and hash, the time and the device; never changed afterwards. */
export function recordConsent(
  house: House,
  consent: { customerId: string; kind: ConsentKind; given: boolean; version: string; hash: string } & Device,
): Write {
  return insert('consent', {
    customer_id: consent.customerId,
    consent_id: newId(house),
    kind: consent.kind,
    document_version: consent.version,
    document_hash: consent.hash,
    given: consent.given,
    ip_address: consent.ipAddress,
    user_agent: consent.userAgent,
    recorded_at: now(house),
  });
}

/** The hash under which a text was agreed to. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
