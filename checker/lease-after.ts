import { changing, stillUnbilled, surrendering } from './afterwards.ts';
import { dueDays, paydays, paydaysFrom, paydaysOf, rentFor, spread, taxOn } from './agreement.ts';
import { areSame, fraction, least, most, roundedDown, sum, times } from './fraction.ts';
import { type LeaseCase, type Rhythm, ruleOf } from './lease-case.ts';
import { type Due, type Held, rentIn, type ToPay, whole, withNext } from './money-in.ts';
import { dayAfter, later, type WallDay } from './wall-calendar.ts';

export type Refund = {
  readonly rent: bigint;
  readonly tax: bigint;
  readonly fee: bigint;
  readonly feeTax: bigint;
  readonly ahead: bigint;
};

/**
 * Domain 2.5, after delivery: the lease as if what is gone had never been in it. All that was paid for what was billed is
 * credited to the new total; what is above it goes back. Where the cap leaves less rent beside the fee than the cash price, it
 * is the cash price (1.4). Without goods that have a price there is no lease, and no fee.
 */
export function fromInception(lease: LeaseCase, held: Held, cashPrice: bigint): { held: Held; refund: Refund } {
  const { payments } = held.toPay;
  const totalRent = cashPrice === 0n ? 0n : most(cashPrice, rentFor(lease, cashPrice).totalRent);
  const billed = payments.slice(0, held.billed);
  const paidRent = sum(billed.map((payment) => rentIn(held.paid.get(payment)!, payment)));

  const excess = most(0n, paidRent - totalRent);
  const { kept, tax } = takenBack(held, held.billed, excess, cashPrice === 0n);
  const rents = spread(most(0n, totalRent - paidRent), stillUnbilled(held.toPay, held.billed).left);
  const days = dueDays(lease, held.billed + rents.length).slice(held.billed);
  const { fee, feeTax, back } = feeAfter(lease, held, cashPrice);
  const paidFee = held.paidFee - back.fee - back.feeTax;
  const settled = withBilled({ ...held, paidFee }, kept);
  const after = goingOn(settled, rents, days, { cashPrice, totalRent, fee, feeTax });
  return { held: after, refund: { rent: excess, tax, ...back, ahead: after.tooMuch - held.tooMuch } };
}

/**
 * Domain 2.5: so much rent of the first payments goes back, the newest first, with its tax: rounded once, or payment by payment
 * where their rates are not the same, and never above the tax that was collected; at one rate a cent that a payment lacks
 * comes from the one before. What of them was not paid is not owed. `isAll`: all of the tax goes back.
 */
export function takenBack(
  held: Held,
  count: number,
  excess: bigint,
  isAll = false,
): { readonly kept: readonly Due[]; readonly tax: bigint } {
  const payments = held.toPay.payments.slice(0, count);
  const isOneRate = payments.every(({ rate }) => areSame(fraction(rate), fraction(payments[0]!.rate)));
  let left = excess;
  let taxGone = 0n;
  const kept = payments.reverse().map((payment): Due => {
    const { due, rate } = payment;
    const rent = rentIn(held.paid.get(payment)!, payment);
    const tax = held.paid.get(payment)! - rent;
    const back = least(left, rent);
    left -= back;
    const dueBack = isOneRate ? taxOn(excess - left, rate) - taxGone : taxOn(back, rate);
    const taxBack = isAll ? tax : least(dueBack, tax);
    taxGone += taxBack;
    return { due, rate, rent: rent - back, tax: tax - taxBack };
  });
  return { kept: kept.reverse(), tax: taxGone };
}

