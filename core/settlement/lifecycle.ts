import { moves } from '../lifecycle.ts';

/**
 * The life of what a merchant is owed for delivered goods (domain 6.3). A batch never changes once it is made: a payout
 * that fails gives its lines back, and they go into a new batch.
 */
export const settlementLifecycle = moves<SettlementState, SettlementMove>({
  start: 'accrued',
  moves: {
    accrued: { hold: 'held', reverse: 'reversed' },
    held: { release: 'eligible', reverse: 'reversed' },
    eligible: { batch: 'batched', reverse: 'reversed' },
    batched: { pay: 'paid', failPayout: 'eligible' },
    paid: { clawBack: 'clawback_pending' },
    clawback_pending: { net: 'netted', invoice: 'invoiced' },
    netted: {},
    invoiced: {},
    reversed: {},
  },
  ends: ['netted', 'invoiced', 'reversed'],
});

/** The settlement line's state after the move, null when the move is not allowed there. */
export const settlementAfter = settlementLifecycle.after;

export type SettlementState =
  | 'accrued'
  | 'held'
  | 'eligible'
  | 'batched'
  | 'paid'
  | 'clawback_pending'
  | 'netted'
  | 'invoiced'
  | 'reversed';

export type SettlementMove =
  | 'hold'
  | 'release'
  | 'batch'
  | 'pay'
  | 'failPayout'
  | 'clawBack'
  | 'net'
  | 'invoice'
  | 'reverse';
