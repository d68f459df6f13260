import { carryOut } from '#server/carry-out.ts';
import { keepDocument } from '#server/evidence/shown-documents.ts';
import { moreEvents, signatureEvents } from '#server/evidence/signature-events.ts';
import { presented } from '#server/evidence/signing-facts.ts';
import type { House } from '#server/house.ts';
import { leasePaper } from '#server/leases/lease-paper.ts';
import { now } from '#server/moment.ts';
import { done } from '#server/outcome.ts';
import { eRecordsDocument } from './documents.ts';
import { isLoggedIn, type Session } from './session.ts';

/**
 * Writes down, before the screen with the agreement goes out, that these papers were shown now (domain 4.8). The same
 * papers on the same screen once more are no news.
 */
export async function noteShown(house: House, session: Session): Promise<void> {
  const { step, leaseId } = session;
  if (step !== 'agreement' || leaseId === null || !isLoggedIn(house, session)) return;
  const lease = { customerId: session.customerId, leaseId };
  await carryOut(house, async () => {
    const [paper, events] = await Promise.all([leasePaper(house, lease), signatureEvents(house.db, lease)]);
    if (paper === null || paper.state !== 'offered') return done(null);
    const statement = eRecordsDocument(house, session.locale);
    const event = presented(now(house), 'modal', [
      { id: 'agreement', version: paper.version, sha256: paper.sha256 },
      { id: 'e-records', version: statement.version, sha256: statement.sha256 },
    ]);
    const last = events.findLast(({ kind }) => kind === 'presented');
    const isKnown = last?.facts.channel === 'modal' && hashesOf(last.facts) === hashesOf(event.facts);
    if (isKnown) return done(null);
    return done(null, keepDocument(statement), ...(await moreEvents(house.db, lease, [event])));
  });
}

function hashesOf({ documents }: Readonly<Record<string, unknown>>): string {
  return (documents as readonly { readonly sha256: string }[]).map(({ sha256 }) => sha256).join();
}
