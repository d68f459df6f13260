import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Processor } from '#ports/processor.ts';
import { carryOut } from '#server/carry-out.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import { buildServer } from '#server/http/server.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import { updateMerchant } from '#server/merchants/update-merchant.ts';
import { resolveUnheardCharges } from '#server/payments/follow-payments.ts';
import { dayMs, must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor } from '#server/test-shopper.ts';
import { routes } from '#server/transactions/routes.ts';

let built: TestHouse;
let server: ReturnType<typeof buildServer>;
/** What happens on the way to and from the bank: the request is lost, or its answer is. */
let line: 'good' | 'answers are lost' | 'requests are lost' = 'good';
/** What reached the bank, in order. */
const asked: { what: string; reference: string; amount?: number; authorization?: string | undefined }[] = [];

before(async () => {
  built = await testHouse();
  const bank = built.house.processor;
  const overTheLine =
    <Order extends { reference: string; amount: number; authorization?: string }, Fact>(
      what: string,
      ask: (order: Order) => Promise<Fact>,
    ) =>
    async (order: Order): Promise<Fact> => {
      if (line === 'requests are lost') throw new Error('the line is dead');
      const { reference, amount, authorization } = order;
      asked.push({ what, reference, amount, authorization });
      const fact = await ask(order);
      if (line === 'answers are lost') throw new Error('the line went dead');
      return fact;
    };
  const processor: Processor = {
    ...bank,
    authorize: overTheLine('authorize', bank.authorize),
    charge: overTheLine('charge', bank.charge),
    chargeCard: overTheLine('charge', bank.chargeCard),
    release: async (reference) => {
      asked.push({ what: 'release', reference });
      await bank.release(reference);
    },
  };
  Object.assign(built.house, { processor });
  server = buildServer(built.house, [...customerRoutes, ...routes]);
});
after(async () => {
  await server.close();
  await built.close();
});

// Every order: two sofas of 400.00 and 5.00 of shipping, 805.00; 52 weekly payments of 30.97, the last of 30.53.

test('signing holds the first payment ready and takes nothing; the first shipment takes it, the second does not', async () => {
  const order = await finalizedOrder();
  assert.deepEqual(await order.calls(), ['authorize 30.97']);
  const signed = await order.lease();
  assert.deepEqual([signed.lease.deposit.rent, await order.letters('agreement_copy')], [0, 1]);
  assert.equal((await customerFacts(built.house, order.customerId))?.openCash, 805_00, 'the limit is used at signing');
  assert.equal((await order.told('lease.signed'))[0]!.paidCents, 0);
  await booksAreRight(built.house);

  assert.equal((await order.ship(1)).statusCode, 200);
  assert.equal((await order.ship(1)).statusCode, 200);
  assert.deepEqual(await order.calls(), ['authorize 30.97', 'charge 30.97']);
  assert.equal((await order.lease()).lease.deposit.rent, 30_97);
  assert.deepEqual(
    [(await order.told('payment.collected')).length, await order.letters('first_payment_taken')],
    [1, 1],
  );
  await booksAreRight(built.house);

  assert.equal((await order.ask('confirm-receipt')).statusCode, 200);
  const { lease, attempts } = await order.lease();
  assert.deepEqual([lease.installments[0]!.paidRent, lease.deposit.rent], [30_97, 0]);
  assert.deepEqual(attempts.map(({ purpose, state }) => `${purpose} ${state}`).sort(), [
    'authorization captured',
    'initial pending',
  ]);
  built.advance(5 * dayMs);
  await runTimetable(built.house);
  assert.equal((await order.lease()).attempts.find(({ purpose }) => purpose === 'initial')!.state, 'settled');
  await booksAreRight(built.house);
});

test('a card is charged from what it holds, and less of it once a part was cancelled', async () => {
  const order = await finalizedOrder({ card: 'tok_ok' });
  assert.deepEqual((await order.ask('cancel', { items: [{ sku: 'SOFA', quantity: 1 }] })).json().data.failed, []);
  assert.equal((await order.ship()).statusCode, 200);
  // 405.00 is left: 810.00 of rent in 52 payments.
  assert.deepEqual(await order.calls(), ['authorize 30.97', 'charge 15.58 of what is held']);
  assert.equal((await order.lease()).lease.deposit.rent, 15_58);
  await booksAreRight(built.house);
});

test('a fixed first rent stays what it is when a part is cancelled before it is taken', async () => {
  const order = await finalizedOrder({ terms: { fixedInitialRent: '45' } });
  await order.ask('cancel', { items: [{ sku: 'SOFA', quantity: 1 }] });
  assert.equal((await order.ship()).statusCode, 200);
  assert.deepEqual(await order.calls(), ['authorize 45.00', 'charge 45.00']);
  const { lease } = await order.lease();
  assert.deepEqual([lease.terms.firstRent, lease.totalRent, lease.terms.count], [45_00, 810_00, 53]);
  await order.ask('confirm-receipt');
  assert.equal((await order.lease()).lease.installments[0]!.paidRent, 45_00);
  await booksAreRight(built.house);
});

