import type { Instant } from '#server/moment.ts';

/** Who says something and why: both are kept. */
export type Said = { readonly by: string; readonly reason: string };

/** Somebody's word that what was said before holds no more; null while it does. */
export type Lifted = (Said & { readonly at: Instant }) | null;

export function liftedOf(row: {
  lifted_by: string | null;
  lifted_because: string | null;
  lifted_at: Instant | null;
}): Lifted {
  const { lifted_by: by, lifted_because: reason, lifted_at: at } = row;
  return by === null || reason === null || at === null ? null : { by, reason, at };
}
