import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { openWorld, type World } from './open-world.ts';
import { send } from './send.ts';

// Longer than any run of this file, so that no limit is given back on the way. Calls from this machine do not count.
const limits = 'userExists=3/90000 verifyAnswers=1/90000 wrongKey=5/90000';

/** A request that is wrong in several ways gets the earliest "no" of the order that the document promises. */
let house: StartedHouse;
let offered: World;
before(async () => {
  house = await startHouse({ FLEXPAY_LIMITS: limits, FLEXPAY_TRUSTED_PROXIES: '127.0.0.0/8 ::1' });
  offered = await openWorld(house, 'an offered lease');
});
after(() => house.stop());

async function answered(
  method: string,
  path: string,
  text?: string,
  headers: Record<string, string> = keys(),
): Promise<string> {
  const request = { method, path, headers, ...(text === undefined ? {} : { text }) };
  const { status, body } = await send(house.baseUrl, request);
  const { error } = body as { error?: { statusCode: number; code: string } };
  if (error !== undefined) assert.equal(error.statusCode, status);
  return error === undefined ? `${status}` : `${status} ${error.code}`;
}

const from = (address: string, headers: Record<string, string> = keys()) => ({
  ...headers,
  'x-forwarded-for': address,
});

const keys = () => ({ authorization: offered.apiKey, 'customer-token': offered.customerToken ?? '' });
const wrongKey = { authorization: 'sk_wrong', 'idempotency-key': 'x'.repeat(300) };

test('the address, the key, the shape, the repetition, the thing, its state: the first no is the answer', async () => {
  const shipment = '/v3/transactions/unknown/confirm-shipment';
  const ofTheOffer = `/v3/transactions/${await offered.value('transactionId')}/confirm-shipment`;
  const impossible = JSON.stringify({ items: [{ sku: 'NOT-IN-THE-CART', quantity: 99 }] });
  const badKey = { ...keys(), 'idempotency-key': 'x'.repeat(300) };
  const said: [string, string, string, string | undefined, Record<string, string>][] = [
    ['404 NotFound', 'POST', '/v3/nowhere', '{', wrongKey],
    ['405 MethodNotAllowed', 'DELETE', shipment, '{', wrongKey],
    ['401 Unauthorized', 'POST', shipment, '{', wrongKey],
    ['401 Unauthorized', 'POST', '/v3/leases', 'x'.repeat(1_100_000), wrongKey],
    ['401 CustomerTokenRequired', 'POST', '/v3/leases', '{', { authorization: offered.apiKey }],
    ['413 PayloadTooLarge', 'POST', shipment, 'x'.repeat(1_100_000), badKey],
    ['400 ValidationError', 'POST', shipment, '{', keys()],
    ['400 ValidationError', 'POST', ofTheOffer, '{"items":[{"sku":"CHAIR-2","quantity":-1}]}', keys()],
    ['400 ValidationError', 'POST', shipment, impossible, badKey],
    ['404 TransactionNotFound', 'POST', shipment, impossible, keys()],
    ['400 LeaseNotSigned', 'POST', ofTheOffer, impossible, keys()],
  ];
  for (const [expected, method, path, text, headers] of said) {
    assert.equal(await answered(method, path, text, headers), expected, `${method} ${path} ${text?.slice(0, 80)}`);
  }
});

test('an Idempotency-Key that carried another call says so before anybody looks for the thing', async () => {
  const newTransactionId = String(await offered.value('newTransactionId'));
  const headers = { ...keys(), 'idempotency-key': 'used-before' };
  assert.equal(await answered('POST', '/v3/leases', order(newTransactionId, 60), headers), '200');
  assert.equal(await answered('POST', '/v3/leases', order(newTransactionId, 1), headers), '409 IdempotencyMismatch');
});