test('what is cancelled as a whole is let go: nothing was charged, so nothing goes back', async () => {
  const [cancelled, forgotten] = [await finalizedOrder({ card: 'tok_ok' }), await signedOrder({ card: 'tok_ok' })];
  assert.equal((await cancelled.ask('cancel')).statusCode, 200);
  built.advance(4 * dayMs);
  await runTimetable(built.house);
  for (const order of [cancelled, forgotten]) {
    assert.deepEqual(await order.calls(), ['authorize 30.97', 'release']);
    const { lease, attempts, refunds } = await order.lease();
    assert.deepEqual([lease.state, refunds, attempts[0]!.state], ['cancelled', [], 'released']);
    assert.equal((await customerFacts(built.house, order.customerId))?.openCash, 0);
  }
  await booksAreRight(built.house);
});

test('a first payment that is refused ships nothing, the customer is told, and another card takes it', async () => {
  const order = await finalizedOrder({ card: 'tok_shipment_decline' });
  for (const verb of ['confirm-shipment', 'confirm-receipt']) {
    const refused = await order.ask(verb);
    const { code, data } = refused.json().error;
    assert.deepEqual([refused.statusCode, code, data], [402, 'PaymentRequired', { reason: 'insufficient_funds' }]);
    if (verb === 'confirm-shipment') await order.addCard('tok_nsf');
  }
  assert.equal(await order.letters('first_payment_failed'), 2);
  assert.equal((await order.lease()).lease.lines[0]!.shipped, 0);
  await booksAreRight(built.house);

  await order.addCard('tok_ok');
  assert.equal((await order.ship()).statusCode, 200);
  await runTimetable(built.house);
  const charge = 'charge 30.97';
  assert.deepEqual(await order.calls(), ['authorize 30.97', `${charge} of what is held`, charge, charge, 'release']);
  assert.equal((await order.lease()).lease.deposit.rent, 30_97);
  await booksAreRight(built.house);
});

test('without anything to pay from nothing is shipped either', async () => {
  const order = await finalizedOrder({ card: 'tok_shipment_decline' });
  await order.ship();
  await built.house.db.pool.query('delete from payment_method where customer_id = $1', [order.customerId]);
  const refused = (await order.ship()).json().error;
  assert.deepEqual([refused.statusCode, refused.code], [402, 'PaymentRequired']);
});

test('an answer that was lost is asked for again, and nothing of the order changes meanwhile', async () => {
  const order = await finalizedOrder({ card: 'tok_ok' });
  line = 'answers are lost';
  const lost = await order.ship();
  line = 'good';
  assert.deepEqual([lost.statusCode, lost.headers['retry-after']], [503, '5']);
  const item = { lineNumber: 1, sku: 'SOFA', itemCredit: '10' };
  for (const [verb, body] of [['cancel'], ['return'], ['refund', { items: [item] }]] as const) {
    assert.equal((await order.ask(verb, body)).statusCode, 503, verb);
  }
  assert.equal((await order.ship()).statusCode, 200);
  assert.equal(new Set(await order.charges()).size, 1, 'one reference reached the bank');
  assert.equal((await order.lease()).lease.deposit.rent, 30_97);
  await booksAreRight(built.house);
});

test('a shipment that died between charge and record is finished by a job: paid when the bank has it, open when it has not', async () => {
  const [taken, unseen] = [await finalizedOrder(), await finalizedOrder()];
  line = 'answers are lost';
  await taken.ship();
  line = 'requests are lost';
  await unseen.ship();
  line = 'good';
  built.advance(6 * 60_000);
  await resolveUnheardCharges(built.house);
  assert.deepEqual([(await taken.lease()).lease.deposit.rent, (await unseen.lease()).lease.deposit.rent], [30_97, 0]);
  for (const order of [taken, unseen]) {
    assert.equal((await order.ship()).statusCode, 200);
    assert.equal((await order.lease()).lease.deposit.rent, 30_97);
  }
  assert.equal((await taken.charges()).length, 1);
  await booksAreRight(built.house);
});

test('twenty shipments at once take one payment', async () => {
  const order = await finalizedOrder({ card: 'tok_ok' });
  const answers = await Promise.all(Array.from({ length: 20 }, () => order.ask('confirm-shipment')));
  assert.ok(answers.every(({ statusCode }) => statusCode === 200));
  assert.equal(new Set(await order.charges()).size, 1);
  assert.equal((await order.told('lease.shipped')).length, 1);
  await booksAreRight(built.house);
});

