import type { ListSecurityEventsAnswer } from '#contract/v3/operator.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { pageSays, query } from './query.ts';

/** What happened around keys and tokens, newest first. */
export async function listSecurityEvents(connection: Connection, { options }: Given): Promise<Told> {
  const { merchant: merchantId, kind, page, limit } = options;
  const answer = await connection.asOperator<ListSecurityEventsAnswer>({
    method: 'GET',
    path: `/v3/operator/security-events${query({ merchantId, kind, page, limit })}`,
    about: 'list the security events',
  });
  const rows = answer.events.map(({ recordedAt, merchantId, kind, detail }) => [
    recordedAt,
    merchantId ?? 'the operator',
    kind,
    JSON.stringify(detail),
  ]);
  return { json: answer, text: [...(rows.length === 0 ? [] : [columns(rows)]), pageSays(answer.meta)].join('\n') };
}
