import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { lampOrder, openStreet, type Street } from './street.ts';

let house: StartedHouse;
let street: Street;

before(async () => {
  house = await startHouse();
  street = openStreet(house);
});
after(() => house.stop());

const attempt = 'join payment_attempt p using (customer_id, lease_id)';

test('a refused account leaves the lease unsigned and the limit free', async () => {
  const shopper = await street.shopper('Runa', '0300');
  const { leaseId } = await shopper.lease('REFUSED-1', lampOrder);
  await assert.rejects(shopper.sign(leaseId), { code: 'PaymentRequired' });
  assert.equal((await shopper.view(leaseId)).leaseStatus, 'unsigned');
  assert.equal((await street.transaction('REFUSED-1')).lease.status, 'pending');
  assert.equal(await shopper.available(), 1_500);
  await assert.rejects(street.store.post('/v3/transactions/REFUSED-1/finalize'), { code: 'LeaseNotSigned' });
  await street.auditIsGreen();
});

test('an account that comes back takes its payment out of the books, and the lease owes it again', async () => {
  const shopper = await street.shopper('Vidar', '0102');
  const { leaseId } = await shopper.lease('BOUNCED-1', lampOrder);
  await shopper.sign(leaseId);
  for (const step of ['finalize', 'confirm-shipment', 'confirm-receipt']) {
    await street.store.post(`/v3/transactions/BOUNCED-1/${step}`);
  }
  await street.auditIsGreen();

  await street.advance('P8D');
  assert.deepEqual(await street.record('BOUNCED-1', 'p.state, p.failure_code', attempt), {
    state: 'returned',
    failure_code: 'R01',
  });
  const first = 'join installment i on i.customer_id = l.customer_id and i.lease_id = l.lease_id and i.number = 1';
  const owed = await street.record('BOUNCED-1', 'i.rent_cents::int as rent, i.paid_rent_cents::int as paid', first);
  assert.deepEqual(owed, { rent: 5_03, paid: 0 });
  await street.auditIsGreen();
});

test('an account that comes back before delivery leaves nothing to refund', async () => {
  const shopper = await street.shopper('Ylva', '0102');
  const { leaseId } = await shopper.lease('BOUNCED-2', lampOrder);
  await shopper.sign(leaseId);
  await street.store.post('/v3/transactions/BOUNCED-2/finalize');
  await street.advance('P8D');
  await street.store.post('/v3/transactions/BOUNCED-2/cancel');
  await street.advance('P8D');
  const refunds = 'left join refund r on r.customer_id = l.customer_id and r.lease_id = l.lease_id';
  const { paid } = await street.record(
    'BOUNCED-2',
    "count(r.refund_id) filter (where r.state = 'paid')::int as paid",
    refunds,
  );
  assert.equal(paid, 0);
  assert.equal(await shopper.available(), 1_500);
  await street.auditIsGreen();
});
