import type { Operation } from '#contract/v3/operations/operation.ts';

export const agreementOperations = {
  listAgreements: {
    summary: 'List agreements',
    says: `The customer's agreements with your store, newest first: each lease from the day you finalized it until it ends, and after its end while something is still owed on it.

\`pastDueAmount\` is in dollars: what was billed, is not paid, and was due before today where the customer lives; tax and fees included. \`trackingLink\` is the latest that was told with a shipment, absent before.

The answer is \`{"data": […]}\`. The bare list that some clients expect comes with \`?envelope=false\`, with \`Accept: application/json; envelope=none\`, or for an account with that switch.`,
    tag: 'Agreements',
    origin: 'documented',
    refusals: [],
    examples: [
      { name: 'A running lease', given: 'a delivered lease' },
      { name: 'None yet', given: 'a customer' },
      { name: 'As a bare list', given: 'a delivered lease', query: { envelope: 'false' } },
    ],
  },
  collectPayment: {
    summary: 'Collect a payment',
    says: `Takes a payment on an agreement by one of the customer's payment methods. The answer is a list of attempts: a declined charge is still 200, with \`outcome: "failure"\`, \`failureReason\` and \`failureCode\`.

The money pays all open installments, oldest first (newest first where the law says so), then fees; the rest is paid ahead and taken by the next installments as they are billed. A payment of an account counts from the moment it is accepted and is owed again should the bank send it back.

\`amount\` is in dollars and whole cents, above zero and at most what is left to pay on the whole agreement, tax included, less payments whose outcome is not known yet; otherwise 400 \`ValidationError\` at \`amount\`. Before delivery nothing can be collected.

Send an \`Idempotency-Key\`: without one, two equal calls are two payments. When the processor's answer is lost the call answers 503 with \`Retry-After\`; the same call later learns what became of it and charges nothing twice, with a key or without.`,
    tag: 'Agreements',
    origin: 'documented',
    refusals: ['AgreementNotFound', 'PaymentMethodNotFound', 'ServiceUnavailable', 'LeaseOnHold'],
    examples: [
      {
        name: 'A payment',
        given: 'a delivered lease',
        params: { agreementId: '{agreementId}' },
        body: { paymentMethodId: '{paymentMethodId}', amount: 20.5 },
      },
      {
        name: 'A part of a cent',
        given: 'a delivered lease',
        params: { agreementId: '{agreementId}' },
        body: { paymentMethodId: '{paymentMethodId}', amount: '20.505' },
        refused: 'ValidationError',
      },
      {
        name: 'On hold',
        given: 'a lease on hold',
        params: { agreementId: '{agreementId}' },
        body: { paymentMethodId: '{paymentMethodId}', amount: 20.5 },
        refused: 'LeaseOnHold',
      },
      {
        name: 'More than is left to pay',
        given: 'a delivered lease',
        params: { agreementId: '{agreementId}' },
        body: { paymentMethodId: '{paymentMethodId}', amount: 99999 },
        refused: 'ValidationError',
      },
      {
        name: 'Not on file',
        given: 'a delivered lease',
        params: { agreementId: '{agreementId}' },
        body: { paymentMethodId: '000000000000000000000000', amount: 20.5 },
        refused: 'PaymentMethodNotFound',
      },
      {
        name: 'Not theirs',
        given: 'a customer',
        params: { agreementId: '000000000000000000000000' },
        body: { paymentMethodId: '000000000000000000000000', amount: 20.5 },
        refused: 'AgreementNotFound',
      },
    ],
  },
} as const satisfies Record<string, Operation>;
