import { createHash } from 'node:crypto';

/** How a merchant's key lies at rest. Keys are long random texts, so a plain hash can't be undone. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
