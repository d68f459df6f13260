import { writeFileSync } from 'node:fs';
import type { DocumentOpened, ListDocumentsAnswer } from '#contract/v3/operator-documents.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { query } from './query.ts';
import { Stopped } from './stopped.ts';
import { whoSaysSo } from './who-says-so.ts';

/** What an applicant handed in. */
export async function listDocuments(connection: Connection, { names: [id] }: Given): Promise<Told> {
  const answer = await connection.asOperator<ListDocumentsAnswer>({
    method: 'GET',
    path: documentsOf(id!),
    about: `list the documents of ${id}`,
  });
  const rows = answer.documents.map((one) => [
    one.documentId,
    kinds[one.kind],
    one.mediaType,
    `${one.bytes} bytes`,
    one.receivedAt,
  ]);
  const { check } = answer;
  const found = check === null ? [] : [`Document check ${check.provider}: ${check.reason ?? check.verdict}.`];
  return { json: answer, text: [rows.length === 0 ? 'Nothing was handed in.' : columns(rows), ...found].join('\n') };
}

/** One of them into a file. Throws `Stopped` when the file can't be written. */
export async function openDocument(connection: Connection, { names: [id, document], options }: Given): Promise<Told> {
  const { by, reason } = whoSaysSo(options, 'Who opens it');
  const { content, ...answer } = await connection.asOperator<DocumentOpened>({
    method: 'GET',
    path: `${documentsOf(id!)}/${encodeURIComponent(document!)}${query({ by, reason })}`,
    about: `open the document ${document}`,
  });
  const file = options.out ?? `${answer.documentId}.${extensions[answer.mediaType]}`;
  try {
    // A person's ID is for whoever said that they look at it.
    writeFileSync(file, Buffer.from(content, 'base64'), { mode: 0o600 });
  } catch (error) {
    throw new Stopped(`${file} can't be written (${(error as NodeJS.ErrnoException).code}).`);
  }
  return {
    json: { ...answer, file },
    text: `${kinds[answer.kind]} is in ${file}. Delete it when you have looked at it.`,
  };
}

const documentsOf = (id: string): string => `/v3/operator/applications/${encodeURIComponent(id)}/documents`;

const kinds = { id_front: 'Photo ID, front', id_back: 'Photo ID, back', address: 'Proof of address' } as const;
const extensions = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const;
