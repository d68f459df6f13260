import type { Operation } from '#contract/v3/operations/operation.ts';

const declined = { noticeId: '{letterId}' };
const nobody = { noticeId: 'never-seen' };

/** Notices on paper, for whoever has not agreed to electronic records. */
export const operatorLetterOperations = {
  listLetters: {
    summary: 'List letters',
    says: `The notices of adverse decisions that have to go out on paper, because their customer has not agreed to electronic records: those that wait, the most urgent first, or with \`posted=true\` those that went out. A notice is delivered within three business days.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [
      { name: 'Those that wait', given: 'a declined customer' },
      { name: 'Those that went out', given: 'nothing', query: { posted: true, limit: 5 } },
    ],
  },
  printLetter: {
    summary: 'Print a letter',
    says: `A letter as a PDF in base64: the customer’s address where the window of an envelope is, and the notice word for word as it was sent by e-mail.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['NotFound'],
    examples: [
      { name: 'Of one who was declined', given: 'a declined customer', params: declined },
      { name: 'No such letter', given: 'nothing', params: nobody, refused: 'NotFound' },
    ],
  },
  postLetter: {
    summary: 'Post a letter',
    says: `Records that a letter went to the post, on which day (today unless \`postedOn\` names an earlier one) and by whom. Said again it answers the same; another day or another person for the same letter is a \`ValidationError\`, because what was recorded stands.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['NotFound'],
    examples: [
      { name: 'Today', given: 'a declined customer', params: declined, body: { by: 'Jane Doe' } },
      {
        name: 'On a day to come',
        given: 'a declined customer',
        params: declined,
        body: { by: 'Jane Doe', postedOn: '2030-01-02' },
        refused: 'ValidationError',
      },
      { name: 'No such letter', given: 'nothing', params: nobody, body: { by: 'Jane Doe' }, refused: 'NotFound' },
    ],
  },
} as const satisfies Record<string, Operation>;
