import { type Selectable, sql } from 'kysely';
import type { ApplicationState } from '#core/application/lifecycle.ts';
import type { PayFrequency } from '#core/application/pay-frequency.ts';
import type { Day } from '#core/calendar/day.ts';
import type { DB as Tables } from '#server/db/tables.gen.ts';
import { expecting, insert, json, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';
import type { Envelope } from '#server/secrets/envelope.ts';
import type { Application, KeptDecision } from './application.ts';

export type NewApplication = Omit<
  Application,
  'decision' | 'limit' | 'decidedAt' | 'expiresOn' | 'documentsReceivedAt' | 'version'
>;

export function insertApplication(application: NewApplication, toldSealed: Envelope | null = null): Write {
  return insert('application', {
    customer_id: application.customerId,
    application_id: application.applicationId,
    merchant_id: application.merchantId,
    state: application.state,
    monthly_income_cents: application.monthlyIncome,
    pay_frequency: application.payFrequency,
    next_pay_on: application.nextPayOn,
    employer: application.employer,
    bank_account_id: application.bankAccountId,
    requested_cents: application.requested,
    told_sealed: toldSealed,
    limit_cents: 0,
    version: 1,
    created_at: application.createdAt,
  });
}

/** What the applicant told, as it stands now, and whether it is still being filled in. */
export function updateAnswers(
  application: Application,
  answers: Partial<
    Pick<
      Application,
      'state' | 'monthlyIncome' | 'payFrequency' | 'nextPayOn' | 'employer' | 'bankAccountId' | 'requested'
    >
  >,
): Write {
  const now = { ...application, ...answers };
  return guarded(
    write`update application set state = ${now.state}, monthly_income_cents = ${now.monthlyIncome},
      pay_frequency = ${now.payFrequency}, next_pay_on = ${now.nextPayOn}, employer = ${now.employer},
      bank_account_id = ${now.bankAccountId}, requested_cents = ${now.requested}, version = version + 1
      where customer_id = ${now.customerId} and application_id = ${now.applicationId} and version = ${now.version}`,
  );
}

/** What is known while nobody has decided, or because it went elsewhere: the whole of it, and where the application stands. */
export function recordUndecided(
  application: Application,
  { state, decision }: { state: ApplicationState; decision: KeptDecision },
): Write {
  return guarded(
    write`update application set state = ${state}, decision = ${json(decision)}, version = version + 1
      where customer_id = ${application.customerId} and application_id = ${application.applicationId}
        and version = ${application.version}`,
  );
}

/** The decision with everything it saw, kept whole so that it can be run again (domain 5), beside what lenders before us said. */
export function recordDecision(
  application: Application,
  decided: {
    state: ApplicationState;
    input: object;
    decision: object;
    limit: number;
    expiresOn: string | null;
    decidedAt: Instant | null;
  },
): Write {
  return guarded(
    write`update application set state = ${decided.state}, decision_input = ${json(decided.input)},
      decision = jsonb_strip_nulls(jsonb_build_object('lenders', decision -> 'lenders')) || ${json(decided.decision)}::jsonb,
      limit_cents = ${decided.limit}, expires_on = ${decided.expiresOn},
      decided_at = ${decided.decidedAt}, version = version + 1
      where customer_id = ${application.customerId} and application_id = ${application.applicationId}
        and version = ${application.version}`,
  );
}

/** Where an application stands after somebody moved it by hand, and whether documents wait to be looked at. */
export function moveApplication(
  application: Application,
  to: { state: ApplicationState; documentsReceivedAt: Instant | null },
): Write {
  return guarded(
    write`update application set state = ${to.state}, documents_received_at = ${to.documentsReceivedAt},
      version = version + 1
      where customer_id = ${application.customerId} and application_id = ${application.applicationId}
        and version = ${application.version}`,
  );
}

/** The newest application, a draft too when `drafts` says so; null when there is none. */
export async function latestApplication(
  house: House,
  customerId: string,
  { drafts }: { drafts: boolean },
): Promise<Application | null> {
  const row = await house.db.read
    .selectFrom('application')
    .selectAll()
    .where('customer_id', '=', customerId)
    .$if(!drafts, (query) => query.where('state', '<>', 'draft'))
    .orderBy('created_at', 'desc')
    .orderBy('application_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : applicationOf(row);
}

/** The application under this id; null when the customer has none. */
export async function applicationById(
  house: House,
  of: { customerId: string; applicationId: string },
): Promise<Application | null> {
  const row = await house.db.read
    .selectFrom('application')
    .selectAll()
    .where('customer_id', '=', of.customerId)
    .where('application_id', '=', of.applicationId)
    .executeTakeFirst();
  return row === undefined ? null : applicationOf(row);
}

/** An application by its id alone, with everything that its decision saw and said, as it was kept; null when there is none. */
export async function keptApplication(
  house: House,
  applicationId: string,
): Promise<{ application: Application; input: unknown; decision: unknown } | null> {
  const row = await house.db.read
    .selectFrom('application')
    .selectAll()
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { application: applicationOf(row), input: row.decision_input, decision: row.decision };
}

/** A decision with everything that it saw, as it was kept. */
export type KeptForReplay = { customerId: string; applicationId: string; input: unknown; decision: unknown };

/** Decisions after a place in the order of the table, for whoever goes through all of them. */
export async function keptDecisions(
  house: House,
  wanted: { merchantId: string | null; after: { customerId: string; applicationId: string }; limit: number },
): Promise<KeptForReplay[]> {
  const { customerId, applicationId } = wanted.after;
  const rows = await house.db.read
    .selectFrom('application')
    .select(['customer_id', 'application_id', 'decision_input', 'decision'])
    .where('decided_at', 'is not', null)
    .where('decision_input', 'is not', null)
    .where(sql<boolean>`(customer_id, application_id) > (${customerId}, ${applicationId})`)
    .$if(wanted.merchantId !== null, (of) => of.where('merchant_id', '=', wanted.merchantId ?? ''))
    .orderBy('customer_id')
    .orderBy('application_id')
    .limit(wanted.limit)
    .execute();
  return rows.map((row) => ({
    customerId: row.customer_id,
    applicationId: row.application_id,
    input: row.decision_input,
    decision: row.decision,
  }));
}

/** A page of applications, oldest first where somebody waits and newest first otherwise, and how many there are. */
export async function applicationsOf(
  house: House,
  wanted: {
    states: readonly ApplicationState[] | null;
    /** Only those whose documents have come, or only those whose have not. */
    documents: 'received' | 'awaited' | null;
    merchantId: string | null;
    oldestFirst: boolean;
    offset: number;
    limit: number;
  },
): Promise<{ applications: (Application & { name: string })[]; count: number }> {
  const { states, documents, merchantId } = wanted;
  // A state that never waits for whom the list is about: SQL has no empty `in`.
  if (states?.length === 0) return { applications: [], count: 0 };
  const query = house.db.read
    .selectFrom('application as a')
    .innerJoin('customer as c', 'c.customer_id', 'a.customer_id')
    .$if(states !== null, (of) => of.where('a.state', 'in', [...(states ?? [])]))
    .$if(documents === 'received', (of) =>
      of.where(({ or, eb }) => or([eb('a.state', '<>', 'step_up'), eb('a.documents_received_at', 'is not', null)])),
    )
    .$if(documents === 'awaited', (of) => of.where('a.documents_received_at', 'is', null))
    .$if(merchantId !== null, (of) => of.where('a.merchant_id', '=', merchantId ?? ''));
  const [rows, total] = await Promise.all([
    query
      .selectAll('a')
      .select(['c.first_name', 'c.last_name', 'c.erased_on'])
      .orderBy('a.created_at', wanted.oldestFirst ? 'asc' : 'desc')
      .orderBy('a.application_id')
      .offset(wanted.offset)
      .limit(wanted.limit)
      .execute(),
    query.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return {
    applications: rows.map((row) => ({
      ...applicationOf(row),
      name: row.erased_on === null ? `${row.first_name} ${row.last_name}` : 'erased',
    })),
    count: total.count,
  };
}

/** Applications in these states that were begun before then, the oldest first. */
export async function applicationsSince(
  house: House,
  wanted: { states: readonly ApplicationState[]; before: Instant; limit: number },
): Promise<Application[]> {
  const rows = await house.db.read
    .selectFrom('application')
    .selectAll()
    .where('state', 'in', [...wanted.states])
    .where('created_at', '<', wanted.before)
    .orderBy('created_at')
    .limit(wanted.limit)
    .execute();
  return rows.map(applicationOf);
}

/** Approvals whose last day is before that day, wherever the customer lives. */
export async function approvalsOver(house: House, before: Day, limit: number): Promise<Application[]> {
  const rows = await house.db.read
    .selectFrom('application')
    .selectAll()
    .where('state', '=', 'approved')
    .where('expires_on', '<', before)
    .orderBy('expires_on')
    .limit(limit)
    .execute();
  return rows.map(applicationOf);
}

/**
 * Approvals whose last day is one of those, of people who said that they may be contacted, have signed nothing since, may
 * lease, and were not reminded of it.
 */
export async function approvalsToRemindOf(
  house: House,
  of: { days: { from: Day; through: Day }; limit: number; applicationId?: string },
): Promise<Application[]> {
  const rows = await house.db.read
    .selectFrom('application as a')
    .innerJoin('customer as c', (join) =>
      join.onRef('c.customer_id', '=', 'a.customer_id').onRef('c.approval_expires_on', '=', 'a.expires_on'),
    )
    .selectAll('a')
    .where('a.state', '=', 'approved')
    .where('a.expires_on', '>=', of.days.from)
    .where('a.expires_on', '<=', of.days.through)
    .where('c.spending_hold', '=', false)
    .where(
      sql<boolean>`(select given from consent where customer_id = a.customer_id and kind = 'contact'
        order by recorded_at desc limit 1)
      and not exists (select from held_customer h where h.customer_id = a.customer_id)
      and not exists (select from lease l where l.customer_id = a.customer_id and l.signed_at >= a.decided_at)
      and not exists (select from message m where m.message_id = ${reminderPrefix}::text || a.application_id)`,
    )
    .$if(of.applicationId !== undefined, (query) => query.where('a.application_id', '=', of.applicationId ?? ''))
    .orderBy('a.expires_on')
    .limit(of.limit)
    .execute();
  return rows.map(applicationOf);
}

/** What a reminder is called: the database keeps a second one of the same approval out. */
export function reminderId({ applicationId }: Application): string {
  return reminderPrefix + applicationId;
}

const reminderPrefix = 'approval-ends-';

/** Applications that wait for their decision: never answered since `unanswered`, or told nothing since `unknown`. */
export async function waitingApplications(
  house: House,
  since: { unanswered: Instant; unknown: Instant },
  limit: number,
): Promise<Application[]> {
  const rows = await house.db.read
    .selectFrom('application')
    .selectAll()
    .where('state', 'in', ['submitted', 'deciding'])
    .where(
      sql<boolean>`coalesce((decision ->> 'askedAt')::timestamptz < ${since.unknown}, created_at < ${since.unanswered})`,
    )
    .orderBy('created_at')
    .limit(limit)
    .execute();
  return rows.map(applicationOf);
}

function applicationOf(row: Selectable<Tables['application']>): Application {
  return {
    customerId: row.customer_id,
    applicationId: row.application_id,
    merchantId: row.merchant_id,
    state: row.state as ApplicationState,
    monthlyIncome: row.monthly_income_cents,
    payFrequency: row.pay_frequency as PayFrequency | null,
    nextPayOn: row.next_pay_on,
    employer: row.employer,
    bankAccountId: row.bank_account_id,
    requested: row.requested_cents,
    decision: row.decision as KeptDecision | null,
    limit: row.limit_cents,
    decidedAt: row.decided_at,
    expiresOn: row.expires_on,
    documentsReceivedAt: row.documents_received_at,
    version: row.version,
    createdAt: row.created_at,
  };
}

const guarded = (update: Write): Write => expecting(1, 'application', update);
