import { leaseLifecycle } from '#core/lease/lifecycle.ts';
import type { Db } from '#server/db/connect.ts';

/** How many leases that are not over stand under each version of the rules. */
export async function openLeasesByRules(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.pool.query({
    text: 'select rules_version, count(*) as open from lease where state <> all($1) group by rules_version',
    values: [leaseLifecycle.ends],
  });
  return new Map(rows.map((row): [string, number] => [row.rules_version, row.open]));
}
