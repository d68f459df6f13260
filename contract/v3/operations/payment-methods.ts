import type { Operation } from '#contract/v3/operations/operation.ts';

const card = { cardType: 'visa', lastFour: '4242', firstSix: '424242', billingZip: '78701', expirationDate: '2030-09' };
const account = { routing: '110000000', account: '7700000001', accountType: 'checking' };

export const paymentMethodOperations = {
  addPaymentMethod: {
    summary: 'Add a payment method',
    says: `Puts a bank account (\`ach\`) or a card (\`token\`) on file for the customer that the token speaks for. Send one of the two.

A card is known by the token that a processor gave for it: a text, which counts as LoanPaymentPro's, or a list of gateways with theirs. A card number is never taken: a token or label of 13 to 19 digits is refused. The routing number of an account is checked by its digits, the account by the processor.

With \`primary: true\` payments come from it from now on; without, the first method of a customer is primary by itself. The same account or card again is a success with the id of the first time.

Two refusals have a number for a code, as JSON numbers: **11503**, the method can not be primary (an expired card), and **11505**, the processor does not take it, so it was not added. \`data.id\` is our addition to the documented \`{}\`.`,
    tag: 'Payment methods',
    origin: 'documented',
    refusals: [11503, 11505, 'UserNotFound', 'ServiceUnavailable'],
    examples: [
      {
        name: 'A card',
        given: 'a customer',
        body: { primary: true, label: 'CreditCardTest', token: { ...card, token: 'tok_ok' } },
      },
      {
        name: 'A card at two gateways',
        given: 'a customer',
        body: {
          token: {
            ...card,
            token: [
              { name: 'clover', token: 'tok_ok' },
              { name: 'loanpaymentpro', token: 'tok_ok' },
            ],
          },
        },
      },
      { name: 'A bank account', given: 'a customer', body: { ach: account, label: 'Checking' } },
      {
        name: 'A card number',
        given: 'a customer',
        body: { token: { ...card, token: '4242424242424242' } },
        refused: 'ValidationError',
      },
      {
        name: 'An expired card as primary',
        given: 'a customer',
        body: { primary: true, token: { ...card, expirationDate: '2020-01', token: 'tok_ok' } },
        refused: 11503,
      },
      {
        name: 'An account that its bank does not know',
        given: 'a customer',
        body: { ach: { ...account, account: '7700000300' } },
        refused: 11505,
      },
    ],
  },
  listPaymentMethods: {
    summary: 'List payment methods',
    says: `What the customer can pay with, masked, the primary one first. \`type\` is \`card\` or \`ach\`; what is not known is absent. \`primary\` is our addition.

The answer is \`{"data": […]}\`. The bare list that some clients expect comes with \`?envelope=false\`, with \`Accept: application/json; envelope=none\`, or for an account with that switch.`,
    tag: 'Payment methods',
    origin: 'documented',
    refusals: [],
    examples: [
      { name: 'An account on file', given: 'an approved customer' },
      { name: 'As a bare list', given: 'an approved customer', query: { envelope: 'false' } },
    ],
  },
  getChildTransactionKey: {
    summary: 'Get a one-time key for turning a card into a token',
    says: `A key for one use within fifteen minutes, with which a page has a card turned into a token without the store seeing its number. POST as documented; GET is taken too. The body is the documented one, \`status\` and \`childKey\`, with our \`data\` beside it.

In the sandbox \`POST /sandbox/card-tokens\` takes it.`,
    tag: 'Payment methods',
    origin: 'documented',
    refusals: [],
    examples: [{ name: 'A key', given: 'nothing' }],
  },
  getPkmsKey: {
    summary: 'Get the public key for a card form',
    says: `The public key that a page hands to Clover's card form. The documentation names this operation only: path and answer are our guess.`,
    tag: 'Payment methods',
    origin: 'unverified',
    refusals: [],
    examples: [{ name: 'A key', given: 'nothing' }],
  },
} as const satisfies Record<string, Operation>;
