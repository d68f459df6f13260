import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { rateText } from '#core/money/money.ts';
import { tableTaxRates } from '#providers/tax-rates/table.ts';
import type { AgreementInputs } from '#server/agreements/agreement-inputs.ts';
import { renderAgreement } from '#server/agreements/render-agreement.ts';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import type { House } from '#server/house.ts';
import { buildServer } from '#server/http/server.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { routes as paymentRoutes } from '#server/payments/routes.ts';
import { dayMs, must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor } from '#server/test-shopper.ts';
import { confirmReceipt } from '#server/transactions/confirm-receipt.ts';
import { finalize } from '#server/transactions/finalize.ts';
import { refundItems } from '#server/transactions/refund.ts';
import { routes as transactionRoutes } from '#server/transactions/routes.ts';
import { routes } from './routes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'flexpay-taxed-house-'));
const table = path.join(folder, 'rates.json');
writeFileSync(
  table,
  JSON.stringify({
    rates: [
      { state: 'TX', rate: '0.0625', effective_from: '2020-01-01' },
      { state: 'TX', zip_prefix: '787', rate: '0.0825', effective_from: '2020-01-01' },
      { state: 'TX', zip_prefix: '787', rate: '0.0850', effective_from: '2026-12-10' },
      { state: 'CA', zip_prefix: '900', rate: '0.0975', effective_from: '2020-01-01' },
    ],
  }),
);

// Every lease: two sofas of 400.00 and 5.00 of shipping, 805.00 cash and 1,610.00 rent in 52 weekly payments of 30.97, the
// last of 30.53. At 8.25% the tax of a payment is 2.56 and of the last 2.52; at 8.5%, from December 10 on, 2.63 and 2.60.

