import { type DenylistCause, denylistCauses, isInForce } from '#core/application/denylist.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { now, servicingDay } from '#server/moment.ts';
import { entriesNamed, insertMatches, matchesOf, type Names } from './denylist-store.ts';

/** Looks for what an applicant gave on the list, and keeps what it met with the application, in the transaction that hands it in. */
export async function matchDenylist(
  house: House,
  { names, ...of }: { customerId: string; applicationId: string; names: Names },
): Promise<Write[]> {
  const today = servicingDay(house);
  const met = (await entriesNamed(house, names)).filter((one) =>
    isInForce({ ...one, isLifted: one.lifted !== null }, today),
  );
  const entryIds = met.map(({ entryId }) => entryId);
  return met.length === 0 ? [] : [insertMatches({ ...of, at: now(house) }, entryIds)];
}

/** Why a person has to look at an application: what it met as it was handed in, and nobody has lifted since. */
export async function causesOnDenylist(
  house: House,
  of: { customerId: string; applicationId: string },
): Promise<DenylistCause[]> {
  return denylistCauses(await matchesOf(house, of));
}
