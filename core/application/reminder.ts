import { addDays, type Day } from '#core/calendar/day.ts';

/** So many days before its last one an approval is spoken of once more. */
const reminderDays = 5;

/**
 * The last days of approvals that are reminded of today: from tomorrow, as long as there are days left to act on, to the
 * fifth from now. One that was missed, by a machine that stood still, is still worth saying on a later day.
 */
export function remindedToday(today: Day): { from: Day; through: Day } {
  return { from: addDays(today, 1), through: addDays(today, reminderDays) };
}

/**
 * Whether a person may be written to at that hour of their day without being asked for it: 8 to 21 by law (domain 4.9),
 * an hour less at each end, because a state that lies in two zones has one here.
 */
export function isWritingHour(hour: number): boolean {
  return hour >= 9 && hour < 20;
}
