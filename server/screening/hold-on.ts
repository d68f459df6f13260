import type { House } from '#server/house.ts';

/**
 * Whether a case of this customer holds anything: `open` until a person has looked, `confirmed` for good. While it does,
 * nothing new is leased, no store is paid and nothing is refunded; once it is confirmed no debit leaves either.
 */
export async function holdOn(house: House, customerId: string): Promise<'nothing' | 'open' | 'confirmed'> {
  const row = await house.db.read
    .selectFrom('held_customer')
    .select('is_confirmed')
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  if (row === undefined) return 'nothing';
  return row.is_confirmed === true ? 'confirmed' : 'open';
}
