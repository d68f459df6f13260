import type { OpenLinkBody } from '#contract/modal/bodies.ts';
import type { Opened } from '#contract/modal/calls.ts';
import { languageOf } from '#server/agreements/agreement-inputs.ts';
import { carryOut } from '#server/carry-out.ts';
import { personById } from '#server/customers/person.ts';
import { tellCounter } from '#server/hand-overs/tell-counter.ts';
import type { House } from '#server/house.ts';
import type { Call } from '#server/http/route.ts';
import { newId, secretText } from '#server/ids.ts';
import { leasePaper } from '#server/leases/lease-paper.ts';
import { claimLink } from '#server/links/claim-link.ts';
import { findLink } from '#server/links/find-link.ts';
import type { Link } from '#server/links/link.ts';
import { takePrefill } from '#server/links/take-prefill.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import type { Merchant } from '#server/merchants/merchant.ts';
import { type Done, done, type Outcome } from '#server/outcome.ts';
import { arrive } from './arrive.ts';
import { carriedOver } from './carried-over.ts';
import { closedLink, noSuchLink, openElsewhere } from './closed-link.ts';
import { deviceIn } from './device-cookie.ts';
import { type LanguagesTold, localeTold } from './locale.ts';
import { isLoggedIn, noProgress, noSignature, type Session, type SessionChange } from './session.ts';
import { insertSession, saveSession, sessionByToken } from './session-store.ts';
import { isStillOpen } from './still-open.ts';
import { viewOf } from './view.ts';
import { whereNext } from './where-next.ts';

/**
 * Opens the hosted page of a link. The browser that was here before goes on where it was; another one starts at the
 * first question with the same cart, and goes on where the customer was once they have logged in: a link may be forwarded,
 * but for one that the first device keeps.
 * Refuses, with `Closed` as its data: NotFound for no link, Forbidden for another device's, LeaseExpired, InvalidTransactionId for a signed order,
 * TransactionCanceled for one that is over.
 */
export async function openLink(house: House, { body, headers }: Call<OpenLinkBody>): Promise<Outcome<Opened>> {
  const { agreementToken, link: id = '' } = body;
  const way = agreementToken === undefined ? { id } : { agreementToken };
  const device = body.device ?? deviceIn(headers.cookie) ?? '';
  const opened = await carryOut(house, async (): Promise<Outcome<OpenedSession>> => {
    const link = await findLink(house, way);
    const merchant = link === null ? null : await findMerchant(house, link.merchantId);
    if (link === null || merchant === null) return noSuchLink(house);
    const known = device === '' ? null : await sessionByToken(house, device);
    const own = known?.linkId === link.linkId ? known : null;
    if (own !== null && own.step === 'done' && isLoggedIn(house, own))
      return done({ session: own, token: device, merchant });
    const closed = await closedLink(house, link, merchant);
    if (closed !== null) return closed;
    if (own === null) {
      if (link.claimedBy !== null) return openElsewhere(house, link, merchant);
      const started = await opening(house, link, {
        // On a store's tablet whoever was here before is somebody else.
        ...{
          lastHere: link.counter?.kioskId ? null : known,
          loggedInBy: agreementToken !== undefined,
          languages: body,
        },
      });
      return done({ ...started.answer, merchant }, ...started.writes);
    }
    const change = await reopened(house, own);
    return done({ session: { ...own, ...change }, token: device, merchant }, saveSession(house, own, change));
  });
  if ('refused' in opened) return opened;
  const { session, token, merchant } = opened.answer;
  return done({ session: token, device: token, view: await viewOf(house, { session, merchant }) });
}

type OpenedSession = { session: Session; token: string; merchant: Merchant };

/** The same browser again. An agreement that can't be signed any more is looked at afresh. */
async function reopened(house: House, session: Session): Promise<SessionChange> {
  if (session.step !== 'done' && (await isStillOpen(house, session))) return { closedAt: null };
  const fresh = { closedAt: null, leaseId: null, heardAt: null, progress: noSignature(session) };
  if (!isLoggedIn(house, session)) return { ...fresh, step: 'password' };
  return { ...fresh, step: await whereNext(house, session.customerId, { hasCart: session.cart !== null }) };
}

/** A browser that this link has not seen. A login at the same store on this device still counts. */
async function opening(
  house: House,
  link: Link,
  { lastHere, loggedInBy, languages }: { lastHere: Session | null; loggedInBy: boolean; languages: LanguagesTold },
): Promise<Done<Omit<OpenedSession, 'merchant'>>> {
  const token = secretText(house, 32);
  const { prefill, writes } = takePrefill(link);
  const started: Session = {
    sessionId: newId(house),
    merchantId: link.merchantId,
    deviceId: lastHere?.deviceId ?? newId(house),
    parentOrigin: null,
    linkId: link.linkId,
    kioskId: link.counter?.kioskId ?? null,
    returnUrl: link.returnUrl,
    bound: link.lease,
    customerId: null,
    email: prefill?.email || null,
    step: 'email',
    ...(await localeOfLink(house, link, languages)),
    cart: link.cart,
    frequency: 'weekly',
    leaseId: null,
    progress: { ...noProgress, prefill },
    heardAt: null,
    closedAt: null,
    login: null,
    version: 1,
  };
  const who = carriedOver(house, started, lastHere) ?? (loggedInBy ? await askedFor(house, link) : null);
  const session = who === null ? started : { ...started, ...who };
  const arrived = isLoggedIn(house, session) ? await arrive(house, session, session.customerId) : {};
  const placed = { ...session, ...arrived };
  const claim = claimLink(house, link, placed.sessionId);
  const told = placed.step === 'email' ? (['opened'] as const) : (['opened', 'underway'] as const);
  const counter = link.counter === null ? [] : [tellCounter(house, link, told)];
  return done({ session: placed, token }, ...writes, ...claim, insertSession(house, placed, token), ...counter);
}

/** What was made before speaks the language of its agreement. */
async function localeOfLink(house: House, { lease }: Link, languages: LanguagesTold) {
  const paper = lease === null ? null : await leasePaper(house, lease);
  return localeTold(paper === null ? languages : { locale: languageOf(paper.inputs) });
}

/** An agreement token is the store's word that its own customer asked: their address need not be typed again. */
async function askedFor(house: House, { lease }: Link): Promise<SessionChange | null> {
  const person = lease === null ? null : await personById(house, lease.customerId);
  return person === null ? null : { customerId: person.customerId, email: person.email, step: 'password' };
}
