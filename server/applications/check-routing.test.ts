import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWire, type TestWire } from '#server/test-wire.ts';
import { routes } from './routes.ts';

let wire: TestWire;
let key: string;

before(async () => {
  wire = await openWire(routes);
  key = (await wire.merchant('Sofas')).apiKey;
});
after(() => wire.close());

const chase = { routingNumber: '021000021', valid: true, bankName: 'JPMorgan Chase', reason: null };

for (const [method, path, body] of [
  ['GET', '/v3/validate-routing-number/021000021'],
  ['GET', '/validate-routing-number/021000021/'],
  ['GET', '/v3/validate-routing-number?routingNumber=021000021'],
  ['POST', '/v3/validate-routing-number', { routingNumber: '021000021' }],
  ['POST', '/v3/validate-routing-number', { routing: '021000021' }],
  ['POST', '/validate-routing-number', { routing: ' 021000021 ' }],
] as const) {
  test(`${method} ${path} ${body === undefined ? '' : JSON.stringify(body)} names the bank`, async () => {
    const answer = await wire.ask(method, path, { key, body });
    assert.deepEqual([answer.status, answer.data], [200, chase]);
  });
}

for (const [number, reason] of [
  ['02100002', 'format'],
  ['0210000211', 'format'],
  ['02100002x', 'format'],
  ['991000021', 'prefix'],
  ['021000022', 'checksum'],
  ['000000000', 'blocked'],
  ['084009519', 'blocked'],
] as const) {
  test(`${number} is no bank for us: ${reason}`, async () => {
    const { status, data } = await wire.ask('GET', `/v3/validate-routing-number/${number}`, { key });
    assert.deepEqual([status, data], [200, { routingNumber: number, valid: false, bankName: null, reason }]);
  });
}

test('a bank that we do not know by name may still be paid from', async () => {
  const { data } = await wire.ask('GET', '/v3/validate-routing-number/110000000', { key });
  assert.deepEqual(data, { routingNumber: '110000000', valid: true, bankName: null, reason: null });
});

test('which number is a question that has to be answered', async () => {
  for (const method of ['GET', 'POST'] as const) {
    const { status, error } = await wire.ask(method, '/v3/validate-routing-number', { key });
    assert.deepEqual([status, error.code, error.data.fields[0].path], [400, 'ValidationError', 'routingNumber']);
  }
  assert.equal((await wire.ask('GET', '/v3/validate-routing-number/021000021')).status, 401);
});

test('in production the sandbox’s bank is none, and numbers are looked up within a limit', async () => {
  const limits = { ...wire.house.settings.limits, routingNumber: { calls: 2, seconds: 60 } };
  const strict = await openWire(routes, { settings: { mode: 'production', limits } });
  try {
    const { apiKey } = await strict.merchant('Sofas');
    const ask = () => strict.ask('GET', '/v3/validate-routing-number/110000000', { key: apiKey });
    assert.equal((await ask()).data.reason, 'blocked');
    await ask();
    const refused = await ask();
    assert.deepEqual([refused.status, refused.error.code], [429, 'TooManyRequests']);
    assert.ok(Number(refused.headers.get('retry-after')) >= 1);
  } finally {
    await strict.close();
  }
});
