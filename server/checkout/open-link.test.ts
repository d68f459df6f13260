import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Closed, Opened } from '#contract/modal/calls.ts';
import type { View } from '#contract/modal/view.ts';
import { buildServer } from '#server/http/server.ts';
import { routes as linkRoutes } from '#server/links/routes.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { routes as messageRoutes } from '#server/messages/routes.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';
import { booksAreRight } from '#server/test-shopper.ts';
import { routes } from './routes.ts';

const hourMs = 3_600_000;

const sofa = {
  description: 'Sofa',
  sku: 'S-1',
  brand: 'Tilda',
  cost: 120.34,
  quantity: 1,
  condition: 'New',
  shipping: { cost: '10.33', method: 'ground' },
};

let built: TestHouse;
let server: ReturnType<typeof buildServer>;
let apiKey: string;
let authKey: string;

before(async () => {
  built = await testHouse();
  server = buildServer(built.house, [...linkRoutes, ...routes, ...messageRoutes]);
  ({ apiKey, authKey } = await must(built.house, () => createMerchant(built.house, { name: 'Sofas' })));
});
after(async () => {
  await server.close();
  await built.close();
});

test('the link of a checkout leads a new customer to a signed lease; then the link says so to everybody', async () => {
  const { id, redirectUri } = await checkout({
    ...order('LINK-1'),
    customer,
    returnUrl: 'https://sofas.example/orders',
  });
  assert.match(id, /^[0-9a-f]{24}$/);
  assert.equal(redirectUri, `http://127.0.0.1:4300/pay?id=${id}`);
  const shopper = await open(id);
  assert.deepEqual(
    [shopper.view.step, shopper.view.customer?.email, shopper.view.order?.totalCents, shopper.view.hosted],
    [
      'email',
      'ana@hosted.example',
      130_67,
      { returnUrl: 'https://sofas.example/orders', signsOnly: false, kiosk: false },
    ],
  );
  const profileStep = await shopper.say('email', { email: 'ana@hosted.example' });
  assert.deepEqual(profileStep.draft.profile, { ...typedProfile, street2: '', optInMarketing: false });
  const payment = await walkToPayment(shopper, 'ana@hosted.example');
  assert.equal(payment.step, 'payment');
  const paid = await shopper.say('pay', { debitAuthorized: true });
  assert.equal(paid.done?.transactionId, 'LINK-1');

  const again = await open(id, shopper.device);
  assert.deepEqual([again.view.step, again.view.done?.leaseNumber], ['done', paid.done?.leaseNumber]);
  const stranger = await closed(id);
  assert.deepEqual(stranger, {
    why: 'signed',
    store: 'Sofas',
    returnUrl: 'https://sofas.example/orders',
    leaseEnds: paid.done?.leaseNumber.slice(-4),
    brand: { name: 'FlexPay', supportText: 'support@flexpay.example' },
  });
  const refused = await ask('POST', order('LINK-1'));
  assert.deepEqual([refused.statusCode, refused.json().error.code], [400, 'InvalidTransactionId']);
  await booksAreRight(built.house);
});

test('a forwarded link shows a second browser the goods and nothing of the person, until they log in', async () => {
  const { id } = await checkout({ ...order('FORWARD-1'), customer: { ...customer, email: 'first@hosted.example' } });
  const first = await open(id);
  await first.say('email', { email: 'first@hosted.example' });
  await first.say('profile', { ...typedProfile, password: 'correct horse', optInMarketing: false });
  await first.say('personal', personal);
  await first.say('bank', bank);
  await first.say('review', {});
  await first.say('frequency', { frequency: 'monthly' });
  const made = await first.say('agreement', {});

  const second = await open(id);
  assert.deepEqual(
    [second.view.step, second.view.customer, second.view.draft, second.view.deliverTo, second.view.order?.totalCents],
    ['email', null, {}, null, 130_67],
  );
  assert.equal((await second.say('email', { email: 'first@hosted.example' })).step, 'password');
  const there = await second.say('password', { password: 'correct horse' });
  assert.deepEqual(
    [there.step, there.agreement?.leaseId, there.offer?.frequency],
    ['agreement', made.agreement?.leaseId, 'monthly'],
  );
  assert.equal((await first.say('view', {})).step, 'agreement');
});

test('a login on the hosted page counts in the store’s modal on the same device, and in no other browser', async () => {
  const { id } = await checkout(order('SHARED-1'));
  const hosted = await open(id);
  await hosted.say('email', { email: 'shared@hosted.example' });
  await hosted.say('profile', { ...typedProfile, password: 'correct horse', optInMarketing: false });
  const frame = async (cookie: string) => {
    const payload = { authKey, parentOrigin: 'https://shop.example', order: order('SHARED-2') };
    const answer = await server.inject({ method: 'POST', url: '/modal/api/open', payload, headers: { cookie } });
    const { view }: Opened = answer.json().data;
    return [view.step, view.customer?.email ?? null];
  };
  assert.deepEqual(await frame(`__Host-flexpay-device=${hosted.device}`), ['personal', 'shared@hosted.example']);
  assert.deepEqual(await frame(''), ['email', null]);
});

