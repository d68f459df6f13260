import { openLeasesSql } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';
import type { Application } from './application.ts';
import type { UserFacts } from './user-view.ts';

/**
 * Everything that the view of a customer shows, for as many customers as are asked for, in their order and in one
 * query; of whom nothing is left, nothing. It also reads the customers and their orders, so that no list asks once per
 * line; it writes nothing there.
 */
export async function readUsers(
  house: House,
  wanted: { merchantId: string; customerIds: readonly string[] },
): Promise<(UserFacts & { hasCard: boolean })[]> {
  const { rows } = await house.db.pool.query<UserRow>({
    name: 'read_users',
    text: usersSql,
    values: [wanted.merchantId, wanted.customerIds],
  });
  return rows.map(factsOf);
}

const ordersListedMax = 200;

const usersSql = `
  select c.customer_id, c.email, c.first_name, c.last_name, c.date_of_birth, c.created_at, c.state,
    c.open_cash_cents, ${openLeasesSql('c')} as open_leases, c.verification_status,
    (c.spending_hold or exists (select from held_customer h where h.customer_id = c.customer_id)) as spending_hold,
    a.application_id, a.state as application_state, a.decision, a.limit_cents, a.expires_on,
    a.created_at as applied_at, o.orders,
    exists (select from payment_method where customer_id = c.customer_id and kind = 'card') as has_card
  from unnest($2::text[]) with ordinality as wanted (customer_id, place)
  join customer c on c.customer_id = wanted.customer_id and c.erased_on is null
  left join lateral (
    select application_id, state, decision, limit_cents, expires_on, created_at from application
    where customer_id = c.customer_id and state <> 'draft'
    order by created_at desc, application_id desc limit 1
  ) a on true
  left join lateral (
    select jsonb_agg(to_jsonb(l) order by l.created_at desc, l.transaction_id) as orders from (
      select lease_id, transaction_id, created_at, signed_at is not null as is_signed from lease
      where customer_id = c.customer_id and merchant_id = $1 and state <> 'void'
      order by created_at desc limit ${ordersListedMax}
    ) l
  ) o on true
  order by wanted.place`;

function factsOf(row: UserRow): UserFacts & { hasCard: boolean } {
  return {
    hasCard: row.has_card,
    person: {
      customerId: row.customer_id,
      email: row.email,
      firstName: row.first_name,
      lastName: row.last_name,
      dateOfBirth: row.date_of_birth,
      createdAt: row.created_at,
    },
    facts: {
      address: row.state === null ? null : { state: row.state },
      openCash: row.open_cash_cents,
      openLeases: row.open_leases,
      spendingHold: row.spending_hold,
      verificationStatus: row.verification_status,
    },
    application:
      row.application_id === null
        ? null
        : {
            applicationId: row.application_id,
            state: row.application_state,
            decision: row.decision,
            limit: row.limit_cents,
            expiresOn: row.expires_on,
            createdAt: row.applied_at,
          },
    transactions: (row.orders ?? []).map((order) => ({
      id: order.transaction_id,
      createdAt: new Date(order.created_at).toISOString(),
      lease: { id: order.lease_id, status: order.is_signed ? 'signed' : 'pending' },
    })),
  };
}

type UserRow = {
  customer_id: string;
  email: string;
  first_name: string;
  last_name: string;
  date_of_birth: string | null;
  created_at: Instant;
  state: string | null;
  open_cash_cents: number;
  open_leases: number;
  spending_hold: boolean;
  verification_status: UserFacts['facts']['verificationStatus'];
  application_id: string | null;
  application_state: Application['state'];
  decision: Application['decision'];
  limit_cents: number;
  expires_on: string | null;
  applied_at: Instant;
  has_card: boolean;
  orders: { lease_id: string; transaction_id: string; created_at: string; is_signed: boolean }[] | null;
};
