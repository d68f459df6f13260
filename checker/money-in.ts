import { type Payment, taxOn } from './agreement.ts';
import { areSame, fraction, least, over, rounded, sum, times } from './fraction.ts';
import { type LeaseCase, type MoneyCame, ruleOf } from './lease-case.ts';
import { later, type WallDay, wallDay } from './wall-calendar.ts';

/** A payment as money sees it, and the rate it is taxed at. */
export type Due = Pick<Payment, 'due' | 'rent' | 'tax'> & { readonly rate: string };

/** What is to pay, as it was agreed or as it became. */
export type ToPay<One = Omit<Due, 'rate'>> = {
  readonly cashPrice: bigint;
  readonly totalRent: bigint;
  readonly regular: bigint;
  readonly fee: bigint;
  readonly feeTax: bigint;
  readonly payments: readonly One[];
};

/** A lease with the money that lies in it. */
export type Held = {
  readonly toPay: ToPay<Due>;
  readonly today: WallDay;
  /** Delivered: no rent falls due before, and nothing but the initial payment is taken (domain 1.7). */
  readonly hasStarted: boolean;
  /** How many of the payments lie behind: billed, or taken at signing. */
  readonly billed: number;
  /** What of each payment is paid, tax included. */
  readonly paid: ReadonlyMap<Due, bigint>;
  readonly paidFee: bigint;
  /** What nothing was left for. */
  readonly tooMuch: bigint;
  /** What payments to come are taxed at. */
  readonly rate: string;
};

/** What the money that came has paid, seen on one day. */
export type Standing = {
  readonly paidRent: bigint;
  readonly paidCount: number;
  readonly pastDueRent: bigint;
  readonly pastDueCount: number;
  readonly openFee: bigint;
};

/** All that came until today, each payment placed on its own day, and each tax rate from its day on. */
export function heldOn(lease: LeaseCase, agreement: ToPay, money: MoneyCame): Held {
  const payments = agreement.payments.map((payment) => ({ ...payment, rate: lease.taxRate }));
  const toPay = { ...agreement, payments };
  const today = wallDay(money.today);
  const start = wallDay(lease.startOn);
  const hasStarted = today.place >= start.place;
  const paid = new Map<Due, bigint>(payments.map((payment) => [payment, 0n]));
  const billed = payments.filter(({ due }) => due.place <= today.place).length;
  const nothing = { toPay, today, hasStarted, billed, paid, paidFee: 0n, tooMuch: 0n, rate: lease.taxRate };
  if (hasStarted) return happened(lease, nothing, money);
  if (money.payments.length === 0) return nothing;
  const [first] = payments;
  return { ...nothing, billed: 1, paid: paid.set(first!, whole(first!)), paidFee: toPay.fee + toPay.feeTax };
}

/** On one day the rate is another first. */
function happened(lease: LeaseCase, nothing: Held, { payments }: MoneyCame): Held {
  const start = wallDay(lease.startOn);
  const changes = lease.taxChanges.map(({ from, rate }) => ({ on: later(wallDay(from), start), rate }));
  const events = [...changes, ...payments.map(({ on, cents }) => ({ on: wallDay(on), cents }))]
    .filter(({ on }) => on.place <= nothing.today.place)
    .sort((one, other) => one.on.place - other.on.place);
  return events.reduce(
    (held, event) =>
      'rate' in event ? taxedAt(held, event.rate, event.on) : paying(lease, held, event.on, BigInt(event.cents)),
    nothing,
  );
}

/**
 * Domain 1.5: the rate in force on the due day; payment 1 was made at signing. What was paid ahead pays the same payments at
 * their new tax, and is too much where they are less. Who has paid everything is not asked again.
 */
function taxedAt(held: Held, rate: string, from: WallDay): Held {
  if (areSame(fraction(rate), fraction(held.rate)) || stillToPay(held) === 0n) return held;
  const behind = held.toPay.payments.findIndex(({ due }, index) => index > 0 && due.place >= from.place);
  const count = behind === -1 ? held.toPay.payments.length : behind;
  const next = held.toPay.payments.slice(count).map((one) => ({ ...one, rate, tax: taxOn(one.rent, rate) }));
  return { ...withNext(held, count, next), rate };
}

/** After so many payments others are to come: what was paid ahead pays those, and is too much where they are less. */
export function withNext(held: Held, behind: number, next: readonly Due[]): Held {
  const kept = held.toPay.payments.slice(0, behind);
  const paid = new Map(kept.map((payment) => [payment, held.paid.get(payment)!]));
  let ahead = sum(held.toPay.payments.slice(behind).map((payment) => held.paid.get(payment)!));
  for (const payment of next) {
    paid.set(payment, least(ahead, whole(payment)));
    ahead -= paid.get(payment)!;
  }
  return { ...held, toPay: { ...held.toPay, payments: [...kept, ...next] }, paid, tooMuch: held.tooMuch + ahead };
}

