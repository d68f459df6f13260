import type { Operation } from '#contract/v3/operations/operation.ts';

const store = { merchantId: '{merchantId}' };
const key = { merchantId: '{merchantId}', keyId: '{keyId}' };
const nobody = { merchantId: 'never-seen' };
const noKey = { merchantId: '{merchantId}', keyId: 'never-seen' };

/** For whoever runs the platform: the key is the operator's. */
export const operatorOperations = {
  listRules: {
    summary: 'List the rules',
    says: `Every record of the law in this house: the place, the statute, the hash of its text, whether leases may be signed under it, and how many open leases stand under it. In production a record that counsel has not confirmed is live only when \`FLEXPAY_RULES_SIGNED_OFF\` names who vouches for it.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [{ name: 'All records', given: 'nothing' }],
  },
  getRules: {
    summary: 'Get the rules of a place',
    says: `One record with every value, those of its base too: \`source\` says where it stands, \`confidence\` how sure we are, \`from\` which record says it. A value is JSON as text: amounts in cents, rates as decimal text.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['NotFound'],
    examples: [
      { name: 'California', given: 'nothing', params: { version: 'CA-1' } },
      { name: 'No such record', given: 'nothing', params: { version: 'CA-0' }, refused: 'NotFound' },
    ],
  },
  createMerchant: {
    summary: 'Create a merchant',
    says: `Registers a store and makes its first keys. They are told here and never again.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [
      {
        name: 'A store',
        given: 'nothing',
        body: { name: 'Lamps and more', minimumOrderValue: 99, origins: ['https://shop.example'] },
      },
      { name: 'Without a name', given: 'nothing', body: {}, refused: 'ValidationError' },
    ],
  },
  listMerchants: {
    summary: 'List merchants',
    says: `The stores of this platform, newest first, in pages. \`name\` finds those that have it in their name.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [
      { name: 'The newest', given: 'nothing' },
      { name: 'By name', given: 'nothing', query: { name: 'lamps', limit: 5 } },
    ],
  },
  getMerchant: {
    summary: 'Get a merchant',
    says: `A store's account with its terms and switches.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['InvalidMerchantId'],
    examples: [
      { name: 'A store', given: 'nothing', params: store },
      { name: 'No such store', given: 'nothing', params: nobody, refused: 'InvalidMerchantId' },
    ],
  },
  updateMerchant: {
    summary: 'Change a merchant',
    says: `Changes what is given and leaves the rest. \`minimumOrderValue\` is 49.95 or more. \`discountRate\` is the share of the price that the platform keeps; it counts for goods that are delivered from now on. \`finalizeWithinHours\` counts for leases that are signed from now on. \`processingFee\` is charged at signing where the law of the place allows it (\`processingFeeStates\` says where today), and one that no state allows is refused; \`fixedInitialRent\` is the rent taken at signing instead of the first regular payment. Both count for leases that are offered from now on, and 0 takes them away. With \`firstPaymentAt\` \`shipment\`, signing only authorizes the first payment, and it is taken before the store's first shipment is confirmed; it counts for leases that are offered from now on. A \`trustedPartner\` may act for a customer without a passcode, with keys that have the scope \`partner\`.

\`compatibility\` has the switches for clients that were built for another server: \`bareLists\` answers lists without \`data\`, \`shipmentNeedsPost\` refuses a GET that would ship, \`deniedAs\` chooses the word for a declined application, \`autoFinalize\` lets a shipment finalize a transaction that is only signed. A node that has just seen the store's key may use the old values for five seconds more.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['InvalidMerchantId'],
    examples: [
      {
        name: 'A higher minimum and a later deadline',
        given: 'nothing',
        params: store,
        body: { minimumOrderValue: 60, finalizeWithinHours: 96 },
      },
      {
        name: 'A fee at signing and a fixed first rent',
        given: 'nothing',
        params: store,
        body: { processingFee: 10, fixedInitialRent: 45 },
      },
      {
        name: 'A fee that no state allows',
        given: 'nothing',
        params: store,
        body: { processingFee: 10.01 },
        refused: 'ValidationError',
      },
      {
        name: 'For a client that reads failed',
        given: 'nothing',
        params: store,
        body: { compatibility: { deniedAs: 'failed' } },
      },
      {
        name: 'Below the least minimum',
        given: 'nothing',
        params: store,
        body: { minimumOrderValue: 49.94 },
        refused: 'ValidationError',
      },
      { name: 'No such store', given: 'nothing', params: nobody, body: {}, refused: 'InvalidMerchantId' },
    ],
  },
  listKeys: {
    summary: 'List keys',
    says: `A store's keys, oldest first, those that work no more too: name, scopes, last four characters, last use to the minute. The keys themselves are kept as hashes and can't be told again.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['InvalidMerchantId'],
    examples: [
      { name: 'The keys of a store', given: 'nothing', params: store },
      { name: 'No such store', given: 'nothing', params: nobody, refused: 'InvalidMerchantId' },
    ],
  },
  createKey: {
    summary: 'Create a key',
    says: `One more key of a store, told here and never again. \`secret\` is an API key for its server, with scopes: \`read\`, \`write\`, and \`partner\` for trusted partners; \`read\` and \`write\` unless you say otherwise. \`public\` is an auth key for its pages and has none. At most twenty work at a time.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['InvalidMerchantId'],
    examples: [
      {
        name: 'A key that only reads',
        given: 'nothing',
        params: store,
        body: { name: 'Reports', scopes: ['read'] },
      },
      { name: 'For its pages', given: 'nothing', params: store, body: { name: 'Second shop', kind: 'public' } },
      {
        name: 'Expired before it is made',
        given: 'nothing',
        params: store,
        body: { name: 'Late', expiresAt: '2020-01-01T00:00:00Z' },
        refused: 'ValidationError',
      },
      { name: 'No such store', given: 'nothing', params: nobody, body: { name: 'x' }, refused: 'InvalidMerchantId' },
    ],
  },
  rotateKey: {
    summary: 'Rotate a key',
    says: `Makes the successor of a key, with its name and scopes, and lets the old one work for \`overlapHours\` more: 24 unless you say otherwise, at most 720. Customer tokens stay bound to the key that made them, so that those of the old key work with the old key until it ends. A key has one successor: of many calls in one moment one makes it, and the others are told its id.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['InvalidMerchantId', 'KeyNotFound', 'KeyNotActive'],
    examples: [
      { name: 'With a week to move', given: 'nothing', params: key, body: { overlapHours: 168 } },
      { name: 'No such key', given: 'nothing', params: noKey, refused: 'KeyNotFound' },
      { name: 'No such store', given: 'nothing', params: { ...nobody, keyId: 'x' }, refused: 'InvalidMerchantId' },
      { name: 'Too long', given: 'nothing', params: key, body: { overlapHours: 721 }, refused: 'ValidationError' },
    ],
  },
  revokeKey: {
    summary: 'Revoke a key',
    says: `Ends a key now and for good; twice is once. A node that has just seen an API key believes it for five seconds more.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['InvalidMerchantId', 'KeyNotFound'],
    examples: [
      { name: 'Revoked', given: 'nothing', params: key },
      { name: 'No such key', given: 'nothing', params: noKey, refused: 'KeyNotFound' },
      { name: 'No such store', given: 'nothing', params: { ...nobody, keyId: 'x' }, refused: 'InvalidMerchantId' },
    ],
  },
  listOrigins: {
    summary: 'List origins',
    says: `The pages that may open a store's modal. \`any\` says that none is registered and the sandbox lets every page; in production none may until one is.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['InvalidMerchantId'],
    examples: [
      { name: 'The origins of a store', given: 'nothing', params: store },
      { name: 'No such store', given: 'nothing', params: nobody, refused: 'InvalidMerchantId' },
    ],
  },
  addOrigin: {
    summary: 'Add an origin',
    says: `Lets the pages of a web address open the store's modal. Twice is once.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['InvalidMerchantId'],
    examples: [
      { name: 'A shop', given: 'nothing', params: store, body: { origin: 'https://shop.example' } },
      {
        name: 'A page is no origin',
        given: 'nothing',
        params: store,
        body: { origin: 'https://shop.example/cart' },
        refused: 'ValidationError',
      },
      {
        name: 'No such store',
        given: 'nothing',
        params: nobody,
        body: { origin: 'https://shop.example' },
        refused: 'InvalidMerchantId',
      },
    ],
  },
  removeOrigin: {
    summary: 'Remove an origin',
    says: `Takes that back. One that is not registered is removed already.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: ['InvalidMerchantId'],
    examples: [
      { name: 'A shop', given: 'nothing', params: store, body: { origin: 'https://shop.example' } },
      {
        name: 'No such store',
        given: 'nothing',
        params: nobody,
        body: { origin: 'https://shop.example' },
        refused: 'InvalidMerchantId',
      },
    ],
  },
  listSecurityEvents: {
    summary: 'List security events',
    says: `What happened around keys and tokens, newest first: keys made, rotated and revoked, accounts and origins changed, customer tokens under another key than theirs. \`detail\` names ids and no secret.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [
      { name: 'The newest', given: 'nothing' },
      {
        name: 'Foreign tokens at one store',
        given: 'nothing',
        query: { merchantId: '{merchantId}', kind: 'customer_token_mismatch' },
      },
    ],
  },
  listOpenings: {
    summary: 'List openings of sealed numbers',
    says: `Every time that a social security number, an account number, a card's tokens, the questions about a person or a remembered answer with a key in it was opened: when, what for, whose it is and in which request. A row is written before the number is opened, whatever becomes of the request, and nobody can change it. It never says what was in it.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [
      { name: 'The newest', given: 'nothing' },
      { name: 'For decisions', given: 'nothing', query: { purpose: 'decision', limit: 5 } },
    ],
  },
  getKeyUse: {
    summary: 'See what stands under each key',
    says: `The keys that wrap sealed numbers (\`kek\`) and that name them so that they are found again (\`index\`): by their names, never themselves, with the rows under each. A job changes everything over to the key in use; \`remaining\` is what it has still to do, and a key that \`mayGo\` is needed by nothing any more. \`rows\` above \`remaining\` are names of numbers that were erased: without the key they are found no more.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [{ name: 'The keys', given: 'nothing' }],
  },
  audit: {
    summary: 'Audit the books',
    says: `Recomputes every rule of the books from postings and rows, and says what it looked at and what breaks it.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [{ name: 'An audit', given: 'a delivered lease' }],
  },
} as const satisfies Record<string, Operation>;
