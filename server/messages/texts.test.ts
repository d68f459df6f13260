import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lintDisclosure } from '../../tests/disclosure/lint-disclosure.ts';
import { agenciesOf, type NoticeFacts, type NoticeTo } from './notice.ts';
import { type MessageKind, type MessageText, type MessageTexts, messageTexts } from './texts.ts';
import { messageTextsEs } from './texts-es.ts';

const person = { brand: 'FlexPay', firstName: 'Maria', support: 'help@flexpay.example, (800) 555-0100' };
const lease = { leaseNumber: '1234567890', merchant: 'Marlow & Finch' };
const items = [
  { description: 'Halden desk lamp', quantity: 1 },
  { description: 'Linen cushion', quantity: 2 },
];
const code = { brand: 'FlexPay', code: '271828', minutes: 5 };
const decline: NoticeTo & NoticeFacts = {
  ...person,
  action: 'declined',
  decidedOn: '2026-11-20',
  requested: null,
  limit: 0,
  reasons: ['A02', 'A03'],
  agency: { name: 'Sample Bureau', address: '1 Report Way, Atlanta, GA 30301', phone: '(800) 555-0199' },
  score: { value: 44, min: -1, max: 109, on: '2026-11-20', provider: 'Sample Score', factors: ['A07'] },
  company: { name: 'FlexPay Leasing, Inc.', address: '100 Sample Street, Wilmington, DE 19801' },
  regulator: { name: 'Federal Trade Commission', address: 'Washington, DC 20580', phone: '1-877-382-4357' },
};

const writtenIn = (texts: MessageTexts): Record<MessageKind, MessageText> => ({
  password_reset: texts.password_reset(code),
  password_changed: texts.password_changed(person),
  continue_link: texts.continue_link({
    brand: 'FlexPay',
    merchant: 'Marlow & Finch',
    hasOrder: true,
    address: 'https://pay.example/pay?id=1',
    openThrough: '2026-11-23',
  }),
  hand_over: texts.hand_over({
    brand: 'FlexPay',
    merchant: 'Marlow & Finch',
    address: 'https://pay.example/pay?id=1',
    minutes: 60,
  }),
  passcode: texts.passcode(code),
  signature_code: texts.signature_code({ ...code, merchant: 'Marlow & Finch', total: 210_00 }),
  signing_link: texts.signing_link({
    brand: 'FlexPay',
    merchant: 'Marlow & Finch',
    frequency: 'weekly',
    count: 52,
    payment: 4_04,
    cashPrice: 105_00,
    totalWithTax: 210_00,
    openThrough: '2026-11-23',
    address: 'https://pay.example/pay?id=1',
  }),
  application_approved: texts.application_approved({
    ...person,
    limit: 1_500_00,
    atLimit: { weekly: 57_70, count: 52, total: 3_000_00 },
    validThrough: '2027-01-19',
  }),
  approval_ends: texts.approval_ends({
    ...person,
    limit: 1_500_00,
    atLimit: { weekly: 57_70, count: 52, total: 3_000_00 },
    validThrough: '2027-01-19',
  }),
  documents_needed: texts.documents_needed({
    ...person,
    address: 'https://pay.example/pay?id=7',
    openThrough: '2026-12-21',
  }),
  application_declined: texts.application_declined(decline),
  limit_notice: texts.limit_notice({ ...decline, action: 'lower_limit', requested: 900_00, limit: 625_00 }),
  agreement_signed: texts.agreement_signed({
    ...person,
    ...lease,
    frequency: 'weekly',
    count: 52,
    payment: 4_04,
    lastPayment: 3_96,
    cashPrice: 105_00,
    totalWithTax: 210_00,
    firstPayment: 4_04,
    atShipment: false,
    documentUrl: 'https://pay.example/agreements/1234567890/x',
    sha256: '9f2c',
  }),
  agreement_copy: texts.agreement_copy({
    ...person,
    ...lease,
    frequency: 'weekly',
    count: 52,
    payment: 4_04,
    lastPayment: 3_96,
    cashPrice: 105_00,
    totalWithTax: 210_00,
    firstPayment: 4_04,
    isPaid: true,
    nextDueOn: '2026-12-04',
    lastDueOn: '2027-11-19',
    documentUrl: null,
    sha256: '9f2c',
  }),
  lease_cancelled_refund: texts.lease_cancelled_refund({ ...person, ...lease, refund: 4_04 }),
  lease_expired_refund: texts.lease_expired_refund({ ...person, ...lease, refund: 4_04 }),
  shipment_confirmed: texts.shipment_confirmed({
    ...person,
    ...lease,
    items,
    carrier: 'Blue Freight',
    trackingNumber: '8841-20077',
    shippedOn: '2026-11-21',
  }),
  delivery_confirmed: texts.delivery_confirmed({
    ...person,
    ...lease,
    items,
    deliveredOn: '2026-11-25',
    nextPayment: 4_04,
    nextDueOn: '2026-12-04',
  }),
  price_lowered: texts.price_lowered({
    ...person,
    ...lease,
    given: 20_00,
    cashPrice: 85_00,
    totalRent: 170_00,
    refund: 0,
    nextPayment: 3_27,
    nextDueOn: '2026-12-11',
  }),
  payment_received: texts.payment_received({ ...person, ...lease, amount: 20_00, left: 181_98 }),
  first_payment_taken: texts.first_payment_taken({ ...person, ...lease, amount: 4_04 }),
  first_payment_failed: texts.first_payment_failed({ ...person, ...lease, amount: 4_04 }),
  lease_completed: texts.lease_completed({ ...person, ...lease, items: ['Halden desk lamp'] }),
  lease_vested: texts.lease_vested({
    ...person,
    ...lease,
    ...{ place: 'Ohio', percent: '50', items: ['Halden desk lamp'], refund: 1_08 },
  }),
  tax_changed: texts.tax_changed({ ...person, ...lease, payment: 4_37, tax: 33, dueOn: '2027-01-08' }),
  lease_resumed: texts.lease_resumed({ ...person, ...lease, next: { payment: 4_37, dueOn: '2027-03-05' } }),
  return_confirmed: texts.return_confirmed({
    ...person,
    ...lease,
    items,
    refund: 4_04,
    nextPayment: 2_02,
    nextDueOn: '2026-12-04',
  }),
});

