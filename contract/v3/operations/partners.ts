import type { Operation } from '#contract/v3/operations/operation.ts';

const applicant = {
  firstName: 'Grace',
  lastName: 'Hopper',
  email: '{newEmail}',
  mobilePhone: '5125550143',
  street1: '12 Oak Street',
  city: 'Austin',
  regionAbbr: 'TX',
  postalCode: '78701',
  country: 'US',
  dateOfBirth: '1990-10-10',
  employmentInformation: { payFrequency: 'biweekly', monthlyIncome: 4000 },
  ipAddress: '203.0.113.7',
};

export const partnerOperations = {
  searchUsers: {
    summary: 'Find a customer by their numbers',
    says: `Finds the customers whose mobile number **and** social security number you hold. Each comes with a customer token that acts for them through your key, and \`cardVerified\`, which says whether a card is on file. Nobody found is an empty list. For keys with the scope \`partner\`; calls are limited per key and per address.`,
    tag: 'Partners',
    origin: 'documented',
    refusals: [],
    examples: [
      {
        name: 'By both numbers',
        given: 'an approved customer',
        body: { mobilePhone: '5125550142', ssn: '666011500' },
      },
      {
        name: 'One number is not enough',
        given: 'nothing',
        body: { mobilePhone: '5125550142' },
        refused: 'ValidationError',
      },
    ],
  },
  startPrequal: {
    summary: 'Start a prequalification',
    says: `Makes the customer, or finds them, and decides **before their bank account is known**. A yes shows the limit and grants nothing: the second call does, with the account. A no is a decision like any other, and the customer is told its reasons. The decision's members are called \`limit\`, \`availableLimit\` and \`availableWeeklyLimit\` here.

Started again for the same person it is the same prequalification. An e-mail address that is taken is the same person only where mobile number and social security number are those on file; otherwise it is \`UserAlreadyExists\`, so that nobody rewrites somebody else's address.

It counts as an application when it is begun: \`TooManyRequests\` says when the next one may be. Where this platform asks other lenders first, a soft look of theirs needs the customer's consent as well: \`lenderConsents\` names those that the customer agreed to, one by one. The first that approves takes the customer, who goes on at \`approvedElsewhere.continueAt\`; \`decision\` is null and there is nothing to complete. Each is asked once for a prequalification. For keys with the scope \`partner\`.`,
    tag: 'Partners',
    origin: 'documented',
    readsCustomerAddress: true,
    refusals: ['UserAlreadyExists', 'ApplicationInProgress', 'TooManyRequests'],
    examples: [
      { name: 'Approved for 1,500 dollars', given: 'nothing', body: { ...applicant, ssn: '666011500' } },
      { name: 'Denied', given: 'nothing', body: { ...applicant, ssn: '666020000' } },
      {
        name: 'The address is somebody else’s',
        given: 'a customer',
        body: { ...applicant, email: '{email}', ssn: '666011500' },
        refused: 'UserAlreadyExists',
      },
      {
        name: 'Their application is not decided',
        given: 'a questioned customer',
        body: { ...applicant, email: '{email}', mobilePhone: '5125550142', ssn: '666101500' },
        refused: 'ApplicationInProgress',
      },
      {
        name: 'A number is missing',
        given: 'nothing',
        body: applicant,
        refused: 'ValidationError',
      },
    ],
  },
  completePrequal: {
    summary: 'Complete a prequalification',
    says: `Sends the bank account that was missing and takes the application to its decision; the customer is the answer, as after \`apply\`. Check the routing number first. Completed twice it is decided once. For keys with the scope \`partner\`.`,
    tag: 'Partners',
    origin: 'unverified',
    readsCustomerAddress: true,
    refusals: ['NotFound', 'UserNotFound', 'ApplicationInProgress'],
    examples: [
      {
        name: 'With a checking account',
        given: 'a prequalified customer',
        body: {
          prequalId: '{prequalId}',
          bankAccount: { routing: '110000000', account: '12340001', type: 'checking' },
        },
      },
      {
        name: 'Nothing was started',
        given: 'nothing',
        body: {
          prequalId: '65f1c0a84be2d93117aa0000',
          bankAccount: { routing: '110000000', account: '12340001', type: 'checking' },
        },
        refused: 'NotFound',
      },
    ],
  },
} as const satisfies Record<string, Operation>;
