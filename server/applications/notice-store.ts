import type { AdverseAction } from '#core/application/adverse-action.ts';
import type { Day } from '#core/calendar/day.ts';
import { json, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { NoticeFacts } from '#server/messages/notice.ts';
import { type Instant, now } from '#server/moment.ts';
import type { Application } from './application.ts';

/** A notice as it was rendered and sent; never changed afterwards. */
export type Notice = {
  readonly noticeId: string;
  readonly action: AdverseAction;
  readonly language: string;
  readonly facts: NoticeFacts;
  readonly subject: string;
  readonly body: string;
  /** Without consent to electronic records the law wants it on paper too (domain 4.7). */
  readonly needsLetter: boolean;
  readonly noticedOn: Day;
  readonly deliverBy: Day;
  readonly sentAt: Instant | null;
};

export function insertNotice(
  house: House,
  { customerId, applicationId }: Application,
  notice: Omit<Notice, 'sentAt' | 'needsLetter'> & { messageId: string },
): Write {
  return write`insert into adverse_action_notice (customer_id, application_id, notice_id, action, language, facts,
      subject, body, message_id, needs_letter, noticed_on, deliver_by, recorded_at)
    values (${customerId}, ${applicationId}, ${notice.noticeId}, ${notice.action}, ${notice.language},
      ${json(notice.facts)}, ${notice.subject}, ${notice.body}, ${notice.messageId},
      not exists (select 1 from consent c where c.customer_id = ${customerId} and c.kind = 'e_records' and c.given),
      ${notice.noticedOn}, ${notice.deliverBy}, ${now(house)})`;
}

/** The notices of an application, the oldest first. */
export async function noticesOf(
  house: House,
  { customerId, applicationId }: { customerId: string; applicationId: string },
): Promise<Notice[]> {
  const rows = await house.db.read
    .selectFrom('adverse_action_notice as n')
    .leftJoin('message as m', 'm.message_id', 'n.message_id')
    .selectAll('n')
    .select('m.sent_at')
    .where('n.customer_id', '=', customerId)
    .where('n.application_id', '=', applicationId)
    .orderBy('n.recorded_at')
    .orderBy('n.notice_id')
    .execute();
  return rows.map((row) => ({
    noticeId: row.notice_id,
    action: row.action as AdverseAction,
    language: row.language,
    facts: row.facts as NoticeFacts,
    subject: row.subject,
    body: row.body,
    needsLetter: row.needs_letter,
    noticedOn: row.noticed_on,
    deliverBy: row.deliver_by,
    sentAt: row.sent_at,
  }));
}