const written = writtenIn(messageTexts);
const spanish = writtenIn(messageTextsEs);

test('a first payment unlike the others stands beside them', () => {
  const fixed = { frequency: 'weekly', count: 53, first: 48_15, payment: 32_21, cashPrice: 805_00 } as const;
  const link = messageTexts.signing_link({
    ...{ ...fixed, brand: 'FlexPay', merchant: 'Marlow & Finch', totalWithTax: 1_733_40 },
    ...{ openThrough: '2026-11-23', address: 'https://pay.example/pay?id=1' },
  });
  assert.match(link.body, /: a first payment of \$48\.15 and 52 weekly payments of \$32\.21, \$1,733\.40 in total;/);
  const copy = messageTexts.agreement_copy({
    ...{ ...person, ...lease, ...fixed, lastPayment: 31_99, totalWithTax: 1_733_40, firstPayment: 58_85, isPaid: true },
    ...{ nextDueOn: '2026-12-04', lastDueOn: '2027-11-19', documentUrl: null, sha256: '9f2c' },
  });
  assert.match(copy.body, /Payments: a first one of \$48\.15, then 52 weekly, \$32\.21 each, the last one \$31\.99/);
});

test('every message names its amounts and days', () => {
  const said: [MessageKind, string[]][] = [
    ['password_reset', ['271828', '5 minutes']],
    ['passcode', ['271828', 'works once']],
    ['signature_code', ['271828', '$210.00 in total', 'Marlow & Finch']],
    [
      'signing_link',
      ['52 weekly', '$4.04', '$210.00 in total', '$105.00', 'November 23, 2026', 'https://pay.example/pay'],
    ],
    ['application_approved', ['$1,500.00', '$57.70', 'January 19, 2027']],
    ['approval_ends', ['$1,500.00', '$3,000.00 in total', 'January 19, 2027']],
    ['documents_needed', ['https://pay.example/pay?id=7', 'December 21, 2026', 'not send them by e-mail']],
    ['agreement_copy', ['52 weekly', '$4.04', '$3.96', '$105.00', '$210.00', 'December 4, 2026', 'November 19, 2027']],
    ['lease_cancelled_refund', ['$4.04', 'before delivery']],
    ['lease_vested', ['Ohio', '50%', 'Halden desk lamp', '$1.08']],
    ['tax_changed', ['$4.37', 'January 8, 2027', '$0.33']],
    ['lease_resumed', ['$4.37 on March 5, 2027', 'Nothing was charged']],
    ['lease_expired_refund', ['$4.04', 'did not confirm']],
    ['shipment_confirmed', ['Blue Freight', '8841-20077', 'November 21, 2026', '2 × Linen cushion']],
    ['delivery_confirmed', ['November 25, 2026', '$4.04 on December 4, 2026']],
    ['payment_received', ['$20.00', '$181.98']],
    ['first_payment_taken', ['$4.04', 'as you allowed when you signed']],
    ['first_payment_failed', ['$4.04', 'Nothing was charged', 'you owe nothing']],
    ['return_confirmed', ['$2.02 on December 4, 2026', '$4.04']],
  ];
  for (const [kind, parts] of said)
    for (const part of parts) assert.ok(written[kind].body.includes(part), `${kind}: ${part}`);
});

