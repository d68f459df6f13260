import type { House } from '#server/house.ts';

/**
 * A page of a merchant's customers, newest first, and how many there are: those it made and those who have an order
 * there (api-v3 O-13). Whoever only logged in belongs to somebody else. One query, also for a page beyond the last.
 */
export async function merchantCustomers(
  house: House,
  wanted: { merchantId: string; page: number; limit: number },
): Promise<{ count: number; customerIds: string[] }> {
  const { merchantId, page, limit } = wanted;
  const { rows } = await house.db.pool.query({
    name: 'merchant_customers',
    text: pageSql,
    values: [merchantId, limit, (page - 1) * limit],
  });
  return { count: rows[0].count, customerIds: rows[0].customer_ids };
}

const pageSql = `
  with mine as materialized (
    select m.customer_id, m.created_at
    from merchant_customer m join customer c on c.customer_id = m.customer_id
    where m.merchant_id = $1 and (
      c.home_merchant_id = $1
      or exists (select from lease l where l.customer_id = m.customer_id and l.merchant_id = $1)
    )
  )
  select (select count(*) from mine) as count,
    array(select customer_id from mine order by created_at desc, customer_id desc limit $2 offset $3) as customer_ids`;
