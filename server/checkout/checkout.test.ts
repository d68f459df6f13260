import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Opened } from '#contract/modal/calls.ts';
import type { View } from '#contract/modal/view.ts';
import { buildServer } from '#server/http/server.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { updateMerchant } from '#server/merchants/update-merchant.ts';
import { routes as messageRoutes } from '#server/messages/routes.ts';
import { dayMs, must, type TestHouse, testHouse } from '#server/test-house.ts';
import { routes } from './routes.ts';

let built: TestHouse;
let server: ReturnType<typeof buildServer>;
let authKey: string;

before(async () => {
  built = await testHouse();
  server = buildServer(built.house, [...routes, ...messageRoutes]);
  authKey = (await must(built.house, () => createMerchant(built.house, { name: 'Sofas' }))).authKey;
});
after(async () => {
  await server.close();
  await built.close();
});

test('a new customer goes from the e-mail to a signed lease, and the page hears of it once', async () => {
  const shopper = await open(order('NEW-1'));
  assert.deepEqual([shopper.view.step, shopper.view.order?.totalCents], ['email', 130_67]);
  assert.equal((await shopper.say('email', { email: 'New@Example.com' })).step, 'profile');
  assert.equal((await shopper.say('profile', profile)).step, 'personal');
  assert.equal((await shopper.say('personal', personal)).step, 'bank');
  const named = await shopper.ask('bank-name', { routingNumber: '021000021' });
  assert.deepEqual(named.json().data, { valid: true, bankName: 'JPMorgan Chase', reason: null });
  const decided = await shopper.say('bank', bank);
  assert.deepEqual(
    [decided.step, decided.decision?.status, decided.decision?.limitCents, decided.decision?.weeklyAtLimitCents],
    ['decision', 'approved', 1_500_00, 57_70],
  );

  const review = await shopper.say('review', {});
  assert.deepEqual(
    [review.step, review.offer?.paymentCents, review.offer?.count, review.offer?.lastCents],
    ['review', 5_03, 52, 4_81],
  );
  assert.equal(review.offer?.options.length, 4);
  assert.deepEqual(review.check, { overLimitByCents: 0, underMinimumByCents: 0, minimumCents: 49_95 });

  const agreement = await shopper.say('agreement', {});
  assert.equal(agreement.step, 'agreement');
  assert.ok(agreement.agreement?.html.includes('Ana Byron') && agreement.agreement.documents.length === 2);
  const payment = await shopper.sign(agreement, 'new@example.com');
  assert.deepEqual(
    [payment.step, payment.payment?.amountCents, payment.payment?.account?.last4],
    ['payment', 5_03, '1234'],
  );
  assert.equal((await shopper.refused('pay', { debitAuthorized: false })).code, 'ValidationError');
  const done = await shopper.say('pay', { debitAuthorized: true });
  assert.deepEqual(
    [done.step, done.done?.transactionId, done.done?.paymentCents, done.done?.heard],
    ['done', 'NEW-1', 5_03, false],
  );

  const reloaded = await open(order('OTHER'), shopper.device);
  assert.deepEqual([reloaded.view.step, reloaded.view.done?.transactionId], ['done', 'NEW-1']);
  assert.equal((await reloaded.say('heard', {})).done?.heard, true);
  const next = await open(order('NEW-2'), shopper.device);
  assert.equal(next.view.step, 'review');
  assert.deepEqual([next.view.decision?.availableCents, next.view.order?.transactionId], [1_500_00 - 130_67, 'NEW-2']);
  assert.equal((await openRefused(order('NEW-1'), shopper.device)).code, 'InvalidTransactionId');
});

test('a known customer logs in on another device and stands at the review', async () => {
  await approved('known@example.com', 'KNOWN-1');
  const again = await open(order('KNOWN-2'));
  const asked = await again.say('email', { email: 'known@example.com' });
  assert.deepEqual(asked.customer, {
    email: 'known@example.com',
    firstName: '',
    lastName: '',
    mobileLast4: '0123',
    hasPassword: true,
    isLoggedIn: false,
  });
  assert.deepEqual([asked.step, asked.draft, asked.decision, asked.deliverTo], ['password', {}, null, null]);
  const wrong = await again.refused('password', { password: 'not this one' });
  assert.deepEqual([wrong.code, wrong.data.fields[0]?.path], ['ValidationError', 'password']);
  const review = await again.say('password', { password: profile.password });
  assert.deepEqual([review.step, review.progress], ['review', { at: 2, of: 4 }]);
});

