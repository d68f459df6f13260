import type { Day } from '#core/calendar/day.ts';
import { weekday } from '#core/calendar/day.ts';
import type { Frequency } from '#core/calendar/pay-cycle.ts';

/** How often a payment falls due, with the day of the week where it has one: `Every Friday`, `Every second Friday`. */
export function everyPeriod(frequency: Frequency, firstOn: Day): string {
  switch (frequency) {
    case 'weekly':
      return `Every ${weekdays[weekday(firstOn)]}`;
    case 'biweekly':
      return `Every second ${weekdays[weekday(firstOn)]}`;
    case 'semimonthly':
      return 'Twice a month';
    case 'monthly':
      return 'Once a month';
  }
}

/** `1 payment`, `50 payments`. */
export const paymentsOf = (count: number): string => (count === 1 ? '1 payment' : `${count} payments`);

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
