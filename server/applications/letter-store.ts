import type { Letter } from '#contract/v3/letters.ts';
import type { Day } from '#core/calendar/day.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';

/** A notice that has to go out on paper, and whether it has. */
export type KeptLetter = Omit<Letter, 'isLate' | 'userId'> & { customerId: string; subject: string; body: string };

/** Those that wait, the most urgent first, or those that went out, the latest first. */
export async function lettersOf(
  house: House,
  wanted: { posted: boolean; offset: number; limit: number },
): Promise<{ letters: KeptLetter[]; count: number }> {
  const query = letters(house).where('l.posted_on', wanted.posted ? 'is not' : 'is', null);
  const [rows, total] = await Promise.all([
    query
      .select(columns)
      .orderBy(wanted.posted ? 'l.recorded_at' : 'n.deliver_by', wanted.posted ? 'desc' : 'asc')
      .orderBy('n.notice_id')
      .offset(wanted.offset)
      .limit(wanted.limit)
      .execute(),
    query.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { letters: rows.map(letterOf), count: total.count };
}

/** One of them; null when there is no such notice, or none that needs a letter. */
export async function keptLetter(house: House, noticeId: string): Promise<KeptLetter | null> {
  const row = await letters(house).select(columns).where('n.notice_id', '=', noticeId).executeTakeFirst();
  return row === undefined ? null : letterOf(row);
}

export function insertPosting(
  house: House,
  { customerId, applicationId, noticeId }: KeptLetter,
  posted: { on: Day; by: string },
): Write {
  return insert('notice_letter', {
    customer_id: customerId,
    application_id: applicationId,
    notice_id: noticeId,
    posted_on: posted.on,
    by_name: posted.by,
    request_id: house.requestId,
    recorded_at: now(house),
  });
}

function letters(house: House) {
  return house.db.read
    .selectFrom('adverse_action_notice as n')
    .leftJoin('notice_letter as l', (join) =>
      join
        .onRef('l.customer_id', '=', 'n.customer_id')
        .onRef('l.application_id', '=', 'n.application_id')
        .onRef('l.notice_id', '=', 'n.notice_id'),
    )
    .where('n.needs_letter', '=', true);
}

const columns = [
  'n.notice_id',
  'n.customer_id',
  'n.application_id',
  'n.action',
  'n.language',
  'n.subject',
  'n.body',
  'n.noticed_on',
  'n.deliver_by',
  'l.posted_on',
  'l.by_name',
] as const;

type LetterRow = {
  notice_id: string;
  customer_id: string;
  application_id: string;
  action: string;
  language: string;
  subject: string;
  body: string;
  noticed_on: string;
  deliver_by: string;
  posted_on: string | null;
  by_name: string | null;
};

function letterOf(row: LetterRow): KeptLetter {
  return {
    noticeId: row.notice_id,
    customerId: row.customer_id,
    applicationId: row.application_id,
    action: row.action as KeptLetter['action'],
    language: row.language,
    subject: row.subject,
    body: row.body,
    noticedOn: row.noticed_on,
    deliverBy: row.deliver_by,
    postedOn: row.posted_on,
    postedBy: row.by_name,
  };
}
