import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { rate } from '#core/money/money.ts';
import type { House } from '#server/house.ts';
import { bank, type FrameWorld, frameWorld, order, personal, type TestFrame } from './test-frame.ts';

let world: FrameWorld;
before(async () => {
  world = await frameWorld();
});
after(() => world.close());

test('where nothing can be leased, whatever is in the bag, the review says why', async () => {
  const { house } = world.built;
  const frame = await atReview('closed@example.com');
  const { rulesFor } = house.rules;
  const under = async (change: House['rules']['rulesFor']) => {
    Object.assign(house.rules, { rulesFor: change });
    const view = await frame.say('view');
    Object.assign(house.rules, { rulesFor });
    return [view.step, view.offer, view.check.closed];
  };
  assert.deepEqual(await under(() => ({ notOffered: 'Treated as a sale.' })), ['review', null, 'place']);
  const dearer = (...asked: Parameters<typeof rulesFor>) => {
    const law = rulesFor(...asked);
    return 'notOffered' in law ? law : { ...law, rules: { ...law.rules, totalCap: rate('0.9') } };
  };
  assert.deepEqual(await under(dearer), ['review', null, 'price']);
  const open = await frame.say('view');
  assert.deepEqual([open.offer?.cashPriceCents, open.check.closed], [130_67, undefined]);

  await change('closed@example.com', 'spending_hold = true');
  assert.equal((await frame.say('view')).check.closed, 'hold');
  await change('closed@example.com', 'spending_hold = false, approval_expires_on = approval_expires_on - 90');
  const ended = await frame.say('view');
  assert.deepEqual([ended.step, ended.check.closed], ['review', 'approval']);
  const reopened = await world.open(order('FIRST-closed@example.com'), { device: frame.device });
  assert.equal(reopened.view.step, 'personal', 'whoever presses the button again applies anew');
});

test('what is not leased is named, without a price; a discount on it is none, and without it the rest is offered', async () => {
  const frame = await atReview('goods@example.com');
  const { house } = world.built;
  const { goods } = house;
  const [article] = order('any').items;
  const kind = { en: 'these', es: 'estos' };
  Object.assign(house, { goods: [{ kind, skuPrefixes: [article!.sku], words: [], unless: [] }] });
  const view = await frame.say('view');
  assert.deepEqual(
    [view.step, view.offer, view.check.notLeased, view.check.closed],
    ['review', null, [article!.description], undefined],
  );
  const refused = await frame.refused('agreement', {});
  assert.equal(refused.code, 'ValidationError');
  Object.assign(house, { goods });
  const open = await frame.say('view');
  assert.deepEqual([open.offer?.cashPriceCents, open.check.notLeased], [130_67, undefined]);
});

test('a limit of which too little is free for any lease is said to be in use, and not the bag to be too big', async () => {
  const frame = await atReview('used@example.com');
  await change('used@example.com', 'open_cash_cents = 147000');
  const little = await frame.say('view');
  assert.deepEqual([little.check.closed, little.decision?.availableCents], ['limit', 30_00]);
  await change('used@example.com', 'open_cash_cents = 150000');
  const none = await frame.say('view');
  assert.deepEqual([none.check.closed, none.decision?.availableCents], ['limit', 0]);
  await change('used@example.com', 'open_cash_cents = 140000');
  const enough = await frame.say('view');
  assert.deepEqual([enough.check.closed, enough.check.overLimitByCents], [undefined, 30_67]);
});

async function atReview(email: string): Promise<TestFrame> {
  const frame = await world.newCustomer(email);
  await frame.say('personal', personal);
  await frame.say('bank', bank);
  assert.equal((await frame.say('review')).step, 'review');
  return frame;
}

/** What leases, holds and time do to a customer, at once. */
async function change(email: string, what: string): Promise<void> {
  await world.built.house.db.pool.query(`update customer set ${what} where email = $1`, [email]);
}
