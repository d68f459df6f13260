import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Closed, Opened } from '#contract/modal/calls.ts';
import type { View } from '#contract/modal/view.ts';
import { agreementPages } from '#server/agreements/pages.ts';
import { routes as applicationRoutes } from '#server/applications/routes.ts';
import { routes as checkoutRoutes } from '#server/checkout/routes.ts';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import { commit } from '#server/db/commit.ts';
import { write } from '#server/db/write.ts';
import { buildServer } from '#server/http/server.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { routes as messageRoutes } from '#server/messages/routes.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';
import { booksAreRight } from '#server/test-shopper.ts';
import { routes } from './routes.ts';

const hourMs = 3_600_000;

let built: TestHouse;
let server: ReturnType<typeof buildServer>;
let apiKey: string;
before(async () => {
  built = await testHouse();
  const all = [...routes, ...customerRoutes, ...applicationRoutes, ...checkoutRoutes, ...messageRoutes];
  server = buildServer(built.house, all, (door) => agreementPages(door, built.house));
  apiKey = (await must(built.house, () => createMerchant(built.house, { name: 'Lamps' }))).apiKey;
});
after(async () => {
  await server.close();
  await built.close();
});

test('asPdf answers with the same agreement as a PDF, from create-lease and from get-lease', async () => {
  const ada = await shopper('pdf@lease.example');
  const asPdf = await ada.lease(order('PDF-1'), '?asPdf=true');
  assert.equal(decoded(asPdf.contract).subarray(0, 5).toString(), '%PDF-');
  const got = await ada.get(asPdf.leaseId, '?asPdf=true');
  assert.equal(got.contract, asPdf.contract, 'the same bytes, whenever it is made');
  assert.match(decoded((await ada.get(asPdf.leaseId)).contract).toString(), /^<!doctype html>/);
});

test('sendLink sends the price and the way to the signature, where the customer logs in, reads, signs and pays', async () => {
  const ada = await shopper('link@lease.example');
  const { leaseId } = await ada.lease(order('SEND-1'), '?sendLink=true');
  const [letter, sms] = [await lastMessage('link@lease.example'), await lastMessage('5125550142')];
  assert.match(letter.body, /52 weekly payments of \$5\.03, \$261\.34 in total; the cash price is \$130\.67/);
  assert.equal(sms.body, letter.body);
  const id = /\/pay\?id=([0-9a-f]{24})/.exec(letter.body)?.[1] ?? '';

  const page = await open({ link: id });
  assert.deepEqual(
    [page.view.step, page.view.customer, page.view.agreement, page.view.hosted?.signsOnly, page.view.order?.totalCents],
    ['email', null, null, true, 130_67],
  );
  await shopper('somebody@lease.example');
  assert.equal((await page.refused('email', { email: 'somebody@lease.example' })).data.fields?.[0]?.path, 'email');
  assert.equal((await page.refused('email', { email: 'nobody@lease.example' })).data.fields?.[0]?.path, 'email');
  assert.equal((await page.say('email', { email: 'link@lease.example' })).step, 'password');
  const read = await page.say('password', { password: 'sandbox-Ada-1' });
  assert.deepEqual([read.step, read.agreement?.leaseId, read.back], ['agreement', leaseId, null]);
  assert.equal((await page.say('back', { to: 'review' })).step, 'agreement', 'its price is not chosen again');
  const pdf = await page.ask('agreement-pdf', {});
  assert.equal(decoded(pdf.json().data.pdf).subarray(0, 5).toString(), '%PDF-');

  await page.say('code-send', {});
  await page.say('signature', {
    typedName: 'Ada Lovelace',
    eRecordsConsent: true,
    eRecordsCode: /<span class="code">([^<]+)<\/span>/.exec(read.agreement?.html ?? '')?.[1] ?? '',
    totalAcknowledged: true,
    earlyPurchaseAcknowledged: true,
    oneTimeCode: /\d{6}/.exec((await lastMessage('link@lease.example')).body)?.[0] ?? '',
  });
  const paid = await page.say('pay', { debitAuthorized: true });
  assert.equal(paid.done?.transactionId, 'SEND-1');
  assert.equal((await ada.get(leaseId)).leaseStatus, 'signed');
  const copy = /(\/agreements\/\S+\/agreement\.pdf)/.exec((await lastMessage('link@lease.example')).body)?.[1] ?? '';
  const signedPdf = await server.inject({ url: copy });
  assert.deepEqual([signedPdf.statusCode, signedPdf.headers['content-type']], [200, 'application/pdf']);
  assert.equal((await closed({ link: id })).why, 'signed');
  await booksAreRight(built.house);
});

