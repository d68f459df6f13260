import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { stillToPay } from '#core/lease/owed.ts';
import type { Processor } from '#ports/processor.ts';
import { carryOut } from '#server/carry-out.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { agreementIdOf } from '#server/leases/agreement-id.ts';
import { billLeases } from '#server/leases/bill-leases.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { holdByHand, releaseByHand } from '#server/leases/hold-by-hand.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { openOperator, type TestOperator } from '#server/merchants/test-operator.ts';
import { collectPayment } from '#server/payments/collect-payment.ts';
import { listAgreements } from '#server/payments/list-agreements.ts';
import { dayMs, must } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor } from '#server/test-shopper.ts';
import { confirmReceipt } from '#server/transactions/confirm-receipt.ts';
import { finalize } from '#server/transactions/finalize.ts';
import { returnItems } from '#server/transactions/return-items.ts';

let operator: TestOperator;
/** While it is set, a charge dies before the processor hears of it. */
let isDown = false;
let charges = 0;

before(async () => {
  operator = await openOperator();
  const { processor } = operator.built.house;
  const charge: Processor['charge'] = async (order) => {
    if (isDown) throw new Error('the line is dead');
    charges += 1;
    return processor.charge(order);
  };
  Object.assign(operator.built.house, { processor: { ...processor, charge } });
});
after(() => operator.close());

// Every lease: 505.00 cash, 1,010.00 rent in 52 weekly payments of 19.43; delivered on Saturday 21 November 2026 or later.

const bankrupt = { cause: 'bankruptcy', by: 'Jane Doe', reason: 'A letter of the court' } as const;
const mistake = { cause: 'bankruptcy', by: 'Jane Doe', reason: 'Another person of the same name' } as const;

test('of a lease on hold nothing is billed, asked for, past due or written about, and its store hears only that it is', async () => {
  const lease = await delivered();
  await days(15);
  const before = await lease.now();
  const letters = await lease.letters();
  const held = await operator.operate('POST', `/leases/${before.leaseNumber}/hold`, bankrupt);
  assert.deepEqual([held.status, held.data.cause, held.data.lifted], [200, 'bankruptcy', null]);
  await days(40);
  const during = await lease.now();
  assert.equal(during.lease.state, 'on_hold');
  assert.deepEqual(during.lease, { ...before.lease, state: 'on_hold' }, 'its figures stay as they are');
  assert.equal(
    (await must(operator.built.house, () => listAgreements(operator.built.house, lease)))[0]?.pastDueAmount,
    0,
  );
  assert.deepEqual(await lease.pay(5_00), 'LeaseOnHold');
  const { house } = operator.built;
  const back = await must(house, () => returnItems(house, lease.merchantId, lease.transactionId, undefined));
  assert.deepEqual((back as { returned: object[] }).returned, [], 'goods are not taken back meanwhile');
  assert.deepEqual(await lease.letters(), letters, 'nobody is written to');
  assert.deepEqual((await lease.events()).at(-1), {
    type: 'lease.held',
    payload: { transactionId: lease.transactionId },
  });
  await booksAreRight(operator.built.house);
});

test('goods that arrive while their lease is on hold are received, and nobody is written to', async () => {
  const { house } = operator.built;
  const lease = await delivered({ until: 'one of two' });
  await operator.operate('POST', `/leases/${(await lease.now()).leaseNumber}/hold`, bankrupt);
  const letters = await lease.letters();
  await must(house, () => confirmReceipt(house, lease.merchantId, lease.transactionId, [{ sku: 'SOFA' }]));
  const { lease: now } = await lease.now();
  assert.deepEqual([now.state, now.lines.map((line) => line.delivered)], ['on_hold', [2, 1]]);
  assert.deepEqual(await lease.letters(), letters);
  await days(5);
  await booksAreRight(house);
});

