import type { Operation } from '#contract/v3/operations/operation.ts';

const dispute = { by: 'Jane Doe', reason: 'Disputes the decision; letter of November 24' };
const over = { by: 'Jane Doe', reason: 'The dispute is settled' };

/** What keeps somebody's numbers from being erased. */
export const operatorHoldOperations = {
  listHolds: {
    summary: 'List holds',
    says: `Holds in pages, newest first; \`userId\` and \`open\` narrow the list. While a customer is on hold nothing of theirs is erased.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [{ name: 'Those in force', given: 'a customer', query: { open: true } }],
  },
  setHold: {
    summary: 'Set a hold',
    says: `Keeps everything of a customer from being erased, as in a dispute or by a legal order. Without one the number and the accounts of an applicant of whom nothing came are erased sixty days after their application ended; their keyed hashes stay.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['UserNotFound'],
    examples: [
      { name: 'A dispute', given: 'a customer', body: { userId: '{userId}', ...dispute } },
      { name: 'Nobody', given: 'nothing', body: { userId: 'never-seen', ...dispute }, refused: 'UserNotFound' },
      {
        name: 'Without a name',
        given: 'a customer',
        body: { userId: '{userId}', reason: 'Keep' },
        refused: 'ValidationError',
      },
    ],
  },
  liftHold: {
    summary: 'Lift a hold',
    says: `Ends one hold; others of the customer go on. Lifted twice is lifted once, by whoever was first.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['NotFound'],
    examples: [
      { name: 'Settled', given: 'a customer', params: { holdId: '{holdId}' }, body: over },
      { name: 'No such hold', given: 'nothing', params: { holdId: 'never-seen' }, body: over, refused: 'NotFound' },
    ],
  },
} as const satisfies Record<string, Operation>;
