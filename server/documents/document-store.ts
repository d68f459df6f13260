import type { OpeningPurpose } from '#contract/v3/secrets.ts';
import type { DocumentKind, MediaType } from '#core/application/documents.ts';
import { json, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { type Envelope, openBytes, sealBytes } from '#server/secrets/envelope.ts';
import { type Place, placeIn } from '#server/secrets/sealed-columns.ts';
import type { HandedIn } from './document.ts';

type Of = { readonly customerId: string; readonly applicationId: string };

/** Keeps a document, sealed; one of the same kind that was there is gone. */
export function putDocument(house: House, document: HandedIn, bytes: Uint8Array): Write {
  const { key, content } = sealBytes(house, placeOf(document), bytes);
  return write`insert into application_document (customer_id, application_id, document_id, kind, media_type, byte_count,
      sha256, key_sealed, content, received_at)
    values (${document.customerId}, ${document.applicationId}, ${document.documentId}, ${document.kind},
      ${document.mediaType}, ${document.byteCount}, ${document.sha256}, ${json(key)}, ${content}, ${document.receivedAt})
    on conflict (customer_id, application_id, kind) do update set document_id = excluded.document_id,
      media_type = excluded.media_type, byte_count = excluded.byte_count, sha256 = excluded.sha256,
      key_sealed = excluded.key_sealed, content = excluded.content, received_at = excluded.received_at`;
}

export function dropDocument({ customerId, applicationId }: Of, kind: DocumentKind): Write {
  return write`delete from application_document
    where customer_id = ${customerId} and application_id = ${applicationId} and kind = ${kind}`;
}

/** What was handed in with an application, without what is in it. */
export async function documentsOf(house: House, { customerId, applicationId }: Of): Promise<HandedIn[]> {
  const rows = await house.db.read
    .selectFrom('application_document')
    .select(['document_id', 'kind', 'media_type', 'byte_count', 'sha256', 'received_at'])
    .where('customer_id', '=', customerId)
    .where('application_id', '=', applicationId)
    // The front of an ID before its back, and where somebody lives last.
    .orderBy((of) => of.fn('array_position', [of.val(['id_front', 'id_back', 'address']), 'kind']))
    .execute();
  return rows.map((row) => ({
    customerId,
    applicationId,
    documentId: row.document_id,
    kind: row.kind as DocumentKind,
    mediaType: row.media_type as MediaType,
    byteCount: row.byte_count,
    sha256: row.sha256,
    receivedAt: row.received_at,
  }));
}

/** What is in a document, with a trace of its opening that stands before; null when it was replaced or erased meanwhile. */
export async function openDocument(
  house: House,
  document: HandedIn,
  purpose: Extract<OpeningPurpose, 'document-check' | 'document-review'>,
): Promise<Buffer | null> {
  const row = await house.db.read
    .selectFrom('application_document')
    .select(['key_sealed', 'content'])
    .where('customer_id', '=', document.customerId)
    .where('document_id', '=', document.documentId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return openBytes(house, purpose, placeOf(document), { key: row.key_sealed as Envelope, content: row.content });
}

const placeOf = ({ customerId, documentId }: HandedIn): Place =>
  placeIn('application_document.key_sealed', { rowId: documentId, tenant: customerId });
