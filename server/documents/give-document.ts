import { createHash } from 'node:crypto';
import { type DocumentKind, documentBytesMax, mediaTypeOf } from '#core/application/documents.ts';
import type { Language } from '#core/calendar/day-text.ts';
import { documentsAwaited, waitOn } from '#server/applications/documents-awaited.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { dropDocument, putDocument } from './document-store.ts';
import { documentWords } from './document-words.ts';

/**
 * Takes one file of an applicant, base64, in the place of one of its kind that was there. What it is says its first
 * bytes, never its name. Where no documents are waited for nothing changes. Refuses with ValidationError, in the
 * applicant's language, under the name of its kind.
 */
export async function giveDocument(
  house: House,
  given: { customerId: string; kind: DocumentKind; content: string; language: Language },
): Promise<Outcome<null>> {
  const { customerId, kind, content, language } = given;
  const application = await documentsAwaited(house, customerId);
  if (application === null) return done(null);
  const bytes = Buffer.from(content, 'base64');
  const mediaType = mediaTypeOf(bytes);
  // A sign that is no base64 is left out by Node, so that what came is not what was meant.
  const isWhole = bytes.length === Buffer.byteLength(content, 'base64');
  const words = documentWords[language];
  const message = bytes.length > documentBytesMax ? words.tooLarge : !isWhole || mediaType === null ? words.type : null;
  if (message !== null || mediaType === null) {
    return refuse('ValidationError', message ?? words.type, {
      fields: [{ path: kind, message: message ?? words.type }],
    });
  }
  const document = {
    customerId,
    applicationId: application.applicationId,
    documentId: newId(house),
    kind,
    mediaType,
    byteCount: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    receivedAt: now(house),
  };
  return done(null, waitOn(application), putDocument(house, document, bytes));
}

/** Takes a document back that is not handed in yet. Where nothing is waited for nothing changes. */
export async function removeDocument(
  house: House,
  { customerId, kind }: { customerId: string; kind: DocumentKind },
): Promise<Outcome<null>> {
  const application = await documentsAwaited(house, customerId);
  if (application === null) return done(null);
  return done(null, waitOn(application), dropDocument(application, kind));
}
