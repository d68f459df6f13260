import type { CancelAnswer, ReturnAnswer } from '#contract/v3/transactions.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { itemsGiven } from './items-given.ts';

/** Takes units that were not shipped out of a lease. What could not be canceled makes the exit code 1. */
export async function cancelItems(connection: Connection, given: Given): Promise<Told> {
  const answer = await ask<CancelAnswer>(connection, given, 'cancel');
  return told(answer, { canceled: answer.canceled, failed: answer.failed });
}

/** Takes back goods that the store has again. What could not be returned makes the exit code 1. */
export async function returnItems(connection: Connection, given: Given): Promise<Told> {
  const answer = await ask<ReturnAnswer>(connection, given, 'return');
  return told(answer, { returned: answer.returned, failed: answer.failed });
}

function ask<Answer>(connection: Connection, given: Given, verb: string): Promise<Answer> {
  const { names, options } = given;
  return connection.asMerchant<Answer>(options['api-key'], {
    method: 'POST',
    path: `/v3/transactions/${encodeURIComponent(names[0]!)}/${verb}`,
    about: `${verb} items of ${names[0]}`,
    body: { items: itemsGiven(given) },
    idempotencyKey: connection.run,
  });
}

type Units = readonly { sku: string; quantity: number }[];

function told(json: unknown, outcome: Readonly<Record<string, Units>>): Told {
  const lines = Object.entries(outcome).flatMap(([state, units]) =>
    units.map(({ sku, quantity }) => `${quantity} × ${sku} ${state}`),
  );
  return {
    json,
    text: lines.length === 0 ? 'Nothing was left to do.' : lines.join('\n'),
    isBad: (outcome.failed ?? []).length > 0,
  };
}
