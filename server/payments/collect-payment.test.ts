import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PaymentOutcome } from '#contract/v3/agreements.ts';
import { stillToPay } from '#core/lease/owed.ts';
import type { Processor } from '#ports/processor.ts';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import { buildServer } from '#server/http/server.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { dayMs, must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor } from '#server/test-shopper.ts';
import { confirmReceipt } from '#server/transactions/confirm-receipt.ts';
import { confirmShipment } from '#server/transactions/confirm-shipment.ts';
import { finalize } from '#server/transactions/finalize.ts';
import { returnItems } from '#server/transactions/return-items.ts';
import { routes } from './routes.ts';

let built: TestHouse;
let server: ReturnType<typeof buildServer>;
/** While it is set, the processor takes a charge and its answer is lost. */
let silent = false;

before(async () => {
  built = await testHouse();
  const { processor } = built.house;
  const lossy =
    <Order>(charge: (order: Order) => ReturnType<Processor['charge']>) =>
    async (order: Order) => {
      const fact = await charge(order);
      if (silent) throw new Error('the line is dead');
      return fact;
    };
  Object.assign(built.house, {
    processor: { ...processor, charge: lossy(processor.charge), chargeCard: lossy(processor.chargeCard) },
  });
  server = buildServer(built.house, [...customerRoutes, ...routes]);
});
after(async () => {
  await server.close();
  await built.close();
});

// Every lease: 805.00 cash, 1,610.00 rent without tax, 52 weekly payments of 30.97, the last of 30.53.

test('an agreement stands on the list from finalize on, with what is past due and where its goods are', async () => {
  const lease = await signed();
  assert.deepEqual(await lease.agreements(), []);
  await must(built.house, () => finalize(built.house, lease.merchantId, lease.transactionId));
  const [agreement] = await lease.agreements();
  assert.match(agreement!.id, /^[0-9a-f]{24}$/);
  assert.match(agreement!.referenceId, /^[0-9A-F]{12}$/);
  assert.deepEqual([agreement!.pastDueAmount, agreement!.items], [0, [{ description: 'Sofa' }]]);

  const trackingLink = 'https://carrier.example/8841';
  await must(built.house, () =>
    confirmShipment(built.house, lease.merchantId, lease.transactionId, [
      { sku: 'SOFA', quantity: 2, carrier: 'Blue', shipDate: '2026-11-21', trackingLink },
    ]),
  );
  await lease.deliver();
  assert.deepEqual((await lease.agreements())[0]!.items, [{ description: 'Sofa', trackingLink }]);
  await days(14);
  const { lease: now } = await lease.now();
  assert.equal(now.billedCount, 2);
  assert.equal((await lease.agreements())[0]!.pastDueAmount, 30.97, 'one installment, the day after it was due');
  assert.equal((await lease.ask('GET', '/v3/customers/me/agreements?envelope=false'))[0].id, agreement!.id);
  await lease.pay(30.97);
  assert.equal((await lease.agreements())[0]!.pastDueAmount, 0);
});

test('money pays what is open, oldest first, and what is left of it pays ahead', async () => {
  const lease = await delivered();
  await days(14);
  const paid = await lease.pay(40);
  assert.deepEqual([paid.amount, paid.outcome], [40, 'success']);
  assert.match(paid.paymentId, /^[0-9a-f]{24}$/);
  assert.ok(!('failureCode' in paid));
  const { lease: now } = await lease.now();
  assert.deepEqual([now.installments[1]!.paidRent, now.ahead], [30_97, 9_03]);
  await booksAreRight(built.house);
  await days(7);
  const { lease: later } = await lease.now();
  assert.deepEqual([later.installments[2]!.paidRent, later.ahead], [9_03, 0], 'billing takes what was paid ahead');
  await booksAreRight(built.house);
});