test('a lease that is let go bills on the next of its days, and whoever pays the rest owns the goods', async () => {
  const lease = await delivered();
  await days(15);
  const before = await lease.now();
  const { leaseNumber } = before;
  await operator.operate('POST', `/leases/${leaseNumber}/hold`, bankrupt);
  await days(40);
  const released = await operator.operate('POST', `/leases/${leaseNumber}/release`, mistake);
  assert.equal(released.data.lifted.reason, mistake.reason);
  await days(0);
  const now = await lease.now();
  const today = new Date(operator.built.house.clock.now()).toISOString().slice(0, 10);
  assert.equal(now.lease.state, 'active');
  const amounts = (of: typeof now) => of.lease.installments.map(({ debitOn: _, ...one }) => one);
  assert.deepEqual(amounts(now), amounts(before), 'nothing of the time between is billed at once');
  assert.ok(
    now.lease.installments.every((one) => one.number === 1 || one.debitOn > today),
    'and nobody is late',
  );
  assert.ok(now.lease.nextDueOn! > today);
  assert.equal(stillToPay(now.lease), stillToPay(before.lease));
  const [letter] = await lease.letters('lease_resumed');
  assert.match(letter!, /It goes on now\. Nothing was charged for the time between/);
  assert.deepEqual((await lease.events()).at(-1)?.type, 'lease.resumed');
  await days(7);
  assert.equal((await lease.now()).lease.billedCount, before.lease.billedCount + 1);
  assert.equal(await lease.pay(stillToPay((await lease.now()).lease)), 'success');
  await days(8);
  assert.equal((await lease.now()).lease.state, 'completed');
  await booksAreRight(operator.built.house);
});

test('a lease goes on when its last cause is gone; the same said twice is said once, by whoever was first', async () => {
  const lease = await delivered();
  const { leaseNumber } = await lease.now();
  const hold = `/leases/${leaseNumber}/hold`;
  const release = `/leases/${leaseNumber}/release`;
  const first = await operator.operate('POST', hold, bankrupt);
  const again = await operator.operate('POST', hold, { ...bankrupt, by: 'John Doe' });
  assert.deepEqual(again.data, first.data);
  await operator.operate('POST', hold, { ...bankrupt, cause: 'fraud_claim' });
  await operator.operate('POST', release, mistake);
  assert.equal((await lease.now()).lease.state, 'on_hold', 'somebody claims fraud still');
  const over = await operator.operate('POST', release, { ...mistake, cause: 'fraud_claim' });
  assert.equal((await lease.now()).lease.state, 'active');
  assert.deepEqual(
    (await operator.operate('POST', release, { ...mistake, cause: 'fraud_claim', by: 'X' })).data,
    over.data,
  );
  const listed = await operator.operate('GET', `/lease-holds?leaseNumber=${leaseNumber}`);
  assert.deepEqual(
    listed.data.holds.map((one: { cause: string; lifted: object | null }) => [one.cause, one.lifted !== null]).sort(),
    [
      ['bankruptcy', true],
      ['fraud_claim', true],
    ],
  );
  assert.equal((await operator.operate('GET', `/lease-holds?leaseNumber=${leaseNumber}&open=true`)).data.meta.count, 0);
  const refused = async (path: string, body: object) => (await operator.operate('POST', path, body)).error.code;
  assert.equal(await refused(release, { ...mistake, cause: 'death' }), 'NotFound', 'it was never held for that');
  assert.equal(await refused(release, { ...mistake, cause: 'screening' }), 'ValidationError', 'no hand lifts that');
  assert.equal(await refused('/leases/0000000000/hold', bankrupt), 'LeaseNotFound');
  const waiting = await delivered({ until: 'signed' });
  assert.equal(await refused(`/leases/${(await waiting.now()).leaseNumber}/hold`, bankrupt), 'LeaseNotRunning');
  await booksAreRight(operator.built.house);
});

test('two who hold and release at once leave a lease that stands as what holds it says', async () => {
  const { house } = operator.built;
  for (let round = 0; round < 6; round += 1) {
    const lease = await delivered();
    const { leaseNumber } = await lease.now();
    const said = (cause: 'bankruptcy' | 'death') => ({ leaseNumber, cause, by: 'Jane Doe', reason: 'A call' });
    await must(house, () => holdByHand(house, said('death')));
    await Promise.all([
      carryOut(house, () => holdByHand(house, said('bankruptcy'))),
      carryOut(house, () => holdByHand(house, said('bankruptcy'))),
      carryOut(house, () => releaseByHand(house, said('death'))),
      carryOut(house, () => releaseByHand(house, said('death'))),
      billLeases(house),
    ]);
    assert.equal((await lease.now()).lease.state, 'on_hold', 'the bankruptcy holds it');
    const events = (await lease.events()).map(({ type }) => type);
    assert.ok(events.filter((type) => type === 'lease.held').length <= 2);
    const { rows } = await house.db.pool.query(
      'select cause, lifted_at is null as open from lease_hold where lease_id = $1 order by cause',
      [lease.leaseId],
    );
    assert.deepEqual(rows, [
      { cause: 'bankruptcy', open: true },
      { cause: 'death', open: false },
    ]);
  }
  await booksAreRight(house);
});

