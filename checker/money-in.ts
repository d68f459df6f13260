import type { Agreement, Payment } from './agreement.ts';
import { least, over, rounded, sum, times } from './fraction.ts';
import { type LeaseCase, ruleOf } from './lease-case.ts';
import { type WallDay, wallDay } from './wall-calendar.ts';

/** What the money that came has paid, seen on one day. */
export type Standing = {
  readonly paidRent: bigint;
  readonly paidCount: number;
  readonly pastDueRent: bigint;
  readonly pastDueCount: number;
  readonly openFee: bigint;
  /** What is still to pay of everything, tax included. */
  readonly stillToPay: bigint;
  /** What nothing was left for. */
  readonly tooMuch: bigint;
};

/**
 * Domain C13: what is due that day first, in the order of the place, rent and tax together; then the fee; then the payments
 * to come, one after the other. A payment is past due the day after its due day.
 */
export function standingOn(lease: LeaseCase, agreement: Agreement, asked: LeaseCase['buying'][number]): Standing {
  const today = wallDay(asked.on);
  const { paid, paidFee, tooMuch } = moneyPlaced(lease, agreement, asked);
  const isFull = (payment: Payment) => paid.get(payment) === whole(payment);
  const pastDue = agreement.payments.filter((payment) => payment.due.place < today.place && !isFull(payment));
  const paidRentOf = (payment: Payment) => rentIn(paid.get(payment)!, payment);
  const openFee = agreement.fee + agreement.feeTax - paidFee;
  return {
    paidRent: sum(agreement.payments.map(paidRentOf)),
    paidCount: agreement.payments.filter(isFull).length,
    pastDueRent: sum(pastDue.map((payment) => payment.rent - paidRentOf(payment))),
    pastDueCount: pastDue.length,
    openFee,
    stillToPay: sum(agreement.payments.map((payment) => whole(payment) - paid.get(payment)!)) + openFee,
    tooMuch,
  };
}

const whole = (payment: Payment) => payment.rent + payment.tax;

/** What of each payment, tax included, and of the fee is paid. */
export function moneyPlaced(
  lease: LeaseCase,
  agreement: Agreement,
  { payments }: LeaseCase['buying'][number],
): { paid: Map<Payment, bigint>; paidFee: bigint; tooMuch: bigint } {
  const paid = new Map(agreement.payments.map((payment) => [payment, 0n]));
  let paidFee = 0n;
  let tooMuch = 0n;
  for (const money of payments) {
    const isDue = (payment: Payment) => payment.due.place <= wallDay(money.on).place;
    const due = agreement.payments.filter(isDue);
    if (ruleOf(lease.law, 'payment_order') === 'newest_first') due.reverse();
    let left = BigInt(money.cents);
    const pay = (payment: Payment) => {
      const part = least(left, whole(payment) - paid.get(payment)!);
      paid.set(payment, paid.get(payment)! + part);
      left -= part;
    };
    due.forEach(pay);
    const toFee = least(left, agreement.fee + agreement.feeTax - paidFee);
    paidFee += toFee;
    left -= toFee;
    agreement.payments.filter((payment) => !isDue(payment)).forEach(pay);
    tooMuch += left;
  }
  return { paid, paidFee, tooMuch };
}

/** Domain C13: of a part, `tax = round(amount·tax/(rent+tax))`, and the rest is rent. */
export function rentIn(amount: bigint, { rent, tax }: Payment): bigint {
  return amount - rounded(times(amount, over(tax, rent + tax)));
}

export function nextDueAfter({ payments }: Agreement, day: WallDay): WallDay | null {
  return payments.find(({ due }) => due.place > day.place)?.due ?? null;
}
