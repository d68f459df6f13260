import type { Operation } from '#contract/v3/operations/operation.ts';

const sofa = {
  sku: 'SOFA-3',
  description: 'Tilda three-seat sofa',
  brand: 'Tilda',
  cost: 389.5,
  quantity: 1,
  condition: 'new',
};

export const leaseOperations = {
  createLease: {
    summary: 'Create a lease',
    says: `Offers the customer a lease for an order: prices it, writes the agreement and answers with both. Nothing is leased before it is signed.

The order is Σ cost × quantity + shipping − \`totalDiscount\`, in dollars and without sales tax. It has to reach the store's minimum and must not exceed what the customer may still lease; both bounds are inclusive. Shipping stands on top or at the items. The \`transactionId\` is yours and can be used once; send an \`Idempotency-Key\` to be able to repeat a call whose answer was lost.

\`contract\` is the agreement as base64 of HTML, with \`?asPdf=true\` as base64 of a PDF of the same words.

With \`?sendLink=true\` we send the customer an e-mail and a text with the price and a link to our page, where they log in, read, sign and pay this one lease. The link is open for 72 hours and may be forwarded: it shows the goods, and nothing of a person before the login.

With \`?withToken=true\` the answer has an \`agreementToken\` for this one lease, told once and good for an hour. It opens the agreement itself, \`GET /agreements/document\` with the header \`Agreement-Token\` (as PDF where \`Accept\` is \`application/pdf\`), and our page at \`/pay#agreementToken=…\`, where the customer gives their password or a one-time code and signs. It signs nothing by itself. Put it behind the \`#\`, so that no server and no log on the way sees it.`,
    tag: 'Leases',
    origin: 'documented',
    refusals: [
      'InvalidTransactionId',
      'DecisionRequired',
      'SpendingHold',
      'VerificationRequired',
      'LeaseAmountNotSatisfied',
      'ExceedSpendingLimitError',
      'UserNotFound',
    ],
    examples: [
      {
        name: 'A sofa with shipping',
        given: 'an approved customer',
        body: { transactionId: '{newTransactionId}', items: [sofa], shipping: { cost: '25.00', method: 'ground' } },
      },
      {
        name: 'As PDF, with a link for the customer and a token for the store',
        given: 'an approved customer',
        query: { asPdf: true, sendLink: true, withToken: true },
        body: { transactionId: '{newTransactionId}', orderId: '4711', items: [sofa], totalDiscount: 20 },
      },
      {
        name: 'Below the minimum',
        given: 'an approved customer',
        body: { transactionId: '{newTransactionId}', items: [{ ...sofa, cost: 49.94 }] },
        refused: 'LeaseAmountNotSatisfied',
      },
      {
        name: 'Above the limit',
        given: 'an approved customer',
        body: { transactionId: '{newTransactionId}', items: [{ ...sofa, cost: 1500.01 }] },
        refused: 'ExceedSpendingLimitError',
      },
      {
        name: 'The id was used',
        given: 'an offered lease',
        body: { transactionId: '{transactionId}', items: [sofa] },
        refused: 'InvalidTransactionId',
      },
      {
        name: 'No approval yet',
        given: 'a customer',
        body: { transactionId: '{newTransactionId}', items: [sofa] },
        refused: 'DecisionRequired',
      },
    ],
  },
  getLease: {
    summary: 'Get a lease',
    says: `A lease of the customer that the token speaks for: its agreement, its price and whether it is signed. With \`?asPdf=true\` the agreement is a PDF of the same words.`,
    tag: 'Leases',
    origin: 'documented',
    refusals: ['LeaseNotFound'],
    examples: [
      { name: 'An offer', given: 'an offered lease', params: { leaseId: '{leaseId}' } },
      { name: 'Not theirs', given: 'a customer', params: { leaseId: 'nobodys-lease' }, refused: 'LeaseNotFound' },
    ],
  },
  signLease: {
    summary: 'Sign a lease',
    says: `Signs for the customer that the token speaks for and takes the first payment. Only an accepted payment makes a lease signed: a refused one answers 402 and leaves it open, one whose outcome is not known yet answers 503 with \`Retry-After\`, and the same call later asks again without charging twice.

\`signed: false\` never signs and changes nothing. Signing a signed lease is a success.`,
    tag: 'Leases',
    origin: 'documented',
    refusals: [
      'LeaseNotFound',
      'LeaseExpired',
      'DecisionRequired',
      'SpendingHold',
      'VerificationRequired',
      'ExceedSpendingLimitError',
      'PaymentRequired',
      'UserNotFound',
    ],
    examples: [
      {
        name: 'Signed',
        given: 'an offered lease',
        params: { leaseId: '{leaseId}' },
        body: { ipAddress: '203.0.113.7', signed: true },
      },
      {
        name: 'Signed twice',
        given: 'a signed lease',
        params: { leaseId: '{leaseId}' },
        body: { ipAddress: '203.0.113.7', signed: 'true' },
      },
      {
        name: 'Not theirs',
        given: 'a customer',
        params: { leaseId: 'nobodys-lease' },
        body: { ipAddress: '203.0.113.7', signed: true },
        refused: 'LeaseNotFound',
      },
    ],
  },
} as const satisfies Record<string, Operation>;
