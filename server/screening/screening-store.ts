import { sql } from 'kysely';
import type { ScreeningState } from '#contract/v3/operator-screening.ts';
import type { Day } from '#core/calendar/day.ts';
import type { ListMatch } from '#core/screening/match-person.ts';
import type { ScreenedPerson } from '#ports/screening.ts';
import { insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { type Instant, now } from '#server/moment.ts';

/** A customer as they are asked about: `hash` is another when any of it is. */
export type Subject = Omit<ScreenedPerson, 'ssn'> & { readonly merchantId: string; readonly hash: string };

/** Name, birth and address, the columns of `customer c` that a screening is about. */
const subjectHash = sql<string>`encode(sha256(convert_to(concat_ws('|', c.first_name, c.last_name, c.date_of_birth,
  c.street1, c.street2, c.city, c.state, c.postal_code), 'UTF8')), 'hex')`;

export async function subjectOf(house: House, customerId: string): Promise<Subject | null> {
  const row = await house.db.read
    .selectFrom('customer as c')
    .select(['c.home_merchant_id', 'c.first_name', 'c.last_name', 'c.date_of_birth'])
    .select(['c.street1', 'c.city', 'c.state', subjectHash.as('hash')])
    .where('c.customer_id', '=', customerId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { street1, city, state } = row;
  return {
    merchantId: row.home_merchant_id,
    firstName: row.first_name,
    lastName: row.last_name,
    dateOfBirth: row.date_of_birth,
    address: street1 === null || city === null || state === null ? null : { street1, city, state },
    hash: row.hash,
  };
}

export type Screened = {
  readonly customerId: string;
  readonly screeningId: string;
  readonly occasion: Occasion;
  readonly provider: string;
  readonly listHash: string;
  readonly listedOn: Day | null;
  readonly subjectHash: string;
  readonly matches: readonly ListMatch[];
  readonly screenedAt: Instant;
  readonly keepUntil: Day;
};

export type Occasion = 'application' | 'funding' | 'nightly';

export function insertScreening(of: Screened): Write {
  return insert('screening', {
    customer_id: of.customerId,
    screening_id: of.screeningId,
    occasion: of.occasion,
    provider: of.provider,
    list_hash: of.listHash,
    listed_on: of.listedOn,
    subject_hash: of.subjectHash,
    matches: of.matches,
    screened_at: of.screenedAt,
    keep_until: of.keepUntil,
  });
}

export type Case = {
  readonly customerId: string;
  readonly caseId: string;
  readonly screeningId: string;
  readonly merchantId: string;
  readonly applicationId: string | null;
  readonly matchKeys: readonly string[];
  readonly openedAt: Instant;
};

export function insertCase(of: Case): Write {
  return insert('screening_case', {
    customer_id: of.customerId,
    case_id: of.caseId,
    screening_id: of.screeningId,
    merchant_id: of.merchantId,
    application_id: of.applicationId,
    match_keys: of.matchKeys,
    opened_at: of.openedAt,
  });
}

/** What a person found about a case. */
export function insertResolution(
  { customerId, caseId }: Case,
  of: {
    resolution: 'cleared' | 'confirmed';
    by: string;
    reason: string;
    reportDueOn: Day | null;
    requestId: string | null;
    resolvedAt: Instant;
  },
): Write {
  return insert('screening_resolution', {
    customer_id: customerId,
    case_id: caseId,
    resolution: of.resolution,
    by_name: of.by,
    reason: of.reason,
    report_due_on: of.reportDueOn,
    request_id: of.requestId,
    resolved_at: of.resolvedAt,
  });
}

/** A confirmed case was somebody else after all; what was found first stands beside it. */
export function insertCorrection(
  house: House,
  { customerId, caseId }: Case,
  { by, reason }: { by: string; reason: string },
): Write {
  return insert('screening_correction', {
    customer_id: customerId,
    case_id: caseId,
    by_name: by,
    reason,
    request_id: house.requestId,
    corrected_at: now(house),
  });
}

/** The matches of a customer that a case was opened for, resolved or not. */
export async function knownMatches(house: House, customerId: string): Promise<ReadonlySet<string>> {
  const rows = await house.db.read
    .selectFrom('screening_case')
    .select('match_keys')
    .where('customer_id', '=', customerId)
    .execute();
  return new Set(rows.flatMap(({ match_keys }) => match_keys as string[]));
}

/** The cases of a customer beside this one. */
export async function otherCases(house: House, { customerId, caseId }: Case): Promise<KeptCase[]> {
  const rows = await cases(house)
    .where('k.customer_id', '=', customerId)
    .where('k.case_id', '<>', caseId)
    .orderBy('k.opened_at')
    .execute();
  return rows.map(caseOf);
}

/** What a person last found about a customer in this state: who said so, and why. */
export async function lastFinding(
  house: House,
  customerId: string,
  state: 'confirmed' | 'cleared',
): Promise<{ by: string; reason: string } | null> {
  const rows = await cases(house).where('k.customer_id', '=', customerId).execute();
  const found = rows.map(caseOf).filter((one) => one.state === state);
  const findings = found.flatMap(({ correction, resolution }) => correction ?? resolution ?? []);
  return findings.sort((a, b) => (a.resolvedAt < b.resolvedAt ? 1 : -1))[0] ?? null;
}

/**
 * Customers whose leases do not stand as their cases say: of a confirmed one some run that began after it, and of one who is
 * confirmed no more some are held.
 */
export async function customersToFollow(house: House, limit: number): Promise<string[]> {
  const { rows } = await sql<{ customer_id: string }>`
    select l.customer_id from held_customer h join lease l on l.customer_id = h.customer_id
      where h.is_confirmed and l.state in ('active', 'past_due')
    union
    select customer_id from lease_hold x where x.cause = 'screening' and x.lifted_at is null
      and not exists (select from held_customer h where h.customer_id = x.customer_id and h.is_confirmed)
    limit ${limit}`.execute(house.db.read);
  return rows.map((row) => row.customer_id);
}

/** Those of the customers who were never asked about as they are now, under the lists as they are now. */
export async function notScreened(house: House, customerIds: readonly string[], listHash: string): Promise<string[]> {
  if (customerIds.length === 0) return [];
  const rows = await house.db.read
    .selectFrom('customer as c')
    .select('c.customer_id')
    .where('c.customer_id', 'in', [...customerIds])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('screening as s')
            .whereRef('s.customer_id', '=', 'c.customer_id')
            .where('s.list_hash', '=', listHash)
            .where(sql<boolean>`s.subject_hash = ${subjectHash}`),
        ),
      ),
    )
    .orderBy('c.customer_id')
    .execute();
  return rows.map((row) => row.customer_id);
}

