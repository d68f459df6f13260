import { type Selectable, sql } from 'kysely';
import type { ApplicationState } from '#core/application/lifecycle.ts';
import type { PayFrequency } from '#core/application/pay-frequency.ts';
import type { DB as Tables } from '#server/db/tables.gen.ts';
import { expecting, insert, json, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';
import type { Envelope } from '#server/secrets/envelope.ts';
import type { Application, KeptDecision } from './application.ts';

export type NewApplication = Omit<Application, 'decision' | 'limit' | 'decidedAt' | 'expiresOn' | 'version'>;

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

/** The decision with everything it saw, kept whole so that it can be run again (domain 5). */
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
      decision = ${json(decided.decision)}, limit_cents = ${decided.limit}, expires_on = ${decided.expiresOn},
      decided_at = ${decided.decidedAt}, version = version + 1
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
    version: row.version,
    createdAt: row.created_at,
  };
}

const guarded = (update: Write): Write => expecting(1, 'application', update);
