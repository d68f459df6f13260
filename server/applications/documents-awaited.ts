import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { recordAction } from './action-store.ts';
import type { Application } from './application.ts';
import { keptApplication, latestApplication, moveApplication } from './application-store.ts';

/** The customer's application that documents can be added to now; null when none waits for any. */
export async function documentsAwaited(house: House, customerId: string): Promise<Application | null> {
  const application = await latestApplication(house, customerId, { drafts: false });
  const isOpen = application?.state === 'step_up' && application.documentsReceivedAt === null;
  return isOpen ? application : null;
}

/** The application waits on. Of what is written with it and the documents' coming at the same moment one is after the other. */
export function waitOn(application: Application): Write {
  return moveApplication(application, application);
}

/** The documents have come: from now on it is our turn. */
export function documentsCame(house: House, application: Application): Write {
  return moveApplication(application, { state: application.state, documentsReceivedAt: now(house) });
}

/** The application with this id, whoever made it; null when there is none. */
export async function applicationUnder(house: House, applicationId: string): Promise<Application | null> {
  return (await keptApplication(house, applicationId))?.application ?? null;
}

/** Who opens which document of an application, and why: it stands in the record of what was done by hand. */
export function noteOpening(
  house: House,
  application: Application,
  { by, reason, ...opened }: { by: string; reason: string; documentId: string; kind: string; sha256: string },
): Write {
  return recordAction(house, application, { act: 'openDocument', by, reason, before: opened, after: opened });
}
