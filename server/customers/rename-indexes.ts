import type { Card } from '#ports/processor.ts';
import { renameListed } from '#server/denylist/rename-listed.ts';
import type { House } from '#server/house.ts';
import { blindIndex, type IndexDomain } from '#server/secrets/blind-index.ts';
import { type Envelope, openAll } from '#server/secrets/envelope.ts';
import { olderKeys } from '#server/secrets/house-keys.ts';
import { placeIn, type SealedName } from '#server/secrets/sealed-columns.ts';
import { accountText } from './bank-account.ts';
import { tokensText } from './card.ts';

const atOnceMax = 500;
/** In one run of the job, so that the others have their turn. */
const batchesMax = 40;

/**
 * Gives everything that stands under an older index key its name under the newest, some at a time; answers how many. A
 * sealed number has to be opened for it, which leaves its trace. The names themselves say what is left, so it goes on
 * wherever it was interrupted, and what changed meanwhile is left to itself.
 */
export async function renameIndexes(house: House): Promise<number> {
  let count = 0;
  for (const keyId of await olderKeys(house, 'index')) {
    for (const source of sources) count += await renameAll(house, source, keyId);
    count += await renameListed(house, keyId);
    if (house.secrets.indexKeys.every(({ id }) => id !== keyId)) await forgetSpareNames(house, keyId);
  }
  return count;
}

/** A row under an older key: which one, its name, and what the name is of; null where that does not open. */
type Found = { readonly at: string; readonly name: string; readonly plain: string | null };

type Source = {
  readonly domain: IndexDomain;
  find(house: House, under: { keyId: string; but: readonly string[] }): Promise<Found[]>;
  /** SQL that gives the rows `$1` their new names `$3`, where they still have the old ones `$2`. */
  readonly rename: string;
};

const renamed = 'unnest($1::text[], $2::text[], $3::text[]) as n (at, old_name, new_name)';
/** Applications are counted by the same names, and have nothing of their own to tell them from. */
const counted = (column: string, unless = '') => `counted as (update application_submission s set ${column} = n.new_name
  from ${renamed} where s.${column} = n.old_name ${unless})`;

/** Two counts under one number would be one too few: where both names were counted under, the older stays. */
const unlessCounted = `and not exists (select 1 from application_submission o
  where o.ssn_index = n.new_name and o.number = s.number)`;

/** What is listed by the same name goes with it; listed anew meanwhile, the older name stays and holds its key. */
const listed = (kind: 'ssn' | 'bank' | 'mobile' | 'email') => `listed as (update denylist_entry e
  set value_index = n.new_name from ${renamed} where e.kind = '${kind}' and e.value_index = n.old_name and not exists (
    select 1 from denylist_entry o where o.kind = e.kind and o.code = e.code and o.number = e.number
      and o.value_index = n.new_name))`;

const isThat = 't.ctid = any ($1::text[]::tid[]) and t.ctid = n.at::tid';