test('withToken opens one agreement for an hour: to read it, and to sign it after a login', async () => {
  const ada = await shopper('token@lease.example');
  const { agreementToken, leaseId } = await ada.lease(order('TOKEN-1'), '?withToken=true');
  const document = (token: string, accept = 'text/html') =>
    server.inject({ url: '/agreements/document', headers: { 'agreement-token': token, accept } });
  assert.match((await document(agreementToken)).body, /Rental-Purchase Agreement/);
  assert.equal((await document(agreementToken, 'application/pdf')).headers['content-type'], 'application/pdf');
  assert.equal((await document('guessed')).statusCode, 401);

  const page = await open({ agreementToken });
  assert.deepEqual(
    [page.view.step, page.view.customer?.email, page.view.agreement],
    ['password', 'token@lease.example', null],
  );
  assert.equal((await page.say('password', { password: 'sandbox-Ada-1' })).agreement?.leaseId, leaseId);
  const { rows } = await built.house.db.pool.query('select * from checkout_link where lease_id = $1', [leaseId]);
  assert.ok(!JSON.stringify(rows).includes(agreementToken), 'only its hash is kept');
  assert.equal((await closed({ link: rows[0].link_id })).why, 'unknown', 'its id is no way in');

  built.advance(hourMs);
  assert.equal((await document(agreementToken)).statusCode, 401);
  assert.equal((await closed({ agreementToken })).why, 'expired');
});

test('without options nothing is sent and no token is told', async () => {
  const ada = await shopper('plain@lease.example');
  const answer = await ada.lease(order('PLAIN-1'), '?sendLink=false&withToken=&asPdf=false');
  assert.equal('agreementToken' in answer, false);
  assert.doesNotMatch((await lastMessage('plain@lease.example'))?.body ?? '', /\/pay/);
});

test('a discount comes off every line in proportion, to the last cent, and what is echoed is echoed', async () => {
  const ada = await shopper('discount@lease.example');
  const items = [
    { ...lamp, sku: 'A', cost: '33.33', quantity: 1, shipping: { cost: '1.10' } },
    { ...lamp, sku: 'B', cost: '33.33', quantity: 1, shipping: { cost: 2.2 } },
    { ...lamp, sku: 'C', cost: '33.34', quantity: 1, shipping: undefined },
  ];
  const body = { transactionId: 'OFF-1', orderId: 4711, items, totalDiscount: 10.01, payTomorrowTaxTotal: '8.25' };
  const answer = await ada.lease(body);
  assert.deepEqual([answer.cashPrice, answer.payTomorrowTaxTotal], [93.29, 8.25]);
  assert.equal((await ada.get(answer.leaseId)).payTomorrowTaxTotal, 8.25);
  const { rows } = await built.house.db.pool.query(
    `select l.order_id, x.cash_cents from lease l join lease_line x using (customer_id, lease_id)
      where l.transaction_id = 'OFF-1' order by x.line`,
  );
  assert.deepEqual(
    rows.map(({ cash_cents }) => cash_cents),
    [29_99, 30_00, 30_00, 3_30],
  );
  assert.equal(rows[0].order_id, '4711');
});

for (const [cost, refused] of [
  ['49.94', 'LeaseAmountNotSatisfied'],
  ['49.95', null],
  ['1500', null],
  ['1500.01', 'ExceedSpendingLimitError'],
] as const) {
  test(`an order of ${cost} with a limit of 1,500.00: ${refused ?? 'a lease'}`, async () => {
    const ada = await shopper(`amount-${cost}@lease.example`);
    assert.equal(
      await ada.refusal({ transactionId: `AMOUNT-${cost}`, items: [{ ...lamp, cost, shipping: undefined }] }),
      refused,
    );
  });
}

