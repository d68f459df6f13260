import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import { routes as evidenceRoutes } from '#server/evidence/routes.ts';
import { signCustomerToken } from '#server/http/customer-token.ts';
import { buildServer } from '#server/http/server.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { routes as paymentRoutes } from '#server/payments/routes.ts';
import { dayMs, must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor } from '#server/test-shopper.ts';
import { confirmReceipt } from '#server/transactions/confirm-receipt.ts';
import { finalize } from '#server/transactions/finalize.ts';
import { routes as transactionRoutes } from '#server/transactions/routes.ts';
import { routes } from './routes.ts';

let built: TestHouse;
let server: ReturnType<typeof buildServer>;
before(async () => {
  built = await testHouse();
  const all = [...customerRoutes, ...routes, ...paymentRoutes, ...transactionRoutes, ...evidenceRoutes];
  server = buildServer(built.house, all);
});
after(async () => {
  await server.close();
  await built.close();
});

// Every lease: two sofas of 400.00 and 5.00 of shipping, 805.00 cash and 1,610.00 rent without tax in weekly payments of
// 30.97, the last of 30.53. Once delivered, it waits until the first payment has settled.

test('a quote has the figures of the agreement that follows from it, and says how each came about', async () => {
  const lease = await signed();
  const [item] = lease.items;
  const quote = (
    await lease.post('/v3/quotes', { items: [item], shipping: { cost: '5.00' }, state: 'TX', postalCode: '78701' })
  ).data;
  assert.deepEqual(
    [quote.cashPrice, quote.totalCost, quote.term, quote.payment, quote.lastPayment, quote.costOfRental],
    [805, 1610, 52, 30.97, 30.53, 805],
  );
  const schedule = await lease.get('schedule');
  const amounts = (payments: { rent: number; tax: number }[]) => payments.map(({ rent, tax }) => [rent, tax]);
  assert.deepEqual(amounts(quote.payments), amounts(schedule.payments));
  const total = quote.derivation.find(({ figure }: { figure: string }) => figure === 'totalRent');
  assert.deepEqual(total, {
    figure: 'totalRent',
    formula: 'round(C × f)',
    inputs: { C: 805_00, f: '2.00' },
    value: 1610_00,
  });

  for (const frequency of ['biweekly', 'semimonthly', 'monthly']) {
    const other = (await lease.post('/v3/quotes', { items: [item], state: 'TX', frequency, nextPayDate: '2026-12-04' }))
      .data;
    const cents = (amount: number) => Math.round(amount * 100);
    const rent = other.payments.reduce((sum: number, one: { rent: number }) => sum + cents(one.rent), 0);
    assert.equal(rent, cents(other.totalCost), frequency);
    assert.equal(other.payments[1].dueDate >= '2026-12-01', true, frequency);
  }
});

test('a cart that is too small, or goes where nothing is offered, is refused with the reason', async () => {
  const lease = await signed();
  const [item] = lease.items;
  const card = { ...item, sku: 'C-50', description: 'Gift card' };
  const notLeased = (await lease.post('/v3/quotes', { items: [item, card], state: 'TX' })).error;
  assert.deepEqual([notLeased.code, notLeased.data.fields[0].path], ['ValidationError', 'items[1].description']);
  const small = await lease.post('/v3/quotes', { items: [{ ...item, cost: '10', quantity: 1 }], state: 'TX' });
  assert.equal(small.error.code, 'LeaseAmountNotSatisfied');
  const far = await lease.post('/v3/quotes', { items: [item], state: 'MN' });
  assert.deepEqual([far.error.code, far.error.message], ['NotOffered', 'Treated as a credit sale.']);
});