for (const { what, amount } of [
  { what: 'zero', amount: 0 },
  { what: 'less than zero', amount: -5 },
  { what: 'a part of a cent', amount: '5.005' },
  { what: 'a cent above what is left', amount: 1_579.04 },
]) {
  test(`refused at the amount: ${what}`, async () => {
    const lease = await delivered();
    const { error } = await lease.collect(amount);
    assert.deepEqual([error.statusCode, error.code, error.data.fields[0].path], [400, 'ValidationError', 'amount']);
    assert.equal((await lease.now()).attempts.length, 1);
  });
}

test('nothing is taken before delivery, from another store’s customer, or by what is not on file', async () => {
  const lease = await signed();
  await must(built.house, () => finalize(built.house, lease.merchantId, lease.transactionId));
  assert.equal((await lease.collect(5)).error.code, 'ValidationError');
  const other = await delivered();
  assert.equal(
    (await lease.collect(5, { agreementId: (await other.agreements())[0]!.id })).error.code,
    'AgreementNotFound',
  );
  assert.equal(
    (await other.collect(5, { paymentMethodId: lease.paymentMethodId })).error.code,
    'PaymentMethodNotFound',
  );
});

test('a declined card is an answer with its failure, and pays nothing', async () => {
  const lease = await delivered();
  const card = await lease.card('tok_nsf');
  const paid = await lease.pay(20, { paymentMethodId: card });
  assert.deepEqual([paid.outcome, paid.failureCode], ['failure', 'insufficient_funds']);
  assert.match(paid.failureReason!, /funds/);
  assert.equal((await lease.now()).lease.ahead, 0);
  await booksAreRight(built.house);
});

test('a card is captured at once, settles on the next bank day, and a chargeback takes it out again', async () => {
  const lease = await delivered();
  await lease.pay(100, { paymentMethodId: await lease.card('tok_chargeback_30d') });
  await booksAreRight(built.house);
  await days(10);
  const { lease: paid, attempts } = await lease.now();
  assert.deepEqual([attempts[1]!.state, attempts[1]!.rail], ['settled', 'card']);
  assert.equal(paid.ahead, 100_00 - (paid.billedCount - 1) * 30_97, 'what was billed since was paid by it');
  await booksAreRight(built.house);
  await days(25);
  const { lease: back, attempts: then } = await lease.now();
  assert.equal(then[1]!.state, 'returned_late');
  assert.deepEqual([back.ahead, back.installments.slice(1).some((one) => one.paidRent > 0)], [0, false]);
  await booksAreRight(built.house);
});

test('money that was paid ahead and comes back is owed again, also where it was taken by billing since', async () => {
  const lease = await delivered('12340210');
  await lease.pay(70);
  await days(15);
  const { lease: before } = await lease.now();
  assert.ok(before.billedCount > 1);
  assert.equal(before.ahead, 70_00 - (before.billedCount - 1) * 30_97);
  await days(12);
  const { lease: after, attempts } = await lease.now();
  assert.deepEqual(
    attempts.map(({ state }) => state),
    ['returned_late', 'returned_late'],
  );
  assert.ok(after.ahead === 0 && after.installments.every((one) => one.paidRent === 0));
  await booksAreRight(built.house);
});

test('a return takes what was paid ahead back to the customer, by the way it came', async () => {
  const lease = await delivered();
  await lease.pay(200, { paymentMethodId: await lease.card('tok_ok') });
  await days(5);
  await must(built.house, () => returnItems(built.house, lease.merchantId, lease.transactionId, undefined));
  const { lease: over, refunds, attempts } = await lease.now();
  assert.deepEqual([over.state, over.ahead], ['returned', 0]);
  const back = refunds.map(({ amount, attemptId }) => [
    amount,
    attempts.find((one) => one.attemptId === attemptId)!.rail,
  ]);
  assert.deepEqual(back.sort(), [
    [200_00, 'card'],
    [30_97, 'ach'],
  ]);
  await booksAreRight(built.house);
  await days(4);
  assert.ok((await lease.now()).refunds.every(({ state }) => state === 'paid'));
  assert.deepEqual(await lease.agreements(), [], 'nothing is to be paid on it any more');
  await booksAreRight(built.house);
});

