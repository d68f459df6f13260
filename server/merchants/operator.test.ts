import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { signLease } from '#server/leases/sign-lease.ts';
import { must } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor } from '#server/test-shopper.ts';
import { openOperator, type TestOperator } from './test-operator.ts';

/** The door believes what it knows of a key for so long. */
const believedMs = 5_000;

let at: TestOperator;
before(async () => {
  at = await openOperator();
});
after(() => at.close());

test('the operator changes what is named and leaves the rest, also of the switches', async () => {
  const { merchantId } = await at.store('Sofas');
  const url = `/merchants/${merchantId}`;
  const before = (await at.operate('GET', url)).data;
  assert.deepEqual(
    { ...before, vendorId: '', createdAt: '' },
    {
      merchantId,
      vendorId: '',
      name: 'Sofas',
      minimumOrderValue: 49.95,
      leaseFactor: '2.00',
      processingFee: 0,
      processingFeeStates: [],
      fixedInitialRent: 0,
      discountRate: '0',
      finalizeWithinHours: 72,
      firstPaymentAt: 'signing',
      trustedPartner: true,
      compatibility: { bareLists: false, shipmentNeedsPost: false, deniedAs: 'denied', autoFinalize: false },
      createdAt: '',
    },
  );
  const changed = {
    minimumOrderValue: 60.5,
    discountRate: '0.0625',
    finalizeWithinHours: 24,
    firstPaymentAt: 'shipment',
    trustedPartner: false,
  };
  const compatibility = { bareLists: true, deniedAs: 'failed' };
  const answer = (await at.operate('POST', url, { ...changed, compatibility })).data;
  const after = { ...before, ...changed, compatibility: { ...before.compatibility, ...compatibility } };
  assert.deepEqual(answer, after);
  assert.deepEqual((await at.operate('GET', url)).data, after);
  assert.deepEqual((await at.operate('POST', url, {})).data, after);
  const { events } = (await at.operate('GET', `/security-events?merchantId=${merchantId}`)).data;
  const [{ kind, detail }] = events;
  assert.deepEqual([events.length, kind], [1, 'merchant_changed']);
  assert.deepEqual(detail.changed.sort(), [...Object.keys(changed), 'compatibility'].sort());
});

test('terms that a store may not have are refused by name', async () => {
  const { merchantId } = await at.store();
  const table: [object, string][] = [
    [{ minimumOrderValue: 49.94 }, 'minimumOrderValue'],
    [{ minimumOrderValue: 'cheap' }, 'minimumOrderValue'],
    [{ processingFee: 10.01 }, 'processingFee'],
    [{ fixedInitialRent: -45 }, 'fixedInitialRent'],
    [{ discountRate: 1 }, 'discountRate'],
    [{ discountRate: '-0.1' }, 'discountRate'],
    [{ discountRate: 0.00001 }, 'discountRate'],
    [{ finalizeWithinHours: 0 }, 'finalizeWithinHours'],
    [{ finalizeWithinHours: 721 }, 'finalizeWithinHours'],
    [{ firstPaymentAt: 'delivery' }, 'firstPaymentAt'],
    [{ trustedPartner: 'perhaps' }, 'trustedPartner'],
    [{ name: '   ' }, 'name'],
    [{ compatibility: { deniedAs: 'refused' } }, 'compatibility.deniedAs'],
    [{ compatibility: 7 }, 'compatibility'],
  ];
  for (const [body, path] of table) {
    const refused = await at.operate('POST', `/merchants/${merchantId}`, body);
    assert.deepEqual([refused.status, refused.error?.code], [400, 'ValidationError'], JSON.stringify(body));
    assert.deepEqual(
      refused.error.data.fields.map((one: { path: string }) => one.path),
      [path],
    );
  }
  for (const call of ['', '/keys', '/origins']) {
    const nowhere = await at.operate('GET', `/merchants/nowhere${call}`);
    assert.deepEqual([nowhere.status, nowhere.error.code], [404, 'InvalidMerchantId']);
  }
});

test('a new minimum is what the store’s own settings say seconds later', async () => {
  const { merchantId, apiKey } = await at.store();
  const minimum = async () => (await at.call(apiKey, 'GET', '/v3/settings/lease')).data.minimumOrderValue;
  assert.equal(await minimum(), 49.95);
  await at.operate('POST', `/merchants/${merchantId}`, { minimumOrderValue: '75' });
  at.built.advance(believedMs);
  assert.equal(await minimum(), 75);
});

