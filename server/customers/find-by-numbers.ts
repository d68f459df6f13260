import { type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { blindIndexes } from '#server/secrets/blind-index.ts';

/** What a partner holds of a person: nine digits, and the mobile number as E.164. */
export type PersonalNumbers = { ssn: string; mobilePhone: string };

/**
 * The customers with both numbers, newest first, by their blind indexes: nothing is opened. One query, whoever exists;
 * two accounts may be one person's.
 */
export async function findByNumbers(house: House, numbers: PersonalNumbers): Promise<string[]> {
  const rows = await house.db.read
    .selectFrom('customer_identity as i')
    .innerJoin('customer as c', 'c.customer_id', 'i.customer_id')
    .select('c.customer_id')
    .where('i.ssn_index', 'in', blindIndexes(house, 'ssn', numbers.ssn))
    .where('c.phone_index', 'in', blindIndexes(house, 'phone', numbers.mobilePhone))
    .orderBy('c.created_at', 'desc')
    .orderBy('c.customer_id')
    .limit(foundMax)
    .execute();
  return rows.map((row) => row.customer_id);
}

const foundMax = 100;

/** Those customers are known to this merchant from now on. The same write whether there are any or none. */
export function linkCustomers(house: House, link: { merchantId: string; customerIds: readonly string[] }): Write {
  return write`insert into merchant_customer (merchant_id, customer_id, created_at)
    select ${link.merchantId}, found, ${now(house)}::timestamptz from unnest(${link.customerIds}::text[]) as found
    on conflict do nothing`;
}
