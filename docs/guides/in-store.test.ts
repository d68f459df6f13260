import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { checkOrder, flexpayClient } from '#client/client.ts';
import type { CreateKioskAnswer, HandOverView } from '#client/operations.gen.ts';
import { handOverStates } from '#contract/v3/hand-overs.ts';
import { openStreet, type Street } from '../../tests/journeys/street.ts';
import { type StartedHouse, startHouse } from '../../tests/start-house.ts';

const guide = readFileSync(new URL('in-store.md', import.meta.url), 'utf8');
const [create, image, look, readOn, signed, renew, cancel, kiosk, onTablet, endKiosk] = [
  ...guide.matchAll(/```js\n([\s\S]*?)```/g),
].map(([, code]) => code!);

let house: StartedHouse;
let street: Street;

before(async () => {
  house = await startHouse();
  street = openStreet(house);
});
after(() => house?.stop());

/** Runs a piece of the guide as a store's server would, and answers with what it named. */
async function run<Answer>(code: string, named: string, given: object = {}): Promise<Answer> {
  const flexpay = flexpayClient({ url: house.baseUrl, apiKey: house.apiKey });
  const known = { flexpay, checkOrder, ...given };
  const AsyncFunction = (async () => {}).constructor as new (
    ...text: string[]
  ) => (...values: unknown[]) => Promise<Answer>;
  return new AsyncFunction(...Object.keys(known), `${code}; return ${named};`)(...Object.values(known));
}

test('what the guide writes hands a cart over, shows its code, asks, and makes an order of the signature', async () => {
  const handOver = await run<HandOverView>(create!, 'handOver');
  assert.match(
    await run<string>(image!, 'image', { handOver }),
    /^<img alt="[^"]+" src="data:image\/svg\+xml,%3Csvg[^"]+">$/,
  );
  assert.equal(await run(look!, 'status', { handOver }), 'waiting');
  const shopper = await street.shopper('Guida');
  const items = [{ sku: 'LAMP-1', description: 'Desk lamp', brand: 'Halden', cost: 120.34, quantity: 1 }];
  const { leaseId } = await shopper.lease('COUNTER-1001', items);
  await shopper.sign(leaseId);
  assert.equal(await run(look!, 'status', { handOver }), 'signed');
  const cart = { transactionId: 'COUNTER-1001', items };
  assert.deepEqual(await run(signed!, 'differences', { cart }), []);
  const { items: units } = await street.transaction('COUNTER-1001');
  assert.deepEqual(units[0]?.quantityByStatus, { ordered: 1, delivered: 1 });
  await street.auditIsGreen();
});

test('what the guide writes makes another link, and takes a hand-over back', async () => {
  const handOver = await run<HandOverView>(create!.replace('1001', '1002'), 'handOver');
  const another = await run<HandOverView>(renew!, 'another', { handOver });
  assert.notEqual(another.redirectUri, handOver.redirectUri);
  await run(cancel!, 'null', { handOver });
  assert.equal(await run(look!, 'status', { handOver }), 'cancelled');
});

test('what the guide writes reads on what became of all hand-overs', async () => {
  const handOver = await run<HandOverView>(create!.replace('1001', '1003'), 'handOver');
  await run(cancel!, 'null', { handOver });
  const shown: string[] = [];
  const counterOf = (id: string) => ({ show: (status: string) => shown.push(`${id} ${status}`) });
  const number = await run<number>(readOn!, 'lastNumber', { counterOf, lastNumber: 0 });
  assert.ok(shown.includes(`${handOver.id} cancelled`));
  shown.length = 0;
  await run(readOn!, 'lastNumber', { counterOf, lastNumber: number });
  assert.deepEqual(shown, []);
});

test('what the guide writes makes a tablet, sends it a cart, and ends it', async () => {
  const made = await run<CreateKioskAnswer>(kiosk!, 'kiosk');
  await assert.rejects(run(onTablet!, 'onTablet', { kiosk: made }), /must be a tablet of this store that works/);
  const body = JSON.stringify({ setup: new URL(made.setupUri).hash.slice(1) });
  const headers = { 'content-type': 'application/json' };
  await fetch(`${house.baseUrl}/modal/api/kiosk-begin`, { method: 'POST', headers, body });
  const handOver = await run<HandOverView>(onTablet!, 'onTablet', { kiosk: made });
  assert.deepEqual([handOver.kioskId, handOver.redirectUri, handOver.status], [made.id, null, 'waiting']);
  await run(endKiosk!, 'null', { kiosk: made });
  const flexpay = flexpayClient({ url: house.baseUrl, apiKey: house.apiKey });
  assert.equal((await flexpay.kiosks.list()).kiosks[0]?.state, 'ended');
});

test('every word of a status that the guide tells is one that the counter can be told', () => {
  for (const word of handOverStates) {
    assert.ok(guide.includes(`\`${word}\``), word);
  }
});
