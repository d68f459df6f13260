import type { Language } from '#core/calendar/day-text.ts';

/**
 * What the store's page and the frame say to each other. One handshake over `postMessage`, origin-checked on both sides
 * with nonce and version, hands over a MessagePort; everything after it travels through that port.
 * Nothing here is trusted: a store's server asks the API before it ships anything.
 */
export type ProtocolVersion = 1;

/** Frame → page, by `postMessage` to the origin the page named: the frame is loaded and waits. */
export interface FrameReady {
  flexpay: 'ready';
  version: ProtocolVersion;
  nonce: string;
}

/** Page → frame, by `postMessage` to our origin, with the port: this is the click's order. */
export interface FrameOpen {
  flexpay: 'open';
  version: ProtocolVersion;
  nonce: string;
  /** Null: the modal without a cart, to apply and nothing else. */
  order: unknown;
  /** The language that the page asks for. */
  locale?: Language | undefined;
}

/**
 * Page → frame, with a port: is there a signature that the page has not taken (rulings 17)? Nothing is drawn. `always`
 * asks the server also where this browser remembers nothing; a page that only loads does not.
 */
export interface FrameRecover {
  flexpay: 'recover';
  version: ProtocolVersion;
  nonce: string;
  always: boolean;
}

/** Frame → page, through the port. `nothing`: no signature is left to tell. */
export type FromFrame =
  | { type: 'shown' }
  | { type: 'decision'; status: 'approved' | 'denied' | 'pending'; limitCents: number }
  /** Opened without a cart, and the answer is on the screen: who logged in, as an opaque id. */
  | { type: 'applied'; userId: string }
  | { type: 'signed'; leaseNumber: string; transactionId: string }
  | { type: 'failed'; code: string; message: string }
  | { type: 'nothing' }
  | { type: 'closed'; why: 'cancelled' | 'returned' | 'done' };

/** Page → frame, through the port: what the page's own handler did with `signed`, or that Escape was pressed outside. */
export type FromPage = { type: 'heard' } | { type: 'unheard' } | { type: 'escape' };
