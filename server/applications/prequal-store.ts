import { expecting, insert, json, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';

/** A decision before the bank account is known, and the application that is completed with it. */
export type Prequal = {
  readonly customerId: string;
  readonly prequalId: string;
  readonly merchantId: string;
  readonly applicationId: string;
  readonly version: number;
  readonly createdAt: Instant;
};

export function insertPrequal(prequal: Prequal): Write[] {
  const { customerId, prequalId, merchantId } = prequal;
  return [
    insert('prequal_route', { merchant_id: merchantId, prequal_id: prequalId, customer_id: customerId }),
    insert('prequalification', {
      customer_id: customerId,
      prequal_id: prequalId,
      merchant_id: merchantId,
      application_id: prequal.applicationId,
      limit_cents: 0,
      version: prequal.version,
      created_at: prequal.createdAt,
    }),
  ];
}

/** What was answered and everything it saw, kept whole so that it can be run again (domain 5). */
export function recordPrequal(prequal: Prequal, decided: { decision: object; limit: number; at: Instant }): Write {
  return expecting(
    1,
    'prequalification',
    write`update prequalification set decision = ${json(decided.decision)}, limit_cents = ${decided.limit},
      decided_at = ${decided.at}, version = version + 1
      where customer_id = ${prequal.customerId} and prequal_id = ${prequal.prequalId} and version = ${prequal.version}`,
  );
}

/** A merchant's prequalification; another merchant's is none. */
export async function prequalById(
  house: House,
  { merchantId, prequalId }: { merchantId: string; prequalId: string },
): Promise<Prequal | null> {
  const row = await prequals(house)
    .innerJoin('prequal_route as r', 'r.customer_id', 'p.customer_id')
    .whereRef('r.prequal_id', '=', 'p.prequal_id')
    .where('r.merchant_id', '=', merchantId)
    .where('r.prequal_id', '=', prequalId)
    .executeTakeFirst();
  return row === undefined ? null : prequalOf(row);
}

/** The one that this merchant began for an application; null when it began none. */
export async function prequalOfApplication(
  house: House,
  of: { customerId: string; merchantId: string; applicationId: string },
): Promise<Prequal | null> {
  const row = await prequals(house)
    .where('p.customer_id', '=', of.customerId)
    .where('p.merchant_id', '=', of.merchantId)
    .where('p.application_id', '=', of.applicationId)
    .executeTakeFirst();
  return row === undefined ? null : prequalOf(row);
}

const prequals = (house: House) =>
  house.db.read
    .selectFrom('prequalification as p')
    .select(['p.customer_id', 'p.prequal_id', 'p.merchant_id', 'p.application_id', 'p.version', 'p.created_at']);

type PrequalRow = {
  customer_id: string;
  prequal_id: string;
  merchant_id: string;
  application_id: string;
  version: number;
  created_at: Instant;
};

const prequalOf = (row: PrequalRow): Prequal => ({
  customerId: row.customer_id,
  prequalId: row.prequal_id,
  merchantId: row.merchant_id,
  applicationId: row.application_id,
  version: row.version,
  createdAt: row.created_at,
});
