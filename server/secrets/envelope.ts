import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { House } from '#server/house.ts';

/**
 * A number that could hurt a person, as it lies in the database (domain 4.13): encrypted with a key of its own,
 * which is itself encrypted with the house's key. Base64 throughout.
 */
export type Envelope = { v: 1; kek_id: string; wrapped_dek: string; nonce: string; ct: string; tag: string };

/** Where an envelope lies. It opens nowhere else: moved to another row, column or customer it is refused. */
export type Place = { table: string; column: string; rowId: string; tenant: string };

/** Encrypts text for one place. */
export function seal(house: House, place: Place, text: string): Envelope {
  const dataKey = house.chance.bytes(32);
  const bound = boundTo(place);
  const wrapped = encrypt(house.secrets.kek.key, house.chance.bytes(nonceBytes), bound, dataKey);
  const content = encrypt(dataKey, house.chance.bytes(nonceBytes), bound, Buffer.from(text, 'utf8'));
  return {
    v: 1,
    kek_id: house.secrets.kek.id,
    wrapped_dek: Buffer.concat([wrapped.nonce, wrapped.tag, wrapped.ct]).toString('base64'),
    nonce: content.nonce.toString('base64'),
    ct: content.ct.toString('base64'),
    tag: content.tag.toString('base64'),
  };
}

/**
 * Decrypts. Every caller says to the log what it needs the number for (domain 4.13).
 * @throws Error when the envelope was altered, moved, or wrapped with another key.
 */
export function open(house: House, place: Place, envelope: Envelope): string {
  if (envelope.kek_id !== house.secrets.kek.id)
    throw new Error(`No key ${envelope.kek_id} to open ${place.table}.${place.column}.`);
  const bound = boundTo(place);
  const wrapped = Buffer.from(envelope.wrapped_dek, 'base64');
  const dataKey = decrypt(house.secrets.kek.key, bound, {
    nonce: wrapped.subarray(0, nonceBytes),
    tag: wrapped.subarray(nonceBytes, nonceBytes + tagBytes),
    ct: wrapped.subarray(nonceBytes + tagBytes),
  });
  const content = {
    nonce: Buffer.from(envelope.nonce, 'base64'),
    tag: Buffer.from(envelope.tag, 'base64'),
    ct: Buffer.from(envelope.ct, 'base64'),
  };
  return decrypt(dataKey, bound, content).toString('utf8');
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

function boundTo({ table, column, rowId, tenant }: Place): Buffer {
  return Buffer.from(`${table}|${column}|${rowId}|${tenant}|${schemaVersion}`, 'utf8');
}
