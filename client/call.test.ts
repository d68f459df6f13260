import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FlexPayOptions, flexpayClient } from './client.ts';
import { FlexPayError, isFlexPayError } from './flexpay-error.ts';

type Sent = { url: string; method: string; headers: Record<string, string>; body: string | null };

/** A client whose other end is a script: one answer per try, the last one for ever. */
function scripted(answers: (() => Response)[], options: Partial<FlexPayOptions> = {}) {
  const sent: Sent[] = [];
  const slept: number[] = [];
  let keys = 0;
  const flexpay = flexpayClient({
    url: 'https://flexpay.example/v3/',
    apiKey: 'sk-1',
    ...options,
    world: {
      fetch: async (url, { method, headers, body }) => {
        sent.push({ url, method: method!, headers: headers as Record<string, string>, body: body as string | null });
        return answers[Math.min(sent.length, answers.length) - 1]!();
      },
      sleep: async (milliseconds) => void slept.push(milliseconds),
      random: () => 0.5,
      newKey: () => `key-${++keys}`,
    },
  });
  return { flexpay, sent, slept };
}

const good = () => Response.json({ data: { transactionId: 'A/1', loanNumber: '7', leaseNumber: '7' } });
const lost = (): Response => {
  throw new TypeError('fetch failed');
};
const no =
  (status: number, code: string, headers: Record<string, string> = {}, data = {}) =>
  () =>
    Response.json({ error: { statusCode: status, code, message: 'No.', data } }, { status, headers });
const gateway = () => new Response('<h1>Bad gateway</h1>', { status: 502 });

test('a call goes to its address with the key as it is, a POST under a name of its own', async () => {
  const { flexpay, sent } = scripted([good]);
  assert.equal((await flexpay.transactions.finalize('A/1')).leaseNumber, '7');
  await flexpay.transactions.cancel('A/1', { items: [{ sku: 'S', quantity: 1 }] }, { idempotencyKey: 'C-1' });
  await flexpay.customer('token-1').leases.create({ transactionId: 'B', items: [] }, { asPdf: true });
  await flexpay.transactions
    .list({ leaseStatus: 'signed' })
    .page(2)
    .catch(() => undefined);
  const common = { authorization: 'sk-1', accept: 'application/json' };
  const json = { 'content-type': 'application/json' };
  const base = 'https://flexpay.example/v3';
  assert.deepEqual(sent, [
    {
      url: `${base}/transactions/A%2F1/finalize`,
      method: 'POST',
      headers: { ...common, 'idempotency-key': 'key-1' },
      body: null,
    },
    {
      url: `${base}/transactions/A%2F1/cancel`,
      method: 'POST',
      headers: { ...common, ...json, 'idempotency-key': 'C-1' },
      body: '{"items":[{"sku":"S","quantity":1}]}',
    },
    {
      url: `${base}/leases?asPdf=true`,
      method: 'POST',
      headers: { ...common, ...json, 'customer-token': 'token-1', 'idempotency-key': 'key-2' },
      body: '{"transactionId":"B","items":[]}',
    },
    { url: `${base}/transactions?limit=100&leaseStatus=signed&page=2`, method: 'GET', headers: common, body: null },
  ]);
});

test('what may have been lost is sent again under the same name', async () => {
  const passing = [lost, gateway, no(503, 'ServiceUnavailable'), no(429, 'TooManyRequests')];
  for (const failure of passing) {
    const { flexpay, sent, slept } = scripted([failure, failure, good]);
    assert.equal((await flexpay.transactions.finalize('A/1')).leaseNumber, '7');
    assert.deepEqual(
      sent.map(({ headers }) => headers['idempotency-key']),
      ['key-1', 'key-1', 'key-1'],
    );
    assert.deepEqual(slept, [250, 500], 'twice as long each time');
  }
});

test('it waits as long as FlexPay asks, and when that is too long it says so at once', async () => {
  const patient = scripted([no(429, 'TooManyRequests', { 'retry-after': '7' }), good]);
  await patient.flexpay.transactions.finalize('A/1');
  assert.deepEqual(patient.slept, [7_125]);
  const soon = scripted([no(429, 'TooManyRequests', { 'retry-after': '60' }), good]);
  await assert.rejects(soon.flexpay.transactions.finalize('A/1'), { code: 'TooManyRequests', retryAfterSeconds: 60 });
  assert.deepEqual([soon.slept, soon.sent.length], [[], 1]);
});

test('it gives up in the end', async () => {
  const { flexpay, sent } = scripted([lost]);
  await assert.rejects(flexpay.transactions.get('A'), { code: 'Unreachable', statusCode: 0 });
  assert.equal(sent.length, 4);
  const once = scripted([lost], { attemptsMax: 1 });
  await assert.rejects(once.flexpay.transactions.get('A'), { code: 'Unreachable' });
  assert.equal(once.sent.length, 1);
});

test('a "no" is an error with its code, and is not asked for again', async () => {
  const fields = [{ path: 'items', message: 'must be a list' }];
  const { flexpay, sent } = scripted([no(400, 'ValidationError', { 'x-request-id': 'r-1' }, { fields })]);
  const error = await flexpay.transactions.cancel('A').catch((thrown: unknown) => thrown);
  assert.ok(error instanceof FlexPayError);
  assert.ok(!isFlexPayError(error, 'LeaseNotSigned', 'TransactionCanceled'));
  assert.ok(isFlexPayError(error, 'ValidationError'));
  assert.deepEqual([error.data.fields, error.statusCode, error.requestId, error.message], [fields, 400, 'r-1', 'No.']);
  assert.equal(sent.length, 1);
});

test('what is not FlexPay is not taken for it', async () => {
  const page = () => new Response('<h1>Welcome</h1>');
  await assert.rejects(scripted([page]).flexpay.transactions.get('A'), { code: 'UnreadableAnswer', statusCode: 200 });
  const other = () => Response.json({ message: 'Forbidden' }, { status: 403 });
  await assert.rejects(scripted([other]).flexpay.transactions.get('A'), { code: 'UnreadableAnswer', statusCode: 403 });
  for (const text of ['null', '"fine"', '7'])
    await assert.rejects(scripted([() => new Response(text)]).flexpay.transactions.get('A'), {
      code: 'UnreadableAnswer',
    });
});

test('a client needs a key and an address', () => {
  assert.throws(() => flexpayClient({ url: 'https://flexpay.example', apiKey: '' }), /apiKey/);
  assert.throws(() => flexpayClient({ url: 'flexpay', apiKey: 'sk-1' }), /Invalid URL/);
});
