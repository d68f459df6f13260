import { addDays, type Day } from '#core/calendar/day.ts';
import { fileGoesOn } from '#core/retention/file.ts';
import type { House } from '#server/house.ts';
import { servicingDay } from '#server/moment.ts';
import { type DueFile, dueFiles } from './due-files.ts';

const openAgainDays = 30;
const consentsAtOnceMax = 500;

/**
 * Erases what is known of customers with whom everything has been over for as long as the law wants it kept, and what
 * customers agreed to when its own time is over (domain 4.14). Answers of how many.
 */
export async function eraseFiles(house: House): Promise<number> {
  let count = 0;
  for (const file of await dueFiles(house)) if (await eraseOrLookAgain(house, file)) count += 1;
  return count + (await forgetConsents(house));
}

async function eraseOrLookAgain(house: House, file: DueFile): Promise<boolean> {
  const today = servicingDay(house);
  const goes = file.isOpen ? null : fileGoesOn(file, house.settings.keptMonths);
  if (goes === null) await lookAgain(house, file, addDays(today, openAgainDays));
  else if (goes.file > today) await lookAgain(house, file, goes.file);
  else if (await erase(house, file, goes.consents)) return true;
  // On hold, or in the hands of a screening: asked again until it is not.
  else await lookAgain(house, file, addDays(today, 1));
  return false;
}

/** Through the one function that may, which looks at everything once more. */
async function erase(house: House, { customerId }: DueFile, consentsUntil: Day): Promise<boolean> {
  const { rows } = await house.db.pool.query<{ erased: boolean }>('select erase_customer($1, $2, $3) as erased', [
    customerId,
    servicingDay(house),
    consentsUntil,
  ]);
  return rows[0]?.erased === true;
}

async function lookAgain(house: House, { customerId }: DueFile, on: Day): Promise<void> {
  await house.db.pool.query('update customer set look_on = $2 where customer_id = $1 and erased_on is null', [
    customerId,
    on,
  ]);
}

async function forgetConsents(house: House): Promise<number> {
  const { rows } = await house.db.pool.query<{ count: number }>('select forget_consents($1, $2) as count', [
    servicingDay(house),
    consentsAtOnceMax,
  ]);
  return rows[0]?.count ?? 0;
}
