import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAt } from '#core/calendar/day.ts';
import type { Shelf } from '#ports/shelf.ts';
import { accountEffect } from '#sandbox/magic-values.ts';
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

test('no account number lies on the shelf', async () => {
  const { tested, kept } = processorWithShelf();
  for (const account of [tested.good, tested.returned, { ...tested.good, accountNumber: '4400000101' }]) {
    await tested.processor.charge({
      reference: account.accountNumber.slice(-4),
      amount: 1,
      debitOn: tested.today,
      ...account,
    });
  }
  assert.ok(!JSON.stringify([...kept]).includes('44000'));
});

function processorWithShelf(): { tested: ProcessorUnderTest; kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  const shelf: Shelf = { get: async (key) => kept.get(key), put: async (key, value) => void kept.set(key, value) };
  let time = Date.parse('2026-11-20T15:00:00Z');
  const zone = 'America/New_York';
  const clock = { now: () => time };
  const account = (accountNumber: string) => ({
    routingNumber: '110000000',
    accountNumber,
    accountType: 'checking' as const,
  });
  const tested: ProcessorUnderTest = {
    processor: sandboxProcessor({ shelf, clock, zone, markKey: Buffer.alloc(32, 1), effectOf: accountEffect }),
    good: account('4400000001'),
    refused: account('4400000300'),
    returned: account('4400000102'),
    today: dayAt(time, zone),
    wait: (days) => {
      time += days * 86_400_000;
    },
  };
  return { tested, kept };
}