test('the payments of a lease are planned before delivery, and follow what is billed and paid afterwards', async () => {
  const lease = await signed();
  const before = await lease.get('schedule');
  assert.deepEqual([before.started, before.totalPaid, before.stillToPay], [false, 30.97, 0]);
  assert.equal(
    before.payments.every(({ status }: { status: string }) => status === 'scheduled'),
    true,
  );

  await lease.deliver();
  const after = await lease.get('schedule');
  assert.deepEqual([after.started, after.payments[0].status, after.payments[1].status], [true, 'paid', 'scheduled']);
  assert.deepEqual([after.totalCost, after.totalPaid, after.stillToPay], [1610, 30.97, 1579.03]);
  assert.equal(after.payments.length, 52);

  const second = after.payments[1].dueDate;
  while (today() < second) await days(1);
  await lease.pay('10.00');
  const later = await lease.get('schedule');
  assert.deepEqual([later.payments[1].status, later.payments[1].paid], ['partly_paid', 10]);
  await days(8);
  const statuses = (await lease.get('schedule')).payments.slice(0, 4).map(({ status }: { status: string }) => status);
  assert.deepEqual(statuses, ['paid', 'partly_paid', 'past_due', 'scheduled']);
  const { pastDue, payments } = await lease.get('schedule');
  // Texas: the later of 7 days and half a week after the oldest unpaid payment was due.
  const resumeThrough = dayAfter(payments[1].dueDate, 7);
  assert.deepEqual(pastDue, { since: payments[1].dueDate, amount: 51.94, resumeThrough });
  assert.equal(after.pastDue, null);
});

test('buying early costs the cash price less the rent paid inside the window, and a share of what is to come after it', async () => {
  const lease = await delivered();
  const quote = await lease.get('early-purchase');
  assert.deepEqual(
    [quote.method, quote.by, quote.total, quote.saving, quote.rentPaid, quote.cashPrice],
    ['same_as_cash', 'contract', 774.03, 805, 30.97, 805],
  );
  const [, next] = (await lease.get('schedule')).payments;
  assert.ok(quote.validThrough < next.dueDate, 'the price holds until the day before the next payment');
  assert.equal(quote.dayAfter.total, 774.03);

  const start = (await lease.get('schedule')).startDate;
  const later = await lease.get(`early-purchase?on=${dayAfter(start, 91)}`);
  assert.equal(later.method, 'pct_remaining');
  const paid = later.derivation[0].inputs.P;
  assert.equal(later.total, Math.round(0.6 * (1610_00 - paid)) / 100);
  assert.equal(later.rentPaid, paid / 100);

  const refused = await lease.ask('GET', `early-purchase?on=${dayAfter(start, -5)}`);
  assert.deepEqual([refused.error.code, refused.error.data.fields[0].path], ['ValidationError', 'on']);
});

test('what is under way is shown and not counted as paid', async () => {
  const lease = await delivered();
  const before = await lease.get('early-purchase');
  assert.equal(before.pending, 0);
  await lease.pay('30.97');
  const after = await lease.get('early-purchase');
  assert.deepEqual([after.pending, after.total], [30.97, before.total]);
  assert.ok(after.leaseVersion > before.leaseVersion);
});

test('of money under way only what stays in the lease is left out of the price', async () => {
  const lease = await delivered();
  await lease.pay('1000.00');
  await lease.transaction('return-items', { items: [{ sku: 'SOFA', quantity: 1 }] });
  const { pending, total, rentPaid } = await lease.get('early-purchase');
  // 810.00 of rent are left: 30.97 are paid, 779.03 are under way, and the rest of the thousand goes back.
  assert.deepEqual([pending, rentPaid, total], [779.03, 30.97, 374.03]);
});

test('if more were paid: what it says is what happens', async () => {
  const lease = await delivered();
  const { now, after: then, refund, needsSignature } = await lease.get('counterfactual?pay=40.00');
  assert.deepEqual([now.stillToPay, then.stillToPay, refund, needsSignature], [1579.03, 1539.03, 0, false]);
  assert.equal(then.earlyPurchase.total, 734.03);
  assert.equal((await lease.get('schedule')).stillToPay, 1579.03, 'nothing has happened');

  await lease.pay('40.00');
  await days(5);
  const { stillToPay, payments } = await lease.get('schedule');
  assert.equal(stillToPay, 1539.03);
  assert.equal(payments[0].paid, 30.97);
  assert.equal((await lease.get('early-purchase')).total, 734.03);
  const over = await lease.get('counterfactual?pay=5000');
  assert.deepEqual([over.after.stillToPay, over.after.earlyPurchase, over.refund], [0, null, 3460.97]);
});

