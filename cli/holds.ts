import type { HoldView, ListHoldsAnswer } from '#contract/v3/holds.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { pageSays, query } from './query.ts';
import { whoSaysSo } from './who-says-so.ts';

/** A page of holds; those of one customer, or of all. */
export async function listHolds(connection: Connection, { options }: Given): Promise<Told> {
  const { customer: userId, open, page, limit } = options;
  const answer = await connection.asOperator<ListHoldsAnswer>({
    method: 'GET',
    path: `/v3/operator/holds${query({ userId, open, page, limit })}`,
    about: 'list the holds',
  });
  const rows = answer.holds.map(({ holdId, userId: of, setAt, by, reason, lifted }) => [
    holdId,
    `customer ${of}`,
    setAt,
    `${by}: ${reason}`,
    lifted === null ? 'in force' : `lifted ${lifted.at} by ${lifted.by}: ${lifted.reason}`,
  ]);
  return { json: answer, text: [...(rows.length === 0 ? [] : [columns(rows)]), pageSays(answer.meta)].join('\n') };
}

/** Nothing of a customer is erased from now on. */
export async function setHold(connection: Connection, { names: [userId], options }: Given): Promise<Told> {
  const { by, reason } = whoSaysSo(options);
  const answer = await connection.asOperator<HoldView>({
    method: 'POST',
    path: '/v3/operator/holds',
    about: `hold what is known of ${userId}`,
    body: { userId, by, reason },
    idempotencyKey: connection.run,
  });
  return { json: answer, text: `Nothing of ${answer.userId} is erased while the hold ${answer.holdId} is in force.` };
}

/** A hold keeps nothing any more. */
export async function liftHold(connection: Connection, { names: [holdId], options }: Given): Promise<Told> {
  const { by, reason } = whoSaysSo(options);
  const answer = await connection.asOperator<HoldView>({
    method: 'POST',
    path: `/v3/operator/holds/${encodeURIComponent(holdId!)}/lift`,
    about: `lift the hold ${holdId}`,
    body: { by, reason },
    idempotencyKey: connection.run,
  });
  return { json: answer, text: `The hold ${answer.holdId} is lifted.` };
}
