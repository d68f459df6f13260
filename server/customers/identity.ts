import type { OpeningPurpose } from '#contract/v3/secrets.ts';
import { type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { blindIndex, blindIndexes } from '#server/secrets/blind-index.ts';
import { type Envelope, open, seal } from '#server/secrets/envelope.ts';
import { placeIn } from '#server/secrets/sealed-columns.ts';

/** How a person is counted: by the hash of their number, or not at all where the sandbox publishes it. */
export type IdentityIndex = { readonly ssnIndex: string; readonly isPublished: boolean };

/** How the person with this number and this address is counted. */
export function identityIndexOf(house: House, { ssn, email }: { ssn: string; email: string }): IdentityIndex {
  return { ssnIndex: blindIndex(house, 'ssn', ssn), isPublished: house.isPublished({ ssn, email }) };
}

/** Keeps a social security or taxpayer number (nine digits), sealed; the latest one counts. */
export function keepIdentity(
  house: House,
  { customerId, ssn, email }: { customerId: string; ssn: string; email: string },
): Write {
  const { ssnIndex, isPublished } = identityIndexOf(house, { ssn, email });
  const sealed = JSON.stringify(seal(house, placeOf(customerId), ssn));
  return write`insert into customer_identity (customer_id, ssn_sealed, ssn_index, is_published, ssn_last_four, recorded_at)
    values (${customerId}, ${sealed}, ${ssnIndex}, ${isPublished}, ${ssn.slice(-4)}, ${now(house)})
    on conflict (customer_id) do update set ssn_sealed = excluded.ssn_sealed, ssn_index = excluded.ssn_index,
      is_published = excluded.is_published,
      ssn_last_four = excluded.ssn_last_four, recorded_at = excluded.recorded_at`;
}

/** The number is gone; how the person is counted stays (domain 4.14). */
export function eraseIdentity(customerId: string): Write {
  return write`update customer_identity set ssn_sealed = null, ssn_last_four = '' where customer_id = ${customerId}`;
}

/** The number itself, for the call of who decides or asks; null when the customer has not given one, or it was erased. */
export async function openIdentity(
  house: House,
  customerId: string,
  purpose: Extract<OpeningPurpose, 'decision' | 'lender' | 'identity-check' | 'screening'>,
): Promise<string | null> {
  const row = await identityRow(house, customerId);
  const sealed = (row?.ssn_sealed ?? null) as Envelope | null;
  return sealed === null ? null : open(house, purpose, placeOf(customerId), sealed);
}

/** How the customer is counted, without opening the number; null when they have not given one. */
export async function identityIndex(house: House, customerId: string): Promise<IdentityIndex | null> {
  const row = await identityRow(house, customerId);
  return row === undefined ? null : { ssnIndex: row.ssn_index, isPublished: row.is_published };
}

/** Every name that the person may be listed under. While the index key is changed the number is opened for it. */
export async function identityNames(house: House, customerId: string): Promise<string[]> {
  const row = await identityRow(house, customerId);
  if (row === undefined) return [];
  const sealed = row.ssn_sealed as Envelope | null;
  if (house.secrets.indexKeys.length === 1 || sealed === null) return [row.ssn_index];
  return blindIndexes(house, 'ssn', await open(house, 'index-rotation', placeOf(customerId), sealed));
}

/** The last four digits, which a screen may show; null when there is no number to go with them. */
export async function identityLast4(house: House, customerId: string): Promise<string | null> {
  return (await identityRow(house, customerId))?.ssn_last_four || null;
}

function identityRow(house: House, customerId: string) {
  return house.db.read
    .selectFrom('customer_identity')
    .select(['ssn_sealed', 'ssn_last_four', 'ssn_index', 'is_published'])
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
}

const placeOf = (customerId: string) =>
  placeIn('customer_identity.ssn_sealed', { rowId: customerId, tenant: customerId });
