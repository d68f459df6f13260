import type { DenylistEntry } from '#contract/v3/denylist.ts';
import type { Entry } from './denylist-store.ts';

/** An entry as the operator reads it: of its hash only the name of the key. */
export function entryView({ valueIndex, number: _number, customerId, ...entry }: Entry): DenylistEntry {
  return { ...entry, userId: customerId, keyId: valueIndex.split('.')[0]! };
}