/** Rent, fee and cash price lie inside the cap: what is above it is the fee's to give (domain 1.4, invariant 5 of 6.4). */
function feeAfter(lease: LeaseCase, { toPay, paidFee }: Held, cashPrice: bigint) {
  const cap = ruleOf(lease.law, 'total_cap');
  const room = cap === null ? toPay.fee : roundedDown(times(cashPrice, fraction(cap))) - cashPrice;
  const fee = cashPrice === 0n ? 0n : least(toPay.fee, room);
  const feeTax = fee === toPay.fee ? toPay.feeTax : least(toPay.feeTax, taxOn(fee, lease.taxRate));
  const paidRent = rentIn(paidFee, { rent: toPay.fee, tax: toPay.feeTax });
  const back = { fee: most(0n, paidRent - fee), feeTax: most(0n, paidFee - paidRent - feeTax) };
  return { fee, feeTax, back };
}

/** Domain 2.5, surrender: what was billed stays as it is. */
export function withoutSurrendered(
  lease: LeaseCase,
  held: Held,
  { goods, keptGoods }: { goods: bigint; keptGoods: bigint },
): Held {
  const { rents, totalRent } = surrendering(lease, held.toPay, { goods, keptGoods, billed: held.billed });
  const days = held.toPay.payments.slice(held.billed).map(({ due }) => due);
  return goingOn(held, rents, days, { cashPrice: held.toPay.cashPrice - goods + keptGoods, totalRent });
}

/** Domain 2.5, exchange after the window: dearer goods add rent as if the difference were leased today. */
export function withDearer(lease: LeaseCase, held: Held, dearer: bigint): Held {
  const { unbilled, left } = stillUnbilled(held.toPay, held.billed);
  const added = rentFor({ ...lease, processingFeeCents: 0 }, dearer).totalRent;
  const rents = spread(unbilled + added, left);
  const { cashPrice, totalRent } = held.toPay;
  const changed = { cashPrice: cashPrice + dearer, totalRent: totalRent + added };
  return goingOn(held, rents, daysToCome(lease, held, rents.length), changed);
}

/** A payment that is added after all others is due a period after the last, and never on a day that has passed. */
function daysToCome(lease: LeaseCase, held: Held, count: number): WallDay[] {
  const agreed = held.toPay.payments.slice(held.billed).map(({ due }) => due);
  if (agreed.length > 0) return agreed;
  const after = dueDays(lease, held.billed + 1).at(-1)!;
  return paydaysFrom(later(after, dayAfter(held.today)), paydaysOf(lease), count);
}

/** Domain 1.2. */
export function inRhythm(lease: LeaseCase, held: Held, to: Rhythm): Held {
  const next = changing(lease, held.toPay, { to, billed: held.billed });
  const rents = next.map(({ rent }) => rent);
  return goingOn(
    held,
    rents,
    next.map(({ due }) => due),
    {},
  );
}

/** Domain 1.7: the same payments on the pay days from that one on. */
export function fromDay(lease: LeaseCase, held: Held, nextOn: WallDay): Held {
  const agreed = held.toPay.payments.slice(held.billed);
  const days = paydaysFrom(nextOn, paydays(lease.frequency, nextOn), agreed.length);
  const next = agreed.map((payment, index) => ({ ...payment, due: days[index]! }));
  return withNext(held, held.billed, next);
}

/** Payments that were billed are others now, each of them wholly paid. */
function withBilled(held: Held, billed: readonly Due[]): Held {
  const next = held.toPay.payments.slice(held.billed);
  const paid = new Map(next.map((payment) => [payment, held.paid.get(payment)!]));
  for (const payment of billed) paid.set(payment, whole(payment));
  return { ...held, toPay: { ...held.toPay, payments: [...billed, ...next] }, paid };
}

/** These rents are to come on these days, taxed at the rate of today. */
function goingOn(held: Held, rents: readonly bigint[], days: readonly WallDay[], changed: Partial<ToPay>): Held {
  const { rate } = held;
  const next = rents.map((rent, index) => ({ due: days[index]!, rent, rate, tax: taxOn(rent, rate) }));
  const after = withNext(held, held.billed, next);
  const { payments } = after.toPay;
  return { ...after, toPay: { ...after.toPay, ...changed, regular: rents[0] ?? held.toPay.regular, payments } };
}
