import { expecting, type Write, write } from '#server/db/write.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';

/** Nothing of the lease changes but that it was read: whoever decides on it from here on reads it again. */
export function raiseVersion({ customerId, leaseId, version }: StoredLease): Write {
  return expecting(
    1,
    'lease',
    write`update lease set version = version + 1
      where customer_id = ${customerId} and lease_id = ${leaseId} and version = ${version}`,
  );
}
