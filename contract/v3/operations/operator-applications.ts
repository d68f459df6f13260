import type { Operation } from '#contract/v3/operations/operation.ts';

const review = { applicationId: '{reviewId}' };
const nobody = { applicationId: 'never-seen' };
const approved = { applicationId: '{approvedId}' };
const declined = { applicationId: '{declinedId}' };
const documents = { applicationId: '{documentsId}' };
const signed = { by: 'Jane Doe', reason: 'Called the applicant back on the number on file' };
const notVerified = { ...signed, because: ['K06_IDENTITY_NOT_VERIFIED'] };

const act = { tag: 'Operator', origin: 'extension', refusals: ['NotFound', 'ApplicationNotWaiting'] } as const;
const unknown = {
  name: 'No such application',
  given: 'nothing',
  params: nobody,
  body: signed,
  refused: 'NotFound',
} as const;

/** What people do with applications: nothing that waits has no way out. */
export const operatorApplicationOperations = {
  listApplications: {
    summary: 'List applications',
    says: `Every application of the platform in pages, newest first; \`state\` and \`merchantId\` narrow it. \`waitsFor=operator\` is the queue of those that somebody here has to look at, oldest first: reviews, and documents that have come. \`decideBy\` is the day by which the law wants an answer.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [
      { name: 'The queue', given: 'an application in review', query: { waitsFor: 'operator' } },
      { name: 'Declined ones', given: 'nothing', query: { state: 'declined', limit: 5 } },
      { name: 'No such state', given: 'nothing', query: { state: 'lost' }, refused: 'ValidationError' },
    ],
  },
  getApplication: {
    summary: 'Get an application',
    says: `One application with everything that its decision saw and how it was made: \`input\` is the snapshot as it was stored, \`decision\` has the points of every characteristic, the bounds of the limit, the knock-outs, and the version and settings of the rules. Numbers that could hurt a person are masked. \`can\` names what may be done now; \`actions\` what was done by hand, by whom and why, with before and after.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['NotFound'],
    examples: [
      { name: 'One in review', given: 'an application in review', params: review },
      { name: 'No such application', given: 'nothing', params: nobody, refused: 'NotFound' },
    ],
  },
  approveApplication: {
    ...act,
    summary: 'Approve an application',
    says: `Approves what is in review, or what waits for a decision that does not come. Whoever approves vouches for who the applicant is. The limit is the scorecard’s, or \`spendingLimit\`, from 100.00 to 2,500.00; where the scorecard would decline, it has to be given. Nobody can approve where leases are not offered or the applicant is too young, nor past a possible match of a screening list. The same approval twice is one.`,
    refusals: [...act.refusals, 'NotOffered', 'ScreeningOpen'],
    examples: [
      { name: 'As the scorecard says', given: 'an application in review', params: review, body: signed },
      {
        name: 'With a limit of one’s own',
        given: 'an application in review',
        params: review,
        body: { ...signed, spendingLimit: 750 },
      },
      {
        name: 'Without a name',
        given: 'an application in review',
        params: review,
        body: { reason: 'Fine' },
        refused: 'ValidationError',
      },
      {
        name: 'A match comes first',
        given: 'a possible match',
        params: review,
        body: signed,
        refused: 'ScreeningOpen',
      },
      {
        name: 'Approved already',
        given: 'an approved customer',
        params: approved,
        body: signed,
        refused: 'ApplicationNotWaiting',
      },
      { ...unknown },
    ],
  },
  declineApplication: {
    ...act,
    summary: 'Decline an application',
    says: `Declines what is in review, waits for documents, or waits for a decision that does not come, and sends the applicant the notice that the law asks for. \`because\` are the one to four reasons that it tells; \`reason\` is for our own record. After a match of a screening list the only reason is \`K06_IDENTITY_NOT_VERIFIED\`.`,
    examples: [
      {
        name: 'Not who they say',
        given: 'an application in review',
        params: review,
        body: notVerified,
      },
      {
        name: 'A reason that may not be told',
        given: 'an application in review',
        params: review,
        body: { ...signed, because: ['Z99'] },
        refused: 'ValidationError',
      },
      {
        name: 'Approved already',
        given: 'an approved customer',
        params: approved,
        body: notVerified,
        refused: 'ApplicationNotWaiting',
      },
      { ...unknown, body: notVerified },
    ],
  },
  requestDocuments: {
    ...act,
    summary: 'Request documents',
    says: `Asks the applicant, by e-mail, for documents that say who they are; the e-mail has a link to the page where they hand them in. Open in review, before questions, after questions that failed, and once more where what came does not do, so long as the day by which the law wants an answer (\`decideBy\`) is not past.`,
    examples: [
      { name: 'Of one in review', given: 'an application in review', params: review, body: signed },
      {
        name: 'Decided already',
        given: 'a declined customer',
        params: declined,
        body: signed,
        refused: 'ApplicationNotWaiting',
      },
      { ...unknown },
    ],
  },
  receiveDocuments: {
    ...act,
    summary: 'Note documents received',
    says: `Says that documents have come by another way than the applicant’s own screen, such as the mail: from now on it is the operator’s turn. What is handed in on the screen is noted by itself.`,
    examples: [
      {
        name: 'They came by mail',
        given: 'an application that waits for documents',
        params: documents,
        body: signed,
      },
      {
        name: 'None were asked for',
        given: 'an application in review',
        params: review,
        body: signed,
        refused: 'ApplicationNotWaiting',
      },
      { ...unknown },
    ],
  },
  acceptDocuments: {
    ...act,
    summary: 'Accept documents',
    says: `The documents say who the applicant is: the application goes on to its decision, which is in the answer where it came at once.`,
    examples: [
      {
        name: 'A license that fits',
        given: 'an application that waits for documents',
        params: documents,
        body: signed,
      },
      {
        name: 'None were asked for',
        given: 'an application in review',
        params: review,
        body: signed,
        refused: 'ApplicationNotWaiting',
      },
      { ...unknown },
    ],
  },
  rejectDocuments: {
    ...act,
    summary: 'Reject documents',
    says: `The documents do not say who the applicant is: declined with \`K06_IDENTITY_NOT_VERIFIED\` and its notice.`,
    examples: [
      {
        name: 'Another name',
        given: 'an application that waits for documents',
        params: documents,
        body: signed,
      },
      {
        name: 'None were asked for',
        given: 'an application in review',
        params: review,
        body: signed,
        refused: 'ApplicationNotWaiting',
      },
      { ...unknown },
    ],
  },
  withdrawApplication: {
    ...act,
    summary: 'Withdraw an application',
    says: `Takes an application back at the applicant’s wish. A limit that it granted is gone; leases that are signed go on.`,
    examples: [
      { name: 'The applicant called', given: 'an application in review', params: review, body: signed },
      {
        name: 'Declined already',
        given: 'a declined customer',
        params: declined,
        body: signed,
        refused: 'ApplicationNotWaiting',
      },
      { ...unknown },
    ],
  },
  revokeApplication: {
    ...act,
    summary: 'Revoke an approval',
    says: `Ends an approval for a cause, such as fraud or a bankruptcy, and sends the customer the notice that the law asks for, with the reasons of \`because\`. Leases that are signed go on.`,
    examples: [
      {
        name: 'Fraud',
        given: 'an approved customer',
        params: approved,
        body: notVerified,
      },
      {
        name: 'Nothing is approved',
        given: 'an application in review',
        params: review,
        body: notVerified,
        refused: 'ApplicationNotWaiting',
      },
      { ...unknown, body: notVerified },
    ],
  },
  replayDecisions: {
    summary: 'Replay decisions',
    says: `Makes every stored decision again from its own snapshot and says who would be decided otherwise, by reason. Without \`version\` each is made again under its own rules and must come out the same. With one, such as \`scorecard-1-A08-A09\` (the characteristics behind these reasons switched off), it shows beforehand what a change of the rules would do. Nothing is written. \`digest\` is the same for the same decisions under the same rules. What a provider, a person or a magic value decided is counted and left out.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [
      { name: 'Each under its own rules', given: 'an approved customer' },
      {
        name: 'Without time at residence and pay frequency',
        given: 'nothing',
        query: { version: 'scorecard-1-A08-A09' },
      },
      { name: 'No such rules', given: 'nothing', query: { version: 'scorecard-0' }, refused: 'ValidationError' },
    ],
  },
} as const satisfies Record<string, Operation>;