const sources: readonly Source[] = [
  {
    domain: 'ssn',
    find: (house, under) =>
      findSealed(house, under, {
        name: 'customer_identity.ssn_sealed',
        sql: `select ctid::text as at, ssn_index as name, ssn_sealed as sealed, customer_id, customer_id as row_id
          from customer_identity
          where ssn_sealed is not null and split_part(ssn_index, '.', 1) = $1 and ctid <> all ($2::text[]::tid[]) limit $3`,
        plain: (ssn) => ssn,
      }),
    // The questions that the person was asked are counted by the same name, and have nothing of their own to tell it from.
    rename: `with asked as (update knowledge_session k set ssn_index = n.new_name from ${renamed} where k.ssn_index = n.old_name),
        ${counted('ssn_index', unlessCounted)}, ${listed('ssn')}
      update customer_identity t set ssn_index = n.new_name from ${renamed} where ${isThat} and t.ssn_index = n.old_name`,
  },
  {
    domain: 'bank',
    find: (house, under) =>
      findSealed(house, under, {
        name: 'payment_method.account_sealed',
        sql: `select ctid::text as at, account_index as name, account_sealed as sealed, customer_id,
            payment_method_id as row_id, routing_number from payment_method
          where account_sealed is not null and account_index is not null and split_part(account_index, '.', 1) = $1
            and ctid <> all ($2::text[]::tid[]) limit $3`,
        plain: (accountNumber, { routing_number: routingNumber }) => accountText({ routingNumber, accountNumber }),
      }),
    rename: `with ${counted('bank_index')}, ${listed('bank')} update payment_method t set account_index = n.new_name from ${renamed}
      where ${isThat} and t.account_index = n.old_name`,
  },
  {
    domain: 'card',
    find: (house, under) =>
      findSealed(house, under, {
        name: 'payment_method.token_sealed',
        sql: `select ctid::text as at, token_index as name, token_sealed as sealed, customer_id,
            payment_method_id as row_id from payment_method
          where token_sealed is not null and token_index is not null and split_part(token_index, '.', 1) = $1
            and ctid <> all ($2::text[]::tid[]) limit $3`,
        plain: (tokens) => tokensText(JSON.parse(tokens) as Card['tokens']),
      }),
    rename: `update payment_method t set token_index = n.new_name from ${renamed}
      where ${isThat} and t.token_index = n.old_name`,
  },
  {
    domain: 'phone',
    find: (house, { keyId, but }) =>
      findPlain(
        house,
        `select ctid::text as at, phone_index as name, mobile_phone as plain from customer
         where mobile_phone is not null and phone_index is not null and split_part(phone_index, '.', 1) = $1
           and ctid <> all ($2::text[]::tid[]) limit $3`,
        [keyId, but, atOnceMax],
      ),
    rename: `with ${counted('mobile_index')}, ${listed('mobile')} update customer t set phone_index = n.new_name from ${renamed} where ${isThat} and t.phone_index = n.old_name`,
  },
  {
    domain: 'email',
    find: (house, { keyId, but }) =>
      findPlain(
        house,
        `select t.customer_id as at, t.email_index as name, c.email as plain
         from customer_email t join customer c using (customer_id)
         where split_part(t.email_index, '.', 1) = $1 and t.customer_id <> all ($2::text[]) and not exists (
           select 1 from customer_email s where s.customer_id = t.customer_id and split_part(s.email_index, '.', 1) = $4)
         limit $3`,
        [keyId, but, atOnceMax, house.secrets.indexKeys[0].id],
      ),
    // The old name stays beside it as long as a node may look for it.
    rename: `with ${counted('email_index')}, ${listed('email')} insert into customer_email (email_index, customer_id)
      select n.new_name, n.at from ${renamed} where n.old_name is not null on conflict do nothing`,
  },
];

async function renameAll(house: House, source: Source, keyId: string): Promise<number> {
  const broken: string[] = [];
  let count = 0;
  for (let batch = 1; batch <= batchesMax; batch += 1) {
    const rows = await source.find(house, { keyId, but: broken });
    const whole = rows.filter(({ plain }) => plain !== null);
    broken.push(...rows.filter(({ plain }) => plain === null).map(({ at }) => at));
    if (whole.length > 0) {
      const { rowCount } = await house.db.pool.query(source.rename, [
        whole.map(({ at }) => at),
        whole.map(({ name }) => name),
        whole.map(({ plain }) => blindIndex(house, source.domain, plain!)),
      ]);
      count += rowCount ?? 0;
    }
    if (rows.length < atOnceMax) break;
  }
  return count;
}

type SealedRow = {
  at: string;
  name: string;
  sealed: Envelope;
  customer_id: string;
  row_id: string;
  routing_number: string;
};

async function findSealed(
  house: House,
  { keyId, but }: { keyId: string; but: readonly string[] },
  how: { name: SealedName; sql: string; plain(opened: string, row: SealedRow): string },
): Promise<Found[]> {
  const { rows } = await house.db.pool.query<SealedRow>(how.sql, [keyId, but, atOnceMax]);
  const sealed = rows.map((row) => ({
    place: placeIn(how.name, { rowId: row.row_id, tenant: row.customer_id }),
    envelope: row.sealed,
  }));
  const opened = await openAll(house, 'index-rotation', sealed);
  return rows.map((row, index) => {
    const text = opened[index] ?? null;
    return { at: row.at, name: row.name, plain: text === null ? null : how.plain(text, row) };
  });
}

async function findPlain(house: House, sql: string, values: unknown[]): Promise<Found[]> {
  return (await house.db.pool.query<Found>(sql, values)).rows;
}

/** Names of addresses under a key that this house no longer holds, beside their newest ones. */
async function forgetSpareNames(house: House, keyId: string): Promise<void> {
  await house.db.pool.query(
    `delete from customer_email t where split_part(t.email_index, '.', 1) = $1 and exists (
       select 1 from customer_email s where s.customer_id = t.customer_id and split_part(s.email_index, '.', 1) = $2)`,
    [keyId, house.secrets.indexKeys[0].id],
  );
}