test('a one-time code stands in for the password', async () => {
  await approved('code@example.com', 'CODE-1');
  const again = await open(order('CODE-2'));
  await again.say('email', { email: 'code@example.com' });
  assert.equal((await again.say('passcode-send', { transport: 'email' })).step, 'passcode');
  const wrong = await again.refused('passcode', { passcode: 'x' });
  assert.equal(wrong.data.fields[0]?.path, 'passcode');
  assert.equal((await again.say('passcode', { passcode: await codeSentTo('code@example.com') })).step, 'review');
});

test('“not you?” forgets the customer and keeps the cart', async () => {
  const shopper = await approved('forget@example.com', 'FORGET-1');
  const view = await shopper.say('forget', {});
  assert.deepEqual(
    [view.step, view.customer, view.draft, view.decision, view.order?.transactionId],
    ['email', null, {}, null, 'FORGET-1'],
  );
});

test('closing and opening again, also in a second tab, goes on where it was with what was typed', async () => {
  const shopper = await open(order('CLOSE-1'));
  await shopper.say('email', { email: 'close@example.com' });
  await shopper.say('profile', profile);
  await shopper.say('personal', personal);
  await shopper.say('close', {});
  const second = await open(order('CLOSE-1'), shopper.device);
  assert.equal(second.view.step, 'bank');
  assert.deepEqual(second.view.draft.personal, {
    dateOfBirth: '1990-10-10',
    ssnLast4: '6780',
    monthlyIncome: '3500.00',
    payFrequency: 'weekly',
    nextPayDate: '2026-11-27',
    employer: '',
    inquiryConsent: true,
    contactConsent: true,
  });
  const back = await second.say('back', { to: 'personal' });
  assert.equal(back.step, 'personal');
  const { ssn: _, ...withoutNumber } = personal;
  assert.equal((await second.say('personal', withoutNumber)).step, 'bank');
});

test('a cart over the limit says by how much, and a smaller one opens at the review', async () => {
  const shopper = await approved('over@example.com', 'OVER-1');
  const big = await open({ ...order('OVER-2'), items: [{ ...sofa, cost: 2000 }] }, shopper.device);
  assert.deepEqual([big.view.step, big.view.check.overLimitByCents], ['review', 510_33]);
  assert.equal((await big.refused('agreement', {})).code, 'ExceedSpendingLimitError');
  const small = await open({ ...order('OVER-2'), items: [{ ...sofa, cost: 10 }] }, shopper.device);
  assert.equal(small.view.check.underMinimumByCents, 49_95 - 20_33);
  assert.equal((await small.refused('agreement', {})).code, 'LeaseAmountNotSatisfied');
});

test('another frequency is another agreement, and the draft before it is void', async () => {
  const shopper = await approved('often@example.com', 'OFTEN-1');
  const weekly = await shopper.say('agreement', {});
  assert.equal((await shopper.say('back', { to: 'review' })).step, 'review');
  const monthly = await shopper.say('frequency', { frequency: 'monthly' });
  assert.deepEqual([monthly.offer?.frequency, monthly.offer?.count], ['monthly', 12]);
  const second = await shopper.say('agreement', {});
  assert.notEqual(second.agreement?.leaseId, weekly.agreement?.leaseId);
  const { rows } = await built.house.db.pool.query(
    "select state, count(*) from lease where transaction_id = 'OFTEN-1' group by state order by state",
  );
  assert.deepEqual(rows, [
    { state: 'offered', count: 1 },
    { state: 'void', count: 1 },
  ]);
});

test('at a store with a fixed first rent the review and the agreement count it beside the payments of the term', async () => {
  const other = await must(built.house, () => createMerchant(built.house, { name: 'Lamps' }));
  await must(built.house, () => updateMerchant(built.house, other.merchantId, { fixedInitialRent: '45' }));
  const { say } = await approved('fixed@example.com', 'FIXED-1', bank, other.authKey);
  const view = await say('frequency', { frequency: 'weekly' });
  // 261.34 of rent less 45.00 over 52 payments: 51 of 4.17 and one of 3.67.
  const { options, firstPaymentCents, paymentCents, count, lastCents, feeCents } = view.offer!;
  assert.deepEqual([firstPaymentCents, paymentCents, count, lastCents, feeCents], [45_00, 4_17, 53, 3_67, 0]);
  assert.deepEqual(options[0], { frequency: 'weekly', paymentCents: 4_17, count: 52, lastCents: 3_67 });
  const { offer } = await say('agreement', {});
  assert.deepEqual([offer?.firstPaymentCents, offer?.paymentCents, offer?.count], [45_00, 4_17, 53]);
});