test('a first payment that waits for the shipment is not told as paid', () => {
  const waits = { ...person, ...lease, frequency: 'weekly', count: 52, payment: 4_04, lastPayment: 3_96 } as const;
  const figures = { ...waits, cashPrice: 105_00, totalWithTax: 210_00, firstPayment: 4_04, sha256: '9f2c' };
  const days = { nextDueOn: '2026-12-04', lastDueOn: '2027-11-19', documentUrl: null } as const;
  const signed = { ...figures, atShipment: true, documentUrl: 'https://pay.example/agreements/1/x' };
  for (const [texts, copied, told] of [
    [
      messageTexts,
      'First payment, taken when your order is shipped: $4.04',
      'is authorized. Nothing is charged before',
    ],
    [messageTextsEs, 'Primer pago, se cobra cuando se envíe su pedido: $4.04', 'se autorice su primer pago de $4.04.'],
  ] as const) {
    const copy = texts.agreement_copy({ ...figures, ...days, isPaid: false }).body;
    assert.ok(copy.includes(copied), copy);
    assert.doesNotMatch(copy, /Paid at|Pagado al/);
    assert.ok(texts.agreement_signed(signed).body.includes(told));
  }
});

test('a code fits into one text message', () => {
  for (const kind of ['password_reset', 'passcode', 'signature_code'] as const)
    for (const { body } of [written[kind], spanish[kind]]) assert.ok(body.length <= 160, `${kind}: ${body.length}`);
});

test('the notice of a declined application says everything that the law lists', () => {
  const { body } = written.application_declined;
  for (const part of [
    'November 20, 2026',
    'we can’t offer you a lease today',
    '- Income insufficient',
    '- Length of employment',
    'Sample Bureau\n1 Report Way, Atlanta, GA 30301\n(800) 555-0199',
    'did not make this decision and cannot explain',
    'free copy of your report from it if you ask within 60 days',
    'right to dispute it',
    'Yours was 44 on November 20, 2026, on a scale from -1 to 109. It was made by Sample Score',
    '- Recent inquiries',
    'FlexPay Leasing, Inc.\n100 Sample Street, Wilmington, DE 19801',
    'Equal Credit Opportunity Act prohibits discrimination',
    'Federal Trade Commission\nWashington, DC 20580\n1-877-382-4357',
  ])
    assert.ok(body.includes(part), part);
});