let built: TestHouse;
let house: House;
let server: ReturnType<typeof buildServer>;
/** A house of its own for each test, because time goes on in all its leases at once. */
async function open(settings: Partial<House['settings']> = {}) {
  built = await testHouse({ settings });
  house = { ...built.house, taxRates: tableTaxRates(table) };
  server = buildServer(house, [...customerRoutes, ...routes, ...paymentRoutes, ...transactionRoutes]);
}
async function close() {
  await server.close();
  await built.close();
}
before(() => open());
after(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

test('the tax of the place stands in the quote, the agreement, the first payment and the schedule, to the cent', async () => {
  const lease = await offered();
  const items = [{ sku: 'SOFA', description: 'Sofa', brand: 'Tilda', cost: '400', quantity: 2 }];
  const quote = (
    await lease.send('POST', '/v3/quotes', { items, shipping: { cost: '5' }, state: 'TX', postalCode: '78701' })
  ).data;
  assert.deepEqual(
    [quote.payment, quote.lastPayment, quote.totalTax, quote.totalCostWithTax, quote.initialPayment.total],
    [33.53, 33.05, 133.08, 1743.08, 33.53],
  );
  const elsewhere = (
    await lease.send('POST', '/v3/quotes', { items, shipping: { cost: '5' }, state: 'TX', postalCode: '75001' })
  ).data;
  assert.equal(elsewhere.payment, 32.91, 'the rate of the state, 6.25%, where the table knows no more');

  const { inputs } = await lease.paper();
  assert.deepEqual([inputs.totalTax, inputs.totalWithTax, inputs.initialPayment.total], [133_08, 1743_08, 33_53]);
  await lease.sign();
  const { attempts } = await lease.now();
  assert.deepEqual([attempts[0]!.rent, attempts[0]!.tax, attempts[0]!.amount], [30_97, 2_56, 33_53]);
  const letter = await lease.letter('agreement_copy');
  for (const said of ['$33.53 each', 'the last one $33.05', '$1,743.08', 'Paid at signing: $33.53']) {
    assert.ok(letter.includes(said), `${said} in ${letter}`);
  }
  await lease.deliver();
  const schedule = await lease.get('schedule');
  assert.equal(schedule.stillToPay, 1709.55);
  assert.deepEqual(
    schedule.payments.slice(-2).map(({ rent, tax }: Amounts) => [rent, tax]),
    [
      [30.97, 2.56],
      [30.53, 2.52],
    ],
  );
  const { purchaseTotal, purchaseSalesTax } = (await lease.send('GET', lease.transaction)).data;
  assert.deepEqual([purchaseTotal, purchaseSalesTax], [805_00, 0], 'the store sells for resale');
  await booksAreRight(house);
});

test('each installment is taxed at the rate of its due day, and whoever pays is told of a new one', async () => {
  const lease = await delivered();
  await days(15);
  await lease.pay('67.06');
  await days(13);
  const { lease: now } = await lease.now();
  assert.deepEqual(
    now.installments.map(({ dueOn, tax, taxRate, paidTax }) => [dueOn, tax, rateText(taxRate), paidTax]),
    [
      ['2026-11-21', 2_56, '0.0825', 2_56],
      ['2026-12-04', 2_56, '0.0825', 2_56],
      ['2026-12-11', 2_63, '0.0850', 2_62],
      ['2026-12-18', 2_63, '0.0850', 0],
    ],
  );
  assert.equal(now.ahead, 0, 'seven cents of the third payment came out of what was paid for it');
  const letter = await lease.letter('tax_changed');
  assert.ok(letter.includes('$33.60 on December 11, 2026, $2.63 of it tax'), letter);
  const schedule = await lease.get('schedule');
  assert.deepEqual([schedule.payments[4].tax, schedule.payments[51].tax], [2.63, 2.6]);
  await booksAreRight(house);

  // 30.97, 30.97 and 30.91 are paid, so the cash price less 92.85: 712.15, and 8.5% of it.
  const quote = await lease.get('early-purchase');
  assert.deepEqual([quote.rent, quote.tax, quote.total], [712.15, 60.53, 772.68]);
});

test('refunded tax is that of each payment at its own rate, newest first, where the rate changed during the lease', async () => {
  await anew();
  const lease = await delivered();
  await days(15);
  await lease.pay('100.73');
  await days(20);
  const { lease: paid } = await lease.now();
  assert.deepEqual(
    [paid.billedCount, paid.installments.map(({ paidRent }) => paidRent)],
    [5, [30_97, 30_97, 30_97, 30_97, 0]],
  );
  // 25.00 are left, twice that is the rent: of 123.88 paid 73.88 goes back, 30.97 and 30.97 with 2.63 each at 8.5%, and
  // 11.94 with 0.99 at 8.25%. The payment that was billed and not paid is not owed any more.
  const { amount, tax } = await lease.lower('780.00');
  assert.deepEqual([amount, tax], [80_13, 6_25]);
  const { lease: after } = await lease.now();
  assert.deepEqual([after.state, after.totalRent], ['vested', 50_00]);
  await booksAreRight(house);
});

test('refunded tax is rounded once for the whole refund where the rate never changed', async () => {
  await anew();
  const lease = await delivered({ city: 'Los Angeles', state: 'CA', postalCode: '90012' });
  await days(15);
  // 9.75% of 30.97 is 3.0196, so 3.02 a payment.
  await lease.pay('101.97');
  await days(20);
  const { lease: paid } = await lease.now();
  assert.deepEqual(
    paid.installments.map(({ paidRent }) => paidRent),
    [30_97, 30_97, 30_97, 30_97, 0],
  );
  // 9.75% of 73.88 is 7.2033: payment by payment it would be 3.02, 3.02 and 1.16.
  const { amount, tax } = await lease.lower('780.00');
  assert.deepEqual([amount, tax], [81_08, 7_20]);
  await booksAreRight(house);
});

test('what is cancelled before delivery gives its tax back; what is left of the first payment is taxed as it was kept', async () => {
  await anew();
  const lease = await offered();
  await lease.sign();
  // 10.00 are left, 20.00 of rent: of 30.97 and 2.56 go 10.97 and 0.91 back; 8.25% of the 20.00 that stay is the same 1.65.
  const { amount, tax } = await lease.lower('795.00');
  assert.deepEqual([amount, tax], [11_88, 91]);
  await lease.deliver();
  const { lease: after } = await lease.now();
  assert.deepEqual([after.state, after.installments[0]!.rent, after.installments[0]!.tax], ['vested', 20_00, 1_65]);
  await booksAreRight(house);
});

test('a lease that was signed before the rate changed and is delivered after it is taxed anew from its second payment on', async () => {
  await anew();
  const lease = await offered();
  await lease.sign();
  await must(house, () => finalize(house, lease.merchantId, lease.transactionId));
  await days(20);
  await lease.receive();
  await days(9);
  const { lease: now } = await lease.now();
  assert.deepEqual(
    now.installments.map(({ tax }) => tax),
    [2_56, 2_63],
  );
  assert.equal(await lease.letters('tax_changed'), 0, 'the letter on the delivery said it');
  assert.ok((await lease.letter('delivery_confirmed')).includes('$33.60'));
  await booksAreRight(house);
});

test('an offer whose rate has changed is not signed, one whose rate is only written otherwise is', async () => {
  await anew();
  const [first, second] = [await offered(), await offered()];
  house = { ...house, taxRates: { ...house.taxRates, rateAt: async () => '0.08250' } };
  await first.sign();
  house = { ...house, taxRates: { ...house.taxRates, rateAt: async () => '0.0826' } };
  await assert.rejects(second.sign(), /LeaseExpired/);
});

test('a new rate reaches the leases of its place, and no other’s', async () => {
  await anew();
  const [austin, dallas] = [await delivered(), await delivered({ city: 'Dallas', postalCode: '75201' })];
  const losAngeles = await delivered({ city: 'Los Angeles', state: 'CA', postalCode: '90012' });
  await days(21);
  const rates = await Promise.all(
    [austin, dallas, losAngeles].map(async (lease) => [
      rateText((await lease.now()).lease.taxRate),
      await lease.letters('tax_changed'),
    ]),
  );
  assert.deepEqual(rates, [
    ['0.0850', 1],
    ['0.0625', 0],
    ['0.0975', 0],
  ]);
});

test('a house that was closed bills each payment at the rate of its own day', async () => {
  await anew();
  const lease = await delivered();
  await days(5);
  built.advance(24 * dayMs);
  await runTimetable(house);
  const { lease: now } = await lease.now();
  assert.deepEqual(
    now.installments.map(({ dueOn, tax }) => [dueOn, tax]),
    [
      ['2026-11-21', 2_56],
      ['2026-12-04', 2_56],
      ['2026-12-11', 2_63],
      ['2026-12-18', 2_63],
    ],
  );
  await booksAreRight(house);
});

test('once everything is paid ahead a new rate asks for nothing more, and the lease completes', async () => {
  await anew();
  const lease = await delivered();
  await days(17);
  await lease.pay('1709.55');
  await days(4);
  const { lease: waiting } = await lease.now();
  assert.deepEqual(
    [waiting.state, waiting.billedCount],
    ['active', 3],
    'a payment fell due while the money was not final',
  );
  await days(8);
  const { lease: after } = await lease.now();
  assert.equal(after.state, 'completed');
  assert.deepEqual(new Set(after.installments.map(({ taxRate }) => rateText(taxRate))), new Set(['0.0825']));
  assert.equal(await lease.letters('tax_changed'), 0);
  await booksAreRight(house);
});

test('where nobody knows the rate nothing is offered; where there is no sales tax nobody has to know one', async () => {
  const { send } = await offered();
  const items = [{ sku: 'SOFA', description: 'Sofa', brand: 'Tilda', cost: '400', quantity: 2 }];
  const quote = (state: string) => send('POST', '/v3/quotes', { items, state });
  assert.equal((await quote('OH')).error.code, 'NotOffered');
  assert.match((await quote('OH')).error.message, /sales tax rate of this place in OH is not known/);
  assert.equal((await quote('OR')).data.totalTax, 0);
});

test('where the lessor elects to pay tax on its own purchase, no payment is taxed for the whole life of the lease', async () => {
  const california = { city: 'Los Angeles', state: 'CA', postalCode: '90012' };
  await anew({ taxPaidOnPurchase: ['CA', 'TX'] });
  const lease = await delivered(california);
  const other = await delivered();
  assert.equal((await other.now()).lease.installments[0]!.tax, 2_56, 'Texas leaves no such choice');
  // The operator changes its mind: leases that were signed stay as they are.
  house = { ...house, settings: { ...house.settings, taxPaidOnPurchase: [] } };
  await days(15);
  const { lease: now } = await lease.now();
  assert.deepEqual(
    now.installments.map(({ tax }) => tax),
    [0, 0],
  );
  const { rent, tax, total } = await lease.get('early-purchase');
  assert.deepEqual([tax, total], [0, rent]);
  const { inputs } = await lease.paper();
  assert.match(renderAgreement(inputs), /We pay the sales tax .*\(California\) when we buy them\. No tax is added/);
  assert.match(renderAgreement({ ...inputs, language: 'es' }), /No se agrega impuesto a sus pagos/);
  assert.equal((await (await offered(california)).paper()).inputs.payments.regularTax, 3_02);
  await booksAreRight(house);
});

type Amounts = { rent: number; tax: number };

async function anew(settings: Partial<House['settings']> = {}) {
  await close();
  await open(settings);
}

let orders = 0;

async function offered(where: { city?: string; state?: string; postalCode?: string } = {}) {
  const shopper = await approvedShopper(house, where);
  const { customerId, merchant, apiKey: authorization } = shopper;
  const { merchantId } = merchant;
  const transactionId = `TAXED-${orders++}`;
  const { leaseId } = await offerFor(house, shopper, transactionId, 800);
  const evidence = { ipAddress: '127.0.0.1', userAgent: '', typedName: '', channel: 'api', confirmed: {} } as const;
  const send = async (method: 'GET' | 'POST', url: string, body?: object) => {
    const allowed = await server.inject({ url: `/v3/users/${customerId}/authorize`, headers: { authorization } });
    const headers = { authorization, 'customer-token': allowed.json().data.token };
    return (await server.inject({ method, url, headers, ...(body && { payload: body }) })).json();
  };
  const now = async () => {
    const found = await leaseById(house.db, customerId, leaseId);
    assert.ok(found !== null);
    return found;
  };
  const lettersOf = async (kind: string) =>
    (await house.db.pool.query('select body from message where customer_id = $1 and kind = $2', [customerId, kind]))
      .rows;
  const letters = async (kind: string): Promise<number> => (await lettersOf(kind)).length;
  const receive = () => must(house, () => confirmReceipt(house, merchantId, transactionId, undefined));
  return {
    send,
    now,
    merchantId,
    transactionId,
    transaction: `/v3/transactions/${transactionId}`,
    paper: async () => {
      const found = await now();
      return { found, inputs: found.agreementInputs as AgreementInputs };
    },
    sign: () => must(house, () => signLease(house, { merchantId, customerId, leaseId, evidence })),
    receive,
    deliver: async () => {
      await must(house, () => finalize(house, merchantId, transactionId));
      await receive();
    },
    /** The store gives so much of the price of the sofas back; answers the refund that it ordered. */
    lower: async (itemCredit: string) => {
      const items = [{ sku: 'SOFA', lineNumber: 1, itemCredit }];
      await must(house, () => refundItems(house, merchantId, transactionId, items));
      const refunds = (await now()).refunds;
      const sum = (of: (one: (typeof refunds)[number]) => number) => refunds.reduce((all, one) => all + of(one), 0);
      return { amount: sum((one) => one.amount), tax: sum((one) => one.tax) };
    },
    letters,
    get: async (what: string) => {
      const answer = await send('GET', `/v3/leases/${leaseId}/${what}`);
      assert.ok(answer.data, JSON.stringify(answer));
      return answer.data;
    },
    pay: async (amount: string) => {
      const [agreement] = (await send('GET', '/v3/customers/me/agreements')).data;
      const [method] = (await send('GET', '/v3/customers/me/payment-methods')).data;
      const url = `/v3/customers/me/agreements/${agreement.id}/transactions/payment`;
      const answer = await send('POST', url, { amount, paymentMethodId: method.id });
      assert.equal(answer.data?.[0].outcome, 'success', JSON.stringify(answer));
    },
    letter: async (kind: string): Promise<string> => {
      assert.equal(await letters(kind), 1, kind);
      return (await lettersOf(kind))[0].body;
    },
  };
}

async function delivered(where = {}) {
  const lease = await offered(where);
  await lease.sign();
  await lease.deliver();
  return lease;
}

async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    built.advance(dayMs);
    await runTimetable(house);
  }
}
