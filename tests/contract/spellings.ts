import type { Given } from '#contract/v3/operations/operation.ts';

/** A request as the documents write it. Names in braces stand for values of the world it starts from. */
export type Call = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it stands, instead of a body. */
  readonly text?: string;
};

/** Another way to write the call: what is different of it. `percent` writes every character of its last id as `%XX`. */
export type Difference = Partial<Call> & { readonly percent?: true };

export type Spelled = {
  readonly about: string;
  readonly given: Given;
  readonly call: Call;
  /** What is asked afterwards to see that the same has happened: a call, or a question to the database. */
  readonly leaves?: Call | string;
  /** What is written otherwise, where that comes from, and how. */
  readonly spellings: readonly (readonly [what: string, from: string, difference: Difference])[];
};

const post = (path: string, body?: unknown): Call => ({
  method: 'POST',
  path,
  ...(body === undefined ? {} : { body }),
});
const get = (path: string): Call => ({ method: 'GET', path });

const transaction = get('/v3/transactions/{transactionId}');
const json = { 'content-type': 'application/json' };

/** The same absence of a body under every type, and the ways to write "nothing": for a call that needs none. */
const nothing: Spelled['spellings'] = [
  ['no body, of type JSON', '§1.3: the Magento module; §13.2', { headers: json, text: '' }],
  ['no body, of type text', '§1.3', { headers: { 'content-type': 'text/plain' }, text: '' }],
  ['no body, of a form', '§1.3', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, text: '' }],
  ['no body, of a malformed type', '§1.3', { headers: { 'content-type': 'nonsense;;' }, text: '' }],
  ['a blank', '§13.2', { headers: json, text: ' ' }],
  ['{}', '§13.3', { headers: json, text: '{}' }],
  ['null', '§13.3', { headers: json, text: 'null' }],
  ['[], which PHP makes of an empty array', '§13.3', { headers: json, text: '[]' }],
];

const allItems: Spelled['spellings'] = [
  ...nothing,
  ['items: []', '§6.4, §6.6: the Magento module; §13.3, §13.4', { body: { items: [] } }],
  ['items: null', '§6.4: PHP sends what it has not', { body: { items: null } }],
];