test('an authorization that is refused signs nothing; one whose answer is lost signs once it is heard', async () => {
  const refused = await offeredOrder({ account: '12340300' });
  const answer = await carryOut(built.house, () => refused.sign());
  assert.deepEqual('refused' in answer && [answer.refused, answer.data], [
    'PaymentRequired',
    { reason: 'account_invalid' },
  ]);
  assert.equal((await customerFacts(built.house, refused.customerId))?.openCash, 0);

  const [heard, unseen] = [await offeredOrder(), await offeredOrder()];
  line = 'answers are lost';
  await carryOut(built.house, () => heard.sign());
  line = 'requests are lost';
  await carryOut(built.house, () => unseen.sign());
  line = 'good';
  built.advance(6 * 60_000);
  await resolveUnheardCharges(built.house);
  assert.deepEqual([(await heard.lease()).lease.state, (await unseen.lease()).lease.state], ['signed', 'offered']);
  assert.deepEqual(await heard.charges(), []);
  await must(built.house, () => unseen.sign());
  await booksAreRight(built.house);
});

test('goods that are handed over in the store take it with their receipt', async () => {
  const order = await finalizedOrder();
  assert.equal((await order.ask('confirm-receipt')).statusCode, 200);
  assert.deepEqual(await order.calls(), ['authorize 30.97', 'charge 30.97']);
  assert.equal((await order.lease()).lease.installments[0]!.paidRent, 30_97);
  await booksAreRight(built.house);
});

test('a store that goes back to taking it at signing changes nothing of what is signed', async () => {
  const order = await finalizedOrder();
  await must(built.house, () => updateMerchant(built.house, order.merchantId, { firstPaymentAt: 'signing' }));
  assert.equal((await order.ship()).statusCode, 200);
  assert.deepEqual(await order.calls(), ['authorize 30.97', 'charge 30.97']);
});

type Wanted = { account?: string; card?: string; terms?: { fixedInitialRent?: string } };

let orders = 0;

async function offeredOrder({ account = '12340001', card, terms = {} }: Wanted = {}) {
  const { house } = built;
  const shopper = await approvedShopper(house, { account });
  const { customerId, apiKey } = shopper;
  const { merchantId } = shopper.merchant;
  await must(house, () => updateMerchant(house, merchantId, { firstPaymentAt: 'shipment', ...terms }));
  const merchant = (await findMerchant(house, merchantId))!;
  const transactionId = `AT-SHIPMENT-${orders++}`;
  const call = async (method: 'GET' | 'POST', url: string, body?: object, token?: string) =>
    server.inject({
      ...{ method, url, headers: { authorization: apiKey, ...(token && { 'customer-token': token }) } },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
  const { token } = (await call('GET', `/v3/users/${customerId}/authorize`)).json().data;
  const ask = (verb: string, body?: object) => call('POST', `/v3/transactions/${transactionId}/${verb}`, body);
  const addCard = async (name: string) => {
    const body = { primary: true, token: { cardType: 'visa', billingZip: '78701', token: name } };
    const answer = await call('POST', '/v3/paymentMethods/add', body, token);
    assert.equal(answer.statusCode, 200, answer.body);
  };
  if (card !== undefined) await addCard(card);
  const { leaseId } = await offerFor(house, { merchant, customerId }, transactionId, 800);
  const lease = async () => (await leaseById(house.db, customerId, leaseId))!;
  const reached = async () => {
    const mine = (await lease()).attempts.map(({ attemptId }) => attemptId);
    return asked.filter(({ reference }) => mine.includes(reference));
  };
  const evidence = {
    ...{ ipAddress: '127.0.0.1', userAgent: 'a test', typedName: 'Ada Lovelace', confirmed: {} },
    channel: 'api',
  } as const;
  return {
    ...{ merchantId, customerId, transactionId, ask, addCard, lease },
    sign: () => signLease(house, { merchantId, customerId, leaseId, evidence }),
    ship: (quantity?: number) =>
      ask('confirm-shipment', quantity === undefined ? undefined : { items: [{ sku: 'SOFA', quantity }] }),
    /** What the bank was asked for this order, in order. */
    calls: async () =>
      (await reached()).map(({ what, amount, authorization }) =>
        [what, amount && (amount / 100).toFixed(2), authorization && 'of what is held'].filter(Boolean).join(' '),
      ),
    /** The references that it was asked to charge. */
    charges: async () => (await reached()).filter(({ what }) => what === 'charge').map(({ reference }) => reference),
    told: async (type: string) => {
      const rows = await house.db.read
        .selectFrom('outbox')
        .select('payload')
        .where('customer_id', '=', customerId)
        .where('type', '=', type)
        .execute();
      return rows.map(({ payload }) => payload as { paidCents?: number });
    },
    letters: async (kind: string) => {
      const rows = await house.db.read
        .selectFrom('message')
        .select('message_id')
        .where('customer_id', '=', customerId)
        .where('kind', '=', kind)
        .execute();
      return rows.length;
    },
  };
}

async function signedOrder(wanted: Wanted = {}) {
  const order = await offeredOrder(wanted);
  await must(built.house, () => order.sign());
  return order;
}

async function finalizedOrder(wanted: Wanted = {}) {
  const order = await signedOrder(wanted);
  assert.equal((await order.ask('finalize')).statusCode, 200);
  return order;
}
