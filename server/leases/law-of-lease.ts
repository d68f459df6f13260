import type { StateRules } from '#core/states/rules.ts';
import type { House } from '#server/house.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { dayInState } from '#server/moment.ts';

/** The law that a lease stands under; null where its place has none any more, which no signed lease ever sees. */
export function lawOfLease(house: House, { governingState, signedAt }: StoredLease): StateRules | null {
  const law = house.rules.rulesFor(governingState, signedAt?.slice(0, 10) ?? dayInState(house, governingState));
  return 'rules' in law ? law.rules : null;
}