test('an order is asked for its transaction id, then for the minimum, then for the limit', async () => {
  const world = await openWorld(house, 'an offered lease');
  const used = String(await world.value('transactionId'));
  const headers = { authorization: world.apiKey, 'customer-token': world.customerToken ?? '' };
  const create = (transactionId: string, cost: number) =>
    answered('POST', '/v3/leases', order(transactionId, cost), headers);
  const me = await send(house.baseUrl, { method: 'GET', path: '/v3/users/me', headers });
  const { availableBalance } = (me.body as { data: { decision: { availableBalance: number } } }).data.decision;
  const text = order('all-of-it', availableBalance);
  const made = await send(house.baseUrl, { method: 'POST', path: '/v3/leases', headers, text });
  const { leaseId } = (made.body as { data: { leaseId: string } }).data;
  const signature = JSON.stringify({ ipAddress: '203.0.113.7', signed: true });
  assert.equal(await answered('POST', `/v3/leases/${leaseId}/sign`, signature, headers), '200');
  assert.equal(await create(used, 1), '400 InvalidTransactionId');
  assert.equal(await create('new', 1), '400 LeaseAmountNotSatisfied');
  assert.equal(await create('new', 60), '400 ExceedSpendingLimitError');
});

test('a wrong key is told so before it asks too often, and who guesses all the time is not told any more', async () => {
  const guess = (path: string, text?: string) => answered('POST', path, text, from('203.0.113.1', wrongKey));
  assert.equal(await guess('/v3/users/exists', '{'), '401 Unauthorized');
  assert.equal(await guess('/v3/users/exists', 'x'.repeat(1_100_000)), '401 Unauthorized');
  for (let more = 3; more <= 5; more += 1) assert.equal(await guess('/v3/leases'), '401 Unauthorized');
  assert.equal(await guess('/v3/users/exists', '{'), '429 TooManyRequests');
  assert.equal(await guess('/v3/leases'), '429 TooManyRequests');
  assert.equal(await guess('/v3/nowhere'), '404 NotFound');
  assert.equal(await answered('POST', '/v3/users/exists', '{', from('203.0.113.1')), '400 ValidationError');
  assert.equal(await answered('POST', '/v3/leases', '{', from('203.0.113.2', wrongKey)), '401 Unauthorized');
});

test('a right key that asks too often is told so before its request is read, and whoever may not ask at all is told that', async () => {
  const store = await openWorld(house, 'a questioned customer');
  const right = { authorization: store.apiKey, 'customer-token': store.customerToken ?? '' };
  const exists = (address: string, headers: Record<string, string>, text = '{') =>
    answered('POST', '/v3/users/exists', text, from(address, headers));
  for (let call = 1; call <= 3; call += 1) assert.equal(await exists('203.0.113.3', right), '400 ValidationError');
  assert.equal(await exists('203.0.113.3', right), '429 TooManyRequests');
  assert.equal(await exists('203.0.113.3', right, 'x'.repeat(1_100_000)), '429 TooManyRequests');
  const badKey = { ...right, 'idempotency-key': 'x'.repeat(300) };
  assert.equal(await exists('203.0.113.3', badKey), '429 TooManyRequests');
  assert.equal(await exists('203.0.113.4', right), '429 TooManyRequests', 'the key from elsewhere');
  assert.equal(await exists('203.0.113.3', keys()), '429 TooManyRequests', 'another key from there');
  assert.equal(await exists('203.0.113.3', wrongKey), '401 Unauthorized');
  assert.equal(await exists('203.0.113.3', await writingKey(store)), '403 Forbidden');
  assert.equal(await answered('POST', '/v3/leases', '{', from('203.0.113.3', right)), '400 ValidationError');

  const answers = (headers: Record<string, string>) =>
    answered('POST', '/v3/users/me/verify-answers', '{', from('203.0.113.5', headers));
  assert.equal(await answers(right), '400 ValidationError');
  assert.equal(await answers(right), '429 TooManyRequests');
  assert.equal(await answers({ authorization: store.apiKey }), '401 CustomerTokenRequired');
  assert.equal(await answers({ ...right, 'customer-token': 'none' }), '401 InvalidCustomerToken');
});

/** A key of the store that may not read. */
async function writingKey(store: World): Promise<Record<string, string>> {
  const { body } = await send(house.baseUrl, {
    method: 'POST',
    path: `/v3/operator/merchants/${await store.value('merchantId')}/keys`,
    headers: { authorization: house.operatorKey },
    text: JSON.stringify({ name: 'Orders', scopes: ['write'] }),
  });
  return { authorization: (body as { data: { key: string } }).data.key };
}

function order(transactionId: string, cost: number): string {
  const item = { sku: 'STOOL-1', description: 'Oak stool', brand: 'Oak', condition: 'new', cost, quantity: 1 };
  return JSON.stringify({ transactionId, items: [item] });
}
