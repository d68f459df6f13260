import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Processor } from '#ports/processor.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { settlementOfLease } from '#server/settlements/settlement-of-lease.ts';
import { dayMs, must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor, type Shopper } from '#server/test-shopper.ts';
import { confirmReceipt } from '#server/transactions/confirm-receipt.ts';
import { finalize } from '#server/transactions/finalize.ts';
import { returnItems } from '#server/transactions/return-items.ts';

let built: TestHouse;
/** What the bank was told to pay, by reference: a reference paid twice would stand here twice. */
const paidOut: { reference: string; merchantId: string; amount: number }[] = [];
let bankIsAway = false;

before(async () => {
  const inner = await testHouse();
  const bank = inner.house.processor;
  const processor: Processor = {
    ...bank,
    async payOut(order) {
      if (bankIsAway) return { status: 'unknown' };
      paidOut.push(order);
      return bank.payOut(order);
    },
  };
  built = { ...inner, house: { ...inner.house, processor } };
});
after(() => built.close());

test('a store is paid for delivered goods once its hold of two bank days is over, and once', async () => {
  const lease = await delivered(500);
  assert.deepEqual(await lease.states(), ['held', 'held']);
  await days(1);
  assert.deepEqual(await lease.states(), ['held', 'held']);
  await days(6);
  assert.deepEqual(await lease.states(), ['paid', 'paid']);
  assert.equal(payouts(lease.merchantId), 1);
  await days(3);
  assert.equal(payouts(lease.merchantId), 1);
  await booksAreRight(built.house);
});

test('goods that come back before the store was paid are not paid for, and what it kept selling still is', async () => {
  const lease = await delivered(500);
  await must(built.house, () =>
    returnItems(built.house, lease.merchantId, lease.transactionId, [{ sku: 'SOFA', quantity: 1 }]),
  );
  await booksAreRight(built.house);
  await days(7);
  const net = (await lease.lines()).filter(({ state }) => state === 'paid').reduce((sum, one) => sum + one.net, 0);
  assert.equal(net, 255_00, 'one sofa of 250.00 and the delivery of 5.00');
  await booksAreRight(built.house);
});

test('goods that come back after the store was paid are kept from its next payout', async () => {
  const lease = await delivered(500);
  await days(7);
  await must(built.house, () => returnItems(built.house, lease.merchantId, lease.transactionId, undefined));
  await booksAreRight(built.house);
  await days(4);
  assert.equal(payouts(lease.merchantId), 1, 'a sum below zero waits');
  await deliveredTo(lease.shopper, 800);
  await days(7);
  const [, second] = amounts(lease.merchantId);
  assert.equal(second, 805_00 - 505_00);
  assert.ok((await lease.states()).includes('netted'));
  await booksAreRight(built.house);
});

test('a payout whose answer is missing is asked again under its reference, and booked when it is known', async () => {
  const lease = await delivered(300);
  bankIsAway = true;
  await days(7);
  bankIsAway = false;
  assert.deepEqual(await lease.states(), ['batched', 'batched']);
  await runTimetable(built.house);
  assert.deepEqual(await lease.states(), ['paid', 'paid']);
  await booksAreRight(built.house);
});

let orders = 0;

async function delivered(dollars: number) {
  return deliveredTo(await approvedShopper(built.house, { limit: 5000 }), dollars);
}

/** A lease whose goods have arrived. */
async function deliveredTo(shopper: Shopper, dollars: number) {
  const { house } = built;
  const { merchantId } = shopper.merchant;
  const transactionId = `ORDER-${orders++}`;
  const { leaseId } = await offerFor(house, shopper, transactionId, dollars);
  const evidence = {
    ipAddress: '127.0.0.1',
    userAgent: 'a test',
    typedName: 'Ada Lovelace',
    channel: 'api',
    confirmed: {},
  } as const;
  await must(house, () => signLease(house, { merchantId, customerId: shopper.customerId, leaseId, evidence }));
  await must(house, () => finalize(house, merchantId, transactionId));
  await must(house, () => confirmReceipt(house, merchantId, transactionId, undefined));
  const lines = () => settlementOfLease(house.db, merchantId, leaseId);
  return { shopper, merchantId, transactionId, lines, states: async () => (await lines()).map(({ state }) => state) };
}

function amounts(merchantId: string): number[] {
  return paidOut.filter((one) => one.merchantId === merchantId).map(({ amount }) => amount);
}

function payouts(merchantId: string): number {
  return amounts(merchantId).length;
}

async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    built.advance(dayMs);
    await runTimetable(built.house);
  }
}