test('if goods went back to the store: what it says is what happens', async () => {
  const lease = await delivered();
  const { after: then, refund, needsSignature } = await lease.get('counterfactual?returnSku=SOFA&returnQuantity=1');
  assert.deepEqual([then.totalCost, refund, needsSignature], [810, 0, true]);
  await lease.transaction('return-items', { items: [{ sku: 'SOFA', quantity: 1 }] });
  const really = await lease.get('schedule');
  assert.deepEqual([really.totalCost, really.stillToPay], [then.totalCost, then.stillToPay]);
  await booksAreRight(built.house);
  const refused = await lease.ask('GET', 'counterfactual?returnSku=SOFA&returnQuantity=2');
  assert.equal(refused.error.data.fields[0].path, 'returnSku');
});

test('after the store’s window goods are surrendered: what is billed stays, what is to come shrinks', async () => {
  const lease = await delivered();
  await days(31);
  const { now, after: then, refund } = await lease.get('counterfactual?returnSku=SOFA&returnQuantity=1');
  const billed = (await lease.get('schedule')).payments.filter(
    ({ status }: { status: string }) => status !== 'scheduled',
  );
  const billedCents = billed.reduce((sum: number, { rent }: { rent: number }) => sum + Math.round(rent * 100), 0);
  assert.equal(then.totalCost, (billedCents + Math.round((1610_00 - billedCents) / 2)) / 100);
  assert.deepEqual([refund, then.paymentsLeft], [0, now.paymentsLeft]);
  const all = await lease.get('counterfactual?returnSku=SOFA');
  assert.deepEqual(
    [all.after.paymentsLeft, all.after.earlyPurchase, all.after.totalCost],
    [0, null, billedCents / 100],
  );
  assert.deepEqual([all.refund, all.needsSignature], [0, false]);
});

test('what was paid ahead for goods that are surrendered would go back', async () => {
  const lease = await delivered();
  await lease.pay('1500.00');
  await days(31);
  const { now, after: then, refund } = await lease.get('counterfactual?returnSku=SOFA');
  const billed = (await lease.get('schedule')).payments.filter(
    ({ dueDate }: { dueDate: string }) => dueDate <= today(),
  );
  const billedCents = billed.reduce((sum: number, { total }: { total: number }) => sum + Math.round(total * 100), 0);
  assert.deepEqual([now.stillToPay, then.stillToPay], [79.03, 0]);
  assert.equal(Math.round(refund * 100), 1530_97 - billedCents);
});

test('another rhythm changes neither the total nor makes the lease end later', async () => {
  const lease = await delivered();
  for (const frequency of ['biweekly', 'semimonthly', 'monthly']) {
    const { now, after: then, needsSignature } = await lease.get(`counterfactual?frequency=${frequency}`);
    assert.deepEqual([then.totalCost, then.stillToPay, needsSignature], [now.totalCost, now.stillToPay, true]);
    assert.ok(then.lastPaymentDate <= now.lastPaymentDate, frequency);
    assert.equal(then.nextPayment.date, now.nextPayment.date);
  }
  const same = await lease.get('counterfactual?frequency=weekly');
  assert.deepEqual([same.after, same.needsSignature], [same.now, false]);
});

