import { type Fraction, fraction, least, over, rounded, roundedDown, roundedUp, sum, times } from './fraction.ts';
import { type LeaseCase, type Rhythm, ruleOf } from './lease-case.ts';
import { dayAfter, dayBefore, daysAfter, fallsOn, type WallDay, wallDay } from './wall-calendar.ts';

export type Payment = {
  readonly number: number;
  readonly due: WallDay;
  readonly debit: WallDay;
  readonly originate: WallDay;
  readonly rent: bigint;
  readonly tax: bigint;
};

/** A lease as agreed: its figures, and every payment of it. */
export type Agreement = {
  readonly cashPrice: bigint;
  readonly totalRent: bigint;
  readonly capped: boolean;
  readonly fee: bigint;
  readonly feeTax: bigint;
  readonly regular: bigint;
  readonly payments: readonly Payment[];
};

/** Domain 1.1–1.7. Null where the cap leaves less rent than the cash price: such a lease is not offered. */
export function agree(lease: LeaseCase): Agreement | null {
  const cashPrice = BigInt(lease.cashPriceCents);
  const { totalRent, capped } = rentFor(lease, cashPrice);
  if (totalRent < cashPrice) return null;
  const fee = BigInt(lease.processingFeeCents);
  const { rents, regular } = rentsOf(lease, totalRent);
  const days = dueDays(lease, rents.length);
  return {
    ...{ cashPrice, totalRent, capped, fee, regular },
    feeTax: ruleOf(lease.law, 'tax').fee_taxable ? taxOn(fee, lease.taxRate) : 0n,
    payments: rents.map((rent, index) => {
      const due = days[index]!;
      const payment = { number: index + 1, due, rent, tax: taxOn(rent, lease.taxRate) };
      return { ...payment, ...(index === 0 ? { debit: due, originate: due } : askedOfTheBank(lease, due)) };
    }),
  };
}

/** Domain 1.4: `min(round(C·f), floor(C·cap) − fee)`. */
export function rentFor(lease: LeaseCase, cashPrice: bigint): { totalRent: bigint; capped: boolean } {
  const wanted = rounded(times(cashPrice, fraction(lease.leaseFactor)));
  const cap = ruleOf(lease.law, 'total_cap');
  if (cap === null) return { totalRent: wanted, capped: false };
  const allowed = roundedDown(times(cashPrice, fraction(cap))) - BigInt(lease.processingFeeCents);
  return { totalRent: least(wanted, allowed), capped: allowed < wanted };
}

/** Domain 1.3, one payment after the other: each is the whole payments' share rounded up, the last what is left. */
export function spread(total: bigint, payments: bigint): bigint[] {
  const regular = roundedUp(over(total, payments));
  const rents: bigint[] = [];
  for (let left = total; left > 0n; left -= rents.at(-1)!) rents.push(least(regular, left));
  return rents;
}

/** Domain 1.5: each payment by itself. */
export function taxOn(amount: bigint, rate: string): bigint {
  return rounded(times(amount, fraction(rate)));
}

/** The rate that was last heard of by then; at first the one of the signing day. */
export function rateOn({ taxRate, taxChanges }: LeaseCase, day: WallDay): string {
  return taxChanges.findLast(({ from }) => wallDay(from).place <= day.place)?.rate ?? taxRate;
}

/** Domain 1.2: weeks in a period, where 52 weeks are 12 months. */
export const weeksInPeriod: Record<Rhythm, Fraction> = {
  weekly: over(1n, 1n),
  biweekly: over(2n, 1n),
  semimonthly: over(52n, 24n),
  monthly: over(52n, 12n),
};

/** How many periods fit into so many weeks, at least one. */
export function periodsIn(weeks: Fraction, rhythm: Rhythm): bigint {
  const period = weeksInPeriod[rhythm];
  const whole = roundedDown(over(weeks.top * period.bottom, weeks.bottom * period.top));
  return whole < 1n ? 1n : whole;
}

