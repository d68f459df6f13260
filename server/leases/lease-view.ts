import { dayAt } from '#core/calendar/day.ts';
import { zoneOfState } from '#core/calendar/time-zones.ts';
import type { AmendmentView } from '#core/lease/counterfactual.ts';
import { wireNumber } from '#core/money/decimal.ts';
import type { Cents } from '#core/money/money.ts';
import type { Installment } from '#core/schedule/schedule.ts';
import type { House } from '#server/house.ts';
import { lawOfLease } from '#server/leases/law-of-lease.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { dayInState } from '#server/moment.ts';
import { refuse } from '#server/outcome.ts';

/** What quotes of a lease rest on: its law, where its customer lives today, and the money that may still come back. */
export function viewOf(house: House, found: StoredLease): AmendmentView {
  const { governingState, signedAt } = found;
  const today = dayInState(house, governingState);
  const rules = lawOfLease(house, found);
  return {
    today,
    law: { contract: rules.earlyPurchase, statutory: rules.statutoryEarlyPurchase },
    renegotiation: rules.renegotiation,
    signedOn: signedAt === null ? today : dayAt(Date.parse(signedAt), zoneOfState(governingState)),
    pending: underWay(found),
  };
}

/** Payments that are taken and may still come back, less what already goes back of them: so much lies in the lease. */
function underWay({ attempts, refunds }: StoredLease): Cents {
  const pending = attempts.filter(({ state }) => state === 'submitted' || state === 'pending');
  const back = refunds.filter(
    ({ state, attemptId }) => state !== 'cancelled' && pending.some((one) => one.attemptId === attemptId),
  );
  return sumOf(pending) - sumOf(back);
}

const sumOf = (amounts: readonly { readonly amount: Cents }[]) => amounts.reduce((sum, { amount }) => sum + amount, 0);

/** Whether there is anything left that its customer could buy. */
export function canBeBought({ lease }: StoredLease): boolean {
  return ['signed', 'finalized', 'active', 'past_due'].includes(lease.state);
}

/** A payment as the API tells it, in dollars. */
export function paymentView({ number, dueOn, debitOn, rent, tax }: Omit<Installment, 'originateOn'>) {
  return {
    ...{ number, dueDate: dueOn, debitDate: debitOn },
    ...{ rent: wireNumber(rent), tax: wireNumber(tax), total: wireNumber(rent + tax) },
  };
}

export const notTheirs = refuse('LeaseNotFound', 'This customer has no lease with this id.');
export const nothingToBuy = refuse(
  'NothingToBuy',
  'Nothing is left to buy on this lease: it is not signed, over, on hold, or paid.',
);
