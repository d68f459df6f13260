import type { ModalOrder } from '#contract/modal/order.ts';
import type { Step } from '#contract/modal/view.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { Frequency } from '#core/calendar/pay-cycle.ts';
import { expecting, insert, json, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { tokenHash } from '#server/secrets/token-hash.ts';
import { noProgress, type Session, type SessionChange, type SessionProgress } from './session.ts';

export function insertSession(house: House, session: Session, token: string): Write {
  const at = now(house);
  return insert('checkout_session', {
    session_id: session.sessionId,
    token_hash: tokenHash(house, 'checkout', token),
    merchant_id: session.merchantId,
    device_id: session.deviceId,
    parent_origin: session.parentOrigin,
    link_id: session.linkId,
    kiosk_id: session.kioskId,
    return_url: session.returnUrl,
    bound_customer_id: session.bound?.customerId,
    bound_lease_id: session.bound?.leaseId,
    customer_id: session.customerId,
    email: session.email,
    lease_id: session.leaseId,
    login_id: session.login?.loginId,
    step: session.step,
    locale: session.locale,
    locale_from: session.localeFrom,
    transaction_id: session.cart?.transactionId,
    cart: session.cart,
    frequency: session.frequency,
    envelope: session.progress,
    version: session.version,
    created_at: at,
    updated_at: at,
  });
}

/** Saves what changed, if nobody changed it since it was read: two tabs share one session. */
export function saveSession(house: House, session: Session, change: SessionChange): Write {
  const next: Session = { ...session, ...change };
  return expecting(
    1,
    'session',
    write`update checkout_session set parent_origin = ${next.parentOrigin}, customer_id = ${next.customerId},
      email = ${next.email}, step = ${next.step}, locale = ${next.locale}, locale_from = ${next.localeFrom}, transaction_id = ${next.cart?.transactionId},
      cart = ${next.cart === null ? null : json(next.cart)}, frequency = ${next.frequency}, lease_id = ${next.leaseId},
      envelope = ${json(next.progress)}, heard_at = ${next.heardAt}, closed_at = ${next.closedAt},
      login_id = ${next.login?.loginId}, updated_at = ${now(house)}, version = version + 1
      where session_id = ${session.sessionId} and version = ${session.version}`,
  );
}

/** Nobody holds the session any more. Its version stays: what is under way still says how it ended. */
export function leaveKiosk(house: House, { sessionId }: Session, nobodys: string): Write {
  return expecting(
    1,
    'session',
    write`update checkout_session set token_hash = ${tokenHash(house, 'checkout', nobodys)}, kiosk_id = null,
      closed_at = ${now(house)} where session_id = ${sessionId} and kiosk_id is not null`,
  );
}

/** Whether a session has left its first question behind. */
export async function sessionHasBegun(house: House, sessionId: string): Promise<boolean> {
  const row = await house.db.read
    .selectFrom('checkout_session')
    .select('step')
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return row !== undefined && row.step !== 'email';
}

export async function sessionByToken(house: House, token: string): Promise<Session | null> {
  const row = await sessions(house)
    .where('token_hash', '=', tokenHash(house, 'checkout', token))
    .executeTakeFirst();
  return row === undefined ? null : sessionOf(row);
}

/** What is open on a store's tablet. */
export async function sessionsAtKiosk(house: House, kioskId: string): Promise<Session[]> {
  const rows = await sessions(house).where('checkout_session.kiosk_id', '=', kioskId).execute();
  return rows.map(sessionOf);
}

const sessions = (house: House) =>
  house.db.read
    .selectFrom('checkout_session')
    .leftJoin('customer_login as l', (join) =>
      join
        .onRef('l.customer_id', '=', 'checkout_session.customer_id')
        .onRef('l.login_id', '=', 'checkout_session.login_id')
        .on('l.ended_at', 'is', null),
    )
    .selectAll('checkout_session')
    .select('l.started_at');

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof sessions>['executeTakeFirst']>>>;

function sessionOf(row: Row): Session {
  const { bound_customer_id: customerId, bound_lease_id: leaseId } = row;
  return {
    sessionId: row.session_id,
    merchantId: row.merchant_id,
    deviceId: row.device_id,
    parentOrigin: row.parent_origin,
    linkId: row.link_id,
    kioskId: row.kiosk_id,
    returnUrl: row.return_url,
    bound: customerId === null || leaseId === null ? null : { customerId, leaseId },
    customerId: row.customer_id,
    email: row.email,
    step: row.step as Step,
    locale: row.locale as Language,
    localeFrom: row.locale_from as Session['localeFrom'],
    cart: row.cart as ModalOrder | null,
    frequency: row.frequency as Frequency,
    leaseId: row.lease_id,
    progress: { ...noProgress, ...(row.envelope as SessionProgress) },
    heardAt: row.heard_at,
    closedAt: row.closed_at,
    login:
      row.login_id === null || row.started_at === null ? null : { loginId: row.login_id, startedAt: row.started_at },
    version: row.version,
  };
}
