import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runTimetable } from '#server/jobs/timetable.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { dayMs, must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor } from '#server/test-shopper.ts';
import { cancelItems } from '#server/transactions/cancel.ts';
import { confirmReceipt } from '#server/transactions/confirm-receipt.ts';
import { finalize } from '#server/transactions/finalize.ts';

let built: TestHouse;
before(async () => {
  built = await testHouse();
});
after(() => built.close());

test('a payment settles on the next bank day, and not in the call that charged', async () => {
  const lease = await signed('12340001');
  assert.equal((await lease.now()).attempts[0]?.state, 'pending');
  await days(6);
  assert.equal((await lease.now()).attempts[0]?.state, 'settled');
  await booksAreRight(built.house);
});

test('a payment that comes back before delivery takes the deposit with it', async () => {
  const lease = await signed('12340102');
  await days(6);
  const { attempts, lease: after } = await lease.now();
  assert.equal(attempts[0]?.state, 'returned');
  assert.equal(after.deposit.rent, 0);
  await booksAreRight(built.house);
});

test('a payment that comes back after delivery leaves the first installment owed', async () => {
  const lease = await signed('12340102');
  await must(built.house, () => confirmReceipt(built.house, lease.merchantId, lease.transactionId, undefined));
  assert.ok((await lease.now()).lease.installments[0]!.paidRent > 0);
  await days(6);
  assert.equal((await lease.now()).lease.installments[0]?.paidRent, 0);
  await booksAreRight(built.house);
});

test('a debit that settled and is disputed twenty days later is undone from the bank account', async () => {
  const lease = await signed('12340210');
  await must(built.house, () => confirmReceipt(built.house, lease.merchantId, lease.transactionId, undefined));
  await days(10);
  assert.equal((await lease.now()).attempts[0]?.state, 'settled');
  await days(14);
  const { attempts, lease: after } = await lease.now();
  assert.equal(attempts[0]?.state, 'returned_late');
  assert.equal(after.installments[0]?.paidRent, 0);
  await booksAreRight(built.house);
});

test('a refund waits until its payment has settled, and is not sent for one that came back', async () => {
  const [good, bad] = [await signed('12340001'), await signed('12340102')];
  for (const lease of [good, bad]) {
    await must(built.house, () => cancelItems(built.house, lease.merchantId, lease.transactionId, undefined));
    assert.equal((await lease.now()).refunds[0]?.state, 'ordered');
  }
  await runTimetable(built.house);
  assert.equal((await good.now()).refunds[0]?.state, 'ordered');
  await days(8);
  assert.equal((await good.now()).refunds[0]?.state, 'paid');
  assert.equal((await good.now()).attempts[0]?.state, 'refunded');
  assert.equal((await bad.now()).refunds[0]?.state, 'cancelled');
  await booksAreRight(built.house);
});

let orders = 0;

/** A finalized lease whose first payment is taken from an account that does what its last four digits say. */
async function signed(account: string) {
  const { house } = built;
  const shopper = await approvedShopper(house, { account });
  const transactionId = `ORDER-${orders++}`;
  const { leaseId } = await offerFor(house, shopper, transactionId, 600);
  const { customerId, merchant } = shopper;
  const evidence = {
    ipAddress: '127.0.0.1',
    userAgent: 'a test',
    typedName: 'Ada Lovelace',
    channel: 'api',
    confirmed: {},
  } as const;
  await must(house, () => signLease(house, { merchantId: merchant.merchantId, customerId, leaseId, evidence }));
  await must(house, () => finalize(house, merchant.merchantId, transactionId));
  const now = async () => {
    const found = await leaseById(house.db, customerId, leaseId);
    assert.ok(found !== null);
    return found;
  };
  return { merchantId: merchant.merchantId, transactionId, now };
}

async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    built.advance(dayMs);
    await runTimetable(built.house);
  }
}
