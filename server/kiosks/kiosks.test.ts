import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { routes as checkoutRoutes } from '#server/checkout/routes.ts';
import { bank, personal, profile } from '#server/checkout/test-frame.ts';
import { routes as handOverRoutes } from '#server/hand-overs/routes.ts';
import { buildServer } from '#server/http/server.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { routes as messageRoutes } from '#server/messages/routes.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';
import { booksAreRight } from '#server/test-shopper.ts';
import { routes } from './routes.ts';

let built: TestHouse;
let server: ReturnType<typeof buildServer>;
let apiKey: string;

before(async () => {
  built = await testHouse();
  server = buildServer(built.house, [...routes, ...handOverRoutes, ...checkoutRoutes, ...messageRoutes]);
  ({ apiKey } = await must(built.house, () => createMerchant(built.house, { name: 'Sofas' })));
});
after(async () => {
  await server.close();
  await built.close();
});

test('a tablet that asks twice at once is cleared once: one link by e-mail, and its session opens nothing', async () => {
  const { id, token } = await working('Beds');
  const handOver = await asStore('/v3/hand-overs', cart('KIOSK-1', id));
  const link = (await modal('kiosk-next', { token })).json().data.link;
  const opened = await modal('open-link', { link }, { cookie: '__Host-flexpay-device=somebodys' });
  assert.match(String(opened.headers['set-cookie']), /^__Host-flexpay-device=; Path=\/; Max-Age=0;/);
  const { session, view } = opened.json().data;
  assert.equal(view.hosted.kiosk, true);
  const say = (verb: string, body: object) => modal(verb, body, { 'x-flexpay-session': session });
  const email = 'ines@kiosk.example';
  for (const [verb, body] of [
    ['email', { email }],
    ['profile', profile],
    ['personal', personal],
    ['bank', bank],
    ['review', {}],
    ['agreement', {}],
  ] as const) {
    built.advance(100);
    assert.equal((await say(verb, body)).statusCode, 200, verb);
  }
  assert.equal((await say('agreement-pdf', {})).json().error.code, 'Forbidden');
  const second = (await asStore('/v3/hand-overs', cart('KIOSK-2', id))).json().data;
  assert.equal(second.status, 'waiting');
  const asked = await Promise.all([modal('kiosk-next', { token }), modal('kiosk-next', { token })]);
  for (const answer of asked) assert.notEqual(answer.json().data.link, link);
  assert.equal((await say('view', {})).statusCode, 401);
  assert.equal((await modal('open-link', { link, device: session })).json().error.code, 'LeaseExpired');
  const { messages } = (await server.inject(`/sandbox/inbox?to=${email}`)).json().data;
  const kinds = messages.map(({ kind }: { kind: string }) => kind);
  assert.equal(kinds.filter((kind: string) => kind === 'continue_link').length, 1, String(kinds));
  const seen = await server.inject({ url: `/v3/hand-overs/${handOver.json().data.id}`, headers: own() });
  assert.equal(seen.json().data.status, 'ended');
  await booksAreRight(built.house);
});

test('a tablet’s link is for one device within the hour, and a tablet for the store that made it', async () => {
  const { id, setup } = await working('Chairs');
  assert.equal((await modal('kiosk-begin', { setup })).statusCode, 401, 'a second device');
  const late = (await asStore('/v3/kiosks', { name: 'Late' })).json().data;
  built.advance(60 * 60_000);
  assert.equal((await modal('kiosk-begin', { setup: setupOf(late) })).statusCode, 401, 'after the hour');
  const other = await must(built.house, () => createMerchant(built.house, { name: 'Elsewhere' }));
  const theirs = { authorization: other.apiKey };
  assert.equal((await asStore(`/v3/kiosks/${id}/end`, {}, theirs)).statusCode, 404);
  assert.equal((await asStore('/v3/hand-overs', cart('KIOSK-3', id), theirs)).json().error.code, 'ValidationError');
  const sent = await asStore('/v3/hand-overs', { ...cart('KIOSK-3', id), phone: '5125550142' });
  assert.equal(sent.json().error.code, 'ValidationError', 'nobody else gets the link');
  const list = (await server.inject({ url: '/v3/kiosks', headers: own() })).json().data.kiosks;
  assert.deepEqual(list.map(({ name, state }: { name: string; state: string }) => [name, state]).slice(0, 2), [
    ['Late', 'new'],
    ['Chairs', 'working'],
  ]);
  assert.ok(!JSON.stringify(list).includes(setup));
});

const own = () => ({ authorization: apiKey });

const asStore = (url: string, payload: object, headers: object = own()) =>
  server.inject({ method: 'POST', url, payload, headers: { ...headers } });

const modal = (verb: string, payload: object, headers: object = {}) =>
  server.inject({ method: 'POST', url: `/modal/api/${verb}`, payload, headers: { ...headers } });

const setupOf = ({ setupUri }: { setupUri: string }) => new URL(setupUri).hash.slice(1);

async function working(name: string): Promise<{ id: string; setup: string; token: string }> {
  const made = (await asStore('/v3/kiosks', { name })).json().data;
  const setup = setupOf(made);
  const { token } = (await modal('kiosk-begin', { setup })).json().data;
  built.advance(100);
  return { id: made.id, setup, token };
}

const cart = (transactionId: string, kioskId: string) => ({
  transactionId,
  items: [{ sku: 'LAMP-1', description: 'Desk lamp', brand: 'Halden', cost: 120.34, quantity: 1 }],
  associateId: 'A-17',
  kioskId,
});