test('the days of the payments move, and the total does not', async () => {
  const lease = await delivered();
  const agreed = (await lease.get('schedule')).payments.slice(1);
  const to = dayAfter(agreed[0].dueDate, 3);
  const answer = await lease.get(`counterfactual?nextDueDate=${to}`);
  const { now, after: then, payments } = answer;
  assert.deepEqual([then.totalCost, then.stillToPay], [now.totalCost, now.stillToPay]);
  assert.deepEqual(
    payments.map(({ number, dueDate, total }: Payment) => [number, dueDate, total]),
    agreed.map(({ number, dueDate, total }: Payment) => [number, dayAfter(dueDate, 3), total]),
  );
  assert.deepEqual([then.nextPayment.date, then.lastPaymentDate], [to, dayAfter(now.lastPaymentDate, 3)]);
  assert.deepEqual(answer.dueDate, { movedDays: 3, earlier: false });
  // Texas: the average payment stays what it was, so that it is no new agreement; an account is debited on other days.
  assert.deepEqual([answer.renegotiation, answer.needsSignature, answer.needsAuthorization], [false, false, true]);

  const earlier = `counterfactual?nextDueDate=${dayAfter(agreed[0].dueDate, -1)}`;
  const faults = [
    [earlier, 'acceptEarlier'],
    [`counterfactual?nextDueDate=${dayAfter(agreed[0].dueDate, 7)}`, 'nextDueDate'],
    [`counterfactual?nextDueDate=${dayAfter(agreed[0].dueDate, 30)}`, 'nextDueDate'],
    ['counterfactual?nextDueDate=2026-02-30', 'nextDueDate'],
    ['counterfactual?pay=1&acceptEarlier=true', 'acceptEarlier'],
  ];
  for (const [query, path] of faults) {
    const { error } = await lease.ask('GET', query!);
    assert.deepEqual([error.code, error.data.fields[0].path], ['ValidationError', path], query);
  }
  const accepted = await lease.get(`${earlier}&acceptEarlier=true`);
  assert.deepEqual([accepted.dueDate, accepted.needsSignature], [{ movedDays: 1, earlier: true }, true]);
});

test('before delivery the planned days move, other goods are signed for, and nothing can be lost yet', async () => {
  const lease = await signed();
  const planned = (await lease.get('schedule')).payments.slice(1);
  const moved = await lease.get(`counterfactual?nextDueDate=${dayAfter(planned[0].dueDate, 2)}`);
  assert.deepEqual(
    moved.payments.map(({ number, dueDate, rent }: Payment) => [number, dueDate, rent]),
    planned.map(({ number, dueDate, rent }: Payment) => [number, dayAfter(dueDate, 2), rent]),
  );
  assert.equal(moved.now.paymentsLeft, planned.length);
  const cheaper = await lease.get('counterfactual?exchangeSku=SOFA&exchangeQuantity=1&exchangeCost=399');
  assert.deepEqual(cheaper.exchange, { way: 'from_inception', difference: -1 });
  assert.deepEqual([cheaper.after.totalCost, cheaper.renegotiation, cheaper.needsSignature], [1608, false, true]);
  const lost = await lease.ask('GET', 'counterfactual?lossSku=SOFA');
  assert.equal(lost.error.data.fields[0].path, 'lossSku');
});

test('goods of the same value change no payment; others price the lease again, inside the limit', async () => {
  const lease = await delivered();
  const agreed = (await lease.get('schedule')).payments.slice(1);
  const days = (payments: Payment[]) => payments.map(({ dueDate, rent }) => [dueDate, rent]);
  const same = await lease.get('counterfactual?exchangeSku=SOFA&exchangeQuantity=1');
  assert.deepEqual(same.exchange, { way: 'substitution', difference: 0 });
  assert.deepEqual([days(same.payments), same.needsSignature], [days(agreed), false]);

  // Two sofas and shipping were 805.00; one is now 500.00: 905.00 at twice the price, as if it had always been this one.
  const dearer = await lease.get('counterfactual?exchangeSku=SOFA&exchangeQuantity=1&exchangeCost=500');
  assert.deepEqual(dearer.exchange, { way: 'from_inception', difference: 100 });
  assert.deepEqual([dearer.after.totalCost, dearer.after.stillToPay, dearer.refund], [1810, 1779.03, 0]);
  assert.deepEqual([dearer.renegotiation, dearer.needsSignature, dearer.needsAuthorization], [false, true, true]);
  const cheaper = await lease.get('counterfactual?exchangeSku=SOFA&exchangeCost=200');
  assert.deepEqual([cheaper.after.totalCost, cheaper.exchange.difference], [810, -400]);
  assert.deepEqual([cheaper.renegotiation, cheaper.needsSignature, cheaper.needsAuthorization], [true, true, false]);

  const beyond = await lease.ask('GET', 'counterfactual?exchangeSku=SOFA&exchangeCost=3000');
  assert.equal(beyond.error.code, 'ExceedSpendingLimitError');
  for (const [query, path] of [
    ['exchangeSku=NO-SUCH-SKU', 'exchangeSku'],
    ['exchangeSku=SOFA&exchangeCost=0', 'exchangeCost'],
    ['exchangeSku=SOFA&exchangeCost=1.00001', 'exchangeCost'],
    ['exchangeSku=SOFA&exchangeCost=-1', 'exchangeCost'],
    ['exchangeSku=SOFA&marketValue=5', 'marketValue'],
  ]) {
    const { error } = await lease.ask('GET', `counterfactual?${query}`);
    assert.deepEqual([error.code, error.data.fields[0].path], ['ValidationError', path], query);
  }
});

