import { carryOut } from '#server/carry-out.ts';
import type { House } from '#server/house.ts';
import { unshippedLeases } from '#server/leases/unshipped-leases.ts';
import { hoursAfter, now } from '#server/moment.ts';
import { confirmShipment } from '#server/transactions/confirm-shipment.ts';

const batchMax = 500;

/** Ships what the carrier has fetched by itself; the store may have said so before. Where no carrier does, nothing. */
export async function shipPickedUp(house: House): Promise<number> {
  const { pickUp } = house.carrier;
  if (pickUp === null) return 0;
  const finalizedBy = hoursAfter(now(house), -24 * pickUp.afterDays);
  const due = await unshippedLeases(house.db, { prefix: pickUp.prefix, finalizedBy, limit: batchMax });
  for (const { merchantId, transactionId } of due) {
    await carryOut(house, () => confirmShipment(house, merchantId, transactionId, undefined));
  }
  return due.length;
}