/** Whether somebody is paid on a day, told by one payday of theirs (domain 1.7). */
export function paydays(rhythm: Rhythm, known: WallDay): (day: WallDay) => boolean {
  if (rhythm === 'weekly' || rhythm === 'biweekly') {
    const period = rhythm === 'weekly' ? 7 : 14;
    return (day) => (day.place - known.place) % period === 0;
  }
  const anchors = rhythm === 'monthly' ? [known.dayOfMonth] : twoAnchors(known);
  return (day) => anchors.some((anchor) => fallsOn(day, anchor));
}

/** The first `count` of the days, from that one on, on which somebody is paid. */
export function paydaysFrom(first: WallDay, isPayday: (day: WallDay) => boolean, count: number): WallDay[] {
  const found: WallDay[] = [];
  for (let day = first; found.length < count; day = dayAfter(day)) if (isPayday(day)) found.push(day);
  return found;
}

/** The due days of so many payments: the first at the start, then the paydays `leadDays` or more later. */
export function dueDays(lease: LeaseCase, count: number): WallDay[] {
  const start = wallDay(lease.startOn);
  return [start, ...paydaysFrom(daysAfter(start, lease.leadDays), paydaysOf(lease), count - 1)];
}

export function paydaysOf(lease: LeaseCase): (day: WallDay) => boolean {
  return paydays(lease.frequency, lease.payDate === null ? onePeriodAfter(lease) : wallDay(lease.payDate));
}

/** Mode A takes payment 1 of the term at signing, mode B a fixed rent beside them, and never more than there is. */
function rentsOf(lease: LeaseCase, totalRent: bigint): { rents: bigint[]; regular: bigint } {
  const payments = periodsIn(over(BigInt(lease.termWeeks), 1n), lease.frequency);
  if (lease.fixedInitialRentCents === null) {
    const rents = spread(totalRent, payments);
    return { rents, regular: rents[0]! };
  }
  const first = least(BigInt(lease.fixedInitialRentCents), totalRent);
  const rents = spread(totalRent - first, payments);
  return { rents: [first, ...rents], regular: rents[0] ?? first };
}

/** Without a known payday the cycle goes through the start plus one period. A month later is the same day of the month. */
function onePeriodAfter({ frequency, startOn }: LeaseCase): WallDay {
  return daysAfter(wallDay(startOn), { weekly: 7, biweekly: 14, semimonthly: 15, monthly: 0 }[frequency]);
}

/** (1, 15) and (15, end of month) are the usual pairs; any other payday has its partner fifteen days away. */
function twoAnchors({ dayOfMonth, endsMonth }: WallDay): [number, number] {
  if (dayOfMonth === 1 || dayOfMonth === 15) return [1, 15];
  if (endsMonth) return [15, 31];
  return dayOfMonth > 15 ? [dayOfMonth - 15, dayOfMonth] : [dayOfMonth, dayOfMonth + 15];
}

/** Domain 1.7: when the bank is asked for the money, and when it is told to. */
export function askedOfTheBank({ debit: how }: LeaseCase, due: WallDay): { debit: WallDay; originate: WallDay } {
  const debit = debitDay(due, how);
  return { debit, originate: openBank(dayBefore(debit), dayBefore) };
}

function debitDay(due: WallDay, convention: LeaseCase['debit']): WallDay {
  if (convention === 'none') return due;
  if (convention === 'preceding') return openBank(due, dayBefore);
  const following = openBank(due, dayAfter);
  const stays = convention === 'following' || following.month === due.month;
  return stays ? following : openBank(due, dayBefore);
}

function openBank(from: WallDay, walk: (day: WallDay) => WallDay): WallDay {
  let day = from;
  while (!day.banksOpen) day = walk(day);
  return day;
}

/** Everything that is paid for a lease, tax apart and tax alone. */
export function totals({ payments, fee, feeTax }: Agreement): { cost: bigint; tax: bigint } {
  return { cost: sum(payments.map(({ rent }) => rent)) + fee, tax: sum(payments.map(({ tax }) => tax)) + feeTax };
}