/**
 * Domain C13: what is due that day first, in the order of the place, rent and tax together; then the fee; then the payments
 * to come, one after the other.
 */
export function paying(lease: LeaseCase, held: Held, on: WallDay, cents: bigint): Held {
  if (!held.hasStarted) return { ...held, tooMuch: held.tooMuch + cents };
  const { payments, fee, feeTax } = held.toPay;
  const paid = new Map(held.paid);
  let left = cents;
  const pay = (payment: Due) => {
    const part = least(left, whole(payment) - paid.get(payment)!);
    paid.set(payment, paid.get(payment)! + part);
    left -= part;
  };
  const isDue = ({ due }: Due) => due.place <= on.place;
  const due = payments.filter(isDue);
  if (ruleOf(lease.law, 'payment_order') === 'newest_first') due.reverse();
  due.forEach(pay);
  const toFee = least(left, fee + feeTax - held.paidFee);
  left -= toFee;
  payments.filter((payment) => !isDue(payment)).forEach(pay);
  return { ...held, paid, paidFee: held.paidFee + toFee, tooMuch: held.tooMuch + left };
}

/**
 * Domain 2.3: money that may still come back is not there yet. All money of a lease is one pool: what is under way is taken
 * out of what was paid ahead, the last payment first, then out of the newest payment that is due, and last out of the fee and
 * the first payment, which are due together.
 */
export function settledAlone(held: Held, { payments }: MoneyCame): Held {
  let left = sum(payments.filter(({ underWay }) => underWay).map(({ cents }) => BigInt(cents)));
  if (left === 0n) return held;
  const paid = new Map(held.paid);
  const takeOut = (payment: Due) => {
    const part = least(left, paid.get(payment)!);
    paid.set(payment, paid.get(payment)! - part);
    left -= part;
  };
  held.toPay.payments.slice(1).reverse().forEach(takeOut);
  const ofFee = least(left, held.paidFee);
  left -= ofFee;
  held.toPay.payments.slice(0, 1).forEach(takeOut);
  return { ...held, paid, paidFee: held.paidFee - ofFee, billed: held.hasStarted ? held.billed : 0 };
}

/**
 * A payment is past due the day after its due day. For a day to come, all that falls due from today until then counts as
 * paid when it falls due.
 */
export function standingOn(held: Held, on: WallDay): Standing {
  const { toPay, today, hasStarted, billed, paid, paidFee } = held;
  const isPast = (index: number, { due }: Due) => index < billed && due.place < today.place;
  const paidOf = toPay.payments.map((payment, index) => {
    const comes = on.place > today.place && payment.due.place <= on.place && !isPast(index, payment);
    return comes ? whole(payment) : paid.get(payment)!;
  });
  const isFull = (payment: Due, index: number) => paidOf[index] === whole(payment);
  const rents = toPay.payments.map((payment, index) => rentIn(paidOf[index]!, payment));
  const pastDue = toPay.payments.flatMap((payment, index) =>
    isPast(index, payment) && !isFull(payment, index) ? [payment.rent - rents[index]!] : [],
  );
  return {
    paidRent: sum(rents),
    paidCount: toPay.payments.filter(isFull).length,
    pastDueRent: sum(pastDue),
    pastDueCount: pastDue.length,
    openFee: hasStarted ? toPay.fee + toPay.feeTax - paidFee : 0n,
  };
}

/** Of everything, tax included. */
export function stillToPay({ toPay, hasStarted, paid, paidFee }: Held): bigint {
  if (!hasStarted) return 0n;
  const open = toPay.payments.map((payment) => whole(payment) - paid.get(payment)!);
  return sum(open) + toPay.fee + toPay.feeTax - paidFee;
}

export const whole = ({ rent, tax }: Pick<Due, 'rent' | 'tax'>): bigint => rent + tax;

/** Domain C13: of a part, `tax = round(amount·tax/(rent+tax))`, and the rest is rent. */
export function rentIn(amount: bigint, { rent, tax }: Pick<Due, 'rent' | 'tax'>): bigint {
  return amount === 0n ? 0n : amount - rounded(times(amount, over(tax, rent + tax)));
}

/** What lies behind is due no more: before the start that is the payment taken at signing. */
export function nextDueAfter({ toPay, billed }: Held, day: WallDay): WallDay | null {
  return toPay.payments.slice(billed).find(({ due }) => due.place > day.place)?.due ?? null;
}
