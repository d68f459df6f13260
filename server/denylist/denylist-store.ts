import type { DeniedKind, DenyCode, Listed } from '#core/application/denylist.ts';
import type { Day } from '#core/calendar/day.ts';
import { insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { type Instant, now } from '#server/moment.ts';
import { type Lifted, liftedOf, type Said } from '#server/said.ts';

/** Something of a person that is listed, under the keyed hash that it is found by. */
export type Entry = Said & {
  readonly entryId: string;
  readonly kind: DeniedKind;
  readonly valueIndex: string;
  readonly number: number;
  readonly code: DenyCode;
  /** Whose it is; null where it was listed by itself. */
  readonly customerId: string | null;
  readonly from: Day;
  readonly until: Day | null;
  readonly addedAt: Instant;
  readonly lifted: Lifted;
  /** How many applications it has met. */
  readonly matches: number;
};

/** The names of what an applicant gave, each under every key in use. */
export type Names = Readonly<Partial<Record<DeniedKind, readonly string[]>>>;

export function insertEntry(house: House, entry: Omit<Entry, 'lifted' | 'matches'>): Write {
  return insert('denylist_entry', {
    entry_id: entry.entryId,
    kind: entry.kind,
    value_index: entry.valueIndex,
    number: entry.number,
    code: entry.code,
    customer_id: entry.customerId,
    from_on: entry.from,
    until_on: entry.until,
    by_name: entry.by,
    reason: entry.reason,
    request_id: house.requestId,
    added_at: entry.addedAt,
  });
}

/** Lifted twice at once is lifted once: the second meets the first and is asked again. */
export function insertLift(house: House, { entryId }: Entry, { by, reason }: Said): Write {
  return insert('denylist_lift', {
    entry_id: entryId,
    by_name: by,
    reason,
    request_id: house.requestId,
    lifted_at: now(house),
  });
}

export function insertMatches(
  { customerId, applicationId, at }: { customerId: string; applicationId: string; at: Instant },
  entryIds: readonly string[],
): Write {
  return write`insert into denylist_match (customer_id, application_id, entry_id, matched_at)
    select ${customerId}, ${applicationId}, entry_id, ${at}::timestamptz from unnest(${entryIds}::text[]) as e (entry_id)
    on conflict do nothing`;
}

/** The hash of the same value under the key in use; where it has one already, nothing changes. */
export function renameEntry({ entryId, valueIndex }: Pick<Entry, 'entryId' | 'valueIndex'>, name: string): Write {
  return write`update denylist_entry set value_index = ${name} where entry_id = ${entryId} and value_index = ${valueIndex}`;
}

/** Every entry of what stands under these names, also those that are over. */
export async function entriesNamed(house: House, names: Names): Promise<Entry[]> {
  const pairs = Object.entries(names).flatMap(([kind, list]) => list.map((name) => [kind, name] as const));
  const { rows } = await house.db.pool.query<EntryRow>({
    name: 'denylist_named',
    text: `${entrySql} join unnest($1::text[], $2::text[]) as n (kind, name) on n.kind = e.kind and n.name = e.value_index
      order by e.added_at, e.entry_id`,
    values: [pairs.map(([kind]) => kind), pairs.map(([, name]) => name)],
  });
  return rows.map(entryOf);
}

export async function entryById(house: House, entryId: string): Promise<Entry | null> {
  const { rows } = await house.db.pool.query<EntryRow>(`${entrySql} where e.entry_id = $1`, [entryId]);
  return rows[0] === undefined ? null : entryOf(rows[0]);
}

/** A page of them, the newest first. */
export async function entriesOf(
  house: House,
  wanted: {
    kind: string | null;
    code: string | null;
    customerId: string | null;
    applicationId: string | null;
    isOpen: boolean | null;
    today: Day;
    offset: number;
    limit: number;
  },
): Promise<{ entries: Entry[]; count: number }> {
  const where = `where ($1::text is null or e.kind = $1) and ($2::text is null or e.code = $2)
    and ($3::text is null or e.customer_id = $3)
    and ($4::text is null or exists (select from denylist_match m where m.application_id = $4 and m.entry_id = e.entry_id))
    and ($5::boolean is null or $5 = (l.entry_id is null and (e.until_on is null or e.until_on >= $6::date)))`;
  const values = [
    ...[wanted.kind, wanted.code, wanted.customerId, wanted.applicationId],
    ...[wanted.isOpen, wanted.today],
  ];
  const [page, total] = await Promise.all([
    house.db.pool.query<EntryRow>(`${entrySql} ${where} order by e.added_at desc, e.entry_id desc offset $7 limit $8`, [
      ...values,
      wanted.offset,
      wanted.limit,
    ]),
    house.db.pool.query<{ count: number }>(
      `select count(*)::int as count from denylist_entry e left join denylist_lift l using (entry_id) ${where}`,
      values,
    ),
  ]);
  return { entries: page.rows.map(entryOf), count: total.rows[0]!.count };
}

/** What an application met and nobody has lifted since. */
export async function matchesOf(
  house: House,
  of: { customerId: string; applicationId: string },
): Promise<Pick<Listed, 'kind' | 'code'>[]> {
  const { rows } = await house.db.pool.query<{ kind: DeniedKind; code: DenyCode }>({
    name: 'denylist_matches',
    text: `select e.kind, e.code from denylist_match m join denylist_entry e using (entry_id)
      where m.customer_id = $1 and m.application_id = $2
        and not exists (select from denylist_lift l where l.entry_id = e.entry_id)`,
    values: [of.customerId, of.applicationId],
  });
  return rows;
}

/** What a customer gave that lies there by its hash alone, and the browsers that they came with. */
export async function givenBy(
  house: House,
  customerId: string,
  publicRouting: string | null,
): Promise<{ ssnIndex: string | null; accountIndexes: string[]; deviceIds: string[] }> {
  const { rows } = await house.db.pool.query<{ ssn: string | null; accounts: string[]; devices: string[] }>(
    `select (select ssn_index from customer_identity where customer_id = $1 and not is_published) as ssn,
       array(select distinct account_index from payment_method where customer_id = $1 and account_index is not null
         and routing_number is distinct from $2 order by 1) as accounts,
       array(select device_id from application_submission where customer_id = $1 and device_id is not null
         union select device_id from checkout_session where customer_id = $1 and device_id is not null order by 1) as devices`,
    [customerId, publicRouting],
  );
  const { ssn, accounts, devices } = rows[0]!;
  return { ssnIndex: ssn, accountIndexes: accounts, deviceIds: devices };
}

/** Places and browsers that were listed as a customer's, under an older key, and that nobody has lifted. */
export async function listedUnder(
  house: House,
  keyId: string,
): Promise<{ entryId: string; kind: DeniedKind; valueIndex: string; customerId: string }[]> {
  const { rows } = await house.db.pool.query(
    `select e.entry_id as "entryId", e.kind, e.value_index as "valueIndex", e.customer_id as "customerId"
     from denylist_entry e where split_part(e.value_index, '.', 1) = $1 and e.customer_id is not null
       and e.kind in ('address', 'device')
       and not exists (select from denylist_lift l where l.entry_id = e.entry_id) order by e.entry_id`,
    [keyId],
  );
  return rows;
}

const entrySql = `select e.entry_id, e.kind, e.value_index, e.number, e.code, e.customer_id, e.from_on::text as from_on,
    e.until_on::text as until_on, e.by_name, e.reason, e.added_at, l.by_name as lifted_by, l.reason as lifted_because,
    l.lifted_at, (select count(*)::int from denylist_match m where m.entry_id = e.entry_id) as matches
  from denylist_entry e left join denylist_lift l using (entry_id)`;

type EntryRow = {
  entry_id: string;
  kind: DeniedKind;
  value_index: string;
  number: number;
  code: DenyCode;
  customer_id: string | null;
  from_on: Day;
  until_on: Day | null;
  by_name: string;
  reason: string;
  added_at: Instant;
  lifted_by: string | null;
  lifted_because: string | null;
  lifted_at: Instant | null;
  matches: number;
};

function entryOf(row: EntryRow): Entry {
  return {
    entryId: row.entry_id,
    kind: row.kind,
    valueIndex: row.value_index,
    number: row.number,
    code: row.code,
    customerId: row.customer_id,
    from: row.from_on,
    until: row.until_on,
    by: row.by_name,
    reason: row.reason,
    addedAt: row.added_at,
    lifted: liftedOf(row),
    matches: row.matches,
  };
}
