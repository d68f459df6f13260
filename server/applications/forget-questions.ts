import { questionsGoBefore } from '#core/retention/keep.ts';
import type { House } from '#server/house.ts';
import { servicingDay } from '#server/moment.ts';

const atOnceMax = 5_000;

/**
 * Erases what people were asked about themselves ninety days ago and longer, with the hashes of the right answers, some
 * at a time; that they were asked and what came of it stays (domain 4.14), and all of it while a hold says so. Answers how
 * many sessions.
 */
export async function forgetQuestions(house: House): Promise<number> {
  const { rowCount } = await house.db.pool.query(
    `update knowledge_session set questions_sealed = null, right_hashes = '{}', question_ids = '[]', answers_hash = null
     where ctid = any (array(select ctid from knowledge_session
       where questions_sealed is not null and created_at < $1::date and not exists (select from retention_hold h
         where h.customer_id = knowledge_session.customer_id and h.lifted_at is null) limit $2))`,
    [questionsGoBefore(servicingDay(house)), atOnceMax],
  );
  return rowCount ?? 0;
}
