import { withoutNumbers } from '#core/application/without-numbers.ts';
import type { CheckedDocument, CheckedPerson, DocumentVerdict } from '#ports/document-check.ts';
import { checkOf, documentsToLookAt, noteCheck } from '#server/applications/documents-awaited.ts';
import { acceptDocuments } from '#server/applications/documents-by-hand.ts';
import { carryOut } from '#server/carry-out.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { personById } from '#server/customers/person.ts';
import type { House } from '#server/house.ts';
import { inTime } from '#server/in-time.ts';
import { done } from '#server/outcome.ts';
import type { HandedIn } from './document.ts';
import { documentsOf, openDocument } from './document-store.ts';

/**
 * Has what a customer handed in looked at, once, and waits for it. Where it is genuine the application goes on as when a
 * person of ours accepts it; anything else, no answer too, leaves it for that person. Also when it fails on the way.
 */
export async function checkHandedIn(house: House, customerId: string): Promise<void> {
  const application = await documentsToLookAt(house, customerId);
  if (application === null) return;
  const { applicationId } = application;
  await house.underWay.join(`the check of the documents of application ${applicationId}`, () =>
    check(house, customerId),
  );
}

async function check(house: House, customerId: string): Promise<void> {
  // Read again: whoever joined too late begins once more.
  const application = await documentsToLookAt(house, customerId);
  if (application === null || (await checkOf(house, application)) !== null) return;
  const documents = await documentsOf(house, application);
  // What came by mail nobody can look at here.
  if (documents.length === 0) return;
  const { name: provider } = house.documentCheck;
  const found = await verdictOn(house, { customerId, applicationId: application.applicationId, documents });
  if (found.verdict === 'not asked') return;
  const verdict = { provider, verdict: found.verdict, reason: 'reason' in found ? found.reason : null };
  await carryOut(house, async () => done(null, noteCheck(house, application, verdict)));
  if (found.verdict !== 'genuine') return;
  // As it stands then: a person of ours may have been faster.
  const accepted = { by: `document check ${provider}`, reason: 'The documents were found genuine' };
  await carryOut(house, () => acceptDocuments(house, { applicationId: application.applicationId, ...accepted }));
}

async function verdictOn(
  house: House,
  of: { customerId: string; applicationId: string; documents: readonly HandedIn[] },
): Promise<DocumentVerdict> {
  const { documentCheck } = house;
  const [person, facts] = await Promise.all([personById(house, of.customerId), customerFacts(house, of.customerId)]);
  if (person === null || facts === null) return { verdict: 'unknown' };
  const { firstName, lastName, dateOfBirth } = person;
  const checked: CheckedPerson = { firstName, lastName, dateOfBirth, address: facts.address };
  const documents = of.documents.map((document) => readable(house, document));
  try {
    const { applicationId } = of;
    const found = await inTime(documentCheck, () => documentCheck.check({ applicationId, person: checked, documents }));
    return said(found);
  } catch (error) {
    house.log.error({ err: error, provider: documentCheck.name }, 'nobody says what the documents are; a person looks');
    return { verdict: 'unknown' };
  }
}

function readable(house: House, document: HandedIn): CheckedDocument {
  return {
    kind: document.kind,
    mediaType: document.mediaType,
    read: async () => {
      const bytes = await openDocument(house, document, 'document-check');
      if (bytes === null) throw new Error('a document went while it was looked at');
      return bytes;
    },
  };
}

const reasonMax = 300;

/** An answer as it may be kept. What is none of those is no answer. */
function said(found: DocumentVerdict): DocumentVerdict {
  const { verdict } = found;
  if (verdict === 'genuine' || verdict === 'not asked') return { verdict };
  if (verdict !== 'doubtful') return { verdict: 'unknown' };
  const reason = String(withoutNumbers(String(found.reason)))
    .replaceAll('\0', '')
    .toWellFormed()
    .slice(0, reasonMax);
  return { verdict: 'doubtful', reason };
}