test('a link for another device goes to the customer alone, is the same again, and logs nobody in', async () => {
  const frame = async (device?: string) => {
    const payload = { authKey, parentOrigin: 'https://shop.example', order: order('ELSEWHERE-1'), device };
    const answer = await server.inject({ method: 'POST', url: '/modal/api/open', payload });
    return answer.json().data as Opened;
  };
  const begun = await frame();
  const ask = (verb: string, body: object) => call(verb, body, begun.session);
  assert.equal((await ask('continue-elsewhere', { transport: 'email' })).statusCode, 401);
  await ask('email', { email: 'elsewhere@hosted.example' });
  await ask('profile', { ...typedProfile, password: 'correct horse', optInMarketing: false });
  const { address } = (await ask('continue-elsewhere', { transport: 'email' })).json().data;
  assert.equal((await ask('continue-elsewhere', { transport: 'sms' })).json().data.address, address);
  const inbox = await server.inject({ method: 'GET', url: '/sandbox/inbox?to=elsewhere@hosted.example' });
  assert.ok(inbox.json().data.messages[0].body.includes(address));
  const there = await open(new URL(address).searchParams.get('id') ?? '');
  assert.deepEqual([there.view.step, there.view.customer, there.view.order?.totalCents], ['email', null, 130_67]);
  await there.say('email', { email: 'elsewhere@hosted.example' });
  assert.equal((await there.say('password', { password: 'correct horse' })).step, 'personal');
});

test('the store’s words about one shopper are not shown to another', async () => {
  const { id } = await checkout({ ...order('OTHER-1'), customer });
  const shopper = await open(id);
  const profile = await shopper.say('email', { email: 'somebody-else@hosted.example' });
  assert.deepEqual([profile.step, profile.draft], ['profile', {}]);
});

test('the same request is the same page; another cart of the transaction ends the older one', async () => {
  const first = await checkout(order('SAME-1'));
  assert.deepEqual(await checkout(order('SAME-1')), first);
  const larger = await checkout({ ...order('SAME-1'), items: [{ ...sofa, quantity: 2 }] });
  assert.notEqual(larger.id, first.id);
  assert.equal((await closed(first.id)).why, 'expired');
  assert.equal((await open(larger.id)).view.order?.totalCents, 2 * 120_34 + 10_33);
});

test('an unsigned draft is replaced by the newer cart of its own customer', async () => {
  const first = await open((await checkout(order('DRAFT-1'))).id);
  await walkToReview(first, 'draft@hosted.example');
  await first.say('agreement', {});
  const { id } = await checkout({ ...order('DRAFT-1'), items: [{ ...sofa, cost: 200 }] });
  const second = await open(id, first.device);
  assert.deepEqual([second.view.step, second.view.offer?.cashPriceCents], ['review', 210_33], 'the login still counts');
  const made = await second.say('agreement', {});
  assert.deepEqual([made.step, made.offer?.cashPriceCents], ['agreement', 210_33]);
});

test('below the minimum and above the limit the page says by how much', async () => {
  const below = await open((await checkout({ ...order('MIN-1'), items: [{ ...sofa, cost: '39.61' }] })).id);
  const review = await walkToReview(below, 'minimum@hosted.example');
  assert.deepEqual(review.check, { underMinimumByCents: 1, overLimitByCents: 0, minimumCents: 49_95 });
  const above = await checkout({ ...order('MAX-1'), items: [{ ...sofa, cost: '1489.68' }] });
  const { view } = await open(above.id, below.device);
  assert.deepEqual([view.step, view.check.overLimitByCents], ['review', 1]);
});

test('an unknown id and one whose time is over are told apart, and neither names a person', async () => {
  assert.deepEqual(await closed('0123456789abcdef01234567'), {
    why: 'unknown',
    store: null,
    returnUrl: null,
    leaseEnds: null,
    brand: { name: 'FlexPay', supportText: 'support@flexpay.example' },
  });
  const { id } = await checkout({ ...order('LATE-1'), customer });
  built.advance(73 * hourMs);
  assert.deepEqual((await closed(id)).why, 'expired');
});

test('discounts come off the order, shipping may stand on top, and what only informs refuses nothing', async () => {
  const { id } = await checkout({
    transactionId: 'FORM-1',
    items: [
      { ...sofa, shipping: undefined, images: [null, '', 'javascript:alert(1)'], productId: 7, mpn: 'm', gtin: '0' },
    ],
    shipping: { cost: 9.66, date: '2026-12-01', method: 'free' },
    discounts: [{ items: [{ value: 10 }, { value: '10.00' }] }, {}],
    total: 1,
    couponCode: 'SPRING',
    customer: { email: 'not an address', phones: { home: 'none' }, address: null },
  });
  const { view } = await open(id);
  assert.deepEqual(
    [view.order?.discountCents, view.order?.shippingCents, view.order?.totalCents, view.order?.lines[0]?.imageUrl],
    [20_00, 9_66, 110_00, null],
  );
  assert.equal(view.customer, null);
});

