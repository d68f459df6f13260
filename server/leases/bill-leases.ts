import { billDueInstallments, daysToBill } from '#core/lease/bill.ts';
import { carryOut } from '#server/carry-out.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { leaseById, leasesDue } from '#server/leases/find-lease.ts';
import { taxRatesOf } from '#server/leases/lease-tax.ts';
import { saveChange } from '#server/leases/save-change.ts';
import { ownerOf } from '#server/leases/stored-lease.ts';
import { dayInState, servicingDay } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';

const batchMax = 500;

/** Bills every installment that is due where its customer lives, and depreciates the periods that have ended. */
export async function billLeases(house: House): Promise<number> {
  let billed = 0;
  for (;;) {
    const due = await leasesDue(house.db, 'billing', servicingDay(house), batchMax);
    let moved = 0;
    for (const { customerId, leaseId } of due) {
      const result = await carryOut(house, () => billLease(house, customerId, leaseId));
      if ('answer' in result && result.answer) moved += 1;
    }
    billed += moved;
    // A day that has begun here and not yet in the west leaves its leases for a later round.
    if (moved === 0 || due.length < batchMax) return billed;
  }
}

async function billLease(house: House, customerId: string, leaseId: string): Promise<Outcome<boolean>> {
  const found = await leaseById(house.db, customerId, leaseId);
  if (found === null) return done(false);
  const today = dayInState(house, found.governingState);
  const rates = await taxRatesOf(house, found, daysToBill(found.lease, today));
  const subject = newId(house);
  const change = billDueInstallments(found.lease, today, { rates, subject });
  if (change.lease === found.lease) return done(false);
  const why = { subject, on: today, reason: 'the tax on payments made ahead is lower' };
  return done(
    true,
    ...saveChange(house, found, change, why),
    announce(house, {
      type: 'installment.billed',
      ...ownerOf(found),
      payload: { billedCount: change.lease.billedCount },
    }),
  );
}