test('the same transaction id from two devices of a customer is one lease', async () => {
  const first = await approved('two@example.com', 'TWO-1');
  const second = await open(order('TWO-1'));
  await second.say('email', { email: 'two@example.com' });
  await second.say('password', { password: profile.password });
  const both = await Promise.all([first.ask('agreement', {}), second.ask('agreement', {})]);
  assert.deepEqual(
    both.map(({ statusCode }) => statusCode),
    [200, 200],
  );
  const { rows } = await built.house.db.pool.query(
    "select count(*) from lease where transaction_id = 'TWO-1' and state = 'offered'",
  );
  assert.equal(rows[0].count, 1);
});

test('two tabs that press pay at once charge once', async () => {
  const shopper = await approved('pay@example.com', 'PAY-1');
  await shopper.sign(await shopper.say('agreement', {}), 'pay@example.com');
  const both = await Promise.all([1, 2].map(() => shopper.ask('pay', { debitAuthorized: true })));
  assert.deepEqual(
    both.map((answer) => answer.json().data?.step),
    ['done', 'done'],
  );
  const { rows } = await built.house.db.pool.query(
    "select count(*) from payment_attempt a join lease l using (customer_id, lease_id) where l.transaction_id = 'PAY-1'",
  );
  assert.equal(rows[0].count, 1);
});

test('a refused first payment keeps the screen, and another account pays', async () => {
  const shopper = await approved('refused@example.com', 'REFUSED-1', { ...bank, ...account('4400000300') });
  const screen = await shopper.sign(await shopper.say('agreement', {}), 'refused@example.com');
  assert.equal(screen.step, 'payment');
  const refusal = await shopper.refused('pay', { debitAuthorized: true });
  assert.deepEqual([refusal.statusCode, refusal.code], [402, 'PaymentRequired']);
  const still = await shopper.say('view', {});
  assert.deepEqual([still.step, still.payment?.refused?.message], ['payment', refusal.message]);
  assert.equal((await shopper.say('back', { to: 'bank' })).step, 'bank');
  const again = await shopper.say('bank', bank);
  assert.deepEqual([again.step, again.payment?.account?.last4, again.payment?.refused], ['payment', '1234', null]);
  assert.equal((await shopper.say('pay', { debitAuthorized: true })).step, 'done');
});

test('what is not right about a signature stands beside its field', async () => {
  const shopper = await approved('sign@example.com', 'SIGN-1');
  const { agreement } = await shopper.say('agreement', {});
  await shopper.say('code-send', {});
  const answers = {
    typedName: 'ána  byron',
    eRecordsConsent: true,
    eRecordsCode: accessCode(agreement?.html ?? ''),
    totalAcknowledged: true,
    earlyPurchaseAcknowledged: true,
    oneTimeCode: '000123',
  };
  const wrong = await shopper.refused('signature', {
    ...answers,
    typedName: 'Bob',
    eRecordsCode: '?',
    totalAcknowledged: false,
  });
  assert.deepEqual(
    wrong.data.fields.map(({ path }: { path: string }) => path),
    ['eRecordsCode', 'totalAcknowledged', 'typedName'],
  );
  const notTheCode = await shopper.refused('signature', { ...answers, oneTimeCode: '999999' });
  assert.deepEqual([notTheCode.statusCode, notTheCode.data.fields[0]?.path], [400, 'oneTimeCode']);
});

test('a declined customer sees the reasons and the notice, and lands there again', async () => {
  const shopper = await open(order('DENY-1'));
  await shopper.say('email', { email: 'deny.me@example.com' });
  await shopper.say('profile', profile);
  await shopper.say('personal', personal);
  const { step, decision } = await shopper.say('bank', bank);
  assert.deepEqual([step, decision?.status, decision?.reasons[0]], ['decision', 'denied', 'Recent insufficient funds']);
  assert.ok(decision?.noticeMessage?.includes('Recent insufficient funds'));
  assert.equal((await shopper.say('review', {})).step, 'decision');
  const later = await open(order('DENY-2'), shopper.device);
  assert.deepEqual([later.view.step, later.view.decision?.status], ['decision', 'denied']);
});

