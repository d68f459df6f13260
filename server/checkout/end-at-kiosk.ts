import { endLogin } from '#server/customers/logins.ts';
import { personById } from '#server/customers/person.ts';
import type { Write } from '#server/db/write.ts';
import { tellCounter } from '#server/hand-overs/tell-counter.ts';
import type { House } from '#server/house.ts';
import { secretText } from '#server/ids.ts';
import { findLink } from '#server/links/find-link.ts';
import { endLinksTo } from '#server/links/link-at-counter.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import { now } from '#server/moment.ts';
import { goOnElsewhere } from './continue-elsewhere.ts';
import { isLoggedIn, type Session } from './session.ts';
import { leaveKiosk, sessionsAtKiosk } from './session-store.ts';
import { whereNext } from './where-next.ts';

/**
 * Ends what is open on a store's tablet: nobody holds its session any more, its customer is logged out, and its link is
 * over. Who has something to go on with gets a link to it by e-mail. The counter hears the same of whoever did not sign.
 */
export async function endAtKiosk(house: House, kioskId: string): Promise<Write[]> {
  const sessions = await sessionsAtKiosk(house, kioskId);
  return (await Promise.all(sessions.map((session) => end(house, session)))).flat();
}

async function end(house: House, session: Session): Promise<Write[]> {
  const { customerId, login, linkId } = session;
  const out = [
    leaveKiosk(house, session, secretText(house, 32)),
    ...(customerId === null || login === null ? [] : [endLogin(house, { customerId, loginId: login.loginId })]),
  ];
  const link = linkId === null ? null : await findLink(house, { id: linkId });
  // Signed, taken back, or gone on with on another device already: that was its last word.
  if (session.step === 'done' || link === null || link.expiresAt <= now(house)) return out;
  return [...out, tellCounter(house, { linkId: link.linkId }, ['ended']), ...(await goingOn(house, session))];
}

/** The way to go on on a device of their own, where there is something to go on with: a decline has none. */
async function goingOn(house: House, session: Session): Promise<Write[]> {
  const { merchantId, cart, step } = session;
  if (cart === null) return [];
  const [person, merchant] = await Promise.all([
    isLoggedIn(house, session) ? personById(house, session.customerId) : null,
    findMerchant(house, merchantId),
  ]);
  const next =
    person === null || step !== 'decision' ? step : await whereNext(house, person.customerId, { hasCart: true });
  if (person === null || merchant === null || next === 'decision') {
    return endLinksTo(house, { merchantId, transactionId: cart.transactionId });
  }
  return (await goOnElsewhere(house, { session, person, merchant }, { channel: 'email', to: person.email })).writes;
}
