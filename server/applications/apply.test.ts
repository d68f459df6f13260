import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { carryOut } from '#server/carry-out.ts';
import { createUser } from '#server/customers/create-user.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { openPaymentMethod } from '#server/customers/open-payment-method.ts';
import type { House } from '#server/house.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { inbox } from '#server/messages/inbox.ts';
import { isRefused } from '#server/outcome.ts';
import { dayMs, must, type TestHouse, testHouse } from '#server/test-house.ts';
import { apply } from './apply.ts';
import { getMe } from './get-me.ts';
import type { SubmitApplication } from './submit-application.ts';

let built: TestHouse;
let house: House;
let merchantId: string;

before(async () => {
  built = await testHouse();
  house = built.house;
  merchantId = (await must(house, () => createMerchant(house, { name: 'Sofas' }))).merchantId;
});
after(() => built.close());

test('a customer with an income is decided by the scorecard, and asked again gets the same decision', async () => {
  const customerId = await customer('ada@example.com');
  const view = await must(house, () => applyAs(customerId));
  // 40 + 12 for 3,500 a month + 3 for weekly pay = 55: grade C, 0.60 of the income is more than its cap of 1,500.
  assert.deepEqual(
    { ...view.decision, applicationId: '', createdAt: '' },
    {
      applicationId: '',
      approved: true,
      status: 'approved',
      spendingLimit: 1500,
      availableBalance: 1500,
      availableWeeklySpending: 57.7,
      createdAt: '',
    },
  );
  const again = await must(house, () => applyAs(customerId, { monthlyIncome: '9000' }));
  assert.equal(again.decision?.applicationId, view.decision?.applicationId);
  const me = await must(house, () => getMe(house, { merchantId, customerId, leaseFactor: '2.00', deniedAs: 'denied' }));
  assert.deepEqual(me, again);
});

test('an approval ends after its sixtieth day, and the customer may apply again', async () => {
  const mine = await testHouse();
  try {
    const shop = (await must(mine.house, () => createMerchant(mine.house, { name: 'Beds' }))).merchantId;
    const user = await must(mine.house, () =>
      createUser(mine.house, { ...ada, merchantId: shop, email: 'bo@example.com' }),
    );
    const wanted = {
      ...answers,
      merchantId: shop,
      customerId: user.userId,
      leaseFactor: '2.00',
      deniedAs: 'denied' as const,
    };
    const first = await must(mine.house, () => apply(mine.house, wanted));
    const me = () => must(mine.house, () => getMe(mine.house, { ...wanted }));
    mine.advance(60 * dayMs);
    assert.equal((await me()).decision?.status, 'approved');
    mine.advance(dayMs);
    assert.equal((await me()).decision, null);
    const second = await must(mine.house, () => apply(mine.house, wanted));
    assert.notEqual(second.decision?.applicationId, first.decision?.applicationId);
  } finally {
    await mine.close();
  }
});

for (const [why, change, reasons] of [
  ['a state without an offer', { contact: { state: 'WY' } }, 'We do not offer leases in your state'],
  ['someone under age', { dateOfBirth: '2008-11-22' }, 'You do not meet the minimum age'],
  ['an income under 1,000', { monthlyIncome: '999.99' }, 'Income below our minimum'],
  ['the magic number 666-02', { ssn: '666-02-0000' }, 'Recent insufficient funds'],
] as const) {
  test(`${why} is denied with a notice that names the reason`, async () => {
    const email = `no-${reasons.length}-${why.length}@example.com`;
    const customerId = await customer(email);
    const { contact, ...rest } = { contact: {}, ...change };
    const view = await must(house, () => applyAs(customerId, { ...rest, contact: { ...answers.contact, ...contact } }));
    assert.deepEqual(
      [view.decision?.status, view.decision?.approved, view.decision?.spendingLimit],
      ['denied', false, 0],
    );
    const known = { merchantId, customerId, leaseFactor: '2.00' };
    const old = await must(house, () => getMe(house, { ...known, deniedAs: 'failed' }));
    assert.deepEqual(old.decision, { ...view.decision, status: 'failed' });
    const { messages } = await must(house, () => inbox(house, { to: email }));
    const [letter] = messages;
    assert.equal(letter?.kind, 'application_declined');
    assert.ok(letter?.body.includes(reasons));
  });
}

