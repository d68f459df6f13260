import type { CounterfactualQuery } from '#contract/v3/lease-figures.ts';
import { type Outlook, outlookOf } from '#core/lease/counterfactual.ts';
import { wireNumber } from '#core/money/decimal.ts';
import type { Liability } from '#core/pricing/liability.ts';
import type { House } from '#server/house.ts';
import type { Call } from '#server/http/route.ts';
import { questionOf } from '#server/leases/counterfactual-questions.ts';
import { leaseAtStore } from '#server/leases/find-lease.ts';
import { canBeBought, nothingToBuy, notTheirs, paymentView, viewOf } from '#server/leases/lease-view.ts';
import { done, type Outcome } from '#server/outcome.ts';

/**
 * What one thing done today would change: paying more, giving goods back, another rhythm, other days, other goods, or the
 * loss of some. Nothing happens.
 */
export async function getCounterfactual(
  house: House,
  call: Call<unknown, CounterfactualQuery>,
): Promise<Outcome<object>> {
  const found = await leaseAtStore(house.db, call, call.params.leaseId!);
  if (found === null) return notTheirs;
  const { query } = call;
  if (!canBeBought(found)) return nothingToBuy;
  const question = questionOf(query);
  if ('refused' in question) return question;
  const view = viewOf(house, found);
  const answer = await question.answer({ house, found, view }, query);
  if ('refused' in answer) return answer;
  const { movedDays, earlier, way, dearer, liability } = answer;
  return done({
    ...{ leaseId: found.leaseId, what: question.what },
    now: outlookView(outlookOf(found.lease, view)),
    after: outlookView(answer.after),
    payments: answer.payments.map(paymentView),
    refund: wireNumber(answer.refund),
    ...{ renegotiation: answer.renegotiation, needsSignature: answer.needsSignature },
    needsAuthorization: answer.needsAuthorization,
    dueDate: movedDays === undefined ? null : { movedDays, earlier },
    exchange: dearer === undefined ? null : { way, difference: wireNumber(dearer) },
    loss: liability === undefined ? null : lossView(liability),
    derivation: answer.derivation,
  });
}

function lossView({ amount, by, values }: Liability) {
  const known = Object.entries(values).map(([name, value]) => [name, value === null ? null : wireNumber(value)]);
  return { amount: wireNumber(amount), by, values: Object.fromEntries(known) };
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
