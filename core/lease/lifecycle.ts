import { moves } from '../lifecycle.ts';

/**
 * The life of a lease (domain 6.3). In `completed`, `bought_out` and `vested` the goods belong to the consumer;
 * `on_hold` stops debits, fees and contact.
 */
export const leaseLifecycle = moves<LeaseState, LeaseMove>({
  start: 'offered',
  moves: {
    offered: { void: 'void', sign: 'signed' },
    signed: { finalize: 'finalized', cancel: 'cancelled' },
    finalized: { activate: 'active', cancel: 'cancelled' },
    active: {
      fallBehind: 'past_due',
      complete: 'completed',
      buyOut: 'bought_out',
      vest: 'vested',
      return: 'returned',
      hold: 'on_hold',
    },
    past_due: {
      cure: 'active',
      complete: 'completed',
      buyOut: 'bought_out',
      return: 'returned',
      chargeOff: 'charged_off',
      hold: 'on_hold',
    },
    on_hold: { release: 'active', chargeOff: 'charged_off' },
    returned: { reinstate: 'active' },
    charged_off: { reinstate: 'active', recover: 'settled' },
    void: {},
    cancelled: {},
    completed: {},
    bought_out: {},
    vested: {},
    settled: {},
  },
  ends: ['void', 'cancelled', 'completed', 'bought_out', 'vested', 'returned', 'charged_off', 'settled'],
  reopens: { returned: ['reinstate'], charged_off: ['reinstate', 'recover'] },
});

/** May this move happen to a lease in this state? */
export const leaseCan = leaseLifecycle.can;

/** The lease's state after the move, null when the move is not allowed there. */
export const leaseAfter = leaseLifecycle.after;

/** Nothing of a lease on hold is debited, billed, charged as a fee or told to its customer (domain 6.3). */
export const isOnHold = (state: LeaseState): boolean => leaseCan('release', state);

export type LeaseState =
  | 'offered'
  | 'void'
  | 'signed'
  | 'finalized'
  | 'cancelled'
  | 'active'
  | 'past_due'
  | 'completed'
  | 'bought_out'
  | 'vested'
  | 'returned'
  | 'charged_off'
  | 'settled'
  | 'on_hold';

export type LeaseMove =
  | 'void'
  | 'sign'
  | 'finalize'
  | 'cancel'
  | 'activate'
  | 'fallBehind'
  | 'cure'
  | 'complete'
  | 'buyOut'
  | 'vest'
  | 'return'
  | 'chargeOff'
  | 'recover'
  | 'reinstate'
  | 'hold'
  | 'release';
