import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AgreementView, PaymentOutcome } from '#contract/v3/agreements.ts';
import type { PaymentMethodView } from '#contract/v3/payment-methods.ts';
import { dayAt } from '#core/calendar/day.ts';
import { askHouse } from '#sandbox/ask-house.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { lampOrder, openStreet, type Shopper, type Street } from './street.ts';

let house: StartedHouse;
let street: Street;

before(async () => {
  house = await startHouse();
  street = openStreet(house);
});
after(() => house.stop());

// 120.34 and 10.33 shipping: 261.34 of rent, 51 payments of 5.03 and one of 4.81, no tax in the sandbox.

test('a customer pays a part, exactly, too much and ahead, and it comes back', async () => {
  const customer = await atHome('Ottilie', 'BETWEEN-1', '0210');
  const [account] = await customer.methods();
  assert.deepEqual([account?.type, account?.lastFour, account?.primary], ['ach', '0210', true]);
  await street.advance('P20D');
  const [agreement] = await customer.agreements();
  const due = agreement!.pastDueAmount;
  assert.ok(due >= 5.03, `${due} is past due`);
  assert.deepEqual(agreement!.items, [{ description: 'Desk lamp', trackingLink: 'https://carrier.example/7' }]);

  const part = await customer.pay(agreement!.id, account!.id, 2);
  assert.deepEqual([part.amount, part.outcome], [2, 'success']);
  assert.equal(await customer.pastDue(), cents(due - 2));
  await customer.pay(agreement!.id, account!.id, cents(due - 2));
  assert.equal(await customer.pastDue(), 0);
  await street.auditIsGreen();

  await assert.rejects(customer.pay(agreement!.id, account!.id, 261.34), { code: 'ValidationError' });
  const { id: card } = await customer.add({ token: { cardType: 'visa', billingZip: '78705', token: 'tok_nsf' } });
  const declined = await customer.pay(agreement!.id, card, 5.03);
  assert.deepEqual([declined.outcome, declined.failureCode], ['failure', 'insufficient_funds']);

  await customer.pay(agreement!.id, account!.id, 20);
  await street.advance('P14D');
  assert.equal(await customer.pastDue(), 0, 'what was paid ahead pays what is billed');
  await street.auditIsGreen();

  // The account disputes every debit twenty days after it settled, the first payment's first.
  await street.advance('P14D');
  const { states } = await street.record(
    'BETWEEN-1',
    `array_agg(a.state order by a.state) as states`,
    'join payment_attempt a using (customer_id, lease_id)',
  );
  assert.deepEqual(states, ['failed', 'returned_late', 'returned_late', 'returned_late', 'returned_late']);
  const { paid, ahead } = await street.record(
    'BETWEEN-1',
    `l.ahead_cents::int as ahead, (select sum(paid_rent_cents)::int from installment i
      where i.customer_id = l.customer_id and i.lease_id = l.lease_id) as paid`,
  );
  assert.deepEqual([paid, ahead], [0, 0], 'nothing of it is paid any more');
  await street.auditIsGreen();
});

test('a customer who pays everything that is left owns the goods, and is asked for nothing more', async () => {
  const customer = await atHome('Ragna', 'PAID-OFF-1', '0001');
  const [agreement] = await customer.agreements();
  const { id } = await customer.add({
    primary: true,
    label: 'CreditCardTest',
    token: { cardType: 'visa', lastFour: '4242', billingZip: '78705', token: [{ name: 'clover', token: 'tok_ok' }] },
  });
  const paid = await customer.pay(agreement!.id, id, 256.31);
  assert.equal(paid.outcome, 'success');
  await street.auditIsGreen();
  await street.advance('P10D');
  assert.deepEqual(await customer.agreements(), []);
  const lease = await street.record('PAID-OFF-1', 'l.state, l.billed_count, l.next_due_on, l.ahead_cents::int');
  assert.deepEqual(lease, { state: 'completed', billed_count: 52, next_due_on: null, ahead_cents: 0 });
  assert.equal(await customer.available(), 1_500);
  assert.match((await street.letters(customer.email))[0]!, /^It is yours: your order at /);
  await street.advance('P30D');
  await street.auditIsGreen();
});

const cents = (dollars: number): number => Number(dollars.toFixed(2));

/** Somebody whose lamp has arrived, and what their app can ask. */
async function atHome(firstName: string, transactionId: string, accountEnd: string) {
  const shopper = await street.shopper(firstName, accountEnd);
  const { leaseId } = await shopper.lease(transactionId, lampOrder);
  await shopper.sign(leaseId);
  await street.store.post(`/v3/transactions/${transactionId}/finalize`);
  const { now } = await street.store.get<{ now: string }>('/sandbox/clock');
  const shipDate = dayAt(Date.parse(now), 'America/Chicago');
  const sent = { sku: 'LAMP-1', carrier: 'Blue', shipDate, trackingLink: 'https://carrier.example/7' };
  await street.store.post(`/v3/transactions/${transactionId}/confirm-shipment`, { items: [sent] });
  await street.store.post(`/v3/transactions/${transactionId}/confirm-receipt`);
  return { ...shopper, ...app(shopper) };
}

function app(shopper: Shopper) {
  const ask = async <Answer>(method: 'GET' | 'POST', path: string, body?: object) =>
    askHouse<Answer>(house, {
      method,
      path,
      about: path,
      key: house.apiKey,
      customerToken: await shopper.token(),
      body,
    });
  const agreements = () => ask<AgreementView[]>('GET', '/v3/customers/me/agreements');
  return {
    agreements,
    pastDue: async () => (await agreements())[0]!.pastDueAmount,
    methods: () => ask<PaymentMethodView[]>('GET', '/v3/customers/me/payment-methods'),
    add: (body: object) => ask<{ id: string }>('POST', '/v3/paymentMethods/add', body),
    pay: async (agreementId: string, paymentMethodId: string, amount: number) => {
      const path = `/v3/customers/me/agreements/${agreementId}/transactions/payment`;
      const [only, ...others] = await ask<PaymentOutcome[]>('POST', path, { paymentMethodId, amount });
      assert.deepEqual(others, []);
      return only!;
    },
  };
}
