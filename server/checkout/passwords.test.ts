import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hash } from '@node-rs/argon2';
import type { Account } from '#contract/modal/calls.ts';
import { changeCustomer } from '#server/customers/change-customer.ts';
import { findCustomerByEmail } from '#server/customers/find-customer.ts';
import { passwordLogin } from '#server/customers/password-login.ts';
import { type Person, personById } from '#server/customers/person.ts';
import { done } from '#server/outcome.ts';
import { must } from '#server/test-house.ts';
import { queriesOf } from '#server/test-queries.ts';
import { type FrameWorld, frameWorld, order, profile, type TestFrame } from './test-frame.ts';

let world: FrameWorld;
before(async () => {
  world = await frameWorld();
});
after(() => world.close());

test('a forgotten password: the code, a new password, and every other device is logged out', async () => {
  const email = 'forgot@example.com';
  const elsewhere = await world.newCustomer(email);
  const frame = await knownAt(email, 'FORGOT-1');
  assert.equal((await frame.say('forgot')).step, 'forgot');
  assert.equal((await frame.say('reset-send', { transport: 'email' })).step, 'reset-code');
  const wrong = await frame.refused('reset-code', { code: '000000' });
  assert.equal(wrong.data.fields[0]?.path, 'code');
  assert.deepEqual((await frame.say('back', { to: 'forgot' })).step, 'forgot');
  await frame.say('reset-send', { transport: 'sms' });
  const { kind, code } = await world.newest('+15555550123');
  assert.equal(kind, 'password_reset');
  assert.equal((await frame.say('reset-code', { code })).step, 'new-password');
  for (const newPassword of ['short', email]) {
    assert.equal((await frame.refused('new-password', { newPassword })).data.fields[0]?.path, 'newPassword');
  }
  const changed = await frame.say('new-password', { newPassword: 'a better horse' });
  assert.deepEqual([changed.step, changed.customer?.isLoggedIn], ['password-changed', true]);
  assert.equal((await world.newest(email)).kind, 'password_changed');
  const out = await elsewhere.say('view');
  assert.deepEqual([out.step, out.draft, out.customer?.firstName], ['password', {}, '']);
  assert.equal((await frame.say('go-on')).step, 'personal');
  await elsewhere.refused('password', { password: profile.password });
  assert.equal((await elsewhere.say('password', { password: 'a better horse' })).step, 'personal');
});

test('a login code chooses no password, and a session that typed no code chooses none either', async () => {
  const email = 'steps@example.com';
  await world.newCustomer(email);
  const frame = await knownAt(email, 'STEPS-1');
  await frame.say('passcode-send', { transport: 'email' });
  const { code } = await world.newest(email);
  await frame.say('forgot');
  assert.equal((await frame.say('new-password', { newPassword: 'stolen horse' })).step, 'forgot');
  await frame.say('reset-send', { transport: 'sms' });
  assert.equal((await frame.refused('reset-code', { code: code === '000023' ? '1' : code })).code, 'ValidationError');
  assert.equal((await frame.say('new-password', { newPassword: 'stolen horse' })).step, 'reset-code');
});

test('a quarter of an hour after the code the new password is not taken any more', async () => {
  const email = 'late@example.com';
  await world.newCustomer(email);
  const frame = await knownAt(email, 'LATE-1');
  await frame.say('forgot');
  await frame.say('reset-send', { transport: 'email' });
  await frame.say('reset-code', { code: (await world.newest(email)).code });
  world.built.advance(15 * 60_000);
  assert.equal((await frame.say('new-password', { newPassword: 'a late horse' })).step, 'forgot');
});

