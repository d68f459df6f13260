import {
  type Agreement,
  dueDays,
  paydays,
  paydaysFrom,
  periodsIn,
  rentFor,
  spread,
  taxOn,
  weeksInPeriod,
} from './agreement.ts';
import { fraction, least, most, over, rounded, roundedDown, sum, times } from './fraction.ts';
import { type FeeCap, type LeaseCase, ruleOf } from './lease-case.ts';
import type { ToPay } from './money-in.ts';
import { daysAfter, later, type WallDay, wallDay } from './wall-calendar.ts';

/** Domain 3.3: days late count from the later of due and debit day. */
export function lateFee(
  lease: LeaseCase,
  { payments }: Agreement,
  asked: LeaseCase['late'][number],
): { daysLate: number; fee: bigint } {
  const { due, debit } = payments[asked.number - 1]!;
  const daysLate = Math.max(0, wallDay(asked.today).place - later(due, debit).place);
  const { min_days_late: first, cap } = ruleOf(lease.law, 'late_fee');
  const isLong = lease.frequency === 'semimonthly' || lease.frequency === 'monthly';
  const isEarly = daysLate < (isLong ? first.other : first[lease.frequency as 'weekly' | 'biweekly']);
  if (isEarly || asked.openRentCents === 0 || asked.charged) return { daysLate, fee: 0n };
  const capHere = cap.type === 'by_frequency' ? cap.of[lease.frequency] : cap;
  return { daysLate, fee: least(BigInt(asked.contractFeeCents), mostFee(capHere, BigInt(asked.openRentCents))) };
}

function mostFee(cap: FeeCap, openRent: bigint): bigint {
  if (cap.type === 'flat') return BigInt(cap.cents);
  if (cap.type === 'pct') return roundedDown(times(openRent, fraction(cap.rate)));
  if (cap.type === 'min') return least(...cap.of.map((one) => mostFee(one, openRent)));
  if (cap.type === 'max') return most(...cap.of.map((one) => mostFee(one, openRent)));
  const step = cap.steps.find(({ upto_cents }) => upto_cents === null || openRent <= BigInt(upto_cents));
  return BigInt(step?.cents ?? 0);
}

/** Domain 1.8: the last day for goods that were kept, and for goods that went back; what resuming costs beside the arrears. */
export function resuming(
  lease: LeaseCase,
  { totalRent }: Agreement,
  asked: LeaseCase['resuming'][number],
): { kept: WallDay; afterReturn: WallDay; fee: bigint } {
  const { kept, returned, fee_cents, fee_per } = ruleOf(lease.law, 'reinstatement');
  const oldest = asked.oldestUnpaid;
  // The cycle goes on past the last payment.
  const due = dueDays(lease, oldest + 1 + (kept.type === 'periods' ? kept.count : 0));
  const from = due[oldest - 1]!;
  const isMostlyPaid = 3n * BigInt(asked.paidRentCents) >= 2n * totalRent;
  const daysBack = isMostlyPaid ? returned.ge_two_thirds_days : returned.lt_two_thirds_days;
  return {
    kept: lastDayKept(),
    afterReturn: daysAfter(wallDay(asked.returnedOn), daysBack),
    fee: BigInt(fee_cents) * BigInt(fee_per === 'missed_payment' ? asked.missed : 1),
  };

  function lastDayKept(): WallDay {
    if (kept.type === 'days') return daysAfter(from, kept.after[lease.frequency]);
    if (kept.type === 'periods') return due.at(-2)!;
    const daysInPeriod = due[oldest]!.place - from.place;
    return later(daysAfter(from, kept.days), daysAfter(from, Math.ceil(daysInPeriod / 2)));
  }
}

type ToCome = { readonly totalRent: bigint; readonly rents: readonly bigint[]; readonly needsSignature: boolean };

/** Domain 2.5, from inception: `R'` for what is kept, all that was paid credited to it, the remainder over the payments left. */
export function keeping(
  lease: LeaseCase,
  agreement: Agreement,
  asked: LeaseCase['keeping'][number],
): ToCome & { refund: bigint; vests: boolean } {
  const kept = BigInt(asked.keptCashCents);
  const totalRent = kept === 0n ? 0n : most(kept, rentFor(lease, kept).totalRent);
  const paid = BigInt(asked.paidRentCents);
  const remainder = most(0n, totalRent - paid);
  const { unbilled, left } = stillUnbilled(agreement, asked.billed);
  return {
    totalRent,
    rents: spread(remainder, left),
    needsSignature: isRenegotiation(lease, unbilled, remainder),
    refund: most(0n, paid - totalRent),
    vests: kept > 0n && remainder === 0n,
  };
}

/** Domain 2.5, surrender: `F' = round(F·C_rest/C)`, on item prices without shipping; what was billed stays. */
export function surrendering(
  lease: LeaseCase,
  toPay: ToPay,
  { goods, keptGoods, billed }: { goods: bigint; keptGoods: bigint; billed: number },
): ToCome {
  const { unbilled, left } = stillUnbilled(toPay, billed);
  const rest = rounded(times(unbilled, over(keptGoods, goods)));
  return {
    totalRent: toPay.totalRent - unbilled + rest,
    rents: spread(rest, left),
    needsSignature: isRenegotiation(lease, unbilled, rest),
  };
}

/** Domain 1.2: so many payments of the new rhythm as fit into the weeks that are left; the first when the next was due. */
export function changing(
  lease: LeaseCase,
  toPay: ToPay,
  { to, billed }: LeaseCase['changing'][number],
): { due: WallDay; rent: bigint; tax: bigint }[] {
  const next = toPay.payments[billed];
  if (next === undefined) return [];
  const { unbilled, left } = stillUnbilled(toPay, billed);
  const rents = spread(unbilled, periodsIn(times(left, weeksInPeriod[lease.frequency]), to));
  const days = paydaysFrom(next.due, paydays(to, next.due), rents.length);
  return rents.map((rent, index) => ({ due: days[index]!, rent, tax: taxOn(rent, lease.taxRate) }));
}

/** Domain 1.3: each article has the whole cents of its share; the largest fractions get one more, the first of equals first. */
export function shareOut(total: bigint, articles: readonly bigint[]): bigint[] {
  const all = sum(articles);
  const shares = articles.map((article) => roundedDown(times(total, over(article, all))));
  const fractions = articles.map((article) => (total * article) % all);
  for (let left = total - sum(shares); left > 0n; left -= 1n) {
    const largest = fractions.indexOf(most(...fractions));
    shares[largest]! += 1n;
    fractions[largest] = -1n;
  }
  return shares;
}

/** Where every payment is billed, one more takes what is left (domain 2.5). */
export function stillUnbilled({ payments }: ToPay, billed: number): { unbilled: bigint; left: bigint } {
  const ahead = payments.slice(billed);
  return { unbilled: sum(ahead.map(({ rent }) => rent)), left: BigInt(Math.max(1, ahead.length)) };
}

/** Domain 2.5: the average payment changes by strictly more than the threshold, or at all where any change counts. */
export function isRenegotiation({ law }: LeaseCase, before: bigint, after: bigint): boolean {
  const { threshold, any_change } = ruleOf(law, 'renegotiation');
  const change = before > after ? before - after : after - before;
  if (before === 0n || change === 0n) return false;
  const { top, bottom } = fraction(threshold);
  return any_change || change * bottom > before * top;
}
