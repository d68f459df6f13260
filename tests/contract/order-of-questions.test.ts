import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { openWorld, type World } from './open-world.ts';
import { send } from './send.ts';

/** A request that is wrong in several ways gets the earliest "no" of the order that the document promises. */
let house: StartedHouse;
let offered: World;
before(async () => {
  house = await startHouse({ LOG_LEVEL: 'silent' });
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

function order(transactionId: string, cost: number): string {
  const item = { sku: 'STOOL-1', description: 'Oak stool', brand: 'Oak', condition: 'new', cost, quantity: 1 };
  return JSON.stringify({ transactionId, items: [item] });
}
