import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAt } from '#core/calendar/day.ts';
import type { Card } from '#ports/processor.ts';
import type { Shelf } from '#ports/shelf.ts';
import { accountEffect, cardEffect } from '#sandbox/magic-values.ts';
import { keepsTheProcessorPromise, type ProcessorUnderTest } from './processor-promise.ts';
import { sandboxProcessor } from './sandbox.ts';

keepsTheProcessorPromise(async () => processorWithShelf().tested);

test('a charge settles on the next bank day of the sandbox clock', async () => {
  const { tested } = processorWithShelf();
  const { processor, good, wait } = tested;
  // Friday, 20 November 2026: the next bank day is Monday.
  await processor.charge({ reference: 'a', amount: 100, debitOn: '2026-11-20', ...good });
  wait(2);
  assert.deepEqual(await processor.chargeByReference('a'), { status: 'accepted' });
  wait(1);
  assert.deepEqual(await processor.chargeByReference('a'), { status: 'settled', on: '2026-11-23' });
});

test('the account 0101 comes back once and then settles', async () => {
  const { tested } = processorWithShelf();
  const { processor, wait } = tested;
  const account = { routingNumber: '110000000', accountNumber: '4400000101', accountType: 'checking' as const };
  await processor.charge({ reference: 'a', amount: 100, debitOn: '2026-11-20', ...account });
  wait(4);
  assert.equal((await processor.chargeByReference('a')).status, 'returned');
  await processor.charge({ reference: 'b', amount: 100, debitOn: '2026-11-24', ...account });
  wait(4);
  assert.equal((await processor.chargeByReference('b')).status, 'settled');
});

test('the account 0101 comes back for one charge, though it was asked for twice at once and beside others', async () => {
  const { processor, wait } = processorWithShelf().tested;
  const account = { routingNumber: '110000000', accountNumber: '4400000101', accountType: 'checking' as const };
  const references = ['a', 'a', 'b', 'c'];
  const charge = (reference: string) => processor.charge({ reference, amount: 100, debitOn: '2026-11-20', ...account });
  const answers = await Promise.all(references.map(charge));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set(['accepted']));
  wait(4);
  const outcomes = await Promise.all(references.map((reference) => processor.chargeByReference(reference)));
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['returned', 'returned', 'settled', 'settled'],
  );
});

test('the account 0210 settles and is disputed twenty days later', async () => {
  const { tested } = processorWithShelf();
  const { processor, wait } = tested;
  const account = { routingNumber: '110000000', accountNumber: '4400000210', accountType: 'checking' as const };
  await processor.charge({ reference: 'a', amount: 100, debitOn: '2026-11-20', ...account });
  wait(4);
  assert.equal((await processor.chargeByReference('a')).status, 'settled');
  wait(20);
  const fact = await processor.chargeByReference('a');
  assert.deepEqual(fact, { status: 'returned', on: '2026-12-13', code: 'R10', afterSettlement: true });
});

for (const { token, code } of [
  { token: 'tok_nsf', code: 'insufficient_funds' },
  { token: 'tok_hard_decline', code: 'do_not_honor' },
  { token: 'tok_expired', code: 'expired_card' },
]) {
  test(`the card ${token} is declined`, async () => {
    const { processor } = processorWithShelf().tested;
    const fact = await processor.chargeCard({ reference: 'a', amount: 100, card: card(token) });
    assert.ok(fact.status === 'refused' && fact.code === code);
  });
}

test('a card whose month has passed is declined whatever its token says', async () => {
  const { processor } = processorWithShelf().tested;
  const old = { ...card('tok_ok'), expiresIn: '2026-10' };
  assert.equal((await processor.chargeCard({ reference: 'a', amount: 100, card: old })).status, 'refused');
  const thisMonth = { ...old, expiresIn: '2026-11' };
  assert.equal((await processor.chargeCard({ reference: 'b', amount: 100, card: thisMonth })).status, 'accepted');
});

test('the card tok_chargeback_30d settles and is charged back thirty days later', async () => {
  const { processor, wait } = processorWithShelf().tested;
  await processor.chargeCard({ reference: 'a', amount: 100, card: card('tok_chargeback_30d') });
  wait(4);
  assert.deepEqual(await processor.chargeByReference('a'), { status: 'settled', on: '2026-11-23' });
  wait(30);
  const fact = await processor.chargeByReference('a');
  assert.deepEqual(fact, { status: 'returned', on: '2026-12-23', code: 'chargeback', afterSettlement: true });
});

function card(token: string): Card {
  return { tokens: [{ gateway: 'clover', token }], brand: 'visa', expiresIn: '2030-01', billingZip: '78701' };
}

test('no account number and no token lies on the shelf', async () => {
  const { tested, kept } = processorWithShelf();
  await tested.processor.chargeCard({ reference: 'card', amount: 1, card: card('tok_ok') });
  for (const account of [tested.good, tested.returned, { ...tested.good, accountNumber: '4400000101' }]) {
    await tested.processor.charge({
      reference: account.accountNumber.slice(-4),
      amount: 1,
      debitOn: tested.today,
      ...account,
    });
  }
  assert.ok(!/44000|tok_/.test(JSON.stringify([...kept])));
});

function processorWithShelf(): { tested: ProcessorUnderTest; kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  const shelf: Shelf = {
    get: async (key) => kept.get(key),
    keep: async (key, value) => {
      if (!kept.has(key)) kept.set(key, value);
      return kept.get(key);
    },
  };
  let time = Date.parse('2026-11-20T15:00:00Z');
  const zone = 'America/New_York';
  const clock = { now: () => time };
  const account = (accountNumber: string) => ({
    routingNumber: '110000000',
    accountNumber,
    accountType: 'checking' as const,
  });
  const tested: ProcessorUnderTest = {
    processor: sandboxProcessor({
      shelf,
      clock,
      zone,
      markKey: Buffer.alloc(32, 1),
      effectOf: accountEffect,
      effectOfCard: cardEffect,
    }),
    good: account('4400000001'),
    refused: account('4400000300'),
    returned: account('4400000102'),
    goodCard: card('tok_ok'),
    refusedCard: card('tok_hard_decline'),
    today: dayAt(time, zone),
    wait: (days) => {
      time += days * 86_400_000;
    },
  };
  return { tested, kept };
}