test('a state that is not served is refused before any sensitive question', async () => {
  const shopper = await open(order('WY-1'));
  await shopper.say('email', { email: 'wy@example.com' });
  const refusal = await shopper.refused('profile', { ...profile, state: 'WY' });
  assert.equal(refusal.data.fields[0]?.path, 'state');
  assert.equal((await shopper.say('view', {})).step, 'profile');
});

test('someone too young, a blocked bank and two different numbers are told beside their fields', async () => {
  const shopper = await open(order('FAULT-1'));
  await shopper.say('email', { email: 'fault@example.com' });
  await shopper.say('profile', profile);
  const young = await shopper.refused('personal', { ...personal, dateOfBirth: '2010-01-01', inquiryConsent: false });
  assert.deepEqual(
    young.data.fields.map(({ path }: { path: string }) => path),
    ['dateOfBirth', 'inquiryConsent'],
  );
  await shopper.say('personal', personal);
  const wrong = await shopper.refused('bank', { ...bank, routingNumber: '084009519', accountNumberAgain: '1' });
  assert.deepEqual(
    wrong.data.fields.map(({ path }: { path: string }) => path),
    ['routingNumber', 'accountNumberAgain'],
  );
});

test('a login ends after half a day; then the password is asked for and nothing is shown before', async () => {
  const shopper = await approved('tired@example.com', 'TIRED-1');
  built.advance(dayMs);
  const view = await shopper.say('view', {});
  assert.deepEqual([view.step, view.decision, view.draft], ['password', null, {}]);
  assert.equal((await shopper.say('password', { password: profile.password })).step, 'review');
});

test('a click for another screen than the present one changes nothing', async () => {
  const shopper = await open(order('SKIP-1'));
  assert.equal((await shopper.say('pay', { debitAuthorized: true })).step, 'email');
  assert.equal((await shopper.say('back', { to: 'payment' })).step, 'email');
});

test('an unknown key, a foreign page and a session nobody has are turned away', async () => {
  assert.equal((await openRefused(order('X'), undefined, 'pk_sandbox_unknown')).statusCode, 401);
  const strict = await must(built.house, () =>
    createMerchant(built.house, { name: 'Strict', origins: ['https://shop.example'] }),
  );
  assert.equal((await openRefused(order('X'), undefined, strict.authKey)).code, 'Forbidden');
  const nobody = await call('view', {}, 'no-such-session');
  assert.deepEqual([nobody.statusCode, nobody.json().error.code], [401, 'Unauthorized']);
});

test('a session asks for twenty banks an hour; another session at the same address goes on', async () => {
  const from = (verb: string, payload: object, session = '') =>
    server.inject({
      method: 'POST',
      url: `/modal/api/${verb}`,
      payload,
      headers: { 'x-flexpay-session': session },
      remoteAddress: '203.0.113.30',
    });
  const opened = async () => {
    const opening = { authKey, parentOrigin: 'https://shop.example', order: null };
    return (await from('open', opening)).json().data.session as string;
  };
  const session = await opened();
  const name = (whose: string) => from('bank-name', { routingNumber: '021000021' }, whose);
  for (let call = 1; call <= 20; call += 1) assert.equal((await name(session)).statusCode, 200);
  const tooMany = await name(session);
  assert.deepEqual([tooMany.statusCode, tooMany.json().error.code], [429, 'TooManyRequests']);
  assert.equal((await name(await opened())).statusCode, 200);
});

