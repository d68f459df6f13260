import type { Documents } from '#contract/modal/view.ts';
import type { Application } from '#server/applications/application.ts';
import type { House } from '#server/house.ts';
import { servicingDayOf } from '#server/moment.ts';
import { documentsOf } from './document-store.ts';

/** What an applicant gave, and whether it is our turn; undefined where no documents are waited for. */
export async function documentsGiven(house: House, application: Application | null): Promise<Documents | undefined> {
  if (application?.state !== 'step_up') return undefined;
  const files = await documentsOf(house, application);
  return {
    areHandedIn: application.documentsReceivedAt !== null,
    files: files.map(({ kind, mediaType, byteCount, receivedAt }) => ({
      kind,
      mediaType,
      bytes: byteCount,
      receivedOn: servicingDayOf(house, receivedAt),
    })),
  };
}
