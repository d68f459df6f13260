import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { leasesToHold } from '#server/leases/find-lease.ts';
import { heldFor, releasedFor } from '#server/leases/hold-lease.ts';
import { heldLeases } from '#server/leases/lease-hold-store.ts';
import type { Said } from '#server/said.ts';

/** Puts every lease of a customer that runs on hold: a match of a screening list was confirmed (domain 4.6). */
export async function holdAfterScreening(house: House, customerId: string, said: Said): Promise<Write[]> {
  const writes: Write[] = [];
  for (const found of await leasesToHold(house.db, customerId)) {
    writes.push(...((await heldFor(house, found, 'screening', said))?.writes ?? []));
  }
  return writes;
}

/** Lets go of every lease that was held for that. */
export async function releaseAfterScreening(house: House, customerId: string, said: Said): Promise<Write[]> {
  const held = new Set(await heldLeases(house, customerId, 'screening'));
  const writes: Write[] = [];
  for (const found of await leasesToHold(house.db, customerId)) {
    if (!held.has(found.leaseId)) continue;
    writes.push(...((await releasedFor(house, found, 'screening', said))?.writes ?? []));
  }
  return writes;
}
