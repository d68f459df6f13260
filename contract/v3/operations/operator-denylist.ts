import type { Operation } from '#contract/v3/operations/operation.ts';

const stolen = { code: 'identity_theft', by: 'Jane Doe', reason: 'Police report 26-11873: the account was stolen' };
const over = { by: 'Jane Doe', reason: 'The bank says that the account is its owner’s again' };

/** Who is not to be approved without a person looking. */
export const operatorDenylistOperations = {
  listDenylist: {
    summary: 'List the denylist',
    says: `Entries in pages, newest first; \`kind\`, \`code\`, \`userId\`, \`applicationId\` (those that met this application) and \`open\` narrow the list: open is what is neither lifted nor over. What was listed can't be read any more: it lies there as a keyed hash.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [{ name: 'Those in force', given: 'nothing', query: { open: true } }],
  },
  addToDenylist: {
    summary: 'Add to the denylist',
    says: `Lists one thing of a person (\`ssn\`, \`bankAccount\`, \`deviceId\`, \`mobilePhone\`, \`email\`, \`emailDomain\` with everything below it, \`address\`), or with \`userId\` everything that is known of a customer, but for the domain of their address. Exactly one of them, with a reason code, from \`from\` (today) through \`until\` (for good). Only a keyed hash is kept.

An application in which anything matches waits for a person of yours (\`review\`), whatever else it says and whoever decides; the machine neither approves nor declines it, and no lender before us is asked. \`reviewBecause\` of its decision says which kind matched and why it is listed, as \`denylist_bank:identity_theft\`. The applicant hears nothing of it, and an approval that stands is not touched. The same value for the same reason until the same day is listed once; after a change of keys listing it again gives it the newest one. What the sandbox publishes can't be listed.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['UserNotFound'],
    examples: [
      {
        name: 'A stolen account',
        given: 'nothing',
        body: { bankAccount: { routing: '021000021', account: '993300718' }, ...stolen },
      },
      {
        name: 'A person’s number, for a year',
        given: 'nothing',
        body: { ssn: '512-44-0187', ...stolen, code: 'own_request', reason: 'Their own letter', until: '2099-12-31' },
      },
      { name: 'All of a customer', given: 'a customer', body: { userId: '{userId}', ...stolen, code: 'abuse' } },
      { name: 'Nobody', given: 'nothing', body: { userId: 'never-seen', ...stolen }, refused: 'UserNotFound' },
      {
        name: 'Two at once',
        given: 'nothing',
        body: { email: '{newEmail}', emailDomain: 'example.net', ...stolen },
        refused: 'ValidationError',
      },
    ],
  },
  liftFromDenylist: {
    summary: 'Lift from the denylist',
    says: `From now on nobody is looked at for this entry; others of the same person count on, and an application that waits is still a person's to decide. The entry and who lifted it stay for good. Lifted twice is lifted once, by whoever was first.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['NotFound'],
    examples: [
      { name: 'Settled', given: 'a customer', params: { entryId: '{entryId}' }, body: over },
      { name: 'No such entry', given: 'nothing', params: { entryId: 'never-seen' }, body: over, refused: 'NotFound' },
    ],
  },
} as const satisfies Record<string, Operation>;
