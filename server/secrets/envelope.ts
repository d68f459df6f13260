import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { OpeningPurpose } from '#contract/v3/secrets.ts';
import type { House } from '#server/house.ts';
import { recordOpenings } from './opening-store.ts';
import type { Place } from './sealed-columns.ts';

/**
 * A number that could hurt a person, as it lies in the database (domain 4.13): encrypted with a key of its own,
 * which is itself encrypted with the house's key. Base64 throughout.
 */
export type Envelope = { v: 1; kek_id: string; wrapped_dek: string; nonce: string; ct: string; tag: string };

/** Encrypts text for one place, under the newest key. */
export function seal(house: House, place: Place, text: string): Envelope {
  const dataKey = house.chance.bytes(32);
  const content = encrypt(dataKey, house.chance.bytes(nonceBytes), boundTo(place), Buffer.from(text, 'utf8'));
  return {
    v: 1,
    ...wrap(house, place, dataKey),
    nonce: content.nonce.toString('base64'),
    ct: content.ct.toString('base64'),
    tag: content.tag.toString('base64'),
  };
}

/**
 * Decrypts. Before it does, it leaves a trace that says what for: without one nothing is opened, and no refusal of the
 * caller takes it back (domain 4.13).
 * @throws Error when the envelope was altered, moved, or wrapped with another key.
 */
export async function open(house: House, purpose: OpeningPurpose, place: Place, envelope: Envelope): Promise<string> {
  await recordOpenings(house, purpose, [place]);
  return contentOf(house, place, envelope);
}

/** Bytes too many for an envelope: their own key lies in one, and they lie beside it, encrypted with that key. */
export type SealedBytes = { readonly key: Envelope; readonly content: Uint8Array };

/** Encrypts bytes for one place. A change of the house's keys goes through the envelope alone. */
export function sealBytes(house: House, place: Place, bytes: Uint8Array): SealedBytes {
  const key = house.chance.bytes(32);
  const { nonce, tag, ct } = encrypt(key, house.chance.bytes(nonceBytes), boundTo(place), bytes);
  return { key: seal(house, place, Buffer.from(key).toString('base64')), content: Buffer.concat([nonce, tag, ct]) };
}

/** Decrypts bytes, with the trace that `open` leaves before. Throws as `open`. */
export async function openBytes(
  house: House,
  purpose: OpeningPurpose,
  place: Place,
  { key, content }: SealedBytes,
): Promise<Buffer> {
  return decrypt(Buffer.from(await open(house, purpose, place, key), 'base64'), boundTo(place), parted(content));
}

/** Decrypts several, with a trace of each; null where an envelope does not open. */
export async function openAll(
  house: House,
  purpose: OpeningPurpose,
  sealed: readonly { place: Place; envelope: Envelope }[],
): Promise<(string | null)[]> {
  const places = sealed.map(({ place }) => place);
  if (places.length > 0) await recordOpenings(house, purpose, places);
  return sealed.map(({ place, envelope }) => unlessBroken(house, place, () => contentOf(house, place, envelope)));
}

/**
 * The same envelope under the newest key: its data key is wrapped anew, what it holds stays as it was and is not read.
 * Null where it does not open.
 */
export function rewrap(house: House, place: Place, envelope: Envelope): Envelope | null {
  return unlessBroken(house, place, () => ({ ...envelope, ...wrap(house, place, unwrap(house, place, envelope)) }));
}

function unlessBroken<T>(house: House, { table, column, rowId }: Place, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    house.log.error({ err: error, table, column, rowId }, 'an envelope does not open; it stays as it is');
    return null;
  }
}

function wrap(house: House, place: Place, dataKey: Uint8Array): Pick<Envelope, 'kek_id' | 'wrapped_dek'> {
  const [{ id, key }] = house.secrets.keks;
  const wrapped = encrypt(key, house.chance.bytes(nonceBytes), boundTo(place), dataKey);
  return { kek_id: id, wrapped_dek: Buffer.concat([wrapped.nonce, wrapped.tag, wrapped.ct]).toString('base64') };
}

function unwrap(house: House, place: Place, envelope: Envelope): Buffer {
  const kek = house.secrets.keks.find(({ id }) => id === envelope.kek_id);
  if (kek === undefined) throw new Error(`No key ${envelope.kek_id} to open ${place.table}.${place.column}.`);
  return decrypt(kek.key, boundTo(place), parted(Buffer.from(envelope.wrapped_dek, 'base64')));
}

function contentOf(house: House, place: Place, envelope: Envelope): string {
  const content = {
    nonce: Buffer.from(envelope.nonce, 'base64'),
    tag: Buffer.from(envelope.tag, 'base64'),
    ct: Buffer.from(envelope.ct, 'base64'),
  };
  return decrypt(unwrap(house, place, envelope), boundTo(place), content).toString('utf8');
}

const cipherName = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const schemaVersion = 1;

type Encrypted = { nonce: Buffer; ct: Buffer; tag: Buffer };

function encrypt(key: Uint8Array, nonce: Uint8Array, bound: Buffer, plain: Uint8Array): Encrypted {
  const cipher = createCipheriv(cipherName, key, nonce, { authTagLength: tagBytes }).setAAD(bound);
  const ct = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { nonce: Buffer.from(nonce), ct, tag: cipher.getAuthTag() };
}

function decrypt(key: Uint8Array, bound: Buffer, { nonce, ct, tag }: Encrypted): Buffer {
  const decipher = createDecipheriv(cipherName, key, nonce, { authTagLength: tagBytes }).setAAD(bound).setAuthTag(tag);
  return Buffer.concat([decipher.update(ct), decipher.final()]);
}

/** Nonce, tag and text where they lie one after the other. */
function parted(whole: Uint8Array): Encrypted {
  const bytes = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength);
  return {
    nonce: bytes.subarray(0, nonceBytes),
    tag: bytes.subarray(nonceBytes, nonceBytes + tagBytes),
    ct: bytes.subarray(nonceBytes + tagBytes),
  };
}

function boundTo({ table, column, rowId, tenant }: Place): Buffer {
  return Buffer.from(`${table}|${column}|${rowId}|${tenant}|${schemaVersion}`, 'utf8');
}
