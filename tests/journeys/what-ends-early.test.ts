import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CancelAnswer, ReturnAnswer } from '#contract/v3/transactions.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { lampOrder, openStreet, type Street } from './street.ts';

let house: StartedHouse;
let street: Street;

before(async () => {
  house = await startHouse();
  street = openStreet(house);
});
after(() => house.stop());

const refund = 'join refund r using (customer_id, lease_id)';

test('an unfinalized lease is voided after three days and its payment refunded', async () => {
  const shopper = await street.shopper('Nils');
  const { leaseId } = await shopper.lease('FORGOTTEN-1', lampOrder);
  await shopper.sign(leaseId);
  await street.advance('P2D');
  assert.equal((await street.transaction('FORGOTTEN-1')).lease.status, 'signed');
  await street.advance('P1DT1M');
  assert.equal((await street.transaction('FORGOTTEN-1')).lease.status, 'pending');
  await assert.rejects(street.store.post('/v3/transactions/FORGOTTEN-1/finalize'), { code: 'TransactionCanceled' });
  assert.equal(await shopper.available(), 1_500);
  assert.match((await street.letters(shopper.email))[0]!, /^Lease \d{10} has ended, nothing to pay$/);

  await street.advance('P10D');
  const paid = await street.record('FORGOTTEN-1', 'r.state, r.amount_cents::int', refund);
  assert.deepEqual(paid, { state: 'paid', amount_cents: 5_03 });
  await street.auditIsGreen();
});

test('cancel before shipping refunds everything', async () => {
  const shopper = await street.shopper('Astrid');
  const { leaseId } = await shopper.lease('CHANGED-MIND-1', lampOrder);
  await shopper.sign(leaseId);
  await street.store.post('/v3/transactions/CHANGED-MIND-1/finalize');
  const cancel = () => street.store.post<CancelAnswer>('/v3/transactions/CHANGED-MIND-1/cancel', { items: [] });
  assert.deepEqual(await cancel(), { canceled: [{ sku: 'LAMP-1', quantity: 1 }], failed: [] });
  await cancel();
  assert.equal(await shopper.available(), 1_500);
  assert.match((await street.letters(shopper.email))[0]!, /^Lease \d{10} is cancelled$/);

  await street.advance('P10D');
  const paid = await street.record('CHANGED-MIND-1', 'l.state as lease, r.state, r.amount_cents::int', refund);
  assert.deepEqual(paid, { lease: 'cancelled', state: 'paid', amount_cents: 5_03 });
  await street.auditIsGreen();
});

test('a return inside the window ends the lease, and the store owes back what it was paid', async () => {
  const shopper = await street.shopper('Signe');
  const { leaseId } = await shopper.lease('RETURN-1', lampOrder);
  await shopper.sign(leaseId);
  for (const step of ['finalize', 'confirm-shipment', 'confirm-receipt']) {
    await street.store.post(`/v3/transactions/RETURN-1/${step}`);
  }
  await street.advance('P5D');
  const returned = await street.store.post<ReturnAnswer>('/v3/transactions/RETURN-1/return', {
    items: [{ sku: 'LAMP-1', quantity: 1 }],
  });
  assert.deepEqual(returned, { returned: [{ sku: 'LAMP-1', quantity: 1 }], failed: [] });
  assert.deepEqual((await street.transaction('RETURN-1')).items[0]?.quantityByStatus, { ordered: 1, returned: 1 });
  assert.equal(await shopper.available(), 1_500);
  await street.auditIsGreen();

  await street.advance('P10D');
  const { owed } = await street.record(
    'RETURN-1',
    'sum(s.net_cents)::int as owed',
    'join settlement_line s using (customer_id, lease_id)',
  );
  assert.equal(owed, 0, 'what the store was paid for the goods it owes back');
  const { billed_count: billed } = await street.record('RETURN-1', 'l.billed_count');
  assert.equal(billed, 1, 'nothing is billed after the return');
  await street.auditIsGreen();
});