const chairs = (quantity: unknown) => ({ items: [{ sku: 'CHAIR-2', quantity }] });
const quantities: Spelled['spellings'] = [
  ['quantity as text', 'C-12; §6.6: "string"', { body: chairs('2') }],
  ['quantity as Magento writes it', 'C-12: the Magento module', { body: chairs('2.0000') }],
  ['quantity with decimals', 'C-12', { text: '{"items":[{"sku":"CHAIR-2","quantity":2.0}]}' }],
  ['a body of type text', '§1.3', { headers: { 'content-type': 'text/plain' } }],
  ['a body of a malformed type', '§1.3', { headers: { 'content-type': 'nonsense;;' } }],
  ['a body of a form’s type', '§1.3', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['members that nobody knows', '§0.3: other generations of the documents', { body: { ...chairs(2), reason: 'x' } }],
];

const shipped = (more: object) => ({ items: [{ sku: 'CHAIR-2', carrier: 'Fedex', shipDate: '{today}', ...more }] });
const shipments = `select line, quantity, carrier, shipped_on::text, expected_on::text from shipment
  where customer_id = '{userId}' order by line`;

const lamp = { sku: 'LAMP-3', description: 'A lamp', brand: 'Halden', condition: 'new', cost: 120.34, quantity: 1 };
const order = (item: object = {}, shipping: object | null = { cost: 10.33 }) => ({
  transactionId: '{newTransactionId}',
  items: [{ ...lamp, ...item }],
  ...(shipping === null ? {} : { shipping }),
});
const lines = `select kind, sku, condition, trim_scale(unit_cost::numeric)::text, cash_cents::text, ordered from lease_line
  where customer_id = '{userId}' order by line`;

const employment = { monthlyIncome: 4000, payFrequency: 'biweekly', nextPayDate: '{inTwoWeeks}' };
const account = { routing: '110000000', account: '12340001', type: 'checking' };
const applied = (more: object = {}) => ({
  street1: '12 Oak Street',
  city: 'Austin',
  regionAbbr: 'TX',
  postalCode: '78701',
  country: 'US',
  mobilePhone: '5125550142',
  dateOfBirth: '1990-10-10',
  ssn: '666011500',
  employmentInformation: employment,
  bankAccount: account,
  expectedPurchaseAmount: 500,
  optInMarketing: true,
  ...more,
});
const working = (more: object) => ({ body: applied({ employmentInformation: { ...employment, ...more } }) });
const application = `select c.street2, c.state, c.postal_code, c.mobile_phone, c.date_of_birth::text, c.marketing_opt_in,
    i.ssn_last_four, a.monthly_income_cents::text, a.pay_frequency, a.next_pay_on::text, a.requested_cents::text,
    m.routing_number, m.account_type, m.last_four
  from customer c join application a using (customer_id) join customer_identity i using (customer_id)
    join payment_method m using (customer_id)
  where c.customer_id = '{userId}'`;

const answers = (write: (question: string, choice: string) => unknown) => ({
  id: '{questionsId}',
  answers: [1, 2, 3, 4, 5].map((number) => write(`{question${number}}`, `{choice${number}}`)),
});
const answered = answers((questionId, choiceId) => ({ questionId, choiceId }));

/**
 * Every spelling of a request that is accepted beside the documented one, with where it comes from: sections and numbers
 * of the API's contract (`§1.7`, `C-11`). The documented form is at the head of each group; each spelling of it gets the
 * same answer and has the same effect.
 */
export const spelled: readonly Spelled[] = [
  {
    about: 'a transaction',
    given: 'a signed lease',
    call: transaction,
    spellings: [
      ['without /v3', '§1.7: Guzzle; C-3', { path: '/transactions/{transactionId}' }],
      ['in singular without /v3', '§1.7: Python’s urljoin; C-3', { path: '/transaction/{transactionId}' }],
      ['in singular', '§1.7', { path: '/v3/transaction/{transactionId}' }],
      ['with a slash at the end', '§1.7', { path: '/v3/transactions/{transactionId}/' }],
      ['with doubled slashes', '§1.7', { path: '//v3//transactions///{transactionId}//' }],
      ['percent-encoded', '§1.7', { percent: true }],
      ['with an empty query', '§1.2', { path: '/v3/transactions/{transactionId}?page=' }],
      ['with a body', '§1.2: GET with a body', { headers: json, text: '{}' }],
      ['of type JSON without a body', '§1.3: the Magento module', { headers: json }],
      ['with Bearer', '§1.3', { headers: { authorization: 'Bearer {apiKey}' } }],
      ['with AUTHORIZATION', '§1.3', { headers: { AUTHORIZATION: '{apiKey}' } }],
      ['with its organisation', 'C-15', { headers: { 'x-consumer-custom-id': 'flexpay:{vendorId}' } }],
      ['with another version asked for', '§1.3, O-3', { headers: { 'x-version-override': '3.1.0' } }],
    ],
  },
  {
    about: 'who the customer is',
    given: 'an approved customer',
    call: get('/v3/users/me'),
    spellings: [
      ['Customer-Token', '§1.3', { headers: { 'Customer-Token': '{customerToken}' } }],
      ['CUSTOMER-TOKEN', '§1.3', { headers: { 'CUSTOMER-TOKEN': '{customerToken}' } }],
      ['a stray \\" before the token', '§1.4: samples', { headers: { 'customer-token': '\\"{customerToken}' } }],
      ['in singular without /v3', '§1.7', { path: '/user/me/' }],
    ],
  },
  {
    about: 'finalizing',
    given: 'a signed lease',
    call: post('/v3/transactions/{transactionId}/finalize'),
    leaves: transaction,
    spellings: [
      ...nothing,
      ['in singular without /v3', '§1.7: Python’s urljoin; C-3', { path: '/transaction/{transactionId}/finalize' }],
      ['with slashes too many', '§1.7', { path: '/v3//transactions/{transactionId}//finalize/' }],
    ],
  },
  {
    about: 'canceling all',
    given: 'a finalized lease',
    call: post('/v3/transactions/{transactionId}/cancel'),
    leaves: transaction,
    spellings: allItems,
  },
  {
    about: 'canceling two of four',
    given: 'a finalized lease',
    call: post('/v3/transactions/{transactionId}/cancel', chairs(2)),
    leaves: transaction,
    spellings: quantities,
  },
  {
    about: 'returning all',
    given: 'a delivered lease',
    call: post('/v3/transactions/{transactionId}/return'),
    leaves: transaction,
    spellings: [...allItems, ['return-items', 'C-16', { path: '/v3/transactions/{transactionId}/return-items' }]],
  },
  {
    about: 'returning two of four',
    given: 'a delivered lease',
    call: post('/v3/transactions/{transactionId}/return', chairs(2)),
    leaves: transaction,
    spellings: [...quantities, ['return-items', 'C-16', { path: '/v3/transactions/{transactionId}/return-items' }]],
  },
  {
    about: 'shipping all',
    given: 'a finalized lease',
    call: post('/v3/transactions/{transactionId}/confirm-shipment'),
    leaves: shipments,
    spellings: [
      ...allItems,
      ['GET without a body', 'C-1: the Magento module’s first form; §13.4', { method: 'GET' }],
      ['GET with items: []', 'C-1; §13.4', { method: 'GET', headers: json, body: { items: [] } }],
    ],
  },
  {
    about: 'shipping some',
    given: 'a finalized lease',
    call: post('/v3/transactions/{transactionId}/confirm-shipment', shipped({ quantity: 4 })),
    leaves: shipments,
    spellings: [
      ['GET with the body', 'C-1', { method: 'GET' }],
      ['quantity as text', '§6.6: "string"; C-12', { body: shipped({ quantity: '4' }) }],
      ['quantity as Magento writes it', 'C-12', { body: shipped({ quantity: '4.0000' }) }],
      ['no quantity, which is all of the article', 'C-2; §13.4', { body: shipped({}) }],
      ['shipDate with a time', '§2: ISODate', { body: shipped({ shipDate: '{today}T10:00:00.000Z' }) }],
      ['deliveryDate: ""', '§6.6: not required', { body: shipped({ deliveryDate: '' }) }],
      ['deliveryDate: []', '§6.6: L: "array"', { body: shipped({ deliveryDate: [] }) }],
      ['trackingNumber: ""', '§6.6: not required', { body: shipped({ trackingNumber: '', trackingLink: '' }) }],
    ],
  },
  {
    about: 'delivery of some',
    given: 'a shipped lease',
    call: post('/v3/transactions/{transactionId}/confirm-receipt', {
      items: [{ sku: 'CHAIR-2', quantity: 4, deliveryDate: '{today}' }],
    }),
    leaves: `select line, quantity, delivered_on::text from delivery where customer_id = '{userId}' order by line`,
    spellings: [
      ['GET with the body', '§6.7', { method: 'GET' }],
      [
        'receiptDate',
        '§6.7',
        { body: { items: [{ sku: 'CHAIR-2', quantity: '4', receiptDate: '{today}T10:00:00.000Z' }] } },
      ],
      ['no quantity', '§6.7', { body: { items: [{ sku: 'CHAIR-2', deliveryDate: '{today}' }] } }],
    ],
  },
  {
    about: 'delivery of all',
    given: 'a shipped lease',
    call: post('/v3/transactions/{transactionId}/confirm-receipt'),
    leaves: transaction,
    spellings: [...allItems, ['GET without a body', '§6.7', { method: 'GET' }]],
  },
  {
    about: 'a lease',
    given: 'an approved customer',
    call: post('/v3/leases', order()),
    leaves: lines,
    spellings: [
      ['shipping.cost as text', '§5.1: L; C-12; §13.9', { body: order({}, { cost: '10.33' }) }],
      ['shipping at its item', 'C-19: the SDK, checkout', { body: order({ shipping: { cost: 10.33 } }, null) }],
      ['both, of which the one on top counts', 'C-19', { body: order({ shipping: { cost: 7 } }) }],
      ['cost as text', 'C-12', { body: order({ cost: '120.34' }) }],
      ['cost with zeros at its end', 'C-12: the Magento module', { body: order({ cost: '120.3400' }) }],
      ['quantity as text', 'C-12', { body: order({ quantity: '1' }) }],
      ['quantity as Magento writes it', 'C-12', { body: order({ quantity: '1.0000' }) }],
      [
        'numbers and names that a form left empty',
        '§5.1: not required',
        { body: { ...order({ mpn: '', gtin: '', productId: '' }), orderId: '' } },
      ],
      [
        'shipping.date as Americans write it',
        '§5.1: string',
        { body: order({}, { cost: 10.33, date: '{todayInUs}' }) },
      ],
      ['condition with a capital', '§5.1: V2 documents', { body: order({ condition: 'New' }) }],
      ['optional members as null', '§6.4: PHP', { body: { ...order({ mpn: null, images: null }), orderId: null } }],
      ['pictures that are not there', '§5.4: 3.1.0', { body: order({ images: [null, ''] }) }],
      ['flags as text in its query', 'C-12', { path: '/v3/leases?asPdf=false&sendLink=false' }],
      ['in singular without /v3', '§1.7', { path: '/lease' }],
    ],
  },
  {
    about: 'a signature',
    given: 'an offered lease',
    call: post('/v3/leases/{leaseId}/sign', { ipAddress: '203.0.113.7', signed: true }),
    leaves: transaction,
    spellings: [
      ['signed as text', 'C-12', { body: { ipAddress: '203.0.113.7', signed: 'true' } }],
      ['with its time', '§5.3', { body: { ipAddress: '203.0.113.7', signed: true, timestamp: '{today}T00:00:00Z' } }],
      ['a percent-encoded lease id', '§1.7', { path: '/v3/leases/{leaseId}/sign', percent: true }],
      ['in singular without /v3', '§1.7', { path: '/lease/{leaseId}/sign' }],
    ],
  },
  {
    about: 'a hosted checkout',
    given: 'nothing',
    call: post('/v3/checkout', order()),
    leaves: `select cart from checkout_link where merchant_id = '{merchantId}'`,
    spellings: [
      ['GET with the body', 'C-1, §5.4: 3.1.0', { method: 'GET' }],
      ['cost and quantity as text', 'C-12', { body: order({ cost: '120.34', quantity: '1.0000' }) }],
      ['a total to be read', '§5.4: informational', { body: { ...order(), total: '$1,234.50' } }],
      [
        'what is known of the shopper, in numbers',
        '§5.4: only saves typing',
        {
          body: { ...order(), customer: { phones: { mobile: 5125550142 }, address: { postalCode: 78701, city: [] } } },
        },
      ],
      ['without /v3', '§1.7', { path: '/checkout/' }],
    ],
  },
  {
    about: 'a new customer',
    given: 'nothing',
    call: post('/v3/users', { firstName: 'Ada', lastName: 'Byron', email: '{newEmail}', locale: 'en' }),
    leaves: `select email, locale from customer where home_merchant_id = '{merchantId}'`,
    spellings: [
      [
        'blanks around the address, the locale in capitals, null for no password',
        '§3.1',
        { body: { firstName: 'Ada', lastName: 'Byron', email: ' {newEmail} ', locale: 'EN', password: null } },
      ],
      ['in singular without /v3', '§1.7', { path: '/user' }],
    ],
  },
  {
    about: 'whether a customer exists',
    given: 'a customer',
    call: get('/v3/user-exists?email={email}'),
    spellings: [
      ['without /v3', '§1.7; §3.4', { path: '/user-exists?email={email}' }],
      ['blanks around the address', '§3.1', { path: '/v3/user-exists?email=%20{email}%20' }],
    ],
  },
  {
    about: 'whether a phone is a customer’s',
    given: 'an approved customer',
    call: post('/v3/users/exists', { email: '{email}', phone: '5125550142' }),
    spellings: [
      ['/v3/user/exists', 'C-5: early 3.0-preview', { path: '/v3/user/exists' }],
      ['/user/exists', 'C-5: legacy', { path: '/user/exists' }],
      ['/users/exists', '§1.7', { path: '/users/exists' }],
      ['the phone as a number', 'C-12', { body: { email: '{email}', phone: 5125550142 } }],
      ['the phone as people write it', '§3.5', { body: { email: '{email}', phone: '(512) 555-0142' } }],
    ],
  },
  {
    about: 'a passcode',
    given: 'a customer',
    call: post('/v3/users/{userId}/passcode-login', { passcode: '{passcode}' }),
    spellings: [['as a number', '§3.7, §3.8', { text: '{"passcode":{passcodeNumber}}' }]],
  },
  {
    about: 'a one-time key for a card',
    given: 'nothing',
    call: post('/v3/paymentMethods/child-transaction-key'),
    spellings: [['GET', 'C-21', { method: 'GET' }], ...nothing],
  },
  {
    about: 'a bank account',
    given: 'an approved customer',
    call: post('/v3/paymentMethods/add', {
      primary: true,
      ach: { routing: '110000000', account: '000123450001', accountType: 'savings' },
    }),
    leaves: `select routing_number, account_type, last_four, is_primary from payment_method
      where customer_id = '{userId}' order by is_primary`,
    spellings: [
      [
        'primary as text, routing as a number, the type in capitals',
        'C-12',
        { body: { primary: 'true', ach: { routing: 110000000, account: '000123450001', accountType: 'SAVINGS' } } },
      ],
      ['without /v3', '§1.7', { path: '/paymentMethods/add' }],
    ],
  },
  {
    about: 'an application',
    given: 'a customer',
    call: post('/v3/users/me/apply', applied()),
    leaves: application,
    spellings: [
      ['payFrquency', 'C-11: 3.1.0, 3.2.0; §13.9', working({ payFrequency: undefined, payFrquency: 'biweekly' })],
      ['nextPay', 'C-11: 3.1.0, 3.2.0; §13.9', working({ nextPayDate: undefined, nextPay: '{inTwoWeeks}' })],
      ['nextPayDate with a time', '§2: ISODate', working({ nextPayDate: '{inTwoWeeks}T00:00:00.000Z' })],
      ['monthlyIncome as text', 'C-12', working({ monthlyIncome: '4000.00' })],
      ['street2: null', '§6.4: PHP', { body: applied({ street2: null }) }],
      ['regionAbbr in small letters', 'C-12', { body: applied({ regionAbbr: 'tx' }) }],
      ['postalCode as a number', 'C-12', { body: applied({ postalCode: 78701 }) }],
      ['mobilePhone as a number', 'C-12', { body: applied({ mobilePhone: 5125550142 }) }],
      ['mobilePhone as people write it', '§4.1', { body: applied({ mobilePhone: '(512) 555-0142' }) }],
      ['dateOfBirth with a time', '§2: ISODate', { body: applied({ dateOfBirth: '1990-10-10T00:00:00.000Z' }) }],
      ['ssn with hyphens', '§4.1', { body: applied({ ssn: '666-01-1500' }) }],
      ['ssn as a number', 'C-12', { body: applied({ ssn: 666011500 }) }],
      ['routing as a number', 'C-12', { body: applied({ bankAccount: { ...account, routing: 110000000 } }) }],
      ['type in capitals', 'C-12', { body: applied({ bankAccount: { ...account, type: 'CHECKING' } }) }],
      ['expectedPurchaseAmount as text', 'C-12', { body: applied({ expectedPurchaseAmount: '500.00' }) }],
      ['optInMarketing as text', 'C-12', { body: applied({ optInMarketing: 'true' }) }],
      ['in singular without /v3', '§1.7', { path: '/user/me/apply/' }],
    ],
  },
  {
    about: 'answers to questions',
    given: 'a questioned customer',
    call: post('/v3/users/me/verify-answers', answered),
    spellings: [
      ['verify-questions', '§4.3', { path: '/v3/users/me/verify-questions' }],
      ['verify', '§4.3', { path: '/v3/users/me/verify' }],
      ['choice', '§4.3', { body: answers((id, choice) => ({ id, choice })) }],
      ['answer', '§4.3', { body: answers((id, answer) => ({ id, answer })) }],
      ['answerId', '§4.3', { body: answers((id, answerId) => ({ id, answerId })) }],
      [
        'one object',
        '§4.3',
        {
          body: {
            id: '{questionsId}',
            answers: Object.assign({}, ...(answers((q, c) => ({ [q]: c })).answers as object[])),
          },
        },
      ],
    ],
  },
  {
    about: 'a routing number',
    given: 'nothing',
    call: get('/v3/validate-routing-number/110000000'),
    spellings: [
      ['in the query', '§4.4', { path: '/v3/validate-routing-number?routingNumber=110000000' }],
      ['routingNumber by POST', '§4.4', post('/v3/validate-routing-number', { routingNumber: '110000000' })],
      ['routing by POST', '§4.4', post('/v3/validate-routing-number', { routing: '110000000' })],
      ['as a number', 'C-12', post('/v3/validate-routing-number', { routing: 110000000 })],
    ],
  },
];
