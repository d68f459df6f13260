import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { RefundBody } from '#contract/v3/transactions.ts';
import { carryOut } from '#server/carry-out.ts';
import type { House } from '#server/house.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { leaseByTransaction } from '#server/leases/find-lease.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { settlementOfLease } from '#server/settlements/settlement-of-lease.ts';
import { dayMs, must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor } from '#server/test-shopper.ts';
import { confirmReceipt } from '#server/transactions/confirm-receipt.ts';
import { finalize } from '#server/transactions/finalize.ts';
import { refundItems } from '#server/transactions/refund.ts';

let built: TestHouse;
before(async () => {
  built = await testHouse();
});
after(() => built.close());

// Every order: two sofas of 250.00 and 5.00 of shipping, at twice the cash price.

test('a part of a price that is given back lowers the lease by its multiple, and what the store is owed by itself', async () => {
  const order = await delivered();
  assert.deepEqual(await order.refund({ sku: 'SOFA', lineNumber: 1, itemCredit: '50.50' }), {
    refunded: [{ sku: 'SOFA', lineNumber: 1 }],
  });
  const { lease } = await order.found();
  assert.deepEqual([lease.cashPrice, lease.totalRent, lease.state], [454_50, 909_00, 'active']);
  assert.deepEqual(
    lease.lines.map(({ merchantReturned, cost }) => [merchantReturned, cost]),
    [
      [0, 449_50],
      [0, 5_00],
    ],
    'the customer keeps both sofas',
  );
  assert.equal(await order.owedToStore(), 454_50);
  await booksAreRight(built.house);
  await days(8);
  assert.equal(await order.paidToStore(), 454_50);
  await booksAreRight(built.house);
});

test('what the store was paid already is kept from its next payout', async () => {
  const order = await delivered();
  await days(8);
  await order.refund({ sku: 'SOFA', lineNumber: 1, itemCredit: '100' });
  assert.deepEqual(
    (await order.settlement()).filter(({ kind }) => kind === 'return').map(({ net }) => net),
    [-100_00],
  );
  await booksAreRight(built.house);
});

test('shipping is given back on its own', async () => {
  const order = await delivered();
  await order.refund({ sku: 'SOFA', lineNumber: 1, shippingCredit: '5.00' });
  const { lease } = await order.found();
  assert.deepEqual([lease.cashPrice, lease.totalRent], [500_00, 1_000_00]);
  await booksAreRight(built.house);
});

test('an item at its full price leaves the lease; with the last one it ends and everything paid goes back', async () => {
  const order = await delivered();
  await order.refund({ sku: 'SOFA', lineNumber: 1, itemCredit: '500.00', shippingCredit: '5.00' });
  const { lease, refunds } = await order.found();
  assert.equal(lease.state, 'returned');
  assert.equal(
    refunds.reduce((sum, { amount }) => sum + amount, 0),
    order.firstPayment,
  );
  await booksAreRight(built.house);
  const { version } = await order.found();
  const again = await order.refund({ sku: 'SOFA', lineNumber: 1, itemCredit: '500.00' });
  assert.deepEqual(again, { refunded: [{ sku: 'SOFA', lineNumber: 1 }] });
  assert.equal((await order.found()).version, version, 'the same fact again changes nothing');
  await booksAreRight(built.house);
});

test('before delivery a refund is a cancellation, in part or whole', async () => {
  const part = await signedOrder();
  await part.refund({ sku: 'SOFA', lineNumber: 1, itemCredit: '60.00' });
  assert.equal((await part.found()).lease.cashPrice, 445_00);
  await must(built.house, () => confirmReceipt(built.house, part.merchantId, part.transactionId, undefined));
  assert.equal(await part.owedToStore(), 445_00);
  await booksAreRight(built.house);

  const whole = await signedOrder();
  await whole.refund({ sku: 'SOFA', lineNumber: 1, itemCredit: '500.00' });
  const { lease, refunds } = await whole.found();
  assert.equal(lease.state, 'cancelled');
  assert.equal(refunds[0]?.amount, whole.firstPayment);
  await booksAreRight(built.house);
});

