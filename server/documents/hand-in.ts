import { documentsMissing } from '#core/application/documents.ts';
import type { Language } from '#core/calendar/day-text.ts';
import { documentsAwaited, documentsCame } from '#server/applications/documents-awaited.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { documentsOf } from './document-store.ts';
import { documentWords } from './document-words.ts';

/**
 * The applicant has handed in what they have: from now on it is our turn, and nothing of it can be changed. Handed in
 * twice is handed in once. Refuses with ValidationError for what is missing, in the applicant's language.
 */
export async function handIn(
  house: House,
  { customerId, language }: { customerId: string; language: Language },
): Promise<Outcome<null>> {
  const application = await documentsAwaited(house, customerId);
  if (application === null) return done(null);
  const documents = await documentsOf(house, application);
  const words = documentWords[language];
  const fields = documentsMissing(documents.map(({ kind }) => kind)).map((kind) => ({
    path: kind,
    message: words.missing[kind],
  }));
  if (fields.length > 0) {
    return refuse('ValidationError', fields.length === 1 ? (fields[0]?.message ?? '') : words.again, { fields });
  }
  return done(null, documentsCame(house, application));
}
