import { createHash, createPublicKey, verify } from 'node:crypto';
import type { Instruments } from '#core/evidence/check-evidence.ts';

/** What this machine brings to the check of evidence. */
export const instruments: Instruments = {
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  textOf: (base64) => {
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.toString('base64') !== base64) return null;
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return null;
    }
  },
  isSignedBy: (publicKey, signature, text) => {
    if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false;
    const der = Buffer.concat([spki, Buffer.from(publicKey, 'hex')]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'hex'));
  },
};

// RFC 8410: what stands before the 32 bytes of a public Ed25519 key.
const spki = Buffer.from('302a300506032b6570032100', 'hex');
