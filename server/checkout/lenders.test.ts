import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { View } from '#contract/modal/view.ts';
import { lenderPlaces } from '#core/application/waterfall.ts';
import { simulatedLenders } from '#providers/lenders/sandbox.ts';
import { bank, type FrameWorld, frameWorld, personal } from './test-frame.ts';

let world: FrameWorld;
before(async () => {
  world = await frameWorld();
  Object.assign(world.built.house, { lenders: simulatedLenders(lenderPlaces) });
});
after(() => world.close());

/** `prime` takes a number that ends in 1, `near_prime` one in 2; the sandbox approves each of them itself too. */
const numbers = { prime: '666011501', near: '666011502', ours: '666011505' };

test('whom one may be sent to is shown in the order of asking, in each language, and nobody is ticked', async () => {
  const frame = await world.newCustomer('reads@example.com');
  const english = await frame.say('view');
  assert.deepEqual(
    english.lenders?.map(({ place, name, ticked }) => [place, name, ticked]),
    [
      ['prime', 'Prime Sample', false],
      ['near_prime', 'Second Sample', false],
    ],
  );
  const spanish = await frame.say('language', { language: 'es' });
  assert.match(spanish.lenders?.[0]?.purpose ?? '', /comprueba/);
  assert.equal((await frame.say('personal', personal)).lenders, undefined, 'only where it is agreed to');
});

test('the lender that the shopper ticked takes them: no decision of ours, and where they go on', async () => {
  const { view, email } = await applied(numbers.prime, ['prime']);
  assert.deepEqual([view.step, view.decision], ['decision', null]);
  assert.deepEqual([view.elsewhere?.name, view.elsewhere?.limitCents], ['Prime Sample', 3_000_00]);
  assert.match(view.elsewhere?.continueAt ?? '', /^https:\/\/prime\.example\/apply\/[0-9a-f]{24}$/);
  assert.deepEqual(await consents(email), [
    ['share_near_prime', false, 'lender-1.en/near-prime-sample-1'],
    ['share_prime', true, 'lender-1.en/prime-sample-1'],
  ]);
});

test('whom none takes goes on with us, and hears of no no', async () => {
  const { view, outcomes } = await applied(numbers.ours, ['prime', 'near_prime']);
  assert.deepEqual([view.step, view.decision?.status, view.decision?.limitCents], ['decision', 'approved', 1_505_00]);
  assert.deepEqual(outcomes, ['prime declined', 'near_prime declined']);
  assert.doesNotMatch(JSON.stringify(view), /Sample|prime|lender/i);
});

test('nobody who was not ticked is asked, nor anybody whose tick was taken back', async () => {
  const none = await applied(numbers.prime, []);
  assert.deepEqual([none.view.decision?.status, none.outcomes], ['approved', ['prime skipped', 'near_prime skipped']]);
  const taken = await applied(numbers.near, ['near_prime'], { thenOnly: ['prime'] });
  assert.deepEqual(taken.outcomes, ['prime declined', 'near_prime skipped']);
  assert.equal(taken.view.decision?.status, 'approved');
});

test('the record of a yes changes with the language and with every word that was read', async () => {
  const english = await applied(numbers.prime, ['prime']);
  const spanish = await applied(numbers.prime, ['prime'], { language: 'es' });
  assert.equal((await consents(spanish.email)).at(-1)?.[2], 'lender-1.es/prime-sample-1');
  const { house } = world.built;
  const before = house.lenders;
  const list = before.list.map((one) => ({
    ...one,
    consent: { ...one.consent, en: { ...one.consent.en, noticeAt: 'https://prime.example/other' } },
  }));
  Object.assign(house, { lenders: { ...before, list } });
  const other = await applied(numbers.prime, ['prime']);
  Object.assign(house, { lenders: before });
  const hashes = await Promise.all([english, spanish, other].map(({ email }) => hashOf(email)));
  assert.equal(new Set(hashes).size, 3);
});

test('where no lender is asked nobody is shown, and nothing is recorded', async () => {
  const { house } = world.built;
  const before = house.lenders;
  Object.assign(house, { lenders: simulatedLenders([]) });
  const frame = await world.newCustomer('nobody@example.com');
  assert.equal('lenders' in (await frame.say('view')), false);
  await frame.say('personal', { ...personal, ssn: numbers.prime, lenderConsents: ['prime'] });
  const view = await frame.say('bank', bank);
  Object.assign(house, { lenders: before });
  assert.equal(view.decision?.status, 'approved');
  assert.deepEqual(await consents('nobody@example.com'), []);
});

let made = 0;

async function applied(
  ssn: string,
  lenderConsents: string[],
  { language, thenOnly }: { language?: 'es'; thenOnly?: string[] } = {},
): Promise<{ view: View; email: string; outcomes: string[] }> {
  const email = `lent${++made}@example.com`;
  const frame = await world.newCustomer(email);
  if (language) await frame.say('language', { language });
  await frame.say('personal', { ...personal, ssn, lenderConsents });
  if (thenOnly) {
    const back = await frame.say('back', { to: 'personal' });
    const ticked = back.lenders?.filter((one) => one.ticked).map(({ place }) => place);
    assert.deepEqual(ticked, lenderConsents, 'going back loses nothing');
    await frame.say('personal', { ...personal, ssn, lenderConsents: thenOnly });
  }
  const view = await frame.say('bank', bank);
  const { rows } = await world.built.house.db.pool.query(
    `select a.decision -> 'lenders' as lenders from application a join customer using (customer_id) where email = $1`,
    [email],
  );
  const outcomes = rows[0].lenders.map(({ lender, outcome }: Record<string, string>) => `${lender} ${outcome}`);
  return { view, email, outcomes };
}

async function consents(email: string): Promise<[string, boolean, string][]> {
  const { rows } = await world.built.house.db.pool.query(
    `select kind, given, document_version as version from consent join customer using (customer_id)
      where email = $1 and kind like 'share_%' order by kind`,
    [email],
  );
  return rows.map(({ kind, given, version }) => [kind, given, version]);
}

async function hashOf(email: string): Promise<string> {
  const { rows } = await world.built.house.db.pool.query(
    `select document_hash as hash from consent join customer using (customer_id)
      where email = $1 and kind = 'share_prime'`,
    [email],
  );
  return rows[0].hash;
}
