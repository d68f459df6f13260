import type { DocumentOpened, ListDocumentsAnswer, ReviewQuery } from '#contract/v3/operator-documents.ts';
import { applicationUnder, checkOf, noteOpening } from '#server/applications/documents-awaited.ts';
import { carryOut } from '#server/carry-out.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import type { HandedIn } from './document.ts';
import { documentsOf, openDocument } from './document-store.ts';

/** What an applicant handed in, without what is in it. Refuses with NotFound. */
export async function listDocuments(house: House, applicationId: string): Promise<Outcome<ListDocumentsAnswer>> {
  const application = await applicationUnder(house, applicationId);
  if (application === null) return refuse('NotFound', 'There is no application with this id.');
  const [documents, check] = await Promise.all([documentsOf(house, application), checkOf(house, application)]);
  return done({ applicationId, documents: documents.map(lineOf), check });
}

/**
 * One document as it came. Who opens it and why is written down before, for good; each opening anew. Refuses with
 * NotFound, also for a document that was erased or replaced.
 */
export async function openForReview(
  house: House,
  { applicationId, documentId, by, reason }: ReviewQuery & { applicationId: string; documentId: string },
): Promise<Outcome<DocumentOpened>> {
  const noted = await carryOut(house, async (): Promise<Outcome<HandedIn>> => {
    const application = await applicationUnder(house, applicationId);
    const documents = application === null ? [] : await documentsOf(house, application);
    const document = documents.find((one) => one.documentId === documentId);
    if (application === null || document === undefined) return noSuchDocument;
    const { kind, sha256 } = document;
    return done(document, noteOpening(house, application, { by, reason, documentId, kind, sha256 }));
  });
  if ('refused' in noted) return noted;
  const bytes = await openDocument(house, noted.answer, 'document-review');
  if (bytes === null) return noSuchDocument;
  return done({ ...lineOf(noted.answer), content: bytes.toString('base64') });
}

const noSuchDocument = refuse('NotFound', 'This application has no document with this id.');

const lineOf = ({ customerId: _of, applicationId: _with, byteCount: bytes, ...document }: HandedIn) => ({
  ...document,
  bytes,
});
