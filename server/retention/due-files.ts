import { applicationLifecycle } from '#core/application/lifecycle.ts';
import type { EndedFile } from '#core/retention/file.ts';
import type { House } from '#server/house.ts';
import { type Instant, servicingDay, servicingDayOf } from '#server/moment.ts';
import { type EndedRow, endedApplication } from './ended-application.ts';

/** A file that has to be looked at today. `isOpen`: something in it is not over. */
export type DueFile = EndedFile & { readonly customerId: string; readonly isOpen: boolean };

const atOnceMax = 200;

/** The files to be looked at today, some at a time. One query over customers, applications and leases. */
export async function dueFiles(house: House): Promise<DueFile[]> {
  const { rows } = await house.db.pool.query<FileRow>({
    name: 'due_files',
    text: dueSql,
    values: [servicingDay(house), atOnceMax, applicationLifecycle.ends],
  });
  return rows.map(({ created_at, ...row }) => ({
    customerId: row.customer_id,
    isOpen: row.is_open,
    application: created_at === null ? null : endedApplication(house, { ...row, created_at }),
    leaseEndedOn: row.lease_ended_at === null ? null : servicingDayOf(house, row.lease_ended_at),
  }));
}

const dueSql = `
  select c.customer_id, a.created_at, a.decided_at, a.expires_on,
    (select max(ended_at) from lease where customer_id = c.customer_id and signed_at is not null) as lease_ended_at,
    exists (select from lease where customer_id = c.customer_id and ended_at is null)
      or exists (select from application where customer_id = c.customer_id
        and state <> all ($3::text[])) as is_open
  from customer c
  left join lateral (
    select created_at, decided_at, expires_on from application where customer_id = c.customer_id
    order by created_at desc, application_id desc limit 1
  ) a on true
  where c.erased_on is null and c.look_on <= $1::date
  order by c.look_on limit $2`;

type FileRow = Omit<EndedRow, 'created_at'> & {
  customer_id: string;
  created_at: Instant | null;
  lease_ended_at: Instant | null;
  is_open: boolean;
};