for (const [refused, change] of [
  ['SpendingHold', 'spending_hold = true'],
  ['VerificationRequired', `verification_status = 'pending'`],
  ['DecisionRequired', `approval_expires_on = '2026-01-01'`],
] as const) {
  test(`no lease while the customer’s record says ${change}: ${refused}`, async () => {
    const ada = await shopper(`${refused.toLowerCase()}@lease.example`);
    const changed = { sql: [`update customer set ${change} where customer_id = `, ''], values: [ada.userId] };
    await commit(built.house.db, [changed]);
    assert.equal(await ada.refusal(order(`HELD-${refused}`)), refused);
  });
}

test('an id that was used is refused before anything else is looked at', async () => {
  const ada = await shopper('used@lease.example');
  await ada.lease(order('USED-1'));
  await commit(built.house.db, [write`update customer set spending_hold = true where customer_id = ${ada.userId}`]);
  assert.equal(await ada.refusal(order('USED-1')), 'InvalidTransactionId');
});

const lamp = {
  sku: 'LAMP-1',
  description: 'Desk lamp',
  brand: 'Halden',
  cost: 120.34,
  quantity: 1,
  shipping: { cost: '10.33', method: 'UPS' } as { cost: string | number; method?: string } | undefined,
};

const order = (transactionId: string) => ({ transactionId, items: [lamp] });

const decoded = (base64: string): Buffer => Buffer.from(base64, 'base64');

/** Somebody approved for 1,500.00, and what the store asks for them. */
async function shopper(email: string) {
  const post = async (url: string, payload: object, token = '') => {
    built.advance(100);
    return server.inject({ method: 'POST', url, payload, headers: { authorization: apiKey, 'customer-token': token } });
  };
  const names = { firstName: 'Ada', lastName: 'Lovelace' };
  const made = await post('/v3/users', { ...names, email, password: 'sandbox-Ada-1' });
  const { userId, token } = made.json().data;
  const applied = await post('/v3/users/me/apply', application, token);
  assert.equal(applied.statusCode, 200, applied.body);
  return {
    userId: userId as string,
    lease: async (body: object, query = '') => {
      const answer = await post(`/v3/leases${query}`, body, token);
      assert.equal(answer.statusCode, 200, answer.body);
      return answer.json().data;
    },
    refusal: async (body: object): Promise<string | null> =>
      (await post('/v3/leases', body, token)).json().error?.code ?? null,
    get: async (leaseId: string, query = '') => {
      const headers = { authorization: apiKey, 'customer-token': token };
      return (await server.inject({ url: `/v3/leases/${leaseId}${query}`, headers })).json().data;
    },
  };
}

const application = {
  street1: '12 Oak Street',
  city: 'Austin',
  regionAbbr: 'TX',
  postalCode: '78701',
  country: 'US',
  mobilePhone: '512-555-0142',
  dateOfBirth: '1990-10-10',
  ssn: '666-01-1500',
  employmentInformation: { monthlyIncome: 4_000, payFrequency: 'biweekly' },
  bankAccount: { routing: '110000000', account: '12340001', type: 'checking' },
};

async function lastMessage(to: string): Promise<{ body: string }> {
  return (await server.inject({ url: `/sandbox/inbox?to=${to}` })).json().data.messages[0];
}

type Refusal = { code: string; data: { fields?: { path: string }[] } };

async function open(way: object) {
  const answer = await call('open-link', way);
  assert.equal(answer.statusCode, 200, answer.body);
  const { session, view }: Opened = answer.json().data;
  const ask = (verb: string, body: object) => call(verb, body, session);
  return {
    view,
    ask,
    say: async (verb: string, body: object): Promise<View> => {
      const said = await ask(verb, body);
      assert.equal(said.statusCode, 200, `${verb}: ${said.body}`);
      return said.json().data;
    },
    refused: async (verb: string, body: object): Promise<Refusal> => (await ask(verb, body)).json().error,
  };
}

async function closed(way: object): Promise<Closed> {
  return (await call('open-link', way)).json().error.data;
}

function call(verb: string, body: object, session?: string) {
  built.advance(100);
  const headers = session === undefined ? {} : { 'x-flexpay-session': session };
  return server.inject({ method: 'POST', url: `/modal/api/${verb}`, payload: body, headers });
}