/** Whether that night's round is done. */
export async function isNightDone(house: House, night: Day, listHash: string): Promise<boolean> {
  const row = await house.db.read
    .selectFrom('screening_night')
    .select('night')
    .where('night', '=', night)
    .where('list_hash', '=', listHash)
    .executeTakeFirst();
  return row !== undefined;
}

export function nightDone(of: { night: Day; listHash: string; screened: number; doneAt: Instant }): Write {
  return write`insert into screening_night (night, list_hash, screened, done_at)
    values (${of.night}, ${of.listHash}, ${of.screened}, ${of.doneAt}) on conflict do nothing`;
}

/** A case with the asking that it came of, the person, and what was found since. */
export type KeptCase = Case & {
  readonly state: ScreeningState;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: Day | null;
  readonly address: Readonly<Record<'street1' | 'street2' | 'city' | 'state' | 'postalCode', string | null>>;
  readonly screened: Omit<Screened, 'customerId' | 'screeningId' | 'subjectHash'>;
  readonly resolution: (Finding & { reportDueOn: Day | null }) | null;
  /** What a confirmed case turned out to be. */
  readonly correction: Finding | null;
};

type Finding = { readonly by: string; readonly reason: string; readonly resolvedAt: Instant };

export async function caseById(house: House, caseId: string): Promise<KeptCase | null> {
  const row = await cases(house).where('k.case_id', '=', caseId).executeTakeFirst();
  return row === undefined ? null : caseOf(row);
}

