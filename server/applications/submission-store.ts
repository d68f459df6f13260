import type { ReviewCause } from '#core/application/review.ts';
import type { SharedKey } from '#core/application/velocity.ts';
import { insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';

/** Under which hashes an application is counted. Null: not known, or many people's by design. */
export type SubmissionKeys = {
  readonly ssn: string;
  readonly mobile: string;
  readonly email: string;
  readonly address: string;
  readonly bank: string | null;
  readonly device: string | null;
  readonly network: string | null;
};

/** What was submitted before. */
export type Earlier = {
  /** Of this person, ever. */
  readonly number: number;
  /** Of this person and from this network, the newest first, within what counts. */
  readonly ofPerson: readonly Instant[];
  readonly ofNetwork: readonly Instant[];
  /** Another account of this person has an application that is not decided yet. */
  readonly isOpenElsewhere: boolean;
  /** How many other people there were with each key, within what counts. */
  readonly others: Readonly<Record<SharedKey, number>>;
};

/** Since when each kind counts; null: ever. */
export type Since = Readonly<Record<'person' | 'network' | SharedKey, Instant | null>>;

/** Everything that is counted, in one query. */
export async function earlierSubmissions(
  house: House,
  of: { customerId: string; keys: SubmissionKeys; since: Since; openStates: readonly string[] },
): Promise<Earlier> {
  const { keys, since } = of;
  const { rows } = await house.db.pool.query<{
    number: number;
    of_person: Instant[];
    of_network: Instant[];
    is_open: boolean;
    others: Record<SharedKey, number>;
  }>({
    name: 'earlier_submissions',
    text: earlierSql,
    values: [
      of.customerId,
      of.openStates,
      ...[keys.ssn, since.person ?? longAgo],
      ...[keys.network, since.network ?? longAgo],
      ...[keys.mobile, since.mobile ?? longAgo],
      ...[keys.email, since.email ?? longAgo],
      ...[keys.device, since.device ?? longAgo],
      ...[keys.bank, since.bank ?? longAgo],
      ...[keys.address, since.address ?? longAgo],
    ],
  });
  const row = rows[0]!;
  const instants = (list: Instant[]) => list.map((one) => new Date(one).toISOString());
  return {
    number: row.number,
    ofPerson: instants(row.of_person),
    ofNetwork: instants(row.of_network),
    isOpenElsewhere: row.is_open,
    others: row.others,
  };
}

const longAgo: Instant = '1970-01-01T00:00:00.000Z';

/** Other people with a key: their number differs. */
const people = (column: string, at: number) =>
  `(select count(distinct ssn_index)::int from application_submission
    where ${column} = $${at} and submitted_at > $${at + 1} and ssn_index <> $3)`;

/** So many of the newest say how long to wait, whatever the limits are. */
const newestMax = 1_000;

const earlierSql = `select
  (select coalesce(max(number), 0) from application_submission where ssn_index = $3) as number,
  array(select submitted_at::text from application_submission where ssn_index = $3 and submitted_at > $4
    order by submitted_at desc limit ${newestMax}) as of_person,
  array(select submitted_at::text from application_submission where network_index = $5 and submitted_at > $6
    order by submitted_at desc limit ${newestMax}) as of_network,
  exists (select 1 from application_submission s join application a using (customer_id, application_id)
    where s.ssn_index = $3 and s.customer_id <> $1 and a.state = any($2)) as is_open,
  json_build_object('mobile', ${people('mobile_index', 7)}, 'email', ${people('email_index', 9)},
    'device', ${people('device_id', 11)}, 'bank', ${people('bank_index', 13)},
    'address', ${people('address_index', 15)}) as others`;

export function insertSubmission(submission: {
  customerId: string;
  applicationId: string;
  keys: SubmissionKeys;
  number: number;
  because: readonly ReviewCause[];
  at: Instant;
}): Write {
  const { keys } = submission;
  return insert('application_submission', {
    customer_id: submission.customerId,
    application_id: submission.applicationId,
    ssn_index: keys.ssn,
    number: submission.number,
    mobile_index: keys.mobile,
    email_index: keys.email,
    address_index: keys.address,
    bank_index: keys.bank,
    device_id: keys.device,
    network_index: keys.network,
    review_because: JSON.stringify(submission.because),
    submitted_at: submission.at,
  });
}

/** Whether an application was counted already, as it was begun. */
export async function isSubmissionCounted(
  house: House,
  of: { customerId: string; applicationId: string },
): Promise<boolean> {
  const row = await submissionOf(house, of);
  return row !== undefined;
}

/** The account of one that was counted before it was known, and why a person has to look at it now. */
export function completeSubmission(of: {
  customerId: string;
  applicationId: string;
  keys: SubmissionKeys;
  because: readonly ReviewCause[];
}): Write {
  return write`update application_submission
    set bank_index = ${of.keys.bank}, review_because = ${JSON.stringify(of.because)}::jsonb
    where customer_id = ${of.customerId} and application_id = ${of.applicationId}`;
}

/** Why a person has to look at an application, as it was counted when it was handed in. */
export async function causesOfSubmission(
  house: House,
  of: { customerId: string; applicationId: string },
): Promise<ReviewCause[]> {
  const row = await submissionOf(house, of);
  return (row?.review_because ?? []) as ReviewCause[];
}

/** When an application was counted: as it was handed in, or begun as a prequalification. Null where it counts for nobody. */
export async function submittedAt(
  house: House,
  of: { customerId: string; applicationId: string },
): Promise<Instant | null> {
  const row = await submissionOf(house, of);
  return row?.submitted_at ?? null;
}

function submissionOf(house: House, of: { customerId: string; applicationId: string }) {
  return house.db.read
    .selectFrom('application_submission')
    .select(['submitted_at', 'review_because'])
    .where('customer_id', '=', of.customerId)
    .where('application_id', '=', of.applicationId)
    .executeTakeFirst();
}
