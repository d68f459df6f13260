import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { type Instant, now } from '#server/moment.ts';
import { actionsOf, recordAction } from './action-store.ts';
import type { Application } from './application.ts';
import { keptApplication, latestApplication, moveApplication } from './application-store.ts';

/** The customer's application that documents can be added to now; null when none waits for any. */
export function documentsAwaited(house: House, customerId: string): Promise<Application | null> {
  return whereDocumentsCame(house, customerId, false);
}

/** The customer's application whose documents have come and are to be looked at; null when there is none. */
export function documentsToLookAt(house: House, customerId: string): Promise<Application | null> {
  return whereDocumentsCame(house, customerId, true);
}

async function whereDocumentsCame(house: House, customerId: string, came: boolean): Promise<Application | null> {
  const application = await latestApplication(house, customerId, { drafts: false });
  const isIt = application?.state === 'step_up' && (application.documentsReceivedAt !== null) === came;
  return isIt ? application : null;
}

/** The application waits on. Of what is written with it and the documents' coming at the same moment one is after the other. */
export function waitOn(application: Application): Write {
  return moveApplication(application, application);
}

/** The documents have come: from now on it is our turn. */
export function documentsCame(house: House, application: Application): Write {
  return moveApplication(application, { state: application.state, documentsReceivedAt: now(house) });
}

/** What somebody outside the house found of documents; `reason` says why they doubt. */
export type Check = {
  readonly provider: string;
  readonly verdict: 'genuine' | 'doubtful' | 'unknown';
  readonly reason: string | null;
};

/** It stands in the record beside what is done by hand. */
export function noteCheck(house: House, application: Application, check: Check): Write {
  const reason = check.reason === null ? `Found ${check.verdict}` : `Found ${check.verdict}: ${check.reason}`;
  const by = `document check ${check.provider}`;
  return recordAction(house, application, { act: 'checkDocuments', by, reason, before: {}, after: check });
}

/** What was found of the documents of an application, as they were handed in last; null when nobody has looked. */
export async function checkOf(
  house: House,
  application: Application,
): Promise<(Check & { checkedAt: Instant }) | null> {
  const found = (await actionsOf(house, application)).findLast(({ action }) => action === 'checkDocuments');
  const since = application.documentsReceivedAt;
  if (found === undefined || (since !== null && found.recordedAt < since)) return null;
  return { ...(found.after as Check), checkedAt: found.recordedAt };
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