test('ten tries lock an address for a quarter of an hour, whoever has it, also for the right password', async () => {
  const { house } = world.built;
  const email = 'locked@example.com';
  await world.newCustomer(email);
  const guess = (address: string, password = 'a guess') => passwordLogin(house, { email: address, password });
  for (const address of [email, 'nobody@example.com']) {
    for (let tries = 0; tries < 10; tries += 1) assert.deepEqual(await guess(address), { no: 'wrong' });
    assert.deepEqual(await guess(address, profile.password), { no: 'locked' });
  }
  const frame = await knownAt(email, 'LOCKED-1');
  const { data } = await frame.refused('password', { password: profile.password });
  assert.match(data.fields[0]?.message ?? '', /Too many tries/);
  world.built.advance(15 * 60_000);
  assert.equal((await frame.say('password', { password: profile.password })).step, 'personal');
});

test('tries in one moment are counted each, and an unknown address costs the same', async () => {
  const { house } = world.built;
  const email = 'moment@example.com';
  await world.newCustomer(email);
  const once = (address: string) => queriesOf(() => passwordLogin(house, { email: address, password: 'a guess' }));
  assert.equal(await once('no-one@example.com'), await once(email));
  const tries = await Promise.all(
    Array.from({ length: 20 }, () => passwordLogin(house, { email, password: 'a guess' })),
  );
  assert.equal(tries.filter((each) => 'no' in each && each.no === 'wrong').length, 9);
});

test('a hash from weaker days still lets in, and is made again', async () => {
  const { house } = world.built;
  const email = 'old-hash@example.com';
  await world.newCustomer(email);
  const weak = await hash(profile.password, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
  const person = await personOf(email);
  await must(house, async () => done(null, changeCustomer(house, person, { passwordHash: weak })));
  await (await knownAt(email, 'OLD-1')).say('password', { password: profile.password });
  assert.match((await personOf(email)).passwordHash ?? '', /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  await (await knownAt(email, 'OLD-2')).say('password', { password: profile.password });
});

test('the devices of an account are told apart, another password ends the others, and “everywhere” ends this one too', async () => {
  const email = 'devices@example.com';
  const windows =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36';
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1';
  const desk = await world.newCustomer(email, { userAgent: windows });
  assert.equal((await (await world.open(order('DEVICE-0'))).refused('account', {})).code, 'Unauthorized');
  const hand = await knownAt(email, 'DEVICE-1', { userAgent: phone });
  await hand.say('password', { password: profile.password });
  const { devices } = await hand.ask<Account>('account');
  assert.deepEqual(
    devices.map(({ name, isThis }) => [name, isThis]),
    [
      ['Safari on iPhone', true],
      ['Chrome on Windows', false],
    ],
  );
  const wrong = await hand.refused('change-password', { currentPassword: 'not it', newPassword: 'a third horse' });
  assert.equal(wrong.data.fields[0]?.path, 'currentPassword');
  const change = { currentPassword: profile.password, newPassword: 'a third horse' };
  assert.equal((await hand.say('change-password', change)).step, 'personal');
  assert.equal((await desk.say('view')).step, 'password');
  await desk.say('password', { password: 'a third horse' });
  const left = await hand.say('sign-out-everywhere');
  assert.deepEqual([left.step, left.customer, left.order?.transactionId], ['email', null, 'DEVICE-1']);
  assert.equal((await desk.say('view')).step, 'password');
});

test('“not you?” logs out on this device alone', async () => {
  const email = 'not-me@example.com';
  const first = await world.newCustomer(email);
  const second = await knownAt(email, 'NOT-ME-1');
  await second.say('password', { password: profile.password });
  await second.say('forget');
  assert.equal((await first.ask<Account>('account')).devices.length, 1);
});

async function knownAt(email: string, transactionId: string, browser = {}): Promise<TestFrame> {
  const frame = await world.open(order(transactionId), browser);
  assert.equal((await frame.say('email', { email })).step, 'password');
  return frame;
}

async function personOf(email: string): Promise<Person> {
  const person = await personById(world.built.house, (await findCustomerByEmail(world.built.house, email)) ?? '');
  assert.ok(person !== null);
  return person;
}
