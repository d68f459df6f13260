import type { OriginsAnswer } from '#contract/v3/operator.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';

/** The web addresses whose pages may open a store's modal. */
export async function listOrigins(connection: Connection, { names }: Given): Promise<Told> {
  const path = pathOf(names[0]!);
  return told(await connection.asOperator({ method: 'GET', path, about: `list the origins of ${names[0]}` }));
}

export function addOrigin(connection: Connection, given: Given): Promise<Told> {
  return change(connection, given, '', 'add');
}

export function removeOrigin(connection: Connection, given: Given): Promise<Told> {
  return change(connection, given, '/remove', 'remove');
}

async function change(connection: Connection, { names }: Given, end: string, verb: string): Promise<Told> {
  const answer = await connection.asOperator<OriginsAnswer>({
    method: 'POST',
    path: `${pathOf(names[0]!)}${end}`,
    about: `${verb} the origin ${names[1]}`,
    body: { origin: names[1] },
    idempotencyKey: connection.run,
  });
  return told(answer);
}

function told(answer: OriginsAnswer): Told {
  const none = answer.any
    ? 'None is registered: in the sandbox every page may.'
    : 'None is registered: no page may open the modal.';
  return { json: answer, text: answer.origins.length === 0 ? none : answer.origins.join('\n') };
}

function pathOf(merchantId: string): string {
  return `/v3/operator/merchants/${encodeURIComponent(merchantId)}/origins`;
}
