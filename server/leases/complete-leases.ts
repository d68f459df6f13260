import { addDays } from '#core/calendar/day.ts';
import { completeLease } from '#core/lease/complete.ts';
import { isFinal } from '#core/payment/is-final.ts';
import type { AttemptState } from '#core/payment/lifecycle.ts';
import { carryOut } from '#server/carry-out.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { leaseById, leasesPaidOff } from '#server/leases/find-lease.ts';
import { saveChange } from '#server/leases/save-change.ts';
import { ownerOf } from '#server/leases/stored-lease.ts';
import { addressed, tellCustomer } from '#server/leases/tell-customer.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { dayInState, now, servicingDay } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';

const batchMax = 500;
const daysUntilFinalMin = 3;

/** Gives the goods of every lease that is paid for to its customer, once no payment of it is open any more (domain 2.4). */
export async function completeLeases(house: House): Promise<number> {
  let completed = 0;
  const settledBy = addDays(servicingDay(house), -daysUntilFinalMin);
  for (const { customerId, leaseId } of await leasesPaidOff(house.db, settledBy, batchMax)) {
    const result = await carryOut(house, () => completeOne(house, customerId, leaseId));
    if ('answer' in result && result.answer) completed += 1;
  }
  return completed;
}

async function completeOne(house: House, customerId: string, leaseId: string): Promise<Outcome<boolean>> {
  const found = await leaseById(house.db, customerId, leaseId);
  const today = servicingDay(house);
  if (found === null) return done(false);
  if (!found.attempts.every((one) => isFinal({ ...one, state: one.state as AttemptState }, today))) return done(false);
  const on = dayInState(house, found.governingState);
  const change = completeLease(found.lease, on);
  if (change === null) return done(false);
  const why = { subject: 'completed', on, reason: 'everything is paid' };
  const items = found.goods.filter(({ kind }) => kind === 'item').map(({ description }) => description);
  return done(
    true,
    ...saveChange(house, found, change, why, { endedAt: now(house), endReason: why.reason }),
    announce(house, { type: 'lease.completed', ...ownerOf(found), payload: { transactionId: found.transactionId } }),
    ...tellCustomer(
      house,
      found,
      'lease_completed',
      messagesIn(found.customer.locale).lease_completed({ ...addressed(house, found), items }),
    ),
  );
}