/** A page of cases, the oldest first, and how many there are. */
export async function casesOf(
  house: House,
  wanted: { state: ScreeningState | null; offset: number; limit: number },
): Promise<{ cases: KeptCase[]; count: number }> {
  const { state, offset, limit } = wanted;
  const inState = cases(house).$if(state !== null, (of) => of.where(stateSql, '=', state));
  const [rows, { count }] = await Promise.all([
    inState.orderBy('k.opened_at').orderBy('k.case_id').offset(offset).limit(limit).execute(),
    house.db.read
      .selectFrom(inState.as('found'))
      .select((of) => of.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return { cases: rows.map(caseOf), count };
}

/** What waits for the cases of a customer: payouts to stores whose hold is over or not, refunds, and leases on hold. */
export async function heldOf(
  house: House,
  customerId: string,
): Promise<{ payouts: number; payoutCents: number; refunds: number; leases: number }> {
  const { rows } = await sql<{ payouts: number; cents: number; refunds: number; leases: number }>`select
      (select count(*) from settlement_line l where l.customer_id = h.customer_id and l.state in ('held', 'eligible'))
        as payouts,
      (select coalesce(sum(net_cents), 0)::bigint from settlement_line l
        where l.customer_id = h.customer_id and l.state in ('held', 'eligible')) as cents,
      (select count(*) from refund f where f.customer_id = h.customer_id and f.state = 'ordered') as refunds,
      (select count(*) from lease_hold x where x.customer_id = h.customer_id and x.cause = 'screening'
        and x.lifted_at is null) as leases
    from held_customer h where h.customer_id = ${customerId}`.execute(house.db.read);
  const [row] = rows;
  return {
    ...{ payouts: row?.payouts ?? 0, payoutCents: row?.cents ?? 0, refunds: row?.refunds ?? 0 },
    leases: row?.leases ?? 0,
  };
}

const stateSql = sql<ScreeningState>`case when x.case_id is not null then 'cleared' else coalesce(r.resolution, 'open') end`;

function cases(house: House) {
  return house.db.read
    .selectFrom('screening_case as k')
    .innerJoin('screening as s', (on) =>
      on.onRef('s.customer_id', '=', 'k.customer_id').onRef('s.screening_id', '=', 'k.screening_id'),
    )
    .innerJoin('customer as c', 'c.customer_id', 'k.customer_id')
    .leftJoin('screening_resolution as r', (on) =>
      on.onRef('r.customer_id', '=', 'k.customer_id').onRef('r.case_id', '=', 'k.case_id'),
    )
    .leftJoin('screening_correction as x', (on) =>
      on.onRef('x.customer_id', '=', 'k.customer_id').onRef('x.case_id', '=', 'k.case_id'),
    )
    .select(['k.customer_id', 'k.case_id', 'k.screening_id', 'k.merchant_id', 'k.application_id'])
    .select(['k.match_keys', 'k.opened_at', 's.occasion', 's.provider', 's.list_hash', 's.listed_on', 's.matches'])
    .select(['s.screened_at', 's.keep_until', 'c.first_name', 'c.last_name', 'c.date_of_birth'])
    .select(['c.street1', 'c.street2', 'c.city', 'c.state as lives_in', 'c.postal_code', stateSql.as('case_state')])
    .select(['r.by_name', 'r.reason', 'r.report_due_on', 'r.resolved_at'])
    .select(['x.by_name as corrected_by', 'x.reason as corrected_because', 'x.corrected_at']);
}

type CaseRow = Awaited<ReturnType<ReturnType<typeof cases>['execute']>>[number];

function caseOf(row: CaseRow): KeptCase {
  const resolution = findingOf(row.by_name, row.reason, row.resolved_at);
  return {
    customerId: row.customer_id,
    caseId: row.case_id,
    screeningId: row.screening_id,
    merchantId: row.merchant_id,
    applicationId: row.application_id,
    matchKeys: row.match_keys as string[],
    openedAt: row.opened_at,
    state: row.case_state,
    firstName: row.first_name,
    lastName: row.last_name,
    dateOfBirth: row.date_of_birth,
    address: {
      ...{ street1: row.street1, street2: row.street2 },
      ...{ city: row.city, state: row.lives_in, postalCode: row.postal_code },
    },
    screened: {
      occasion: row.occasion as Occasion,
      provider: row.provider,
      listHash: row.list_hash,
      listedOn: row.listed_on,
      // Of before more was kept of an entry there is less.
      matches: (row.matches as ListMatch[]).map((one) => ({ ...lessKnown, ...one })),
      screenedAt: row.screened_at,
      keepUntil: row.keep_until,
    },
    resolution: resolution && { ...resolution, reportDueOn: row.report_due_on },
    correction: findingOf(row.corrected_by, row.corrected_because, row.corrected_at),
  };
}

const lessKnown = { isWeakName: false, otherNames: [], says: '' };

function findingOf(by: string | null, reason: string | null, resolvedAt: Instant | null): Finding | null {
  return by === null || reason === null || resolvedAt === null ? null : { by, reason, resolvedAt };
}
