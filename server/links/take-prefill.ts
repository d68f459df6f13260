import type { Write } from '#server/db/write.ts';
import type { Link, Prefill } from '#server/links/link.ts';
import { dropPrefill } from '#server/links/link-store.ts';

/** What the store knows of the shopper goes to the first browser that opens the link, and to no other. */
export function takePrefill({ linkId, prefill }: Link): { prefill: Prefill | null; writes: Write[] } {
  return { prefill, writes: prefill === null ? [] : [dropPrefill(linkId)] };
}
