import { carryOut } from '#server/carry-out.ts';
import { write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { done } from '#server/outcome.ts';
import { blindIndex } from '#server/secrets/blind-index.ts';

/** The name under which a mobile number (E.164) is found again; null where there is none. */
export function phoneIndex(house: House, mobilePhone: string | null | undefined): string | null {
  return mobilePhone ? blindIndex(house, 'phone', mobilePhone) : null;
}

const atOnceMax = 500;

/** Names the numbers that were written before there was an index, some at a time; answers how many. */
export async function indexPhones(house: House): Promise<number> {
  const rows = await house.db.read
    .selectFrom('customer')
    .select(['customer_id', 'mobile_phone'])
    .where('mobile_phone', 'is not', null)
    .where('phone_index', 'is', null)
    .limit(atOnceMax)
    .execute();
  for (const { customer_id, mobile_phone } of rows) {
    await carryOut(house, async () =>
      done(
        null,
        write`update customer set phone_index = ${phoneIndex(house, mobile_phone)}
          where customer_id = ${customer_id} and mobile_phone = ${mobile_phone}`,
      ),
    );
  }
  return rows.length;
}