test('a notice names every agency whose report was used, once each, and the rights against them once', () => {
  const accountAgency = {
    name: 'Sample Accounts',
    address: '2 Report Way, Atlanta, GA 30301',
    phone: '(800) 555-0198',
  };
  const ofReports = decline.agency!;
  const nobody = { ...decline, agency: null };
  const cases: [NoticeTo & NoticeFacts, string[]][] = [
    [nobody, []],
    [{ ...nobody, accountAgency: null }, []],
    [decline, ['Sample Bureau']],
    [{ ...nobody, accountAgency }, ['Sample Accounts']],
    [{ ...decline, accountAgency }, ['Sample Bureau', 'Sample Accounts']],
    [{ ...decline, accountAgency: ofReports }, ['Sample Bureau']],
  ];
  for (const [about, names] of cases) {
    for (const [texts, based, rights] of [
      [
        messageTexts,
        /information in a report from this consumer reporting agency:\n(.*)/g,
        /Fair Credit Reporting Act/g,
      ],
      [messageTextsEs, /informe de esta agencia de informes del consumidor:\n(.*)/g, /Fair Credit Reporting Act/g],
    ] as const) {
      const { body } = texts.application_declined(about);
      assert.deepEqual(
        [...body.matchAll(based)].map(([, name]) => name),
        names,
      );
      assert.equal(body.match(rights)?.length ?? 0, names.length > 0 ? 1 : 0);
      if (names.includes('Sample Accounts'))
        assert.ok(body.includes('2 Report Way, Atlanta, GA 30301\n(800) 555-0198'));
    }
  }
  const { agency, ...old } = nobody;
  assert.deepEqual(agenciesOf(old as unknown as NoticeFacts), [], 'a notice from before an agency was named');
});

test('the notice of a lower limit names both amounts, and that of an ended approval what goes on', () => {
  assert.match(written.limit_notice.body, /up to \$625\.00\. You had asked for \$900\.00/);
  const ended = messageTexts.application_declined({ ...decline, action: 'revoked' });
  assert.match(ended.body, /changes nothing about a lease that you have signed/);
});

test('every message is there in Spanish: the same figures, names and paragraphs, and no English left', () => {
  assert.deepEqual(Object.keys(spanish), Object.keys(written));
  const figures = (text: string) => (text.match(/\d[\d,.-]*\d|\d/g) ?? []).sort();
  for (const kind of Object.keys(written) as MessageKind[]) {
    const [english, inSpanish] = [written[kind], spanish[kind]];
    assert.deepEqual(figures(inSpanish.body), figures(english.body), kind);
    assert.deepEqual(figures(inSpanish.subject), figures(english.subject), kind);
    assert.equal(inSpanish.body.split('\n').length, english.body.split('\n').length, kind);
    for (const name of ['Marlow & Finch', '1234567890', 'Blue Freight', 'FlexPay'])
      assert.equal(inSpanish.body.includes(name), english.body.includes(name), `${kind}: ${name}`);
    assert.deepEqual(lintDisclosure(`${inSpanish.subject}\n${inSpanish.body}`, 'es'), [], kind);
    assert.doesNotMatch(inSpanish.body, /\b(the|your|you|payments?|lease|order|items)\b/i, kind);
  }
});

test('the notice says the same in Spanish: every figure, name and address, in the same order', () => {
  for (const about of [
    decline,
    { ...decline, action: 'revoked' },
    { ...decline, action: 'lower_limit', requested: 900_00, limit: 625_00 },
    { ...decline, action: 'lower_limit', requested: null, limit: 625_00 },
    { ...decline, agency: null, score: null },
    { ...decline, accountAgency: { ...decline.agency!, name: 'Sample Accounts' } },
  ] as const) {
    const english = messageTexts.application_declined(about);
    const inSpanish = messageTextsEs.application_declined(about);
    // The day before the month or after it: each date has the same two numbers.
    const figures = (text: string) => (text.match(/[\d][\d,.-]*\d|\d/g) ?? []).sort();
    assert.deepEqual(figures(inSpanish.body), figures(english.body));
    assert.equal(inSpanish.body.split('\n').length, english.body.split('\n').length, 'the same paragraphs and reasons');
    assert.deepEqual(lintDisclosure(`${inSpanish.subject}\n${inSpanish.body}`, 'es'), []);
  }
});

test('a notice without a consumer report does not speak of one', () => {
  const { body } = messageTexts.application_declined({ ...decline, agency: null, score: null });
  assert.doesNotMatch(body, /report|score|agency did not/i);
});

test('no message speaks of borrowing or of a sanctions list', () => {
  for (const { subject, body } of Object.values(written))
    assert.doesNotMatch(
      `${subject}\n${body}`.replace(/(Fair|Equal|Consumer) Credit (Reporting|Opportunity|Protection) Act/g, 'the Act'),
      /\bloans?\b|interest|credit|financ|same as cash|OFAC|sanction|undefined|null/i,
    );
});

test('the list of messages names every kind', () => {
  const list = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  for (const kind of Object.keys(messageTexts)) assert.ok(list.includes(`| \`${kind}\` |`), kind);
});