test('after the store’s window an exchange leaves what is billed, and prices the difference', async () => {
  const lease = await delivered();
  await days(31);
  const { payments } = await lease.get('schedule');
  const toCome = payments.filter(({ status }: { status: string }) => status === 'scheduled');
  const rentToCome = toCome.reduce((sum: number, { rent }: Payment) => sum + Math.round(rent * 100), 0);
  const dearer = await lease.get('counterfactual?exchangeSku=SOFA&exchangeQuantity=1&exchangeCost=500');
  assert.deepEqual(dearer.exchange, { way: 'prospective', difference: 100 });
  assert.deepEqual([dearer.after.totalCost, dearer.after.paymentsLeft], [1810, toCome.length]);
  const cheaper = await lease.get('counterfactual?exchangeSku=SOFA&exchangeQuantity=1&exchangeCost=100');
  // Of goods worth 800.00 there are 500.00 left.
  const left = Math.round((rentToCome * 500) / 800);
  assert.equal(cheaper.after.totalCost, (1610_00 - rentToCome + left) / 100);
  assert.equal(cheaper.derivation[0].value, left);
  assert.equal(cheaper.renegotiation, true);
});

test('for lost goods the least of four values is owed, and the lease goes on without them', async () => {
  const lease = await delivered();
  const { now, after: then, loss } = await lease.get('counterfactual?lossSku=SOFA&lossQuantity=1&marketValue=390');
  // Buying costs 774.03 inside the window, half of it is this sofa's; the rent to come would be 789.52.
  assert.deepEqual(loss, {
    ...{ amount: 387.02, by: 'earlyPurchase' },
    values: { marketValue: 390, remainingRent: 789.52, earlyPurchase: 387.02, repairCost: null },
  });
  assert.equal(then.totalCost, (30_97 + Math.round(1579_03 / 2)) / 100);
  assert.ok(then.stillToPay < now.stillToPay);

  const repaired = await lease.get('counterfactual?lossOfAll=true&marketValue=390&repairCost=12.34');
  assert.deepEqual([repaired.loss.amount, repaired.loss.by], [12.34, 'repairCost']);
  assert.deepEqual(repaired.after, repaired.now);
  const gone = await lease.get('counterfactual?lossOfAll=true&marketValue=390');
  assert.deepEqual([gone.loss.by, gone.after.paymentsLeft, gone.after.earlyPurchase], ['marketValue', 0, null]);
  const least = gone.derivation.find(({ figure }: { figure: string }) => figure === 'liability.amount');
  assert.equal(least.formula, 'min(marketValue, remainingRent, earlyPurchase)');

  const two = await lease.ask('GET', 'counterfactual?lossSku=SOFA&lossQuantity=3');
  assert.equal(two.error.data.fields[0].path, 'lossSku');
  const cents = await lease.ask('GET', 'counterfactual?lossOfAll=true&marketValue=1.00001');
  assert.equal(cents.error.data.fields[0].path, 'marketValue');
});

test('one question at a time, about one’s own lease, while there is something left to buy', async () => {
  const lease = await delivered();
  for (const query of ['', '?pay=1&frequency=monthly']) {
    assert.equal((await lease.ask('GET', `counterfactual${query}`)).error.code, 'ValidationError');
  }
  const other = await delivered();
  for (const what of ['schedule', 'early-purchase', 'counterfactual?pay=1']) {
    assert.equal((await lease.ask('GET', `${what}`, other.leaseId)).error.code, 'LeaseNotFound', what);
  }
  const gone = await signed();
  await gone.transaction('cancel', { items: [] });
  for (const what of ['early-purchase', 'counterfactual?pay=1']) {
    assert.equal((await gone.ask('GET', what)).error.code, 'NothingToBuy', what);
  }
});