test('one unit back: the lease is priced again, and only what nothing is left for goes back', async () => {
  const lease = await delivered();
  await lease.pay(1_500, { paymentMethodId: await lease.card('tok_ok') });
  await must(built.house, () =>
    returnItems(built.house, lease.merchantId, lease.transactionId, [{ sku: 'SOFA', quantity: 1 }]),
  );
  const { lease: kept, refunds } = await lease.now();
  assert.equal(kept.totalRent, 810_00);
  assert.deepEqual([stillToPay(kept), refunds.map(({ amount }) => amount)], [0, [1_500_00 + 30_97 - 810_00]]);
  await booksAreRight(built.house);
  await days(8);
  assert.equal((await lease.now()).lease.state, 'completed');
  await booksAreRight(built.house);
});

test('paid in full: nothing more is billed later, and the goods are the customer’s once the money is final', async () => {
  const lease = await delivered();
  await lease.pay(1_579.03);
  assert.equal((await lease.collect(0.01)).error.code, 'ValidationError', 'nothing is left to pay');
  await days(4);
  const { attempts, lease: waiting } = await lease.now();
  assert.deepEqual([attempts.every(({ state }) => state === 'settled'), waiting.state], [true, 'active']);
  await days(6);
  const { lease: done, endReason } = await lease.now();
  assert.deepEqual([done.state, done.billedCount, endReason], ['completed', 52, 'everything is paid']);
  assert.deepEqual(await lease.agreements(), []);
  await booksAreRight(built.house);
  await days(30);
  assert.equal((await lease.now()).lease.state, 'completed');
  await booksAreRight(built.house);
});

test('a payment that comes back after the lease is complete leaves it complete, and can be paid again', async () => {
  const lease = await delivered('12340001');
  const late = await lease.account('12340210');
  await lease.pay(1_579.03, { paymentMethodId: late });
  await days(12);
  assert.equal((await lease.now()).lease.state, 'completed');
  await days(14);
  const { lease: back } = await lease.now();
  assert.deepEqual([back.state, stillToPay(back)], ['completed', 1_579_03]);
  await booksAreRight(built.house);
  assert.equal((await lease.agreements()).length, 1);
  await lease.pay(1_579.03);
  assert.deepEqual(await lease.agreements(), []);
  await booksAreRight(built.house);
});

test('twenty payments in one moment are never more than what is left', async () => {
  const lease = await delivered();
  const answers = await Promise.all(Array.from({ length: 20 }, () => lease.collect(400)));
  assert.deepEqual([answers.filter(({ data }) => data?.[0].outcome === 'success').length, answers.length], [3, 20]);
  assert.ok(
    answers.every(
      ({ data, error }) => data !== undefined || ['ValidationError', 'ServiceUnavailable'].includes(error.code),
    ),
  );
  assert.equal(stillToPay((await lease.now()).lease), 1_579_03 - 1_200_00);
  await booksAreRight(built.house);
});

test('without a key two calls are two payments; with one, fifty are one', async () => {
  const lease = await delivered();
  const [first, second] = [await lease.pay(10), await lease.pay(10)];
  assert.notEqual(first.paymentId, second.paymentId);
  const calls = await Promise.all(Array.from({ length: 50 }, () => lease.collect(10, {}, 'the-same')));
  assert.equal(new Set(calls.map((answer) => JSON.stringify(answer))).size, 1, JSON.stringify(calls[0]));
  assert.equal((await lease.now()).lease.ahead, 30_00);
  assert.equal((await lease.collect(11, {}, 'the-same')).error.code, 'IdempotencyMismatch');
  await booksAreRight(built.house);
});

