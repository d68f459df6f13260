import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';

/** The half of the house's evidence key that everybody may know. */
export type EvidenceKey = { readonly algorithm: 'Ed25519'; readonly keyId: string; readonly publicKey: string };

// RFC 8410: what stands before the 32 bytes of a private Ed25519 key.
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicKeyBytes = 32;

/** The public key of a house: 32 bytes in hex, and the first 16 digits of their SHA-256 as its name. */
export function evidenceKey(seed: Uint8Array): EvidenceKey {
  const spki = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
  const publicKey = spki.subarray(-publicKeyBytes);
  const keyId = createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
  return { algorithm: 'Ed25519', keyId, publicKey: publicKey.toString('hex') };
}

/** Signs a text's UTF-8 bytes with the house's evidence key; the same text has the same signature. In hex. */
export function signEvidence(seed: Uint8Array, text: string): string {
  return sign(null, Buffer.from(text, 'utf8'), privateKey(seed)).toString('hex');
}

function privateKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}
