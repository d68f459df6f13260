import { insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';

export type Login = { readonly loginId: string; readonly device: string; readonly startedAt: Instant };

export function insertLogin({ customerId, loginId, device, startedAt }: Login & { customerId: string }): Write {
  return insert('customer_login', {
    customer_id: customerId,
    login_id: loginId,
    device,
    started_at: startedAt,
  });
}

export function endLoginsOf(customerId: string, { at, butNot }: { at: Instant; butNot: string | null }): Write {
  return write`update customer_login set ended_at = ${at}
    where customer_id = ${customerId} and ended_at is null and login_id is distinct from ${butNot}::text`;
}

export function endLoginOf(customerId: string, { at, loginId }: { at: Instant; loginId: string }): Write {
  return write`update customer_login set ended_at = ${at}
    where customer_id = ${customerId} and login_id = ${loginId} and ended_at is null`;
}

/** The logins of a customer that have not ended and began since then, newest first. */
export async function openLogins(house: House, customerId: string, since: Instant): Promise<Login[]> {
  const rows = await house.db.read
    .selectFrom('customer_login')
    .select(['login_id', 'device', 'started_at'])
    .where('customer_id', '=', customerId)
    .where('ended_at', 'is', null)
    .where('started_at', '>', since)
    .orderBy('started_at', 'desc')
    .execute();
  return rows.map((row) => ({ loginId: row.login_id, device: row.device, startedAt: row.started_at }));
}
