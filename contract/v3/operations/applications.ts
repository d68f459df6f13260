import type { Operation } from '#contract/v3/operations/operation.ts';

const person = {
  street1: '12 Oak Street',
  city: 'Austin',
  regionAbbr: 'TX',
  postalCode: '78701',
  country: 'US',
  mobilePhone: '5125550142',
  dateOfBirth: '1990-10-10',
};

const bankAccount = { routing: '110000000', account: '12340001', type: 'checking' };

export const applicationOperations = {
  apply: {
    summary: 'Apply for a spending limit',
    says: `Sends a customer's application and answers with the customer, decision included. **Denied is an answer, not an error**: the status is 200 and \`decision.status\` is \`denied\`.

While an approval is valid the call answers it again and asks nobody. \`payFrquency\` and \`nextPay\`, as older documents spell them, are understood.

In the sandbox the social security number decides: \`666-01-xxxx\` is approved for the last four digits in dollars. \`GET /sandbox/magic\` lists all such values.`,
    tag: 'Applications',
    origin: 'documented',
    refusals: ['UserNotFound', 'ApplicationInProgress'],
    examples: [
      {
        name: 'Approved for 1,500 dollars',
        given: 'a customer',
        body: {
          ...person,
          ssn: '666011500',
          employmentInformation: { monthlyIncome: 4000, payFrequency: 'biweekly', nextPayDate: '{inTwoWeeks}' },
          bankAccount,
        },
      },
      {
        name: 'Denied',
        given: 'a customer',
        body: {
          ...person,
          ssn: '666020000',
          employmentInformation: { monthlyIncome: '4000.00', payFrquency: 'biweekly', nextPay: '{inTwoWeeks}' },
          bankAccount,
        },
      },
      {
        name: 'A field is missing',
        given: 'a customer',
        body: { ...person, employmentInformation: { monthlyIncome: 4000, payFrequency: 'biweekly' }, bankAccount },
        refused: 'ValidationError',
      },
    ],
  },
  validateRoutingNumber: {
    summary: 'Check a routing number',
    says: `Tells whether payments can come from a bank before you send an account of it: in the path, as \`?routingNumber=\`, or in a body as \`routingNumber\` or \`routing\`. A number that is none is an answer: the status is 200, \`valid\` is false and \`reason\` names the first check that failed (\`format\`, \`prefix\`, \`checksum\`, or \`blocked\` for banks that we do not debit). \`bankName\` is null where we do not know the bank; a name is a hint and no proof that an account exists.`,
    tag: 'Applications',
    origin: 'unverified',
    refusals: [],
    examples: [
      { name: 'A known bank', given: 'nothing', query: { routingNumber: '021000021' } },
      { name: 'A number that is none', given: 'nothing', query: { routingNumber: '021000022' } },
    ],
  },
} as const satisfies Record<string, Operation>;
