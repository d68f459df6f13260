import { changing, stillUnbilled, surrendering } from './afterwards.ts';
import { dueDays, paydays, paydaysFrom, rentFor, spread, taxOn } from './agreement.ts';
import { fraction, least, most, roundedDown, sum, times } from './fraction.ts';
import { type LeaseCase, type Rhythm, ruleOf } from './lease-case.ts';
import { type Due, type Held, rentIn, type ToPay, whole } from './money-in.ts';
import { dayAfter, later, type WallDay, wallDay } from './wall-calendar.ts';

export type Refund = {
  readonly rent: bigint;
  readonly tax: bigint;
  readonly fee: bigint;
  readonly feeTax: bigint;
  readonly ahead: bigint;
};

/**
 * Domain 2.5, after delivery: the lease as if what is gone had never been in it. All that was paid for what was billed is
 * credited to the new total; what is above it goes back, newest payment first, with its tax, rounded once and never above
 * the tax that was collected: a cent that a payment lacks comes from the one before. Where the cap leaves less rent beside
 * the fee than the cash price, it is the cash price (1.4). Without goods that have a price there is no lease, and no fee.
 */
export function fromInception(lease: LeaseCase, held: Held, cashPrice: bigint): { held: Held; refund: Refund } {
  const { payments } = held.toPay;
  const totalRent = cashPrice === 0n ? 0n : most(cashPrice, rentFor(lease, cashPrice).totalRent);
  const billed = payments.slice(0, held.billed);
  const paidRent = sum(billed.map((payment) => rentIn(held.paid.get(payment)!, payment)));

  const refund = { rent: most(0n, paidRent - totalRent), tax: 0n };
  let excess = refund.rent;
  const kept = billed.reverse().map((payment): Due => {
    const rent = rentIn(held.paid.get(payment)!, payment);
    const tax = held.paid.get(payment)! - rent;
    const back = least(excess, rent);
    excess -= back;
    const dueBack = taxOn(lease, refund.rent - excess) - refund.tax;
    const taxBack = cashPrice === 0n ? tax : least(dueBack, tax);
    refund.tax += taxBack;
    return { due: payment.due, rent: rent - back, tax: tax - taxBack };
  });
  const rents = spread(most(0n, totalRent - paidRent), stillUnbilled(held.toPay, held.billed).left);
  const days = dueDays(lease, held.billed + rents.length).slice(held.billed);
  const next = rents.map((rent, index) => ({ due: days[index]!, rent, tax: taxOn(lease, rent) }));
  const billedNow = kept.reverse().map((payment) => [payment, whole(payment)] as const);
  const { fee, feeTax, back } = feeAfter(lease, held, cashPrice);
  const paidFee = held.paidFee - back.fee - back.feeTax;
  const after = goingOn({ ...held, paidFee }, billedNow, next, { cashPrice, totalRent, fee, feeTax });
  return { held: after, refund: { ...refund, ...back, ahead: after.tooMuch } };
}

/** Rent, fee and cash price lie inside the cap: what is above it is the fee's to give (domain 1.4, invariant 5 of 6.4). */
function feeAfter(lease: LeaseCase, { toPay, paidFee }: Held, cashPrice: bigint) {
  const cap = ruleOf(lease.law, 'total_cap');
  const room = cap === null ? toPay.fee : roundedDown(times(cashPrice, fraction(cap))) - cashPrice;
  const fee = cashPrice === 0n ? 0n : least(toPay.fee, room);
  const feeTax = fee === toPay.fee ? toPay.feeTax : least(toPay.feeTax, taxOn(lease, fee));
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
  const next = rents.map((rent, index) => ({ due: days[index]!, rent, tax: taxOn(lease, rent) }));
  const cashPrice = held.toPay.cashPrice - goods + keptGoods;
  return goingOn(held, billedAsPaid(held), next, { cashPrice, totalRent });
}

/** Domain 2.5, exchange after the window: dearer goods add rent as if the difference were leased today. */
export function withDearer(lease: LeaseCase, held: Held, dearer: bigint): Held {
  const { unbilled, left } = stillUnbilled(held.toPay, held.billed);
  const added = rentFor({ ...lease, processingFeeCents: 0 }, dearer).totalRent;
  const rents = spread(unbilled + added, left);
  const days = daysToCome(lease, held, rents.length);
  const next = rents.map((rent, index) => ({ due: days[index]!, rent, tax: taxOn(lease, rent) }));
  const { cashPrice, totalRent } = held.toPay;
  return goingOn(held, billedAsPaid(held), next, { cashPrice: cashPrice + dearer, totalRent: totalRent + added });
}

/** A payment that is added after all others is due a period after the last, and never on a day that has passed. */
function daysToCome(lease: LeaseCase, held: Held, count: number): WallDay[] {
  const agreed = held.toPay.payments.slice(held.billed).map(({ due }) => due);
  if (agreed.length > 0) return agreed;
  const after = dueDays(lease, held.billed + 1).at(-1)!;
  const isPayday = paydays(lease.frequency, lease.payDate === null ? after : wallDay(lease.payDate));
  return paydaysFrom(later(after, dayAfter(held.today)), isPayday, count);
}

/** Domain 1.2. */
export function inRhythm(lease: LeaseCase, held: Held, to: Rhythm): Held {
  const next = changing(lease, held.toPay, { to, billed: held.billed });
  return goingOn(held, billedAsPaid(held), next, {});
}

/** Domain 1.7: the same payments on the pay days from that one on. */
export function fromDay(lease: LeaseCase, held: Held, nextOn: WallDay): Held {
  const agreed = held.toPay.payments.slice(held.billed);
  const days = paydaysFrom(nextOn, paydays(lease.frequency, nextOn), agreed.length);
  const next = agreed.map((payment, index) => ({ ...payment, due: days[index]! }));
  const after = goingOn(held, billedAsPaid(held), next, {});
  return { ...after, toPay: { ...after.toPay, regular: held.toPay.regular } };
}

function billedAsPaid({ toPay, billed, paid }: Held): (readonly [Due, bigint])[] {
  return toPay.payments.slice(0, billed).map((payment) => [payment, paid.get(payment)!]);
}

/** Other payments are to come: what was paid ahead pays those, and is too much where they are less. */
function goingOn(
  held: Held,
  billed: readonly (readonly [Due, bigint])[],
  next: readonly Due[],
  changed: Partial<ToPay>,
): Held {
  const paid = new Map(billed);
  let ahead = sum(held.toPay.payments.slice(held.billed).map((payment) => held.paid.get(payment)!));
  for (const payment of next) {
    paid.set(payment, least(ahead, whole(payment)));
    ahead -= paid.get(payment)!;
  }
  const payments = [...billed.map(([payment]) => payment), ...next];
  const regular = next[0]?.rent ?? held.toPay.regular;
  return { ...held, toPay: { ...held.toPay, ...changed, regular, payments }, paid, tooMuch: ahead };
}
