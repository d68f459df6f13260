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

While an approval is valid the call answers it again and asks nobody. Somebody who has to prove who they are first is \`pending\`: get their questions with \`verify-questions\`. \`payFrquency\` and \`nextPay\`, as older documents spell them, are understood; a last pay date alone says on which days the pay comes. \`cardInformation\`, \`fraudCheck\` and \`additionalData\` (with \`commonApplicationKey\`) are kept as they come, at most 16 KiB each, sealed and without card numbers; a card in \`cardInformation\` is no payment method, which only \`POST /v3/paymentMethods/add\` makes of it. \`gender\` is taken and not kept. Send the customer's own address in the header \`customer-ip\` or \`x-real-ip\`: it is counted, and at most ten applications an hour come from one network. A person who applied three times within thirty days is refused with 429 until the first is that old, whichever account they use.

Where this platform asks other lenders first, \`lenderConsents\` names those that the customer agreed to, one by one; the first that approves takes the customer, who goes on at \`approvedElsewhere.continueAt\`, and \`decision\` is null. \`additionalData.firstGlance: false\` says that others were asked already: then nobody is.

In the sandbox the social security number decides: \`666-01-xxxx\` is approved for the last four digits in dollars. \`GET /sandbox/magic\` lists all such values.`,
    tag: 'Applications',
    origin: 'documented',
    readsCustomerAddress: true,
    refusals: ['UserNotFound', 'ApplicationInProgress', 'TooManyRequests'],
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
      {
        name: 'The one before is not decided',
        given: 'a questioned customer',
        body: {
          ...person,
          ssn: '666101500',
          employmentInformation: { monthlyIncome: 4000, payFrequency: 'biweekly' },
          bankAccount,
        },
        refused: 'ApplicationInProgress',
      },
    ],
  },
  getVerificationQuestions: {
    summary: 'Get the verification questions',
    says: `The questions that a customer has to answer before their application is decided, or an empty list: most are never asked any. There are five, each with five choices, of which the last is "None of the above". The time runs from the first call and is **five minutes**; asked again meanwhile, the questions are the same. A person is asked at most twice a day and three times in thirty days, and never the same question again; afterwards documents are needed and the list is empty.

In the sandbox the number \`666-10-xxxx\` is asked, and the first choice is always right.`,
    tag: 'Applications',
    origin: 'documented',
    refusals: [],
    examples: [
      { name: 'Nothing has to be answered', given: 'an approved customer' },
      { name: 'Before an application', given: 'a customer' },
      { name: 'Questions to answer', given: 'a questioned customer' },
    ],
  },
  verifyAnswers: {
    summary: 'Answer the verification questions',
    says: `Sends the customer's answers, all at once and **once per set of questions**. The customer is the answer, with \`verificationStatus\` \`succeeded\` or \`failed\`; four right ones of five succeed, and the application is decided in the same call. Which were wrong is never told. The same answers again are no second try.

\`answers\` may be a list of \`{questionId, choiceId}\`, a list of \`{id, choice}\` (or \`answer\`, or \`answerId\`), or one object from question to choice. The addresses \`/verify-questions\` and \`/verify\` take the same.`,
    tag: 'Applications',
    origin: 'unverified',
    refusals: ['NotFound', 'VerificationRequired'],
    examples: [
      {
        name: 'All answers are right',
        given: 'a questioned customer',
        body: {
          id: '{questionsId}',
          answers: [
            { questionId: '{question1}', choiceId: '{choice1}' },
            { questionId: '{question2}', choiceId: '{choice2}' },
            { questionId: '{question3}', choiceId: '{choice3}' },
            { questionId: '{question4}', choiceId: '{choice4}' },
            { questionId: '{question5}', choiceId: '{choice5}' },
          ],
        },
      },
      {
        name: 'Answers to questions that nobody asked',
        given: 'a customer',
        body: { id: 'none', answers: [{ questionId: '1374041563', choiceId: '7249609723' }] },
        refused: 'NotFound',
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
