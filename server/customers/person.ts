import type { Day } from '#core/calendar/day.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';

/** Who a customer is, with what a login needs. Nothing of it leaves the house but by a view. */
export type Person = {
  customerId: string;
  email: string;
  firstName: string;
  lastName: string;
  mobilePhone: string | null;
  passwordHash: string | null;
  dateOfBirth: Day | null;
  marketingOptIn: boolean;
  /** The language they are written in; null until it is known, and then English. */
  locale: Language | null;
  version: number;
  createdAt: Instant;
};

/** The customer with this id; null when there is none, or nothing is left of them. */
export async function personById(house: House, customerId: string): Promise<Person | null> {
  const row = await house.db.read
    .selectFrom('customer')
    .select([
      'customer_id',
      'email',
      'first_name',
      'last_name',
      'mobile_phone',
      'password_hash',
      'date_of_birth',
      'marketing_opt_in',
      'locale',
      'version',
      'created_at',
    ])
    .where('customer_id', '=', customerId)
    .where('erased_on', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    customerId: row.customer_id,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    mobilePhone: row.mobile_phone,
    passwordHash: row.password_hash,
    dateOfBirth: row.date_of_birth,
    marketingOptIn: row.marketing_opt_in,
    locale: row.locale as Language | null,
    version: row.version,
    createdAt: row.created_at,
  };
}
