import {
  addDays,
  type Day,
  dayInMonth,
  dayNumber,
  dayOfMonthOf,
  dayOfNumber,
  daysBetween,
  monthNumber,
} from './day.ts';

/** How often a payment falls due (domain 1.2). The words are the wire's. */
export type Frequency = 'weekly' | 'biweekly' | 'semimonthly' | 'monthly';

/**
 * The days of a payday calendar, without beginning or end. Weekly and biweekly hang on one day, the phase. Monthly has
 * an anchor, the day of the month 1–31; semimonthly has two, ascending and at least 13 days apart. In a month that is
 * too short an anchor means the last day, and comes back in the next (31 Jan → 28 Feb → 31 Mar).
 */
export type Cycle =
  | { readonly frequency: 'weekly' | 'biweekly'; readonly phase: Day }
  | { readonly frequency: 'monthly'; readonly anchor: number }
  | { readonly frequency: 'semimonthly'; readonly anchors: readonly [number, number] };

/** The days from lease start to the first due date on the cycle, at least; the boundary day counts (domain 1.7). */
export const leadDaysDefault = 7;

/**
 * The payday calendar of a lease: through the applicant's pay date, any one, past or to come, when it is known, else
 * through the lease start plus one period (rulings 4 and 5).
 */
export function cycleFrom(frequency: Frequency, payDate: Day | null, leaseStart: Day): Cycle {
  switch (frequency) {
    case 'weekly':
    case 'biweekly':
      return { frequency, phase: payDate ?? addDays(leaseStart, daysInPeriod[frequency]) };
    case 'monthly':
      // The start's own day of the month, and not that of a clamped 28 February: an anchor is never lost.
      return { frequency, anchor: dayOfMonthOf(payDate ?? leaseStart) };
    case 'semimonthly':
      return { frequency, anchors: anchorsThrough(payDate ?? addDays(leaseStart, 15)) };
  }
}

/** The first day of the cycle that is `leadDays` or more after the lease start: when payment 2 is due (domain 1.7). */
export function firstDue(cycle: Cycle, leaseStart: Day, leadDays: number = leadDaysDefault): Day {
  const earliest = addDays(leaseStart, leadDays);
  if ('phase' in cycle) {
    const period = daysInPeriod[cycle.frequency];
    return addDays(cycle.phase, Math.ceil(daysBetween(cycle.phase, earliest) / period) * period);
  }
  let slot = monthNumber(earliest) * anchorsOf(cycle).length;
  while (daySlot(cycle, slot) < earliest) slot += 1;
  return daySlot(cycle, slot);
}

/**
 * The due date `k` periods after `first`, which is a day of the cycle: k = 0 is `first` itself. Counted from the first
 * and never from the one before, so that a short month leaves no trace.
 */
export function dueDay(cycle: Cycle, first: Day, k: number): Day {
  return dayOfNumber(dueDayNumbers(cycle, first)(k));
}

/** The same as day numbers, for a whole schedule: what does not depend on `k` is worked out once. */
export function dueDayNumbers(cycle: Cycle, first: Day): (k: number) => number {
  if ('phase' in cycle) {
    const [from, days] = [dayNumber(first), daysInPeriod[cycle.frequency]];
    return (k) => from + days * k;
  }
  const anchors = anchorsOf(cycle);
  let slot = monthNumber(first) * anchors.length;
  while (daySlot(cycle, slot) < first) slot += 1;
  return (k) => dayNumber(daySlot(cycle, slot + k));
}

const daysInPeriod = { weekly: 7, biweekly: 14 } as const;

type MonthCycle = Extract<Cycle, { frequency: 'monthly' | 'semimonthly' }>;

function anchorsOf(cycle: MonthCycle): readonly number[] {
  return cycle.frequency === 'monthly' ? [cycle.anchor] : cycle.anchors;
}

/** Slots number the cycle's days through all months: one a month, or two. */
function daySlot(cycle: MonthCycle, slot: number): Day {
  const anchors = anchorsOf(cycle);
  return dayInMonth(Math.floor(slot / anchors.length), anchors[slot % anchors.length]!);
}

/**
 * The two anchors that a single pay date tells: the defaults (1, 15) and (15, end of month) where it is on one of them
 * (domain 1.7), else itself and the day 15 away. A pay date on the 15th fits both; it gets (1, 15), because a debit on
 * the 1st finds the wages of the 31st, and one on the 31st would not find those of the 1st.
 */
function anchorsThrough(payDate: Day): [number, number] {
  const dayOfMonth = dayOfMonthOf(payDate);
  if (dayOfMonth === 1 || dayOfMonth === 15) return [1, 15];
  const isLastOfMonth = dayOfMonthOf(addDays(payDate, 1)) === 1;
  if (isLastOfMonth) return [15, 31];
  return dayOfMonth < 15 ? [dayOfMonth, dayOfMonth + 15] : [dayOfMonth - 15, dayOfMonth];
}
