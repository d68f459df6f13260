import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TSchema } from 'typebox';
import { applyBody, respellApply } from '#contract/v3/application.ts';
import { createLeaseBody, signLeaseBody } from '#contract/v3/leases.ts';
import { moveClockBody } from '#contract/v3/sandbox.ts';
import {
  confirmReceiptBody,
  confirmShipmentBody,
  listTransactionsQuery,
  takeBackBody,
} from '#contract/v3/transactions.ts';
import { createUserBody, passcodeLoginBody, sendPasscodeBody } from '#contract/v3/users.ts';
import { shaper } from '#server/http/shape.ts';

const read = (schema: TSchema, said: unknown): unknown => {
  const shaped = shaper(schema)(said);
  return 'value' in shaped ? shaped.value : shaped.fields.map(({ path }) => path);
};

const item = { sku: 'S1', description: 'A lamp', brand: 'n/a', cost: '120.34', quantity: 1 };

test('a lease is asked for with shipping on top or at its items, as numbers or text', () => {
  const order = { transactionId: 'ABC-129384', items: [{ ...item, quantity: '1.0000' }], shipping: { cost: '10.33' } };
  assert.deepEqual(read(createLeaseBody, order), {
    transactionId: 'ABC-129384',
    items: [item],
    shipping: { cost: '10.33' },
  });
  const shipping = { cost: 0, date: '2026-11-21T10:00:00.000Z', method: 'UPS' };
  const images = ['https://shop.example/a.png', null, ''];
  assert.deepEqual(
    read(createLeaseBody, { transactionId: 7, items: [{ ...item, condition: 'New', images, shipping }] }),
    {
      transactionId: '7',
      items: [{ ...item, condition: 'new', images, shipping: { cost: '0', date: '2026-11-21', method: 'UPS' } }],
    },
  );
  assert.deepEqual(read(createLeaseBody, { transactionId: 'x'.repeat(257), items: [] }), ['transactionId', 'items']);
  assert.deepEqual(read(createLeaseBody, { items: [{ ...item, cost: '1.00001', sku: undefined }] }), [
    'transactionId',
    'items[0].sku',
    'items[0].cost',
  ]);
});

test('what the Magento module sends is understood', () => {
  assert.deepEqual(read(takeBackBody, { items: [] }), { items: [] });
  assert.deepEqual(read(takeBackBody, { items: [{ sku: 'S1', quantity: '2.0000' }] }), {
    items: [{ sku: 'S1', quantity: 2 }],
  });
  const shipped = { sku: 'S1', carrier: 'ground', quantity: '1', shipDate: '2026-11-21' };
  assert.deepEqual(read(confirmShipmentBody, { items: [shipped] }), { items: [{ ...shipped, quantity: 1 }] });
  assert.deepEqual(read(confirmShipmentBody, {}), {});
  assert.deepEqual(read(confirmReceiptBody, { items: [{ sku: 'S1', receiptDate: '2026-11-21' }] }), {
    items: [{ sku: 'S1', receiptDate: '2026-11-21' }],
  });
});

test('an application is understood in the old spellings and the new', () => {
  const person = {
    street1: '1 Main St',
    city: 'Boca Raton',
    regionAbbr: 'fl',
    postalCode: '33431',
    country: 'US',
    mobilePhone: '6514447773',
    dateOfBirth: '1990-10-10',
    ssn: '123456789',
    bankAccount: { routing: '110000000', account: '000123', type: 'checking' },
  };
  const understood = {
    ...person,
    regionAbbr: 'FL',
    employmentInformation: { monthlyIncome: '3500', payFrequency: 'biweekly', nextPayDate: '2026-12-01' },
    optInMarketing: true,
  };
  const spellings = [
    { monthlyIncome: 3500, payFrequency: 'biweekly', nextPayDate: '2026-12-01' },
    { monthlyIncome: '3500', payFrquency: 'biweekly', nextPay: '2026-12-01' },
  ];
  for (const employmentInformation of spellings) {
    const body = respellApply({ ...person, employmentInformation, optInMarketing: 'true', street2: null });
    assert.deepEqual(read(applyBody, body), understood);
  }
  assert.deepEqual(read(applyBody, respellApply({ ...person, employmentInformation: 5 })), ['employmentInformation']);
});

test('customers, passcodes and signatures are understood', () => {
  const user = { firstName: 'Ada', lastName: 'Byron', email: ' Ada@Example.com ' };
  assert.deepEqual(read(createUserBody, { ...user, locale: 'EN', password: null }), {
    ...user,
    email: 'Ada@Example.com',
    locale: 'en',
  });
  assert.deepEqual(read(createUserBody, { ...user, email: 'ada@' }), ['email']);
  assert.deepEqual(read(sendPasscodeBody, { transport: 'pigeon' }), ['transport']);
  assert.deepEqual(read(passcodeLoginBody, { passcode: 123456 }), { passcode: '123456' });
  assert.deepEqual(read(signLeaseBody, { ipAddress: '127.0.0.1', signed: 'true' }), {
    ipAddress: '127.0.0.1',
    signed: true,
  });
  assert.deepEqual(read(signLeaseBody, { ipAddress: 'here' }), ['signed', 'ipAddress']);
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
