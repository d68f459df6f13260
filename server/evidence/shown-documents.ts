import type { Db } from '#server/db/connect.ts';
import { type Write, write } from '#server/db/write.ts';

/** A paper as it was shown: its bytes, their hash, and the template they were made with. */
export type ShownDocument = { readonly html: string; readonly sha256: string; readonly version: string };

/** Keeps a paper for as long as somebody may ask what was shown. The same paper lies there once. */
export function keepDocument({ sha256, version, html }: ShownDocument): Write {
  return write`insert into shown_document (sha256, version, html) values (${sha256}, ${version}, ${html}) on conflict do nothing`;
}

/** Papers that were kept, by their hashes; one that was not is missing. */
export async function shownDocuments(db: Db, hashes: readonly string[]): Promise<ReadonlyMap<string, ShownDocument>> {
  const { rows } = await db.pool.query<ShownDocument>({
    name: 'shown_documents',
    text: 'select sha256, version, html from shown_document where sha256 = any($1)',
    values: [hashes],
  });
  return new Map(rows.map((one) => [one.sha256, one]));
}
