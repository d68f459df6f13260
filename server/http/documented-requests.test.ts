import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TSchema } from 'typebox';
import { applyBody, respellApply } from '#contract/v3/application.ts';
import { createLeaseBody, signLeaseBody } from '#contract/v3/leases.ts';
import { moveClockBody } from '#contract/v3/sandbox.ts';
import { listTransactionsQuery } from '#contract/v3/transactions.ts';
import { createUserBody, sendPasscodeBody } from '#contract/v3/users.ts';
import { shaper } from '#server/http/shape.ts';

const read = (schema: TSchema, said: unknown): unknown => {
  const shaped = shaper(schema)(said);
  return 'value' in shaped ? shaped.value : shaped.fields.map(({ path }) => path);
};

const item = { sku: 'S1', description: 'A lamp', brand: 'n/a', cost: '120.34', quantity: 1 };

test('what is wrong with a request is told by the name of the member', () => {
  assert.deepEqual(read(createLeaseBody, { transactionId: 'x'.repeat(257), items: [] }), ['transactionId', 'items']);
  assert.deepEqual(read(createLeaseBody, { items: [{ ...item, cost: '1.00001', sku: undefined }] }), [
    'transactionId',
    'items[0].sku',
    'items[0].cost',
  ]);
  const user = { firstName: 'Ada', lastName: 'Byron', email: 'ada@' };
  assert.deepEqual(read(createUserBody, user), ['email']);
  assert.deepEqual(read(sendPasscodeBody, { transport: 'pigeon' }), ['transport']);
  assert.deepEqual(read(signLeaseBody, { ipAddress: 'here' }), ['signed', 'ipAddress']);
});

test('a member that is no object is told as such, also where its spellings are looked for', () => {
  const fields = read(applyBody, respellApply({ employmentInformation: 5 }));
  assert.ok(Array.isArray(fields) && fields.includes('employmentInformation'));
});

test('a list has pages within limits, and the ones of the documents when none are asked for', () => {
  assert.deepEqual(read(listTransactionsQuery, {}), { page: 1, limit: 20 });
  assert.deepEqual(read(listTransactionsQuery, { page: '2', limit: '1000', leaseStatus: 'signed' }), {
    page: 2,
    limit: 1000,
    leaseStatus: 'signed',
  });
  for (const page of ['0', '1001', '1.5', 'x', '-1'])
    assert.deepEqual(read(listTransactionsQuery, { page }), ['page'], page);
});

test('the clock is moved by a length of time', () => {
  for (const advance of ['P3D', 'P1W', 'PT12H', 'P1DT1H', 'p90d']) {
    assert.deepEqual(read(moveClockBody, { advance }), { advance: advance.toUpperCase() });
  }
  for (const advance of ['', 'P', 'PT', '3D', 'P-3D', 'P1Y', 'P1M', 'PD']) {
    assert.notDeepEqual(read(moveClockBody, { advance }), { advance }, advance);
  }
});
