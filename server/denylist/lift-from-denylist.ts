import type { DenylistEntry, LiftFromDenylistBody } from '#contract/v3/denylist.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { recordSecurityEvent } from '#server/security/record-security-event.ts';
import { entryById, insertLift } from './denylist-store.ts';
import { entryView } from './entry-view.ts';

/**
 * From now on nobody is looked at for this entry; others of the same person count on. Lifted twice is lifted once, by
 * whoever was first. Refuses with NotFound.
 */
export async function liftFromDenylist(
  house: House,
  { entryId, by, reason }: LiftFromDenylistBody & { entryId: string },
): Promise<Outcome<DenylistEntry>> {
  const entry = await entryById(house, entryId);
  if (entry === null) return refuse('NotFound', 'The denylist has no entry with this id.');
  if (entry.lifted !== null) return done(entryView(entry));
  const detail = { entryId, listed: entry.kind, code: entry.code };
  return done(
    entryView({ ...entry, lifted: { by, reason, at: now(house) } }),
    insertLift(house, entry, { by, reason }),
    recordSecurityEvent(house, { merchantId: null, kind: 'denylist_lifted', detail }),
  );
}
