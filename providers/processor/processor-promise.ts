import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BankAccount, Card, Processor } from '#ports/processor.ts';

/** A processor under test, with accounts that it treats in a known way, and the time that has to pass. */
export type ProcessorUnderTest = {
  processor: Processor;
  good: BankAccount;
  refused: BankAccount;
  returned: BankAccount;
  goodCard: Card;
  refusedCard: Card;
  today: string;
  /** Lets so many days go by. */
  wait(days: number): void;
};

/** What every processor must keep, whoever makes it (ports/processor.ts). `make` builds a fresh one. */
export function keepsTheProcessorPromise(make: () => Promise<ProcessorUnderTest>): void {
  const order = (reference: string, account: BankAccount, debitOn: string) => ({
    reference,
    amount: 5_03,
    debitOn,
    ...account,
  });

  test('nothing settles in the call that charges; it settles when the bank has moved the money', async () => {
    const { processor, good, today, wait } = await make();
    assert.deepEqual(await processor.charge(order('a', good, today)), { status: 'accepted' });
    wait(7);
    assert.equal((await processor.chargeByReference('a')).status, 'settled');
  });

  test('the same reference is one charge, and its answer is the truth of today', async () => {
    const { processor, good, today, wait } = await make();
    const first = await processor.charge(order('a', good, today));
    assert.deepEqual(await processor.charge(order('a', good, today)), first);
    wait(7);
    const settled = await processor.chargeByReference('a');
    assert.deepEqual(await processor.charge(order('a', good, today)), settled);
  });

  test('two calls at once under one reference are one charge with one outcome', async () => {
    const { processor, good, refused, today } = await make();
    const twins = [good, refused].map((account) => processor.charge(order('a', account, today)));
    const [first, second] = await Promise.all(twins);
    assert.deepEqual(first, second);
    assert.deepEqual(await processor.chargeByReference('a'), first);
  });

  test('an account that is no good is refused at once, and stays refused', async () => {
    const { processor, refused, today, wait } = await make();
    assert.equal((await processor.charge(order('a', refused, today))).status, 'refused');
    wait(7);
    assert.equal((await processor.chargeByReference('a')).status, 'refused');
  });

  test('a charge that comes back says so by its code, after it was accepted', async () => {
    const { processor, returned, today, wait } = await make();
    assert.equal((await processor.charge(order('a', returned, today))).status, 'accepted');
    wait(7);
    const fact = await processor.chargeByReference('a');
    assert.ok(fact.status === 'returned' && /^R\d\d$/.test(fact.code));
  });

  test('a card is captured in the call and settles later, under one reference, or is refused at once', async () => {
    const { processor, goodCard, refusedCard, wait } = await make();
    const charge = { reference: 'a', amount: 5_03, card: goodCard };
    assert.deepEqual(await processor.chargeCard(charge), { status: 'accepted' });
    assert.deepEqual(await processor.chargeCard(charge), { status: 'accepted' });
    const refused = await processor.chargeCard({ reference: 'b', amount: 5_03, card: refusedCard });
    assert.ok(refused.status === 'refused' && refused.code !== '' && refused.message !== '');
    wait(7);
    assert.equal((await processor.chargeByReference('a')).status, 'settled');
    assert.deepEqual(await processor.chargeByReference('b'), refused);
  });

  test('an amount is authorized once, and not more than it is taken from it', async () => {
    const { processor, good, goodCard, refusedCard, wait } = await make();
    const order = { reference: 'h', amount: 5_03, card: goodCard };
    assert.deepEqual(await processor.authorizationByReference('h'), { status: 'unknown' });
    assert.deepEqual(await processor.authorize(order), { status: 'authorized' });
    assert.deepEqual(await processor.authorize(order), { status: 'authorized' });
    assert.deepEqual(await processor.authorizationByReference('h'), { status: 'authorized' });
    assert.deepEqual(await processor.chargeByReference('h'), { status: 'unknown' }, 'nothing is charged by it');
    const more = { reference: 'a', amount: 5_04, card: goodCard, authorization: 'h' };
    assert.equal((await processor.chargeCard(more)).status, 'refused');
    assert.deepEqual(await processor.chargeCard({ ...more, reference: 'b', amount: 5_02 }), { status: 'accepted' });
    wait(7);
    assert.equal((await processor.chargeByReference('b')).status, 'settled');
    assert.deepEqual(await processor.authorize({ reference: 'i', amount: 1, bankAccount: good }), {
      status: 'authorized',
    });
    const refused = await processor.authorize({ ...order, reference: 'j', card: refusedCard });
    assert.ok(refused.status === 'refused' && refused.code !== '' && refused.message !== '');
    assert.deepEqual(await processor.authorizationByReference('j'), refused);
  });

  test('what is let go can not be taken any more', async () => {
    const { processor, goodCard } = await make();
    await processor.authorize({ reference: 'h', amount: 5_03, card: goodCard });
    await processor.release('h');
    await processor.release('h');
    await processor.release('nobody');
    const order = { reference: 'a', amount: 5_03, card: goodCard, authorization: 'h' };
    assert.equal((await processor.chargeCard(order)).status, 'refused');
  });

  test('a payment method is looked at without moving money', async () => {
    const { processor, good, refused, goodCard } = await make();
    assert.deepEqual(await processor.check({ bankAccount: good }), { status: 'usable' });
    assert.deepEqual(await processor.check({ card: goodCard }), { status: 'usable' });
    assert.equal((await processor.check({ bankAccount: refused })).status, 'refused');
  });

  test('a charge nobody heard of is unknown, never failed', async () => {
    const { processor } = await make();
    assert.deepEqual(await processor.chargeByReference('nobody'), { status: 'unknown' });
    assert.deepEqual(await processor.refundByReference('nobody'), { status: 'unknown' });
  });

  test('a refund is paid later, once, and only for a charge that there is', async () => {
    const { processor, good, today, wait } = await make();
    await processor.charge(order('a', good, today));
    wait(7);
    const refund = { reference: 'r', chargeReference: 'a', amount: 5_03 };
    assert.deepEqual(await processor.refund(refund), { status: 'accepted' });
    wait(7);
    assert.equal((await processor.refund(refund)).status, 'paid');
    assert.equal((await processor.refundByReference('r')).status, 'paid');
    const unheard = await processor.refund({ reference: 's', chargeReference: 'nobody', amount: 1 });
    assert.equal(unheard.status, 'unknown');
  });

  test('a merchant is paid once under one reference', async () => {
    const { processor } = await make();
    const order = { reference: 'p', merchantId: 'm', amount: 100 };
    assert.deepEqual(await processor.payOut(order), { status: 'paid' });
    assert.deepEqual(await processor.payOut(order), { status: 'paid' });
  });
}
