import type { State } from './order-state.ts';

/** What the shop's server says of a hand-over: all that its staff learn. */
export type HandOverSaid = {
  handOver: {
    id: string;
    transactionId: string;
    associateId: string;
    /** The shop's tablet that it is for; null: the customer's own device. */
    kioskId: string | null;
    status: 'waiting' | 'opened' | 'underway' | 'signed' | 'ended' | 'cancelled';
    total: number;
    redirectUri: string | null;
    qrCode: string | null;
  };
};

type Status = HandOverSaid['handOver']['status'];

/** What a status means at the counter, and what to do now; other words where the order is on a tablet of the shop. */
export function atCounter({ status, kioskId }: HandOverSaid['handOver']): State & { next: string } {
  return kioskId === null ? onTheirPhone[status] : { ...onTheirPhone[status], ...onTablet[status] };
}

const onTheirPhone: Record<Status, State & { next: string }> = {
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

const onTablet: Partial<Record<Status, Partial<State & { next: string }>>> = {
  waiting: { next: 'The customer finds their order on the tablet. Leave them alone with it.' },
  opened: { word: 'Open on the tablet' },
};

/** Whether anything can still change. */
export const isOpen = (status: Status): boolean => ['waiting', 'opened', 'underway'].includes(status);
