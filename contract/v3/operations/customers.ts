import type { Operation } from '#contract/v3/operations/operation.ts';

export const customerOperations = {
  createUser: {
    summary: 'Create a customer',
    says: `Registers a customer and answers with their id and a **customer token**, which goes into the header \`Customer-Token\` of every call that acts for them.

Without a \`password\` a temporary one is made and the customer is told by e-mail how to choose their own. The e-mail address identifies a customer across all stores; it is compared without regard to capitals and blanks around it.`,
    tag: 'Customers',
    origin: 'documented',
    refusals: ['UserAlreadyExists'],
    examples: [
      {
        name: 'A new customer',
        given: 'nothing',
        body: { firstName: 'Grace', lastName: 'Hopper', email: '{newEmail}', locale: 'en' },
      },
      {
        name: 'The address is taken',
        given: 'a customer',
        body: { firstName: 'Ada', lastName: 'Lovelace', email: '{email}' },
        refused: 'UserAlreadyExists',
      },
      {
        name: 'The name is missing',
        given: 'nothing',
        body: { email: '{newEmail}' },
        refused: 'ValidationError',
      },
    ],
  },
  listUsers: {
    summary: 'List your customers',
    says: `The customers that you made and those who have an order with you, newest first, each as \`GET /v3/users/me\` shows them. Ten to a page unless \`limit\` says otherwise; \`meta.count\` is the number of all.`,
    tag: 'Customers',
    origin: 'documented',
    refusals: [],
    examples: [
      { name: 'The first page', given: 'a customer' },
      { name: 'A page of its own size', given: 'a customer', query: { page: 1, limit: 25 } },
      { name: 'There is no page 0', given: 'nothing', query: { page: 0 }, refused: 'ValidationError' },
    ],
  },
  getUser: {
    summary: 'Get the customer',
    says: `The customer that the token speaks for: their decision, their limit, and their transactions with your store. \`decision\` is null before any application, when an approval is over (it expired, was revoked or withdrawn), and when another lender took the customer; \`dateOfBirth\` is null until the customer has told it in an application.`,
    tag: 'Customers',
    origin: 'documented',
    refusals: ['UserNotFound'],
    examples: [
      { name: 'Before an application', given: 'a customer' },
      { name: 'After an approval', given: 'an approved customer' },
    ],
  },
  verifyUserExists: {
    summary: 'Ask whether a customer exists',
    says: `Tells whether anybody is registered under an e-mail address. The status is 200 either way; \`userId\` is left out when nobody is. Calls are limited per key and per address, because the answer could be used to collect addresses.`,
    tag: 'Customers',
    origin: 'documented',
    refusals: [],
    examples: [
      { name: 'Somebody has this address', given: 'a customer', query: { email: '{email}' } },
      { name: 'Nobody has it', given: 'nothing', query: { email: '{newEmail}' } },
      { name: 'Not an address', given: 'nothing', query: { email: 'ada' }, refused: 'ValidationError' },
    ],
  },
  deeplyVerifyUserExists: {
    summary: 'Ask whether a phone and an address are a customer’s',
    says: `Tells whether anybody is registered under an e-mail address, and whether the phone and the address that you send are **that customer's**. What you do not send is \`false\`. Phones are compared by their digits; addresses in the form of the postal service, so that \`123 North Main Street, Apartment 4\` is \`123 N Main St #4\`, and of a ZIP code the first five digits count. Calls are limited together with the plain question, per key and per address.`,
    tag: 'Customers',
    origin: 'documented',
    refusals: [],
    examples: [
      { name: 'The e-mail address alone', given: 'a customer', body: { email: '{email}' } },
      {
        name: 'With a phone and an address',
        given: 'an approved customer',
        body: {
          email: '{email}',
          phone: '(512) 555-0142',
          address: {
            street1: '12 Oak St.',
            city: 'Austin',
            region: 'TX',
            postalCode: '78701-1234',
            country: 'US',
          },
        },
      },
      {
        name: 'Half an address',
        given: 'nothing',
        body: { email: '{newEmail}', address: { street1: '12 Oak St.' } },
        refused: 'ValidationError',
      },
    ],
  },
  authorizeUser: {
    summary: 'Create a customer token',
    says: `A fresh customer token without a passcode. Only for accounts that are trusted partners, and only for customers that they made or served.`,
    tag: 'Customers',
    origin: 'documented',
    refusals: ['Forbidden', 'UserNotFound'],
    examples: [
      { name: 'A token', given: 'a customer', params: { userId: '{userId}' } },
      {
        name: 'Nobody of yours',
        given: 'nothing',
        params: { userId: '65f1c0a84be2d93117aa0000' },
        refused: 'UserNotFound',
      },
    ],
  },
  sendPasscode: {
    summary: 'Send a passcode',
    says: `Sends the customer a code of six digits by text message (\`sms\`), e-mail (\`email\`) or every way that is known (\`all\`). It works once, for a few minutes, and replaces the one before. Never keep, log or collect passcodes.`,
    tag: 'Customers',
    origin: 'documented',
    refusals: ['UserNotFound', 'TransportNotAvailable', 'TooManyRequests'],
    examples: [
      { name: 'By e-mail', given: 'a customer', params: { userId: '{userId}' }, body: { transport: 'email' } },
      {
        name: 'There is no phone number on file',
        given: 'a customer',
        params: { userId: '{userId}' },
        body: { transport: 'sms' },
        refused: 'TransportNotAvailable',
      },
      {
        name: 'Nobody has this id',
        given: 'nothing',
        params: { userId: '65f1c0a84be2d93117aa0000' },
        body: { transport: 'email' },
        refused: 'UserNotFound',
      },
    ],
  },
  passcodeLogin: {
    summary: 'Log a customer in',
    says: `Exchanges a passcode for a customer token. A wrong code counts: after five the passcode is void.`,
    tag: 'Customers',
    origin: 'documented',
    refusals: ['UserNotFound', 'InvalidPasscode'],
    examples: [
      {
        name: 'The code that was sent',
        given: 'a customer',
        params: { userId: '{userId}' },
        body: { passcode: '{passcode}' },
      },
      {
        name: 'Another code',
        given: 'a customer',
        params: { userId: '{userId}' },
        body: { passcode: '000000' },
        refused: 'InvalidPasscode',
      },
      {
        name: 'Nobody has this id',
        given: 'nothing',
        params: { userId: '65f1c0a84be2d93117aa0000' },
        body: { passcode: '000000' },
        refused: 'UserNotFound',
      },
    ],
  },
} as const satisfies Record<string, Operation>;