test('guesses at a store’s key or at a session are limited by address; a right one never is', async () => {
  const from = (verb: string, payload: object, session: string, remoteAddress = '203.0.113.20') =>
    server.inject({
      method: 'POST',
      url: `/modal/api/${verb}`,
      payload,
      headers: { 'x-flexpay-session': session },
      remoteAddress,
    });
  const opening = (key: string) => ({ authKey: key, parentOrigin: 'https://shop.example', order: order('GUESS-1') });
  for (let guess = 1; guess <= 60; guess += 1) {
    const refused = guess % 2 === 0 ? from('open', opening(`pk_${guess}`), '') : from('close', {}, `s${guess}`);
    assert.equal((await refused).json().error.code, 'Unauthorized');
  }
  const tooMany = await from('open', opening('pk_61'), '');
  assert.deepEqual([tooMany.statusCode, tooMany.json().error.code], [429, 'TooManyRequests']);
  assert.match(String(tooMany.headers['retry-after']), /^\d+$/);
  const opened = await from('open', opening(authKey), '');
  assert.equal(opened.statusCode, 200);
  assert.equal((await from('close', {}, opened.json().data.session)).statusCode, 200);
  assert.equal((await from('open', opening('pk_62'), '', '203.0.113.21')).statusCode, 401);
});

const profile = {
  firstName: 'Ana',
  lastName: 'Byron',
  mobilePhone: '1 555 555 0123',
  password: 'correct horse',
  street1: '1 Main St',
  city: 'Austin',
  state: 'TX',
  postalCode: '78701',
  optInMarketing: false,
};

const personal = {
  dateOfBirth: '1990-10-10',
  ssn: '123456780',
  monthlyIncome: '3500.00',
  payFrequency: 'weekly',
  nextPayDate: '2026-11-27',
  inquiryConsent: true,
  contactConsent: true,
};

const account = (number: string) => ({ accountNumber: number, accountNumberAgain: number });

const bank = { routingNumber: '110000000', ...account('4400001234'), accountType: 'checking' };

const sofa = {
  description: 'Sofa',
  sku: 'S-1',
  cost: 120.34,
  quantity: 1,
  shipping: { cost: '10.33', method: 'ground' },
};

function order(transactionId: string) {
  return { transactionId, cost: 1, items: [sofa] };
}

type Refusal = { statusCode: number; code: string; message: string; data: { fields: { path: string }[] } };

async function open(of: object, device?: string, key = authKey) {
  const answer = await call('open', { authKey: key, parentOrigin: 'https://shop.example', order: of, device });
  assert.equal(answer.statusCode, 200, answer.body);
  const opened: Opened = answer.json().data;
  return { ...opened, ...talk(opened.session) };
}

async function openRefused(of: object, device?: string, key = authKey): Promise<Refusal> {
  const answer = await call('open', { authKey: key, parentOrigin: 'https://other.example', order: of, device });
  return answer.json().error;
}

function talk(session: string) {
  const ask = (verb: string, body: object) => call(verb, body, session);
  const say = async (verb: string, body: object): Promise<View> => {
    const answer = await ask(verb, body);
    assert.equal(answer.statusCode, 200, `${verb}: ${answer.body}`);
    return answer.json().data;
  };
  const refused = async (verb: string, body: object): Promise<Refusal> => {
    const answer = await ask(verb, body);
    assert.notEqual(answer.statusCode, 200, `${verb} was not refused`);
    return answer.json().error;
  };
  const sign = async ({ agreement }: View, email: string) => {
    await say('code-send', {});
    return say('signature', {
      typedName: 'Ana Byron',
      eRecordsConsent: true,
      eRecordsCode: accessCode(agreement?.html ?? ''),
      totalAcknowledged: true,
      earlyPurchaseAcknowledged: true,
      oneTimeCode: await codeSentTo(email),
    });
  };
  return { ask, say, refused, sign };
}

/** A customer at the review, with a limit of 1,500. */
async function approved(email: string, transactionId: string, account: object = bank, key = authKey) {
  const shopper = await open(order(transactionId), undefined, key);
  await shopper.say('email', { email });
  await shopper.say('profile', profile);
  await shopper.say('personal', personal);
  await shopper.say('bank', account);
  await shopper.say('review', {});
  return shopper;
}

function accessCode(html: string): string {
  return /<span class="code">([^<]+)<\/span>/.exec(html)?.[1] ?? '';
}

async function codeSentTo(address: string): Promise<string> {
  const inbox = await server.inject({ method: 'GET', url: `/sandbox/inbox?to=${address}` });
  return /\d{6}/.exec(inbox.json().data.messages[0].body)?.[0] ?? '';
}

function call(verb: string, body: object, session?: string) {
  // A shopper takes a moment; messages of one moment have no order.
  built.advance(100);
  const headers = session === undefined ? {} : { 'x-flexpay-session': session };
  return server.inject({ method: 'POST', url: `/modal/api/${verb}`, payload: body, headers });
}
