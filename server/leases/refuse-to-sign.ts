import { eventsAfter, signatureEvents } from '#server/evidence/signature-events.ts';
import type { House } from '#server/house.ts';
import { leaseAtStore } from '#server/leases/find-lease.ts';
import { notTheirs } from '#server/leases/lease-view.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';

export type RefusalToSign = {
  readonly merchant: { readonly merchantId: string };
  readonly customerId: string;
  readonly leaseId: string;
  readonly ipAddress: string;
  readonly userAgent: string;
  /** When, in the words of the store that says so; null where it does not say. */
  readonly refusedByMerchantAt: string | null;
};

/**
 * A store says that its customer does not want to sign (api-v3 5.3, C-23). The offer stays open to a change of mind; that
 * they said no stands among the events of its signature, once for each time that the agreement was shown. Of what is
 * signed or over nothing can be refused any more, and nothing is written. Refuses with LeaseNotFound.
 */
export async function refuseToSign(
  house: House,
  { merchant, customerId, leaseId, ipAddress, userAgent, refusedByMerchantAt }: RefusalToSign,
): Promise<Outcome<Record<string, never>>> {
  const found = await leaseAtStore(house.db, { merchant, customerId }, leaseId);
  if (found === null) return notTheirs;
  const at = now(house);
  if (found.lease.state !== 'offered' || found.expiresAt <= at) return done({});
  const events = await signatureEvents(house.db, found);
  const last = events.at(-1);
  const told = events.findLast(({ kind }) => kind === 'presented' || kind === 'refused');
  if (last === undefined || told?.kind !== 'presented') return done({});
  const said = refusedByMerchantAt === null ? {} : { refusedByMerchantAt };
  const facts = { channel: 'api', saidBy: 'store', ipAddress, userAgent, ...said };
  return done({}, eventsAfter(found, last, [{ kind: 'refused', at, facts }]));
}
