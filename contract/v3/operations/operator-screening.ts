import type { Operation } from '#contract/v3/operations/operation.ts';

const found = { caseId: '{caseId}' };
const nobody = { caseId: 'never-seen' };
const signed = { by: 'Jane Doe', reason: 'Another middle name and another year of birth' };

const act = { tag: 'Operator', origin: 'extension', refusals: ['NotFound', 'CaseResolved'] } as const;

/** Possible matches of the lists of those with whom nobody may deal: a person says whether it is them. */
export const operatorScreeningOperations = {
  listScreening: {
    summary: 'List screening cases',
    says: `Possible matches of the screening lists, oldest first: found when somebody applies, before a store is paid for their goods, and in the night for everybody with an open lease. \`state=open\` is the queue. \`lists\` says which lists are asked; where newer ones can not be used, \`problem\` says why, and a person has to see to it. While a case is open or confirmed its customer leases nothing new, no store is paid for their goods and nothing is refunded.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [
      { name: 'The queue', given: 'a possible match', query: { state: 'open' } },
      { name: 'No such state', given: 'nothing', query: { state: 'lost' }, refused: 'ValidationError' },
    ],
  },
  getScreening: {
    summary: 'Get a screening case',
    says: `One case: the person, which lists were asked (their hash and day), every entry that may be them with how similar the names are, how the births compare, its other names and all that the list says of it, the address of the person, what waits for it, and who resolved it and why. It is kept until \`keepUntil\`, ten years.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['NotFound'],
    examples: [
      { name: 'An open one', given: 'a possible match', params: found },
      { name: 'No such case', given: 'nothing', params: nobody, refused: 'NotFound' },
    ],
  },
  clearScreening: {
    ...act,
    summary: 'Clear a screening case',
    says: `Says that the customer is nobody of the list. An application that waited for it goes on to its decision, what was held is let go, and the same entry is not asked about again while the person is the same. \`by\` and \`reason\` are kept for good.`,
    examples: [
      { name: 'Somebody else', given: 'a possible match', params: found, body: signed },
      { name: 'Confirmed', given: 'a confirmed match', params: found, body: signed, refused: 'CaseResolved' },
      { name: 'No such case', given: 'nothing', params: nobody, body: signed, refused: 'NotFound' },
      {
        name: 'Without a reason',
        given: 'a possible match',
        params: found,
        body: { by: 'Jane' },
        refused: 'ValidationError',
      },
    ],
  },
  confirmScreening: {
    ...act,
    summary: 'Confirm a screening case',
    says: `Says that the customer is who the list names: blocked. What they applied for is declined or revoked with \`K06_IDENTITY_NOT_VERIFIED\`, no debit leaves any more, no store is paid for their goods and nothing is refunded. \`reportDueOn\` is the day by which it has to be reported, ten business days later. Leases that run are put on hold: nothing of them is billed, asked for or told, and their stores get \`lease.held\` without a reason.`,
    examples: [
      { name: 'It is them', given: 'a possible match', params: found, body: signed },
      { name: 'By somebody before', given: 'a confirmed match', params: found, body: signed, refused: 'CaseResolved' },
      { name: 'No such case', given: 'nothing', params: nobody, body: signed, refused: 'NotFound' },
    ],
  },
  correctScreening: {
    ...act,
    summary: 'Correct a confirmed screening case',
    says: `Says that a match which was confirmed is somebody else after all: the case is cleared, and both findings are kept for good. Leases go on: a payment whose day passed meanwhile is due on the first of the agreed days after today. Stores are paid and refunds leave again, unless another case holds them. An application that was declined or revoked stays so; the customer may apply again. What has been reported is set right outside of this API.`,
    examples: [
      { name: 'Somebody else after all', given: 'a confirmed match', params: found, body: signed },
      { name: 'Never confirmed', given: 'a possible match', params: found, body: signed, refused: 'CaseResolved' },
      { name: 'No such case', given: 'nothing', params: nobody, body: signed, refused: 'NotFound' },
    ],
  },
} as const satisfies Record<string, Operation>;