test('more than the price, an unknown article and an empty refund change nothing and are named', async () => {
  const order = await delivered();
  const before = (await order.found()).version;
  const table: [RefundBody['items'][number], string, RegExp][] = [
    [{ sku: 'SOFA', lineNumber: 1, itemCredit: '500.01' }, 'items[0].itemCredit', /more than the 500\.00/],
    [{ sku: 'SOFA', lineNumber: 1, shippingCredit: '5.01' }, 'items[0].shippingCredit', /more than the 5\.00/],
    [{ sku: 'LAMP', lineNumber: 1, itemCredit: '1' }, 'items[0].sku', /not in this transaction/],
    [{ sku: 'SOFA', lineNumber: 1, itemCredit: '0' }, 'items[0]', /above zero/],
  ];
  for (const [item, path, message] of table) {
    const outcome = await carryOut(built.house, () =>
      refundItems(built.house, order.merchantId, order.transactionId, [item]),
    );
    assert.ok('refused' in outcome, JSON.stringify(item));
    const [field] = (outcome.data?.fields ?? []) as { path: string; message: string }[];
    assert.deepEqual([outcome.refused, field?.path], ['ValidationError', path]);
    assert.match(field?.message ?? '', message);
  }
  assert.equal((await order.found()).version, before);
});

test('two refunds at once never give back more than the price', async () => {
  const order = await delivered();
  const asked = () =>
    carryOut(built.house, () =>
      refundItems(built.house, order.merchantId, order.transactionId, [
        { sku: 'SOFA', lineNumber: 1, itemCredit: '300.00' },
      ]),
    );
  const outcomes = await Promise.all([asked(), asked(), asked()]);
  assert.equal(outcomes.filter((one) => 'answer' in one).length, 1);
  assert.equal((await order.found()).lease.cashPrice, 205_00);
  await booksAreRight(built.house);
});

test('a refund that another one overtakes between its two reads looks again, and is refused for its amount', async () => {
  const order = await delivered();
  const asked = (house: House) =>
    carryOut(house, () =>
      refundItems(house, order.merchantId, order.transactionId, [{ sku: 'SOFA', lineNumber: 1, itemCredit: '300.00' }]),
    );
  const { house } = built;
  const overtaking: unknown[] = [];
  const pool = Object.create(house.db.pool, {
    query: {
      value: async (asking: { name?: string }) => {
        if (asking.name === 'settlement_of_lease' && overtaking.length === 0) overtaking.push(await asked(house));
        return house.db.pool.query(asking as never);
      },
    },
  });
  const outcome = await asked({ ...house, db: { ...house.db, pool } });
  assert.equal(overtaking.length, 1);
  assert.ok('refused' in outcome && outcome.refused === 'ValidationError', JSON.stringify(outcome));
  assert.equal((await order.found()).lease.cashPrice, 205_00);
  await booksAreRight(house);
});

let orders = 0;

async function signedOrder() {
  const { house } = built;
  const shopper = await approvedShopper(house, { limit: 5000 });
  const { merchantId } = shopper.merchant;
  const transactionId = `REFUND-${orders++}`;
  const { leaseId } = await offerFor(house, shopper, transactionId, 500);
  const evidence = {
    ipAddress: '127.0.0.1',
    userAgent: 'a test',
    typedName: 'Ada Lovelace',
    channel: 'api',
    confirmed: {},
  } as const;
  await must(house, () => signLease(house, { merchantId, customerId: shopper.customerId, leaseId, evidence }));
  await must(house, () => finalize(house, merchantId, transactionId));
  const settlement = () => settlementOfLease(house.db, merchantId, leaseId);
  const found = async () => (await leaseByTransaction(house.db, merchantId, transactionId))!;
  const sum = async (states: string[]) =>
    (await settlement()).filter(({ state }) => states.includes(state)).reduce((all, { net }) => all + net, 0);
  return {
    merchantId,
    transactionId,
    settlement,
    found,
    firstPayment: (await found()).attempts[0]!.amount,
    owedToStore: () => sum(['accrued', 'held', 'eligible']),
    paidToStore: () => sum(['paid']),
    refund: (...items: RefundBody['items']) => must(house, () => refundItems(house, merchantId, transactionId, items)),
  };
}

async function delivered() {
  const order = await signedOrder();
  await must(built.house, () => confirmReceipt(built.house, order.merchantId, order.transactionId, undefined));
  return order;
}

async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    built.advance(dayMs);
    await runTimetable(built.house);
  }
}
