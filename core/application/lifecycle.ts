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
    // Who reviews may ask for documents first: the proof that `step_up` waits for anyway.
    review: { clear: 'kba_pending', stepUp: 'step_up', decline: 'declined', withdraw: 'withdrawn' },
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

/** The state after several moves in a row. Throws where the table does not know one: whoever asks has not looked. */
export function applicationAfterAll(state: ApplicationState, ...walked: readonly ApplicationMove[]): ApplicationState {
  return walked.reduce((at, move) => {
    const next = applicationAfter(at, move);
    if (next === null) throw new Error(`An application that is ${at} can't ${move}.`);
    return next;
  }, state);
}

/** Where there are questions to answer, or to ask once more. */
export const awaitingAnswers: readonly ApplicationState[] = ['kba_pending', 'kba_failed', 'kba_expired'];

/** Where a customer has to prove who they are before anything is decided, by answers or by documents. */
export const awaitingProof: readonly ApplicationState[] = [...awaitingAnswers, 'step_up'];

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
