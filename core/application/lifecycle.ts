import { moves } from '../lifecycle.ts';

/** The life of an application for a spending limit (domain 6.3). A new application is a new row: no end is ever left. */
export const applicationLifecycle = moves<ApplicationState, ApplicationMove>({
  start: 'draft',
  moves: {
    draft: { submit: 'submitted', abandon: 'abandoned' },
    submitted: { askQuestions: 'kba_pending', refer: 'review', stepUp: 'step_up', withdraw: 'withdrawn' },
    kba_pending: {
      passQuestions: 'kba_passed',
      failQuestions: 'kba_failed',
      expireQuestions: 'kba_expired',
      withdraw: 'withdrawn',
    },
    kba_failed: { askQuestions: 'kba_pending', stepUp: 'step_up' },
    kba_expired: { askQuestions: 'kba_pending', stepUp: 'step_up' },
    kba_passed: { startDeciding: 'deciding' },
    step_up: { acceptDocuments: 'kba_passed', decline: 'declined' },
    review: { clear: 'kba_pending', decline: 'declined', withdraw: 'withdrawn' },
    deciding: { approve: 'approved', decline: 'declined', refer: 'review' },
    approved: { expire: 'expired', revoke: 'revoked', withdraw: 'withdrawn' },
    declined: {},
    expired: {},
    revoked: {},
    abandoned: {},
    withdrawn: {},
  },
  ends: ['declined', 'expired', 'revoked', 'abandoned', 'withdrawn'],
});

/** The application's state after the move, null when the move is not allowed there. */
export const applicationAfter = applicationLifecycle.after;

export type ApplicationState =
  | 'draft'
  | 'submitted'
  | 'kba_pending'
  | 'kba_passed'
  | 'kba_failed'
  | 'kba_expired'
  | 'step_up'
  | 'review'
  | 'deciding'
  | 'approved'
  | 'declined'
  | 'expired'
  | 'revoked'
  | 'abandoned'
  | 'withdrawn';

export type ApplicationMove =
  | 'submit'
  | 'askQuestions'
  | 'passQuestions'
  | 'failQuestions'
  | 'expireQuestions'
  | 'refer'
  | 'clear'
  | 'stepUp'
  | 'acceptDocuments'
  | 'startDeciding'
  | 'approve'
  | 'decline'
  | 'expire'
  | 'revoke'
  | 'abandon'
  | 'withdraw';