for (const key of [undefined, 'lost-answer']) {
  test(`a lost answer is 503, and the same call ${key === undefined ? 'without' : 'with'} a key learns it and charges nothing twice`, async () => {
    const lease = await delivered();
    silent = true;
    const lost = await lease.collect(1_000, {}, key);
    silent = false;
    assert.deepEqual([lost.error.statusCode, lost.error.code], [503, 'ServiceUnavailable']);
    assert.equal((await lease.collect(579.04)).error.code, 'ValidationError', 'a payment that nobody heard of counts');
    const { attempts } = await lease.now();
    const [learnt] = (await lease.collect(1_000, {}, key)).data;
    assert.deepEqual([learnt.paymentId, learnt.outcome], [attempts[1]!.attemptId, 'success']);
    assert.equal((await lease.now()).attempts.length, 2);
    await booksAreRight(built.house);
  });
}

test('a lost answer that nobody asks about again is resolved by itself', async () => {
  const lease = await delivered();
  silent = true;
  await lease.collect(50);
  silent = false;
  built.advance(6 * 60_000);
  await runTimetable(built.house);
  const { attempts, lease: now } = await lease.now();
  assert.deepEqual([attempts[1]!.state, now.ahead], ['pending', 50_00]);
  await booksAreRight(built.house);
});

let orders = 0;

async function signed(account = '12340001') {
  const { house } = built;
  const shopper = await approvedShopper(house, { account });
  const { customerId, merchant, apiKey: authorization } = shopper;
  const { merchantId } = merchant;
  const transactionId = `ORDER-${orders++}`;
  const { leaseId } = await offerFor(house, shopper, transactionId, 800);
  const evidence = { ipAddress: '127.0.0.1', userAgent: '', typedName: '', channel: 'api', confirmed: {} } as const;
  await must(house, () => signLease(house, { merchantId, customerId, leaseId, evidence }));

  const ask = async (method: 'GET' | 'POST', url: string, body?: object, key?: string) => {
    const allowed = await server.inject({ url: `/v3/users/${customerId}/authorize`, headers: { authorization } });
    const headers: Record<string, string> = { authorization, 'customer-token': allowed.json().data.token };
    if (key !== undefined) headers['idempotency-key'] = key;
    return (await server.inject({ method, url, headers, ...(body && { payload: body }) })).json();
  };
  const agreements = async (): Promise<{ id: string; referenceId: string; pastDueAmount: number; items: object[] }[]> =>
    (await ask('GET', '/v3/customers/me/agreements')).data;
  const methods = await ask('GET', '/v3/customers/me/payment-methods');
  const paymentMethodId: string = methods.data[0].id;
  const add = async (body: object): Promise<string> => (await ask('POST', '/v3/paymentMethods/add', body)).data.id;
  let agreementId = '';
  const collect = async (
    amount: unknown,
    more: { agreementId?: string; paymentMethodId?: string } = {},
    key?: string,
  ) => {
    agreementId ||= (await agreements())[0]!.id;
    built.advance(1_000);
    const path = `/v3/customers/me/agreements/${more.agreementId ?? agreementId}/transactions/payment`;
    return ask('POST', path, { paymentMethodId: more.paymentMethodId ?? paymentMethodId, amount }, key);
  };
  return {
    merchantId,
    transactionId,
    paymentMethodId,
    ask,
    agreements,
    collect,
    pay: async (amount: number, more = {}): Promise<PaymentOutcome> => {
      const answer = await collect(amount, more);
      assert.equal(answer.data?.length, 1, JSON.stringify(answer));
      return answer.data[0];
    },
    card: (token: string) => add({ token: { cardType: 'visa', billingZip: '78701', token } }),
    account: (account: string) => add({ ach: { routing: '110000000', account } }),
    deliver: () => must(house, () => confirmReceipt(house, merchantId, transactionId, undefined)),
    now: async () => {
      const found = await leaseById(house.db, customerId, leaseId);
      assert.ok(found !== null);
      return found;
    },
  };
}

async function delivered(account = '12340001') {
  const lease = await signed(account);
  await must(built.house, () => finalize(built.house, lease.merchantId, lease.transactionId));
  await lease.deliver();
  return lease;
}

async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    built.advance(dayMs);
    await runTimetable(built.house);
  }
}
