import type { Day } from '#core/calendar/day.ts';
import { depositTotal, installmentOf, scheduleOf } from '#core/lease/lease.ts';
import { isOnHold } from '#core/lease/lifecycle.ts';
import { netOf, openOf, pastDue, stillToPay } from '#core/lease/owed.ts';
import { lastDayToResume } from '#core/lease/reinstate.ts';
import { wireNumber } from '#core/money/decimal.ts';
import type { House } from '#server/house.ts';
import type { Call } from '#server/http/route.ts';
import { leaseAtStore } from '#server/leases/find-lease.ts';
import { lawOfLease } from '#server/leases/law-of-lease.ts';
import { notTheirs, paymentView } from '#server/leases/lease-view.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { dayInState } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';

/** All payments of a lease: what was billed and paid of each, and those to come. */
export async function getSchedule(house: House, call: Call): Promise<Outcome<object>> {
  const found = await leaseAtStore(house.db, call, call.params.leaseId!);
  if (found === null) return notTheirs;
  const { lease } = found;
  const today = dayInState(house, found.governingState);
  const billed = lease.installments.map((one) => {
    const { rent, tax } = netOf(one);
    const [paid, open] = [one.paidRent + one.paidTax, openOf(one)];
    const late = one.dueOn < today && !isOnHold(lease.state) ? 'past_due' : 'due';
    const status = open === 0 ? 'paid' : paid > 0 ? 'partly_paid' : late;
    return { ...paymentView({ ...one, rent, tax }), paid: wireNumber(paid), status };
  });
  const toCome = Array.from({ length: Math.max(0, lease.terms.count - billed.length) }, (_, index) => ({
    ...paymentView(installmentOf(lease, billed.length + index + 1)),
    ...{ paid: 0, status: 'scheduled' },
  }));
  const { deposit } = lease;
  return done({
    leaseId: found.leaseId,
    frequency: lease.terms.frequency,
    startDate: lease.startOn,
    started: lease.startedOn !== null,
    payments: [...billed, ...toCome],
    totalCost: wireNumber(lease.totalRent + lease.processingFee),
    totalPaid: wireNumber(
      lease.installments.reduce(
        (sum, one) => sum + one.paidRent + one.paidTax,
        lease.ahead + lease.paidFee + lease.paidFeeTax + depositTotal(deposit),
      ),
    ),
    stillToPay: wireNumber(stillToPay(lease)),
    pastDue: pastDueOf(house, found, today),
  });
}

function pastDueOf(house: House, found: StoredLease, today: Day) {
  const { lease } = found;
  if (isOnHold(lease.state)) return null;
  const oldest = lease.installments.find((one) => one.dueOn < today && openOf(one) > 0);
  if (oldest === undefined) return null;
  const { kept } = lawOfLease(house, found).reinstatement;
  return {
    since: oldest.dueOn,
    amount: wireNumber(pastDue(lease, today)),
    resumeThrough: lastDayToResume(kept, scheduleOf(lease.terms, lease.startOn), oldest.number),
  };
}