type Payment = { number: number; dueDate: string; rent: number; total: number };

let orders = 0;

test('a lease is another store’s own, also when its customer is logged in there', async () => {
  const lease = await signed();
  const elsewhere = await lease.atAnotherStore();
  for (const what of ['', '/schedule', '/early-purchase', '/counterfactual?pay=50', '/evidence']) {
    assert.equal((await elsewhere('GET', what)).error?.code, 'LeaseNotFound', what);
    assert.equal('error' in (await lease.ask('GET', what.slice(1))), false, `${what} at its own store`);
  }
  const refusal = await elsewhere('POST', '/sign', { signed: false, ipAddress: '127.0.0.1' });
  assert.equal(refusal.error?.code, 'LeaseNotFound');
});

async function signed() {
  const { house } = built;
  const shopper = await approvedShopper(house, { limit: 5000 });
  const { customerId, merchant, apiKey: authorization } = shopper;
  const { merchantId } = merchant;
  const transactionId = `FIGURES-${orders++}`;
  const { leaseId } = await offerFor(house, shopper, transactionId, 800);
  const evidence = { ipAddress: '127.0.0.1', userAgent: '', typedName: '', channel: 'api', confirmed: {} } as const;
  await must(house, () => signLease(house, { merchantId, customerId, leaseId, evidence }));
  const send = async (method: 'GET' | 'POST', url: string, body?: object) => {
    const allowed = await server.inject({ url: `/v3/users/${customerId}/authorize`, headers: { authorization } });
    const headers = { authorization, 'customer-token': allowed.json().data.token as string };
    return (await server.inject({ method, url, headers, ...(body && { payload: body }) })).json();
  };
  const ask = (method: 'GET' | 'POST', what: string, of = leaseId) => send(method, `/v3/leases/${of}/${what}`);
  return {
    leaseId,
    items: [{ sku: 'SOFA', description: 'Sofa', brand: 'Tilda', cost: '400', quantity: 2 }],
    ask,
    get: async (what: string) => {
      const answer = await ask('GET', what);
      assert.ok(answer.data, JSON.stringify(answer));
      return answer.data;
    },
    post: (url: string, body: object) => send('POST', url, body),
    transaction: (what: string, body: object) => send('POST', `/v3/transactions/${transactionId}/${what}`, body),
    pay: async (amount: string) => {
      const [agreement] = (await send('GET', '/v3/customers/me/agreements')).data;
      const [method] = (await send('GET', '/v3/customers/me/payment-methods')).data;
      const url = `/v3/customers/me/agreements/${agreement.id}/transactions/payment`;
      const answer = await send('POST', url, { amount, paymentMethodId: method.id });
      assert.equal(answer.data?.[0].outcome, 'success', JSON.stringify(answer));
    },
    /** The same customer, logged in at a store that has nothing to do with the lease. */
    atAnotherStore: async () => {
      const { merchantId, apiKey } = await must(house, () => createMerchant(house, { name: 'Sofas elsewhere' }));
      const { keyId } = await house.db.read
        .selectFrom('merchant_key')
        .select('key_id as keyId')
        .where('merchant_id', '=', merchantId)
        .executeTakeFirstOrThrow();
      const headers = {
        authorization: apiKey,
        'customer-token': signCustomerToken(house, { userId: customerId, merchantId, keyId }),
      };
      return async (method: 'GET' | 'POST', what: string, body?: object) =>
        (
          await server.inject({ method, url: `/v3/leases/${leaseId}${what}`, headers, ...(body && { payload: body }) })
        ).json();
    },
    deliver: async () => {
      await must(house, () => finalize(house, merchantId, transactionId));
      await must(house, () => confirmReceipt(house, merchantId, transactionId, undefined));
    },
  };
}

async function delivered() {
  const lease = await signed();
  await lease.deliver();
  await days(5);
  return lease;
}

async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    built.advance(dayMs);
    await runTimetable(built.house);
  }
}

function today(): string {
  return new Date(built.house.clock.now()).toISOString().slice(0, 10);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}
