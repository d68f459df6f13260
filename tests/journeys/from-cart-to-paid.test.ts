import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FinalizeAnswer } from '#contract/v3/transactions.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { lampOrder, openStreet, type Street } from './street.ts';

let house: StartedHouse;
let street: Street;

before(async () => {
  house = await startHouse();
  street = openStreet(house);
});
after(() => house.stop());

test('a cart becomes a lease, the store ships it and is paid', async () => {
  const { shopper: meet, store, transaction, record } = street;
  const shopper = await meet('Maren');
  const offer = await shopper.lease('CART-1', lampOrder);
  assert.deepEqual(
    { payment: offer.payment, term: offer.term, cashPrice: offer.cashPrice, costOfRental: offer.costOfRental },
    { payment: 5.03, term: 52, cashPrice: 130.67, costOfRental: 130.67 },
  );
  assert.match(Buffer.from(offer.contract, 'base64').toString(), /4\.81/);
  await assert.rejects(shopper.lease('CART-1', lampOrder), { code: 'InvalidTransactionId' });
  assert.equal((await transaction('CART-1')).lease.status, 'pending');
  await assert.rejects(store.post('/v3/transactions/CART-1/finalize'), { code: 'LeaseNotSigned' });

  await shopper.sign(offer.leaseId);
  assert.equal(await shopper.available(), 1_369.33);
  await assert.rejects(store.post('/v3/transactions/CART-1/confirm-shipment'), { code: 'TransactionNotFinalized' });
  const seen = await transaction('CART-1');
  assert.deepEqual([seen.lease.status, seen.purchaseTotal, seen.items[0]?.cost], ['signed', 130_67, 120.34]);
  const finalized = await store.post<FinalizeAnswer>('/v3/transactions/CART-1/finalize');
  assert.equal(finalized.leaseNumber, (await shopper.view(offer.leaseId)).leaseNumber);
  assert.deepEqual(await store.post('/v3/transactions/CART-1/finalize'), finalized);
  await store.post('/v3/transactions/CART-1/confirm-shipment', { items: [{ sku: 'LAMP-1', carrier: 'UPS' }] });
  await store.post('/v3/transactions/CART-1/confirm-receipt');
  assert.deepEqual((await transaction('CART-1')).items[0]?.quantityByStatus, { ordered: 1, delivered: 1 });
  await street.auditIsGreen();

  await street.advance('P10D');
  assert.deepEqual(await record('CART-1', 'l.state, l.billed_count'), { state: 'active', billed_count: 2 });
  const paid = 'join payment_attempt p using (customer_id, lease_id)';
  assert.deepEqual(await record('CART-1', 'p.state, p.amount_cents::int', paid), {
    state: 'settled',
    amount_cents: 5_03,
  });
  const settled = 'join settlement_line s using (customer_id, lease_id)';
  const funded = await record('CART-1', 'array_agg(distinct s.state) as states, sum(s.net_cents)::int as net', settled);
  assert.deepEqual(funded, { states: ['paid'], net: 130_67 });
  const letters = await street.letters(shopper.email);
  for (const subject of [/^Your lease \d{10} with Marlow/, /^On the way/, /^Delivered/]) {
    assert.ok(
      letters.some((letter) => subject.test(letter)),
      `${subject}`,
    );
  }
  await street.auditIsGreen();
});

test('a shopper may lease up to the limit and not a cent more', async () => {
  const shopper = await street.shopper('Tove');
  const chair = (cost: number) => [{ sku: 'CHAIR', description: 'Chair', brand: 'Rook', cost, quantity: 1 }];
  await assert.rejects(shopper.lease('LIMIT-1', chair(1_500.01)), { code: 'ExceedSpendingLimitError' });
  await assert.rejects(shopper.lease('LIMIT-1', chair(49.94)), { code: 'LeaseAmountNotSatisfied' });
  const { leaseId } = await shopper.lease('LIMIT-1', chair(1_500));
  await shopper.sign(leaseId);
  assert.equal(await shopper.available(), 0);
  await assert.rejects(shopper.lease('LIMIT-2', chair(49.95)), { code: 'ExceedSpendingLimitError' });
  await street.auditIsGreen();
});

test('a house that is killed knows everything when it starts again', async () => {
  const shopper = await street.shopper('Sigrid');
  const { leaseId } = await shopper.lease('KILLED-1', lampOrder);
  await shopper.sign(leaseId);
  await house.kill();
  const keys = [house.apiKey, house.operatorKey];
  house = await house.again();
  street = openStreet(house);
  assert.deepEqual([house.apiKey, house.operatorKey], keys);
  assert.equal((await street.transaction('KILLED-1')).lease.status, 'signed');
  await street.store.post('/v3/transactions/KILLED-1/finalize');
  await street.auditIsGreen();
});
