import { createHash } from 'node:crypto';
import { chained, type NewSignatureEvent, type SignatureEvent } from '#core/evidence/chain.ts';
import type { Db } from '#server/db/connect.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { Instant } from '#server/moment.ts';

type OfLease = { readonly customerId: string; readonly leaseId: string };

/** How evidence is kept today; it stands with each lease. */
export const evidenceVersion = 1;

/** SHA-256 of a text's UTF-8 bytes, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The first events of a new lease: a plain insert, so that new leases still share a statement. */
export function firstEvents(lease: OfLease, events: readonly NewSignatureEvent[]): Write {
  return inserted(lease, chained(null, events, sha256));
}

/**
 * More events at the end of a lease's chain, for the commit that makes them true. Two who write at once meet at the
 * number: the later one is decided again. A lease from before evidence was kept has no chain, and gets none.
 * @throws Error when a lease that must have a chain has lost it.
 */
export async function moreEvents(db: Db, lease: OfLease, events: readonly NewSignatureEvent[]): Promise<Write[]> {
  if (events.length === 0) return [];
  const { rows } = await db.pool.query<{ version: number | null; number: number | null; hash: string | null }>({
    name: 'signature_chain_head',
    text: `select l.evidence_version as version, e.number, e.hash from lease l
      left join lateral (select number, hash from signature_event s
        where s.customer_id = l.customer_id and s.lease_id = l.lease_id order by number desc limit 1) e on true
      where l.customer_id = $1 and l.lease_id = $2`,
    values: [lease.customerId, lease.leaseId],
  });
  const [head] = rows;
  if (head === undefined || head.version === null) return [];
  if (head.number === null || head.hash === null) throw new Error(`the signature events of ${lease.leaseId} are gone`);
  return [inserted(lease, chained({ number: head.number, hash: head.hash }, events, sha256))];
}

/**
 * The same where what is written rests on what the events until now say: behind the last of those that were read. When
 * another has come since, two meet at the number, and the later one is decided again.
 */
export function eventsAfter(lease: OfLease, last: SignatureEvent, events: readonly NewSignatureEvent[]): Write {
  return inserted(lease, chained(last, events, sha256));
}

/** A lease's whole chain, in order; empty for a lease from before evidence was kept. */
export async function signatureEvents(db: Db, { customerId, leaseId }: OfLease): Promise<SignatureEvent[]> {
  const { rows } = await db.pool.query<EventRow>({
    name: 'signature_events',
    text: `select number, kind, happened_at, facts, previous_hash, hash from signature_event
      where customer_id = $1 and lease_id = $2 order by number`,
    values: [customerId, leaseId],
  });
  return rows.map(eventOf);
}

export type EventRow = {
  readonly number: number;
  readonly kind: string;
  readonly happened_at: Instant;
  readonly facts: Record<string, unknown>;
  readonly previous_hash: string | null;
  readonly hash: string;
};

/** An event as it lies in its row. */
export function eventOf(row: EventRow): SignatureEvent {
  return {
    number: row.number,
    kind: row.kind as SignatureEvent['kind'],
    at: new Date(row.happened_at).toISOString(),
    facts: row.facts,
    previous: row.previous_hash,
    hash: row.hash,
  };
}

function inserted({ customerId, leaseId }: OfLease, events: readonly SignatureEvent[]): Write {
  return insert(
    'signature_event',
    events.map((event) => ({
      customer_id: customerId,
      lease_id: leaseId,
      number: event.number,
      kind: event.kind,
      happened_at: event.at,
      facts: event.facts,
      previous_hash: event.previous,
      hash: event.hash,
    })),
  );
}