for (const [what, body, path] of [
  ['nothing to pay', { items: [{ ...sofa, cost: 0, shipping: undefined }] }, 'items'],
  ['a price below zero', { items: [{ ...sofa, cost: -1 }] }, 'items[0].cost'],
  ['a way back that is no page', { returnUrl: 'javascript:alert(1)' }, 'returnUrl'],
  ['a way back with a password in it', { returnUrl: 'https://a:b@sofas.example' }, 'returnUrl'],
] as const) {
  test(`a checkout is refused for ${what}`, async () => {
    const answer = await ask('POST', { ...order('WRONG'), ...body });
    assert.deepEqual([answer.statusCode, answer.json().error.data.fields[0].path], [400, path]);
  });
}

test('in production the way back lies on an origin of the merchant', async () => {
  const house = { ...built.house, settings: { ...built.house.settings, mode: 'production' as const } };
  const production = buildServer(house, linkRoutes);
  const merchant = await must(built.house, () =>
    createMerchant(built.house, { name: 'Strict', origins: ['https://sofas.example'] }),
  );
  const statusFor = async (returnUrl: string) => {
    const headers = { authorization: merchant.apiKey };
    const payload = { ...order('PROD-1'), returnUrl };
    return (await production.inject({ method: 'POST', url: '/v3/checkout', headers, payload })).statusCode;
  };
  assert.deepEqual(
    [await statusFor('https://sofas.example/thanks?x=1'), await statusFor('https://evil.example/thanks')],
    [200, 400],
  );
  await production.close();
});

const customer = {
  firstName: 'Ana',
  lastName: 'Byron',
  email: 'Ana@Hosted.example',
  phones: { home: '(512) 555-0100', mobile: '+1 512 555 0123' },
  address: { street1: '1 Main St', city: 'Austin', region: 'tx', postalCode: '78701-1234' },
};

const typedProfile = {
  firstName: 'Ana',
  lastName: 'Byron',
  mobilePhone: '5125550123',
  street1: '1 Main St',
  city: 'Austin',
  state: 'TX',
  postalCode: '78701',
};

const personal = {
  dateOfBirth: '1990-10-10',
  ssn: '123456780',
  monthlyIncome: '3500.00',
  payFrequency: 'weekly',
  nextPayDate: '2026-12-04',
  inquiryConsent: true,
  contactConsent: true,
};

const bank = {
  routingNumber: '110000000',
  accountNumber: '4400001234',
  accountNumberAgain: '4400001234',
  accountType: 'checking',
};

const order = (transactionId: string) => ({ transactionId, items: [sofa] });

function ask(method: 'GET' | 'POST', payload: object, url = '/v3/checkout') {
  return server.inject({ method, url, payload, headers: { authorization: apiKey } });
}

async function checkout(body: object): Promise<{ id: string; redirectUri: string }> {
  built.advance(100);
  const answer = await ask('POST', body);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json().data;
}

async function open(link: string, device?: string) {
  const answer = await call('open-link', { link, device });
  assert.equal(answer.statusCode, 200, answer.body);
  const opened: Opened = answer.json().data;
  const say = async (verb: string, body: object): Promise<View> => {
    const said = await call(verb, body, opened.session);
    assert.equal(said.statusCode, 200, `${verb}: ${said.body}`);
    return said.json().data;
  };
  return { ...opened, say };
}

type Opener = Awaited<ReturnType<typeof open>>;

async function closed(link: string): Promise<Closed> {
  const answer = await call('open-link', { link });
  assert.ok(answer.statusCode >= 400, answer.body);
  return answer.json().error.data;
}

async function walkToReview(shopper: Opener, email: string): Promise<View> {
  await shopper.say('email', { email });
  await shopper.say('profile', { ...typedProfile, password: 'correct horse', optInMarketing: false });
  await shopper.say('personal', personal);
  await shopper.say('bank', bank);
  return shopper.say('review', {});
}

async function walkToPayment(shopper: Opener, email: string): Promise<View> {
  await walkToReview(shopper, email);
  const { agreement } = await shopper.say('agreement', {});
  await shopper.say('code-send', {});
  const inbox = await server.inject({ method: 'GET', url: `/sandbox/inbox?to=${email}` });
  return shopper.say('signature', {
    typedName: 'Ana Byron',
    eRecordsConsent: true,
    eRecordsCode: /<span class="code">([^<]+)<\/span>/.exec(agreement?.html ?? '')?.[1] ?? '',
    totalAcknowledged: true,
    earlyPurchaseAcknowledged: true,
    oneTimeCode: /\d{6}/.exec(inbox.json().data.messages[0].body)?.[0] ?? '',
  });
}

function call(verb: string, body: object, session?: string) {
  // A shopper takes a moment; messages of one moment have no order.
  built.advance(100);
  const headers = session === undefined ? {} : { 'x-flexpay-session': session };
  return server.inject({ method: 'POST', url: `/modal/api/${verb}`, payload: body, headers });
}
