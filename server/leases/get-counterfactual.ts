import type { CounterfactualQuery } from '#contract/v3/lease-figures.ts';
import {
  type Counterfactual,
  ifFrequency,
  ifPaid,
  ifReturned,
  type Outlook,
  outlookOf,
  type View,
} from '#core/lease/counterfactual.ts';
import { centsOf, wireNumber } from '#core/money/decimal.ts';
import type { House } from '#server/house.ts';
import type { Call } from '#server/http/route.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { lawOfLease } from '#server/leases/law-of-lease.ts';
import { canBeBought, nothingToBuy, notTheirs, viewOf } from '#server/leases/lease-view.ts';
import { paymentOrderOf } from '#server/leases/payment-order.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';

/** What one thing done today would change: paying more, giving goods back, or another rhythm. Nothing happens. */
export async function getCounterfactual(
  house: House,
  { customerId, params, query }: Call<unknown, CounterfactualQuery>,
): Promise<Outcome<object>> {
  const found = await leaseById(house.db, customerId, params.leaseId!);
  if (found === null) return notTheirs;
  if (!canBeBought(found)) return nothingToBuy;
  const asked = (['pay', 'returnSku', 'frequency'] as const).filter((name) => query[name] !== undefined);
  if (asked.length !== 1) {
    const message = 'Ask one question: pay, returnSku or frequency.';
    return refuse('ValidationError', message, { fields: [{ path: 'pay', message }] });
  }
  const view = viewOf(house, found);
  const answer = counterfactual(house, found, query, view);
  if ('refused' in answer) return answer;
  const what = ({ pay: 'pay', returnSku: 'return', frequency: 'frequency' } as const)[asked[0]!];
  return done({
    ...{ leaseId: found.leaseId, what },
    now: outlookView(outlookOf(found.lease, view)),
    after: outlookView(answer.after),
    refund: wireNumber(answer.refund),
    needsSignature: answer.needsSignature,
  });
}

function counterfactual(
  house: House,
  found: StoredLease,
  { pay, returnSku, returnQuantity, frequency }: CounterfactualQuery,
  view: View,
): Counterfactual | Refused {
  if (pay !== undefined) {
    const amount = centsOf(pay);
    if (amount !== null) return ifPaid(found.lease, amount, paymentOrderOf(house, found), view);
    const message = 'must be dollars and whole cents';
    return refuse('ValidationError', `'pay' ${message}.`, { fields: [{ path: 'pay', message }] });
  }
  if (frequency !== undefined) return ifFrequency(found.lease, frequency, view);
  const answer = ifReturned(
    found.lease,
    { sku: returnSku!, quantity: returnQuantity },
    {
      ...view,
      windowDays: house.settings.merchantReturnDays,
      renegotiation: lawOfLease(house, found).renegotiation,
    },
  );
  if (!('failed' in answer)) return answer;
  const message = 'is not among the goods that can go back, or not so often';
  return refuse('ValidationError', `'returnSku' ${message}.`, { fields: [{ path: 'returnSku', message }] });
}

function outlookView({ next, lastOn, earlyPurchase, ...outlook }: Outlook) {
  return {
    ...{ frequency: outlook.frequency, paymentsLeft: outlook.paymentsLeft },
    nextPayment: next === null ? null : { date: next.on, total: wireNumber(next.total) },
    lastPaymentDate: lastOn,
    stillToPay: wireNumber(outlook.stillToPay),
    totalCost: wireNumber(outlook.totalCost),
    earlyPurchase:
      earlyPurchase === null
        ? null
        : { total: wireNumber(earlyPurchase.total), saving: wireNumber(earlyPurchase.saving) },
  };
}
