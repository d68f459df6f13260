import type { House } from '#server/house.ts';
import type { Merchant } from '#server/merchants/merchant.ts';
import type { Outcome } from '#server/outcome.ts';
import type { Session, SessionChange } from './session.ts';

/** One call of the frame: whose session it is, what was sent, and from which device. */
export type Turn<Body = unknown> = {
  session: Session;
  merchant: Merchant;
  body: Body;
  device: { ipAddress: string; userAgent: string };
};

/** A verb of the modal: decides what changes of the session; what else it writes commits with it. */
export type ModalVerb<Body> = (house: House, turn: Turn<Body>) => Promise<Outcome<SessionChange>>;
