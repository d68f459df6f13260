import { languageOf } from '#server/agreements/agreement-inputs.ts';
import type { House } from '#server/house.ts';
import { createLease } from '#server/leases/create-lease.ts';
import { leasePaper } from '#server/leases/lease-paper.ts';
import { findLink } from '#server/links/find-link.ts';
import { now } from '#server/moment.ts';
import { done, isRefused, type Outcome, refuse } from '#server/outcome.ts';
import { isLoggedIn, noSignature, type Session, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/**
 * The review is accepted: the lease is offered and its agreement shown, in the language the shopper reads. The same cart,
 * frequency and language keep the agreement that was made before; anything else replaces the unsigned draft (rulings 12). Refuses as `createLease`, and TransactionCanceled once the store took its link back.
 */
export async function makeAgreement(house: House, { session, merchant }: Turn): Promise<Outcome<SessionChange>> {
  const { cart: order, frequency, locale: language } = session;
  if (!isLoggedIn(house, session) || order === null) return done({});
  if (await isTakenBack(house, session)) {
    return refuse(
      'TransactionCanceled',
      `${merchant.name} has taken this order back, or made a new code for it. Ask them.`,
    );
  }
  if (await isOffered(house, session)) return done({ step: 'agreement' });
  const { customerId } = session;
  const offered = await createLease(
    house,
    { merchant, customerId, order, frequency, language },
    { replaceDraft: true },
  );
  if (isRefused(offered)) return offered;
  const change = { step: 'agreement', leaseId: offered.answer.leaseId, progress: noSignature(session) } as const;
  return done(change, ...offered.writes);
}

/** A store that hands an order to somebody else, or to nobody, must not find it signed where it was before. */
async function isTakenBack(house: House, { linkId }: Session): Promise<boolean> {
  const link = linkId === null ? null : await findLink(house, { id: linkId });
  return link?.isForOneDevice === true && link.expiresAt <= now(house);
}

async function isOffered(house: House, { customerId, leaseId, locale }: Session): Promise<boolean> {
  if (customerId === null || leaseId === null) return false;
  const paper = await leasePaper(house, { customerId, leaseId });
  return paper?.state === 'offered' && paper.expiresAt > now(house) && languageOf(paper.inputs) === locale;
}
