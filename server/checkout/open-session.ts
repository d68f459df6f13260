import type { OpenBody } from '#contract/modal/bodies.ts';
import type { Opened } from '#contract/modal/calls.ts';
import { type ModalOrder, readOrder } from '#contract/modal/order.ts';
import { carryOut } from '#server/carry-out.ts';
import type { House } from '#server/house.ts';
import type { Call } from '#server/http/route.ts';
import { newId, secretText } from '#server/ids.ts';
import { cartHash } from '#server/leases/cart-hash.ts';
import { transactionStanding } from '#server/leases/transaction-standing.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { arrive } from './arrive.ts';
import { askingStore } from './asking-store.ts';
import { carriedOver } from './carried-over.ts';
import { deviceIn } from './device-cookie.ts';
import { type LanguagesTold, localeAgain, localeTold } from './locale.ts';
import { isLoggedIn, noProgress, noSignature, type Session, type SessionChange } from './session.ts';
import { insertSession, saveSession, sessionByToken } from './session-store.ts';
import { signedElsewhere } from './signed-elsewhere.ts';
import { isStillOpen } from './still-open.ts';
import { ofFrame, unheardLease } from './unheard.ts';
import { viewOf } from './view.ts';
import { whereNext } from './where-next.ts';

/**
 * Opens the modal for a click: a new session, or the one of this device with the cart of today. A signature that the
 * page has not heard of comes first, whatever is in the cart (rulings 17). Refuses with Unauthorized for an unknown
 * public key, Forbidden for a page that may not, ValidationError for an order that can't be read, InvalidTransactionId
 * for an id that is signed already.
 */
export async function openSession(house: House, { body, headers }: Call<OpenBody>): Promise<Outcome<Opened>> {
  const merchant = await askingStore(house, body);
  if ('refused' in merchant) return merchant;
  const read = body.order === undefined || body.order === null ? { order: null } : readOrder(body.order);
  if ('faults' in read) {
    const [first] = read.faults;
    return refuse('ValidationError', `The store’s order can’t be read: ${first?.path} ${first?.message}.`, {
      fields: read.faults,
    });
  }
  const { parentOrigin, locale, browserLocale } = body;
  const opening = { merchantId: merchant.merchantId, parentOrigin, order: read.order, told: { locale, browserLocale } };
  const cookie = deviceIn(headers.cookie) ?? '';
  const opened = await carryOut(house, () => open(house, opening, { device: body.device ?? cookie, cookie }));
  if ('refused' in opened) return opened;
  const { session, token } = opened.answer;
  return done({ session: token, device: token, view: await viewOf(house, { session, merchant }) });
}

type Opening = { merchantId: string; parentOrigin: string; order: ModalOrder | null; told: LanguagesTold };

async function open(
  house: House,
  opening: Opening,
  { device, cookie }: { device: string; cookie: string },
): Promise<Outcome<{ session: Session; token: string }>> {
  const known = device === '' ? null : await sessionByToken(house, device);
  // The hosted page of this browser leaves its own token in the cookie.
  const lastHere = cookie === '' || cookie === device ? known : await sessionByToken(house, cookie);
  const mine = ofFrame(known, opening.merchantId);
  if (mine !== null && (await unheardLease(house, mine)) !== null) return done({ session: mine, token: device });

  const { order, merchantId } = opening;
  const signed = mine === null ? null : await signedElsewhere(house, { ...mine, cart: order });
  if (mine !== null && signed !== null) {
    const change = { ...signed, cart: order, closedAt: null };
    return done({ session: { ...mine, ...change }, token: device }, saveSession(house, mine, change));
  }
  if (order !== null && (await transactionStanding(house, { merchantId, ...order })) === 'taken') {
    return refuse('InvalidTransactionId', 'This order has been signed already. The store has it on file.');
  }
  if (mine !== null) {
    const who = isLoggedIn(house, mine) ? null : carriedOver(house, mine, lastHere);
    const change = who === null ? await reopened(house, mine, opening) : await loggedIn(house, mine, who, opening);
    return done({ session: { ...mine, ...change }, token: device }, saveSession(house, mine, change));
  }
  const token = secretText(house, 32);
  const session: Session = {
    sessionId: newId(house),
    merchantId,
    deviceId: known?.deviceId ?? lastHere?.deviceId ?? newId(house),
    parentOrigin: opening.parentOrigin,
    linkId: null,
    kioskId: null,
    returnUrl: null,
    bound: null,
    customerId: null,
    email: null,
    step: 'email',
    ...localeTold(opening.told),
    cart: order,
    frequency: 'weekly',
    leaseId: null,
    progress: noProgress,
    heardAt: null,
    closedAt: null,
    login: null,
    version: 1,
  };
  const who = carriedOver(house, session, lastHere);
  const started = who === null ? session : { ...session, ...(await loggedIn(house, session, who, opening)) };
  return done({ session: started, token }, insertSession(house, started, token));
}

/** A login on the hosted page of this store counts here as well. */
async function loggedIn(
  house: House,
  session: Session,
  who: Pick<Session, 'customerId' | 'email' | 'login'>,
  opening: Opening,
): Promise<SessionChange> {
  const change = freshly(session, opening);
  const here = { ...session, ...change, ...who };
  if (!isLoggedIn(house, here)) return change;
  return { ...change, ...who, ...(await arrive(house, here, here.customerId)) };
}

/** With the cart of this click, and nothing of the last one's agreement. */
function freshly(session: Session, opening: Opening): SessionChange {
  return { ...withCart(session, opening), leaseId: null, heardAt: null, progress: noSignature(session) };
}

function withCart(session: Session, { order, parentOrigin, told }: Opening): SessionChange {
  return { cart: order, parentOrigin, closedAt: null, ...localeAgain(session, told) };
}

/** The session with the cart of this click: the same cart continues where it was, another one is looked at afresh. */
async function reopened(house: House, session: Session, opening: Opening): Promise<SessionChange> {
  const { order } = opening;
  const isSameCart = order !== null && session.cart !== null && cartHash(order) === cartHash(session.cart);
  if (isSameCart && session.step !== 'done') {
    const isOpen = await isStillOpen(house, session);
    // The way back to the store led through here: with a limit the review comes next.
    if (isOpen && session.step !== 'decision') return withCart(session, opening);
  }
  const fresh = freshly(session, opening);
  if (!isLoggedIn(house, session)) {
    return { ...fresh, step: session.step === 'profile' || session.step === 'email' ? session.step : 'password' };
  }
  return { ...fresh, step: await whereNext(house, session.customerId, { hasCart: order !== null }) };
}
