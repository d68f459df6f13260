import type { StateRules } from '#core/states/rules.ts';
import type { House } from '#server/house.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';

/**
 * The law that a lease was offered under; a later record never changes it (domain 3.6).
 * @throws Error when this house has lost that record.
 */
export function lawOfLease(house: House, { rulesVersion, leaseId }: StoredLease): StateRules {
  const rules = house.rules.ofVersion(rulesVersion);
  if (rules === null) throw new Error(`record ${rulesVersion} of lease ${leaseId} is not in this house`);
  return rules;
}
