import type { HandAct } from '#core/application/by-hand.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { type Instant, now } from '#server/moment.ts';
import type { Application } from './application.ts';

/** What somebody did with an application by hand, never changed afterwards. */
export type Action = {
  readonly action: string;
  readonly by: string;
  readonly reason: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly recordedAt: Instant;
};

export function recordAction(
  house: House,
  application: Application,
  done: {
    act: HandAct | 'clearScreening' | 'openDocument' | 'checkDocuments';
    by: string;
    reason: string;
    before: object;
    after: object;
  },
): Write {
  return insert('application_action', {
    customer_id: application.customerId,
    application_id: application.applicationId,
    action_id: newId(house),
    action: done.act,
    by_name: done.by,
    reason: done.reason,
    before: done.before,
    after: done.after,
    request_id: house.requestId,
    recorded_at: now(house),
  });
}

/** What was done with an application, the oldest first. */
export async function actionsOf(
  house: House,
  { customerId, applicationId }: { customerId: string; applicationId: string },
): Promise<Action[]> {
  const rows = await house.db.read
    .selectFrom('application_action')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('application_id', '=', applicationId)
    .orderBy('recorded_at')
    .orderBy('action_id')
    .execute();
  return rows.map((row) => ({
    action: row.action,
    by: row.by_name,
    reason: row.reason,
    before: row.before,
    after: row.after,
    recordedAt: row.recorded_at,
  }));
}
