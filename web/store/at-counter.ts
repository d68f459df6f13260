import type { State } from './order-state.ts';

/** What the shop's server says of a hand-over: all that its staff learn. */
export type HandOverSaid = {
  handOver: {
    id: string;
    transactionId: string;
    associateId: string;
    status: 'waiting' | 'opened' | 'underway' | 'signed' | 'ended' | 'cancelled';
    total: number;
    redirectUri: string | null;
    qrCode: string | null;
  };
};

type Status = HandOverSaid['handOver']['status'];

/** What each status means at the counter, and what to do now. */
export const atCounter: Record<Status, State & { next: string }> = {
  waiting: {
    word: 'Waiting',
    look: 'now',
    next: 'The customer points their phone’s camera at the code. It works for an hour, on the first phone that opens it.',
  },
  opened: { word: 'Open on their phone', look: 'way', next: 'Give the customer room. You can serve somebody else.' },
  underway: {
    word: 'Under way',
    look: 'way',
    next: 'The customer goes on in private. Whatever they want you to know, they will tell you.',
  },
  signed: { word: 'Signed', look: 'done', next: 'The order is placed. Hand the items over, or have them sent.' },
  ended: { word: 'Ended', look: 'over', next: 'The time is over. Nothing was charged.' },
  cancelled: { word: 'Taken back', look: 'over', next: 'The link works no more. Nothing was charged.' },
};

/** Whether anything can still change. */
export const isOpen = (status: Status): boolean => ['waiting', 'opened', 'underway'].includes(status);
