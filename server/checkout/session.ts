import type { ModalOrder } from '#contract/modal/order.ts';
import type { Step } from '#contract/modal/view.ts';
import type { LenderPlace } from '#core/application/waterfall.ts';
import type { Language } from '#core/calendar/day-text.ts';
import type { Frequency } from '#core/calendar/pay-cycle.ts';
import { isFresh } from '#server/customers/logins.ts';
import type { House } from '#server/house.ts';
import type { LeaseOfLink, Prefill } from '#server/links/link.ts';
import { type Instant, minutesAfter, now } from '#server/moment.ts';

/** One shopper at one merchant on one device: where they are, and what they want to lease. All of the modal's state. */
export type Session = {
  readonly sessionId: string;
  readonly merchantId: string;
  /** The browser, one for all sessions that it opens here; null for a session from before it was known. */
  readonly deviceId: string | null;
  /** The store's page around the frame; null on the hosted page. */
  readonly parentOrigin: string | null;
  /** The link that opened the hosted page, and where it leads back to; null in the frame. */
  readonly linkId: string | null;
  readonly returnUrl: string | null;
  /** The store's own tablet that it is open on, where nobody is remembered; null on a device of the shopper's. */
  readonly kioskId: string | null;
  /** The one lease that may be signed here; null where a cart is leased. */
  readonly bound: LeaseOfLink | null;
  /** Who it is once the address is known; trusted only while `isLoggedIn`. */
  readonly customerId: string | null;
  readonly email: string | null;
  readonly step: Step;
  /** The language of everything the shopper reads, and who said so: the shopper's own word stands. */
  readonly locale: Language;
  readonly localeFrom: 'browser' | 'page' | 'shopper';
  /** Null when the modal was opened without a cart. */
  readonly cart: ModalOrder | null;
  readonly frequency: Frequency;
  readonly leaseId: string | null;
  readonly progress: SessionProgress;
  /** When the page's own handler took the signature. */
  readonly heardAt: Instant | null;
  readonly closedAt: Instant | null;
  /** What shows who it is; null as well once somebody ended it elsewhere. */
  readonly login: { readonly loginId: string; readonly startedAt: Instant } | null;
  readonly version: number;
};

/** What happened on the way that no other row remembers. Never a number that could hurt a person. */
export type SessionProgress = {
  /** The customer logged in and came straight to the review. */
  readonly isKnown: boolean;
  readonly contactConsent: boolean;
  /** Whom they ticked, so that going back loses nothing; absent before that screen. */
  readonly lenderConsents?: readonly LenderPlace[];
  readonly signature: Signature | null;
  readonly paymentRefused: { readonly code: string; readonly message: string } | null;
  /** The card that the first payment was chosen to come from; absent: the account, or the card that is primary. */
  readonly cardId?: string | null;
  /** When the code to choose a new password was typed. */
  readonly mayResetSince: Instant | null;
  /** What the store knows of a shopper whom nobody has recognised yet. */
  readonly prefill: Prefill | null;
};

/** How the agreement was signed (domain 4.8). The code itself is not kept, only which one it was. */
export type Signature = {
  readonly typedName: string;
  readonly passcodeId: string;
  readonly signedAt: Instant;
  readonly ipAddress: string;
  readonly userAgent: string;
};

export const noProgress: SessionProgress = {
  isKnown: false,
  contactConsent: false,
  signature: null,
  paymentRefused: null,
  mayResetSince: null,
  prefill: null,
};

/** The same way without its signature: what was signed is no longer what is on the screen. */
export function noSignature(session: Session): SessionProgress {
  return { ...session.progress, signature: null, paymentRefused: null };
}

/** What a verb changes of a session. */
export type SessionChange = Partial<Omit<Session, 'sessionId' | 'merchantId' | 'version'>>;

/** Whether the shopper has shown who they are, not too long ago. */
export function isLoggedIn(house: House, session: Session): session is Session & { customerId: string } {
  return session.customerId !== null && session.login !== null && isFresh(house, session.login.startedAt);
}

const resetMinutes = 15;

/** Whether the code for a new password was typed here, not too long ago. */
export function mayReset(house: House, session: Session): session is Session & { customerId: string } {
  const { mayResetSince } = session.progress;
  return (
    session.customerId !== null && mayResetSince !== null && minutesAfter(mayResetSince, resetMinutes) > now(house)
  );
}

/** Where a session starts again for somebody else, with the cart it holds. */
export const nobody: SessionChange = {
  step: 'email',
  customerId: null,
  email: null,
  login: null,
  leaseId: null,
  progress: noProgress,
};
