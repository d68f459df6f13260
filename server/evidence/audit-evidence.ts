import type { AuditAnswer } from '#contract/v3/operator.ts';
import { firstBroken } from '#core/evidence/chain.ts';
import { envelopeAfter } from '#core/evidence/order-of-signing.ts';
import { type EventRow, eventOf, sha256 } from '#server/evidence/signature-events.ts';
import type { House } from '#server/house.ts';

type Row = {
  readonly customer_id: string;
  readonly lease_id: string;
  readonly lease_number: string;
  readonly agreement_hash: string;
  readonly cart_hash: string;
  readonly signed: boolean;
  readonly open: boolean;
  readonly events: readonly EventRow[] | null;
};

const chunk = 500;
const examplesMax = 5;

/** Invariant 15 for what led to each signature: every chain is whole, and tells of the lease it lies with. */
export async function auditEvidence(house: House): Promise<AuditAnswer['checks'][number]> {
  const found: string[] = [];
  let examined = 0;
  for (let after = ['', '']; ; ) {
    const { rows } = await house.db.pool.query<Row>({ text: chains, values: [...after, chunk] });
    for (const row of rows) {
      const breach = breachOf(row);
      if (breach !== null) found.push(`${row.lease_number}: ${breach}`);
    }
    examined += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < chunk) break;
    after = [last.customer_id, last.lease_id];
  }
  return {
    invariant: 15,
    rule: 'What led to each signature is a whole chain, from the agreement that was made to the copy that was sealed.',
    examined,
    breaches: found.length,
    examples: found.slice(0, examplesMax),
  };
}

const chains = `select l.customer_id, l.lease_id, l.lease_number, l.agreement_hash, l.cart_hash,
    l.signed_at is not null as signed, l.state = 'offered' as open,
    (select json_agg(e order by e.number) from signature_event e
      where e.customer_id = l.customer_id and e.lease_id = l.lease_id) as events
  from lease l where l.evidence_version is not null and (l.customer_id, l.lease_id) > ($1, $2)
  order by l.customer_id, l.lease_id limit $3`;

function breachOf(row: Row): string | null {
  const events = (row.events ?? []).map(eventOf);
  const broken = firstBroken(events, sha256);
  if (broken !== null) return `event ${broken.event.number} (${broken.event.kind}): ${broken.what}`;
  const after = envelopeAfter(events);
  if ('wrong' in after) return after.wrong === null ? 'its events are gone' : `${after.wrong.kind}: ${after.what}`;
  const made = events[0]!.facts;
  if (made.agreementNumber !== row.lease_number) return 'its events are those of another lease';
  if (made.agreementSha256 !== row.agreement_hash) return 'its events are about another agreement';
  if (made.cartHash !== row.cart_hash) return 'its events are about another cart';
  const isOver = after.state === 'voided' || after.state === 'expired';
  const expected = row.signed ? after.state === 'sealed' : after.state !== 'sealed' && isOver !== row.open;
  return expected ? null : `its events end ${after.state}`;
}