test('the magic number 666-01-1234 is approved for 1,234 dollars', async () => {
  const magic = await customer('magic@example.com');
  const view = await must(house, () => applyAs(magic, { ssn: '666011234' }));
  assert.equal(view.decision?.spendingLimit, 1234);
});

test('a decision that fails or does not come stays open and is never a yes', async () => {
  for (const [ssn, status] of [
    ['666990000', 'error'],
    ['666230000', 'pending'],
  ] as const) {
    const customerId = await customer(`open-${status}@example.com`);
    const view = await must(house, () => applyAs(customerId, { ssn }));
    assert.deepEqual([view.decision?.status, view.decision?.approved], [status, false]);
  }
});

test('every answer that is not right is named in the words of the wire', async () => {
  const customerId = await customer('wrong@example.com');
  const outcome = await applyAs(customerId, {
    ssn: '12345678',
    dateOfBirth: '2000-02-30',
    bank: { routingNumber: '084009519', accountNumber: '123', accountType: 'checking' },
    contact: { ...answers.contact, mobilePhone: '123', postalCode: 'x', street1: 'PO Box 12' },
    country: 'CA',
  });
  assert.ok(isRefused(outcome) && outcome.refused === 'ValidationError');
  const fields = (outcome.data?.fields ?? []) as { path: string }[];
  const paths = fields.map(({ path }) => path);
  assert.deepEqual(paths.sort(), [
    'bankAccount.account',
    'bankAccount.routing',
    'country',
    'dateOfBirth',
    'mobilePhone',
    'postalCode',
    'ssn',
    'street1',
  ]);
});

test('numbers that could hurt a person lie sealed, and open only where they were put', async () => {
  const customerId = await customer('sealed@example.com');
  await must(house, () => applyAs(customerId));
  const { rows } = await house.db.pool.query(
    `select (select to_jsonb(i) from customer_identity i where customer_id = $1)::text ||
      (select to_jsonb(b) from payment_method b where customer_id = $1)::text as everything`,
    [customerId],
  );
  assert.ok(!rows[0].everything.includes('123456780') && !rows[0].everything.includes('4400001234'));
  const facts = await customerFacts(house, customerId);
  assert.equal(facts?.bankAccount?.accountLast4, '1234');
  const { paymentMethodId } = facts!.primaryMethod!;
  const opened = await openPaymentMethod(house, { customerId, paymentMethodId }, 'first-payment');
  assert.ok(opened !== null && 'bankAccount' in opened);
  assert.equal(opened.bankAccount.accountNumber, '4400001234');
});

test('two applications in the same moment are one', async () => {
  const customerId = await customer('twice@example.com');
  const both = [1, 2].map(() => carryOut(house, () => applyAs(customerId)));
  const outcomes = await Promise.all(both);
  const { rows } = await house.db.pool.query('select count(*) from application where customer_id = $1', [customerId]);
  assert.equal(rows[0].count, 1);
  assert.ok(outcomes.some((outcome) => 'answer' in outcome));
});

const ada = { firstName: 'Ada', lastName: 'Byron', password: 'correct horse' };

const answers = {
  contact: {
    mobilePhone: '(512) 555-0100',
    street1: '1 Main St',
    street2: null,
    city: 'Austin',
    state: 'TX',
    postalCode: '78701',
  },
  country: 'US',
  dateOfBirth: '1990-10-10',
  ssn: '123-45-6780',
  monthlyIncome: '3500',
  payFrequency: 'weekly',
  nextPayDate: '2026-11-27',
  employer: null,
  bank: { routingNumber: '110000000', accountNumber: '4400001234', accountType: 'checking' as const },
  requested: null,
  optInMarketing: false,
  ipAddress: '127.0.0.1',
  origin: { callerAddress: '127.0.0.1', customerAddress: null, deviceId: null },
  userAgent: 'a test',
};

async function customer(email: string): Promise<string> {
  return (await must(house, () => createUser(house, { ...ada, merchantId, email }))).userId;
}

async function applyAs(customerId: string, change: Partial<SubmitApplication> = {}) {
  return apply(house, { ...answers, merchantId, customerId, leaseFactor: '2.00', deniedAs: 'denied', ...change });
}
