import type { AuditAnswer } from '#contract/v3/operator.ts';
import type { House } from '#server/house.ts';
import { servicingDay } from '#server/moment.ts';

type Check = AuditAnswer['checks'][number];

const examplesMax = 5;

/** Invariants 18 and 19 for applications: what was decided against somebody was told them, whole and in time. */
export async function auditApplications(house: House): Promise<Check[]> {
  const today = servicingDay(house);
  return Promise.all([
    check(house, {
      invariant: 18,
      rule: 'Every application that was declined has one to four reasons and a notice.',
      examined: `select count(*)::int as n from application a join customer c on c.customer_id = a.customer_id
        where a.state = 'declined' and c.erased_on is null`,
      breaches: `select a.application_id as what from application a join customer c on c.customer_id = a.customer_id
        where a.state = 'declined' and c.erased_on is null
        and (coalesce(jsonb_array_length(a.decision -> 'reasons'), 0) not between 1 and 4 or not exists
          (select 1 from adverse_action_notice n where n.customer_id = a.customer_id and n.application_id = a.application_id))`,
    }),
    check(house, {
      invariant: 18,
      rule: 'A notice has one to four reasons, is sent as it was kept, and names no screening list.',
      examined: `select count(*)::int as n from adverse_action_notice`,
      breaches: `select n.notice_id as what from adverse_action_notice n
        left join message m on m.message_id = n.message_id
        where coalesce(jsonb_array_length(n.facts -> 'reasons'), 0) not between 1 and 4 or n.body ~* 'ofac|sanction'
          or m.message_id is null or m.body <> n.body`,
    }),
    check(house, {
      invariant: 18,
      rule: 'A notice is sent within three business days.',
      examined: `select count(*)::int as n from adverse_action_notice`,
      breaches: `select n.notice_id as what from adverse_action_notice n
        left join message m on m.message_id = n.message_id
        where coalesce(m.sent_at::date, $1::date) > n.deliver_by`,
      values: [today],
    }),
    check(house, {
      invariant: 19,
      rule: 'What was done with an application by hand left none of its ends.',
      examined: `select count(*)::int as n from application_action`,
      breaches: `select action_id as what from application_action
        where before ->> 'state' in ('declined', 'expired', 'revoked', 'abandoned', 'withdrawn')`,
    }),
  ]);
}

async function check(
  house: House,
  asked: { invariant: number; rule: string; examined: string; breaches: string; values?: unknown[] },
): Promise<Check> {
  const { invariant, rule, examined, breaches, values = [] } = asked;
  const count = await house.db.pool.query<{ n: number }>(examined);
  const { rows } = await house.db.pool.query<{ what: string }>({ text: breaches, values });
  const examples = rows.slice(0, examplesMax).map(({ what }) => what);
  return { invariant, rule, examined: count.rows[0]?.n ?? 0, breaches: rows.length, examples };
}
