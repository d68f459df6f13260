import { moves } from '../lifecycle.ts';

/**
 * The life of one attempt to collect money (domain 6.3). A retry is a new attempt that names this one; a refund of a part
 * may be followed by another until everything is given back (domain 6.4, invariant 20). An authorization moves no money: it
 * is captured by an attempt of its own, or released.
 */
export const attemptLifecycle = moves<AttemptState, AttemptMove>({
  start: 'scheduled',
  moves: {
    scheduled: { cancel: 'cancelled', originate: 'submitted' },
    authorized: { capture: 'captured', release: 'released' },
    submitted: { acknowledge: 'pending', authorize: 'authorized', return: 'returned', decline: 'failed' },
    pending: { settle: 'settled', return: 'returned' },
    settled: { returnLate: 'returned_late', dispute: 'disputed', refund: 'refunded', refundPart: 'part_refunded' },
    part_refunded: { refund: 'refunded', refundPart: 'part_refunded', returnLate: 'returned_late' },
    disputed: { winDispute: 'won', loseDispute: 'lost' },
    cancelled: {},
    captured: {},
    released: {},
    returned: {},
    returned_late: {},
    failed: {},
    won: {},
    lost: {},
    refunded: {},
  },
  ends: ['cancelled', 'captured', 'released', 'returned', 'returned_late', 'failed', 'won', 'lost', 'refunded'],
});

/** The attempt's state after the move, null when the move is not allowed there. */
export const attemptAfter = attemptLifecycle.after;

export type AttemptState =
  | 'scheduled'
  | 'authorized'
  | 'captured'
  | 'released'
  | 'cancelled'
  | 'submitted'
  | 'pending'
  | 'settled'
  | 'returned'
  | 'returned_late'
  | 'failed'
  | 'disputed'
  | 'won'
  | 'lost'
  | 'refunded'
  | 'part_refunded';

export type AttemptMove =
  | 'cancel'
  | 'authorize'
  | 'capture'
  | 'release'
  | 'originate'
  | 'acknowledge'
  | 'settle'
  | 'return'
  | 'returnLate'
  | 'decline'
  | 'dispute'
  | 'winDispute'
  | 'loseDispute'
  | 'refund'
  | 'refundPart';
