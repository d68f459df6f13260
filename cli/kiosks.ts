import type { KioskView, ListKiosksAnswer, ToldKioskAnswer } from '#contract/v3/kiosks.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';

/** Makes a tablet of a store; the link that a device becomes it with is in the answer and nowhere else. */
export async function createKiosk(connection: Connection, { names: [name], options }: Given): Promise<Told> {
  const answer = await connection.asMerchant<ToldKioskAnswer>(options['api-key'], {
    method: 'POST',
    path: '/v3/kiosks',
    about: `make the tablet ${name}`,
    body: { name },
    idempotencyKey: connection.run,
  });
  const said = 'Open it on the tablet within the hour. It works once, and FlexPay does not tell it again.';
  return {
    json: answer,
    text: `${columns([
      ['tablet', answer.id],
      ['link', answer.setupUri],
    ])}\n${said}`,
  };
}

/** A store's tablets, the newest first. */
export async function listKiosks(connection: Connection, { options }: Given): Promise<Told> {
  const answer = await connection.asMerchant<ListKiosksAnswer>(options['api-key'], {
    method: 'GET',
    path: '/v3/kiosks',
    about: 'list the tablets',
  });
  const rows = answer.kiosks.map(({ id, state, name }) => [id, state, name]);
  return { json: answer, text: rows.length === 0 ? 'This store has no tablets.' : columns(rows) };
}

/** Ends a tablet, and what is open on it. */
export async function endKiosk(connection: Connection, { names: [id = ''], options }: Given): Promise<Told> {
  const answer = await connection.asMerchant<KioskView>(options['api-key'], {
    method: 'POST',
    path: `/v3/kiosks/${encodeURIComponent(id)}/end`,
    about: `end the tablet ${id}`,
    idempotencyKey: connection.run,
  });
  return { json: answer, text: `The tablet ${answer.id} (${answer.name}) is ended.` };
}