test('two operators who change one store in one moment both get what they asked for', async () => {
  const { merchantId } = await at.store();
  const url = `/merchants/${merchantId}`;
  const hours = Array.from({ length: 10 }, (_, index) => index + 1);
  await Promise.all([
    ...hours.map((finalizeWithinHours) => at.operate('POST', url, { finalizeWithinHours })),
    at.operate('POST', url, { name: 'Renamed' }),
    at.operate('POST', url, { compatibility: { autoFinalize: true } }),
  ]);
  const { name, finalizeWithinHours, compatibility } = (await at.operate('GET', url)).data;
  assert.deepEqual([name, compatibility.autoFinalize, hours.includes(finalizeWithinHours)], ['Renamed', true, true]);
});

test('a discount counts for goods that are delivered from then on, and the books stay right', async () => {
  const { house } = at.built;
  const shopper = await approvedShopper(house);
  const { merchantId } = shopper.merchant;
  const { leaseId } = await offerFor(house, shopper, 'DISCOUNTED', 800);
  const evidence = {
    ipAddress: '127.0.0.1',
    userAgent: 'a test',
    typedName: 'Ada Lovelace',
    channel: 'api',
    confirmed: {},
  } as const;
  const { customerId, apiKey } = shopper;
  await must(house, () => signLease(house, { merchantId, customerId, leaseId, evidence }));
  const deliverOne = async () => {
    const body = { items: [{ sku: 'SOFA', quantity: 1 }] };
    assert.equal((await at.call(apiKey, 'POST', '/v3/transactions/DISCOUNTED/confirm-receipt', { body })).status, 200);
  };
  assert.equal((await at.call(apiKey, 'POST', '/v3/transactions/DISCOUNTED/finalize')).status, 200);
  await deliverOne();
  await at.operate('POST', `/merchants/${merchantId}`, { discountRate: 0.06 });
  await deliverOne();
  const delivered = await house.db.read
    .selectFrom('delivery')
    .select('cost_cents')
    .where('lease_id', '=', leaseId)
    .where('line', '=', 1)
    .orderBy('recorded_at')
    .execute();
  assert.deepEqual(delivered.map(({ cost_cents }) => cost_cents).sort(), [376_00, 400_00]);
  await booksAreRight(house);
  const body = { items: [{ sku: 'SOFA', quantity: 1 }] };
  await at.operate('POST', `/merchants/${merchantId}`, { discountRate: 0 });
  assert.equal((await at.call(apiKey, 'POST', '/v3/transactions/DISCOUNTED/return', { body })).status, 200);
  await booksAreRight(house);
});

test('stores are listed newest first, in pages, and found by a part of their name', async () => {
  for (const name of ['Quince 1', 'Quince 2', '50% Quince', 'quince_4']) await at.store(name);
  const names = async (query: string) => {
    const { merchants, meta } = (await at.operate('GET', `/merchants?${query}`)).data;
    return [merchants.map((one: { name: string }) => one.name), meta];
  };
  const meta = { count: 4, totalPages: 2, page: 1, limit: 2 };
  assert.deepEqual(await names('name=quince&limit=2'), [['quince_4', '50% Quince'], meta]);
  assert.deepEqual(await names('name=quince&limit=2&page=2'), [['Quince 2', 'Quince 1'], { ...meta, page: 2 }]);
  assert.deepEqual((await names('name=0%25'))[0], ['50% Quince']);
  assert.deepEqual((await names('name=e_'))[0], ['quince_4']);
  assert.equal((await at.operate('GET', '/merchants?limit=1001')).status, 400);
});

test('origins are added once, in the spelling of browsers, and removed', async () => {
  const { merchantId } = await at.store();
  const url = `/merchants/${merchantId}/origins`;
  assert.deepEqual((await at.operate('GET', url)).data, { origins: [], any: true });
  for (const origin of ['https://Shop.Example/', 'https://shop.example', 'http://localhost:8080']) {
    assert.equal((await at.operate('POST', url, { origin })).status, 200);
  }
  const both = { origins: ['http://localhost:8080', 'https://shop.example'], any: false };
  assert.deepEqual((await at.operate('GET', url)).data, both);
  for (const origin of ['https://shop.example/cart', 'shop.example', 'ftp://shop.example', 'https://a@shop.example']) {
    assert.equal((await at.operate('POST', url, { origin })).error.data.fields[0].path, 'origin', origin);
  }
  const removed = { origins: ['http://localhost:8080'], any: false };
  for (const origin of ['https://shop.example', 'https://shop.example', 'never-there']) {
    assert.deepEqual((await at.operate('POST', `${url}/remove`, { origin })).data, removed);
  }
});
