import type { Selectable } from 'kysely';
import type { KnowledgeResult } from '#core/application/knowledge.ts';
import type { DB as Tables } from '#server/db/tables.gen.ts';
import { expecting, insert, json, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';
import { type Envelope, open, seal } from '#server/secrets/envelope.ts';
import { type Place, placeIn } from '#server/secrets/sealed-columns.ts';

/** A question as it is shown, under names that only this session knows. */
export type ShownQuestion = {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
};

/** One handing out of questions. Of the right answers it knows only keyed hashes, by question. */
export type KnowledgeSession = {
  readonly customerId: string;
  readonly sessionId: string;
  readonly applicationId: string;
  readonly questions: readonly ShownQuestion[];
  readonly rightHashes: Readonly<Record<string, string>>;
  readonly secondsAllowed: number;
  readonly createdAt: Instant;
  readonly result: KnowledgeResult | null;
  readonly answersHash: string | null;
};

export function insertSession(
  house: House,
  session: Omit<KnowledgeSession, 'result' | 'answersHash'> & {
    merchantId: string;
    ssnIndex: string;
    deviceId: string | null;
    /** The provider's names, so that nothing is asked twice. */
    questionIds: readonly string[];
  },
): Write {
  return insert('knowledge_session', {
    customer_id: session.customerId,
    session_id: session.sessionId,
    application_id: session.applicationId,
    merchant_id: session.merchantId,
    ssn_index: session.ssnIndex,
    device_id: session.deviceId,
    question_ids: json(session.questionIds),
    questions_sealed: seal(house, placeOf(session), JSON.stringify(session.questions)),
    right_hashes: json(session.rightHashes),
    seconds_allowed: session.secondsAllowed,
    created_at: session.createdAt,
  });
}

/** The session's only end: whoever is second finds it closed. */
export function closeSession(
  { customerId, sessionId }: KnowledgeSession,
  end: { result: KnowledgeResult; answersHash: string | null; at: Instant },
): Write {
  return expecting(
    1,
    'knowledge session',
    write`update knowledge_session
      set result = ${end.result}, answers_hash = ${end.answersHash}, answered_at = ${end.at}
      where customer_id = ${customerId} and session_id = ${sessionId} and result is null`,
  );
}

/** The session of this customer under this name; null when there is none. */
export async function sessionById(
  house: House,
  customerId: string,
  sessionId: string,
): Promise<KnowledgeSession | null> {
  const row = await house.db.read
    .selectFrom('knowledge_session')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return row === undefined ? null : sessionOf(house, row);
}

/** The session of an application that nobody has answered yet; null when there is none. */
export async function unansweredSession(
  house: House,
  { customerId, applicationId }: { customerId: string; applicationId: string },
): Promise<KnowledgeSession | null> {
  const row = await house.db.read
    .selectFrom('knowledge_session')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('application_id', '=', applicationId)
    .where('result', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : sessionOf(house, row);
}

/** What the person with this number was asked since then, and when: by any of our customers, or by one alone. */
export async function sessionsAbout(
  house: House,
  person: { ssnIndexes: readonly string[]; customerId: string | null; since: Instant },
): Promise<{ createdAt: Instant; questionIds: string[] }[]> {
  const { customerId } = person;
  const rows = await house.db.read
    .selectFrom('knowledge_session')
    .select(['created_at', 'question_ids'])
    .where('ssn_index', 'in', [...person.ssnIndexes])
    .where('created_at', '>', person.since)
    .$if(customerId !== null, (query) => query.where('customer_id', '=', customerId))
    .execute();
  return rows.map((row) => ({ createdAt: row.created_at, questionIds: row.question_ids as string[] }));
}

/** When somebody was asked on this device, the latest first: so many as any limit can be about. */
export async function sessionsOnDevice(house: House, deviceId: string): Promise<Instant[]> {
  const rows = await house.db.read
    .selectFrom('knowledge_session')
    .select('created_at')
    .where('device_id', '=', deviceId)
    .orderBy('created_at', 'desc')
    .limit(1_000)
    .execute();
  return rows.map((row) => row.created_at);
}

async function sessionOf(house: House, row: Selectable<Tables['knowledge_session']>): Promise<KnowledgeSession> {
  const session = { customerId: row.customer_id, sessionId: row.session_id };
  const sealed = row.questions_sealed as Envelope | null;
  return {
    ...session,
    applicationId: row.application_id,
    questions:
      sealed === null
        ? []
        : (JSON.parse(await open(house, 'identity-questions', placeOf(session), sealed)) as ShownQuestion[]),
    rightHashes: row.right_hashes as Record<string, string>,
    secondsAllowed: row.seconds_allowed,
    createdAt: row.created_at,
    result: row.result as KnowledgeResult | null,
    answersHash: row.answers_hash,
  };
}

const placeOf = ({ customerId, sessionId }: { customerId: string; sessionId: string }): Place =>
  placeIn('knowledge_session.questions_sealed', { rowId: sessionId, tenant: customerId });
