import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Processor } from '#ports/processor.ts';
import { carryOut } from '#server/carry-out.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { resolveUnheardCharges } from '#server/payments/follow-payments.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor, type Shopper } from '#server/test-shopper.ts';

let built: TestHouse;
/** What happens on the way to and from the bank: the request is lost, or its answer is. */
let line: 'good' | 'answers are lost' | 'requests are lost' = 'good';
/** References that reached the bank, one a charge it was asked for. */
const asked: string[] = [];

before(async () => {
  const inner = await testHouse();
  const bank = inner.house.processor;
  const processor: Processor = {
    ...bank,
    async charge(order) {
      if (line === 'requests are lost') throw new Error('the line is dead');
      asked.push(order.reference);
      const fact = await bank.charge(order);
      if (line === 'answers are lost') throw new Error('the line went dead');
      return fact;
    },
  };
  built = { ...inner, house: { ...inner.house, processor } };
});
after(() => built.close());

test('an accepted first payment signs the lease, takes the limit, and books both once', async () => {
  const { house } = built;
  const shopper = await approvedShopper(house);
  const { leaseId } = await offerFor(house, shopper, 'A-1', 500);
  const signed = await must(house, () => sign(shopper, leaseId));
  assert.equal(signed.transactionId, 'A-1');
  const found = await leaseById(house.db, shopper.customerId, leaseId);
  assert.equal(found?.lease.state, 'signed');
  assert.equal((await customerFacts(house, shopper.customerId))?.openCash, 505_00);
  assert.equal(found?.lease.deposit.rent, found?.lease.terms.regular);
  await booksAreRight(built.house);
});

test('fifty signatures at once charge once', async () => {
  const { house } = built;
  const shopper = await approvedShopper(house);
  const { leaseId } = await offerFor(house, shopper, 'B-1', 200);
  const before = asked.length;
  const answers = await Promise.all(Array.from({ length: 50 }, () => carryOut(house, () => sign(shopper, leaseId))));
  const numbers = new Set(answers.map((one) => ('answer' in one ? one.answer.leaseNumber : one.refused)));
  assert.equal(numbers.size, 1);
  assert.equal(new Set(asked.slice(before)).size, 1, 'one reference reached the bank');
  assert.equal((await leaseById(house.db, shopper.customerId, leaseId))?.attempts.length, 1);
  await booksAreRight(built.house);
});

test('of two carts that fit the limit only alone, one is signed and the other is told by how much it is too big', async () => {
  const { house } = built;
  const shopper = await approvedShopper(house, { limit: 600 });
  const [first, second] = [await offerFor(house, shopper, 'C-1', 400), await offerFor(house, shopper, 'C-2', 500)];
  const answers = await Promise.all(
    [first, second].map(({ leaseId }) => carryOut(house, () => sign(shopper, leaseId))),
  );
  const refused = answers.filter((one) => 'refused' in one);
  assert.equal(refused.length, 1);
  assert.equal('refused' in refused[0]! && refused[0].refused, 'ExceedSpendingLimitError');
  await booksAreRight(built.house);
});

test('a refused charge leaves the lease open and the limit free, and another try may sign it', async () => {
  const { house } = built;
  const shopper = await approvedShopper(house, { account: '12340300' });
  const { leaseId } = await offerFor(house, shopper, 'D-1', 300);
  const answer = await carryOut(house, () => sign(shopper, leaseId));
  assert.equal('refused' in answer && answer.refused, 'PaymentRequired');
  assert.equal((await leaseById(house.db, shopper.customerId, leaseId))?.lease.state, 'offered');
  assert.equal((await customerFacts(house, shopper.customerId))?.openCash, 0);
  await booksAreRight(built.house);
});

test('a charge whose answer was lost is asked about, never charged again', async () => {
  const { house } = built;
  const shopper = await approvedShopper(house);
  const { leaseId } = await offerFor(house, shopper, 'E-1', 300);
  const before = asked.length;
  line = 'answers are lost';
  const lost = await carryOut(house, () => sign(shopper, leaseId));
  line = 'good';
  assert.equal('refused' in lost && lost.refused, 'ServiceUnavailable');
  await must(house, () => sign(shopper, leaseId));
  assert.equal(new Set(asked.slice(before)).size, 1);
  assert.equal((await leaseById(house.db, shopper.customerId, leaseId))?.lease.state, 'signed');
  await booksAreRight(built.house);
});

test('a signature whose request died is finished by a job: signed when the bank has it, free again when it has not', async () => {
  const { house } = built;
  const [taken, unseen] = [await approvedShopper(house), await approvedShopper(house)];
  const [first, second] = [await offerFor(house, taken, 'F-1', 300), await offerFor(house, unseen, 'F-1', 300)];
  line = 'answers are lost';
  await carryOut(house, () => sign(taken, first.leaseId));
  line = 'requests are lost';
  await carryOut(house, () => sign(unseen, second.leaseId));
  line = 'good';
  built.advance(6 * 60_000);
  await resolveUnheardCharges(house);
  assert.equal((await leaseById(house.db, taken.customerId, first.leaseId))?.lease.state, 'signed');
  assert.equal((await leaseById(house.db, unseen.customerId, second.leaseId))?.lease.state, 'offered');
  assert.equal((await customerFacts(house, unseen.customerId))?.openCash, 0);
  await must(house, () => sign(unseen, second.leaseId));
  await booksAreRight(built.house);
});

function sign({ merchant, customerId }: Shopper, leaseId: string) {
  const evidence = {
    ipAddress: '127.0.0.1',
    userAgent: 'a test',
    typedName: 'Ada Lovelace',
    channel: 'api',
    confirmed: {},
  } as const;
  return signLease(built.house, { merchantId: merchant.merchantId, customerId, leaseId, evidence });
}
