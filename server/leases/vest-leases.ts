import { depositTotal } from '#core/lease/lease.ts';
import { vestByLaw } from '#core/lease/vest-by-law.ts';
import type { Cents } from '#core/money/money.ts';
import { rateText } from '#core/money/money.ts';
import { isFinal } from '#core/payment/is-final.ts';
import type { AttemptState } from '#core/payment/lifecycle.ts';
import { stateName } from '#core/states/state-names.ts';
import { percent } from '#server/agreements/law-words.ts';
import { carryOut } from '#server/carry-out.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { leaseById, leasesWithShareReached } from '#server/leases/find-lease.ts';
import { saveChange } from '#server/leases/save-change.ts';
import { ownerOf, type StoredLease } from '#server/leases/stored-lease.ts';
import { addressed, tellCustomer } from '#server/leases/tell-customer.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { dayInState, now, servicingDay } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';

const batchMax = 500;

/**
 * Gives the goods to every customer whose payments have reached the share of the rent that the law of the place names
 * (domain 2.1), once so much of them is final (2.4). What was billed beyond is taken back, what was paid beyond goes back.
 */
export async function vestLeases(house: House): Promise<number> {
  let vested = 0;
  for (const { customerId, leaseId } of await leasesWithShareReached(house.db, batchMax)) {
    const result = await carryOut(house, () => vestOne(house, customerId, leaseId));
    if ('answer' in result && result.answer) vested += 1;
  }
  return vested;
}

async function vestOne(house: House, customerId: string, leaseId: string): Promise<Outcome<boolean>> {
  const found = await leaseById(house.db, customerId, leaseId);
  if (found === null || found.autoVestShare === null) return done(false);
  const on = dayInState(house, found.governingState);
  const subject = newId(house);
  const open = notFinal(house, found);
  const change = vestByLaw(found.lease, { share: found.autoVestShare, open }, { on, subject });
  if (change === null) return done(false);
  const why = { subject, on, reason: 'the rent paid has reached what the law of the place asks' };
  const text = messagesIn(found.customer.locale).lease_vested({
    ...addressed(house, found),
    place: stateName(found.governingState, found.customer.locale ?? 'en'),
    percent: percent(rateText(found.autoVestShare)),
    items: found.goods.filter(({ kind }) => kind === 'item').map(({ description }) => description),
    refund: change.refund === null ? 0 : depositTotal(change.refund),
  });
  return done(
    true,
    ...saveChange(house, found, change, why, { endedAt: now(house), endReason: why.reason }),
    announce(house, { type: 'lease.vested', ...ownerOf(found), payload: { transactionId: found.transactionId } }),
    ...tellCustomer(house, found, 'lease_vested', text),
  );
}

/** Money that counts on the lease and may still come back: what was taken, less what of it goes back anyway. */
function notFinal(house: House, { attempts, refunds }: StoredLease): Cents {
  const today = servicingDay(house);
  return attempts
    .filter((one) => counted.has(one.state) && !isFinal({ ...one, state: one.state as AttemptState }, today))
    .reduce((sum, { attemptId, amount }) => {
      const back = refunds.filter((one) => one.attemptId === attemptId && one.state !== 'cancelled');
      return sum + amount - back.reduce((all, one) => all + one.amount, 0);
    }, 0);
}

const counted = new Set(['submitted', 'pending', 'settled', 'part_refunded']);
