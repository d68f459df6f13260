import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { buildServer } from '#server/http/server.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';
import { checkoutPages } from './pages.ts';

let built: TestHouse;
let server: ReturnType<typeof buildServer>;
const dist = mkdtempSync(path.join(tmpdir(), 'flexpay-dist-'));

before(async () => {
  for (const folder of ['sdk', 'checkout']) mkdirSync(path.join(dist, folder));
  writeFileSync(path.join(dist, 'sdk', 'flexpay.js'), 'window.FlexSDK = { brand: "%FLEXPAY_BRAND%" }');
  for (const page of ['index', 'pay']) writeFileSync(path.join(dist, 'checkout', `${page}.html`), '<!doctype html>');
  built = await testHouse();
  server = buildServer(built.house, [], (door) => checkoutPages(door, built.house, dist));
});
after(async () => {
  await server.close();
  await built.close();
  rmSync(dist, { recursive: true });
});

test('a known key gets the script, an unknown one an error that nobody keeps', async () => {
  const { authKey } = await merchant({ name: 'Any' });
  const script = await server.inject({ url: `/sdk/js?authKey=${encodeURIComponent(authKey)}` });
  assert.deepEqual([script.statusCode, script.headers['content-type']], [200, 'text/javascript; charset=utf-8']);
  for (const url of ['/sdk/js?authKey=pk_unknown', '/sdk/js']) {
    const refused = await server.inject({ url });
    assert.deepEqual([refused.statusCode, refused.headers['cache-control']], [401, 'no-store']);
  }
});

test('the button carries the operator’s brand, whatever stands in it', async () => {
  const house = { ...built.house, settings: { ...built.house.settings, brand: 'Señor "Pay" </script>' } };
  const branded = buildServer(house, [], (door) => checkoutPages(door, house, dist));
  const { authKey } = await merchant({ name: 'Branded' });
  const script = await branded.inject({ url: `/sdk/js?authKey=${authKey}` });
  assert.doesNotMatch(script.body, /%FLEXPAY_BRAND%|<\/script>/);
  const page = { FlexSDK: { brand: '' } };
  new Function('window', script.body)(page);
  assert.equal(page.FlexSDK.brand, 'Señor "Pay" </script>');
  await branded.close();
});

test('the frame may stand in the merchant’s own pages and in no others', async () => {
  const strict = await merchant({ name: 'Strict', origins: ['https://shop.example', 'https://www.shop.example'] });
  const frame = await server.inject({ url: `/modal?authKey=${strict.authKey}` });
  assert.match(
    String(frame.headers['content-security-policy']),
    /frame-ancestors https:\/\/shop\.example https:\/\/www\.shop\.example(;|$)/,
  );
  assert.equal(frame.headers['x-frame-options'], undefined);
  const open = await merchant({ name: 'Sandbox' });
  const anywhere = await server.inject({ url: `/modal?authKey=${open.authKey}` });
  assert.match(String(anywhere.headers['content-security-policy']), /frame-ancestors \*(;|$)/);
  assert.equal((await server.inject({ url: '/modal?authKey=pk_unknown' })).statusCode, 401);
});

test('in production nobody may embed the frame before a page is registered', async () => {
  const { authKey } = await merchant({ name: 'Nowhere' });
  const house = { ...built.house, settings: { ...built.house.settings, mode: 'production' as const } };
  const production = buildServer(house, [], (door) => checkoutPages(door, house, dist));
  const frame = await production.inject({ url: `/modal?authKey=${authKey}` });
  assert.match(String(frame.headers['content-security-policy']), /frame-ancestors 'none'(;|$)/);
  await production.close();
});

test('the hosted page may stand in no other page, and an unknown link has no 2xx', async () => {
  for (const [url, status] of [
    ['/pay?id=0123456789abcdef01234567', 404],
    ['/pay?id=a&id=b', 200],
    ['/pay', 200],
  ] as const) {
    const page = await server.inject({ url });
    assert.equal(page.statusCode, status, url);
    assert.match(String(page.headers['content-security-policy']), /frame-ancestors 'none'/);
    assert.doesNotMatch(String(page.headers['content-security-policy']), /unsafe/);
    assert.equal(page.headers['referrer-policy'], 'no-referrer');
  }
});

function merchant(of: { name: string; origins?: string[] }) {
  return must(built.house, () => createMerchant(built.house, of));
}

test('guesses at a public key are limited by address; a known key never is', async () => {
  const { authKey } = await merchant({ name: 'Guessed at' });
  const ask = (path: string, key: string, remoteAddress = '203.0.113.9') =>
    server.inject({ url: `${path}?authKey=${key}`, remoteAddress });
  for (let guess = 1; guess <= 60; guess += 1) {
    const refused = await ask(guess % 2 === 0 ? '/sdk/js' : '/modal', `pk_guess_${guess}`);
    assert.equal(refused.json().error.code, 'Unauthorized');
  }
  const tooMany = await ask('/sdk/js', 'pk_guess_61');
  assert.deepEqual([tooMany.statusCode, tooMany.json().error.code], [429, 'TooManyRequests']);
  assert.match(String(tooMany.headers['retry-after']), /^\d+$/);
  for (const path of ['/sdk/js', '/modal']) assert.equal((await ask(path, authKey)).statusCode, 200);
  assert.equal((await ask('/sdk/js', 'pk_guess_62', '203.0.113.10')).statusCode, 401);
});
