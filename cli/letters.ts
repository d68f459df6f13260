import { writeFileSync } from 'node:fs';
import type { Letter, ListLettersAnswer, PrintedLetter } from '#contract/v3/letters.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { pageSays, query } from './query.ts';
import { Stopped } from './stopped.ts';
import { WrongUsage } from './wrong-usage.ts';

/** The notices that have to go out on paper, or those that went. */
export async function listLetters(connection: Connection, { options }: Given): Promise<Told> {
  const { posted, page, limit } = options;
  const answer = await connection.asOperator<ListLettersAnswer>({
    method: 'GET',
    path: `/v3/operator/letters${query({ posted, page, limit })}`,
    about: 'list the letters',
  });
  const rows = answer.letters.map((one) => [
    one.noticeId,
    one.action,
    one.postedOn === null
      ? `${one.isLate ? 'LATE, was due' : 'by'} ${one.deliverBy}`
      : `${one.postedOn}, ${one.postedBy}`,
    `application ${one.applicationId}`,
  ]);
  return { json: answer, text: [...(rows.length === 0 ? [] : [columns(rows)]), pageSays(answer.meta)].join('\n') };
}

/** A letter into a file. Throws `Stopped` when the file can't be written. */
export async function printLetter(connection: Connection, { names: [id], options }: Given): Promise<Told> {
  const answer = await connection.asOperator<PrintedLetter>({
    method: 'GET',
    path: `/v3/operator/letters/${encodeURIComponent(id!)}`,
    about: `print the letter ${id}`,
  });
  const file = options.to ?? `${answer.noticeId}.pdf`;
  try {
    // A letter names a person and why they were declined: it is for whoever prints it.
    writeFileSync(file, Buffer.from(answer.pdf, 'base64'), { mode: 0o600 });
  } catch (error) {
    throw new Stopped(`${file} can't be written (${(error as NodeJS.ErrnoException).code}).`);
  }
  return {
    json: { noticeId: answer.noticeId, file },
    text: `The letter is in ${file}. When it is in the post: flexpay letters posted ${answer.noticeId} --by NAME`,
  };
}

/** Somebody took a letter to the post. */
export async function postLetter(connection: Connection, { names: [id], options }: Given): Promise<Told> {
  const { by, on } = options;
  if (!by) throw new WrongUsage('Who took it to the post? Give --by: it is kept.');
  const answer = await connection.asOperator<Letter>({
    method: 'POST',
    path: `/v3/operator/letters/${encodeURIComponent(id!)}/posted`,
    about: `record the letter ${id}`,
    body: { by, postedOn: on },
    idempotencyKey: connection.run,
  });
  return { json: answer, text: `The letter ${answer.noticeId} went out on ${answer.postedOn}.` };
}
