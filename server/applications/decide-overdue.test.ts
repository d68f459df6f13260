import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decisions } from '#ports/decisions.ts';
import { scorecardDecisions } from '#providers/decisions/scorecard.ts';
import { createUser } from '#server/customers/create-user.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { inbox } from '#server/messages/inbox.ts';
import { must, testHouse } from '#server/test-house.ts';
import { apply } from './apply.ts';
import { decideOverdue } from './decide-overdue.ts';
import { getMe } from './get-me.ts';

test('a decision that did not come is asked for again, and the customer hears of it by mail', async () => {
  const built = await testHouse();
  try {
    let answers = false;
    const scorecard = scorecardDecisions();
    const slow: Decisions = {
      ...scorecard,
      decide: async (input, person) =>
        answers ? scorecard.decide(input, person) : { decision: 'pending', why: 'the bureau is asleep' },
    };
    const house = { ...built.house, decisions: slow };
    const { merchantId } = await must(house, () => createMerchant(house, { name: 'Sofas' }));
    const person = {
      merchantId,
      email: 'slow@example.com',
      firstName: 'Ada',
      lastName: 'Byron',
      password: 'correct horse',
    };
    const { userId: customerId } = await must(house, () => createUser(house, person));
    const known = { merchantId, customerId, leaseFactor: '2.00', deniedAs: 'denied' } as const;
    const first = await must(house, () => apply(house, { ...application, ...known }));
    assert.equal(first.decision?.status, 'pending');

    built.advance(10 * 60_000);
    assert.equal(await decideOverdue(house), 0);
    built.advance(10 * 60_000);
    assert.equal(await decideOverdue(house), 1);
    answers = true;
    built.advance(20 * 60_000);
    assert.equal(await decideOverdue(house), 1);
    assert.equal(await decideOverdue(house), 0);
    const me = await must(house, () => getMe(house, known));
    assert.deepEqual([me.decision?.status, me.decision?.applicationId], ['approved', first.decision?.applicationId]);
    const { messages } = await must(house, () => inbox(house, { to: person.email }));
    assert.equal(messages[0]?.kind, 'application_approved');
  } finally {
    await built.close();
  }
});

const application = {
  contact: {
    mobilePhone: '5125550100',
    street1: '1 Main St',
    street2: null,
    city: 'Austin',
    state: 'TX',
    postalCode: '78701',
  },
  country: 'US',
  dateOfBirth: '1990-10-10',
  ssn: '123456780',
  monthlyIncome: '3500',
  payFrequency: 'weekly',
  nextPayDate: null,
  employer: null,
  bank: { routingNumber: '110000000', accountNumber: '4400001234', accountType: 'checking' as const },
  requested: null,
  optInMarketing: false,
  ipAddress: '127.0.0.1',
  origin: { callerAddress: '127.0.0.1', customerAddress: null, deviceId: null },
  userAgent: 'a test',
};