test('a payment that was with the bank before the hold is followed, settled or come back', async () => {
  for (const [account, state] of [
    ['12340001', 'settled'],
    ['12340102', 'returned'],
  ] as const) {
    const lease = await delivered({ account });
    const open = stillToPay((await lease.now()).lease);
    assert.equal(await lease.pay(50_00), 'success');
    await operator.operate('POST', `/leases/${(await lease.now()).leaseNumber}/hold`, bankrupt);
    await days(12);
    const { attempts, leaseNumber } = await lease.now();
    assert.deepEqual(
      attempts.map((one) => one.state),
      [state, state],
    );
    await operator.operate('POST', `/leases/${leaseNumber}/release`, mistake);
    const expected = state === 'settled' ? open - 50_00 : open + attempts[0]!.amount;
    assert.equal(stillToPay((await lease.now()).lease), expected);
    await booksAreRight(operator.built.house);
  }
});

test('a payment that was meant before the hold and never heard of by the bank does not leave after it', async () => {
  const lease = await delivered();
  isDown = true;
  assert.equal(await lease.pay(20_00), 'ServiceUnavailable');
  isDown = false;
  await operator.operate('POST', `/leases/${(await lease.now()).leaseNumber}/hold`, bankrupt);
  const before = charges;
  operator.built.advance(2 * 60_000);
  assert.equal(await lease.pay(20_00), 'ServiceUnavailable', 'the same call again asks, and charges nothing');
  operator.built.advance(10 * 60_000);
  await days(0);
  assert.equal((await lease.now()).attempts.at(-1)?.state, 'failed');
  assert.equal(await lease.pay(20_00), 'LeaseOnHold');
  assert.equal(charges, before);
  await booksAreRight(operator.built.house);
});

async function days(count: number): Promise<void> {
  for (let day = 0; day < Math.max(1, count); day += 1) {
    if (count > 0) operator.built.advance(dayMs);
    await runTimetable(operator.built.house);
  }
}

let orders = 0;

/** A lease over two sofas of 250.00, delivered today unless it is only signed. */
async function delivered({ account = '12340001', until = 'delivered' } = {}) {
  const { house } = operator.built;
  const shopper = await approvedShopper(house, { account });
  const { customerId, merchant } = shopper;
  const { merchantId } = merchant;
  orders += 1;
  const transactionId = `H-${orders}`;
  const { leaseId } = await offerFor(house, shopper, transactionId, 500);
  const by = { ipAddress: '127.0.0.1', userAgent: 'a test', typedName: 'Ada Lovelace' };
  const evidence = { ...by, channel: 'api', confirmed: {} } as const;
  await must(house, () => signLease(house, { merchantId, customerId, leaseId, evidence }));
  if (until === 'delivered') {
    await must(house, () => finalize(house, merchantId, transactionId));
    await must(house, () => confirmReceipt(house, merchantId, transactionId, undefined));
  }
  if (until === 'one of two') {
    await must(house, () => finalize(house, merchantId, transactionId));
    const items = [{ sku: 'SOFA', quantity: 1 }];
    await must(house, () => confirmReceipt(house, merchantId, transactionId, items));
  }
  const now = async () => (await leaseById(house.db, customerId, leaseId))!;
  const methods = await house.db.pool.query(
    'select payment_method_id as id from payment_method where customer_id = $1',
    [customerId],
  );
  return {
    ...{ leaseId, customerId, merchantId, transactionId, now },
    pay: async (amount: number): Promise<string> => {
      const paid = await carryOut(house, () =>
        collectPayment(house, {
          ...{ merchantId, customerId, agreementId: agreementIdOf(leaseId), paymentMethodId: methods.rows[0].id },
          ...{ amount, collectorId: null, callKey: null },
        }),
      );
      return 'refused' in paid ? String(paid.refused) : paid.answer[0]!.outcome;
    },
    letters: async (kind: string | null = null): Promise<string[]> => {
      const { rows } = await house.db.pool.query(
        'select body from message where customer_id = $1 and ($2::text is null or kind = $2)',
        [customerId, kind],
      );
      return rows.map(({ body }) => body).sort();
    },
    events: async (): Promise<{ type: string; payload: object }[]> => {
      const { rows } = await house.db.pool.query(
        'select type, payload from outbox where lease_id = $1 order by recorded_at, event_id',
        [leaseId],
      );
      return rows;
    },
  };
}
