import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildServer } from '#server/http/server.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { importProducts } from '#server/products/import-products.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';
import { checkoutPages } from './pages.ts';
import { testPages } from './test-pages.ts';

let built: TestHouse;
let server: ReturnType<typeof buildServer>;
const pages = testPages();

before(async () => {
  built = await testHouse();
  server = buildServer(built.house, [], (door) => checkoutPages(door, built.house, pages.dist));
});
after(async () => {
  await server.close();
  await built.close();
  pages.remove();
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

test('the module that loads the script may be imported by any page', async () => {
  const loader = await server.inject({ url: '/sdk/flexpay.mjs' });
  assert.deepEqual(
    [loader.statusCode, loader.headers['content-type'], loader.headers['access-control-allow-origin']],
    [200, 'text/javascript; charset=utf-8', '*'],
  );
});

test('the button carries the operator’s brand, whatever stands in it', async () => {
  const house = { ...built.house, settings: { ...built.house.settings, brand: 'Señor "Pay" </script>' } };
  const branded = buildServer(house, [], (door) => checkoutPages(door, house, pages.dist));
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
  const production = buildServer(house, [], (door) => checkoutPages(door, house, pages.dist));
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

test('a page may say what its prices cost by the week, with the total, the cash price and that it is a lease', async () => {
  const { authKey } = await merchant({ name: 'Says prices' });
  const answer = await server.inject({ url: `/sdk/messages?authKey=${authKey}&amounts=105.00,49.94,805&state=TX` });
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  assert.equal(answer.headers['cache-control'], 'public, max-age=900');
  const [lamp, tooSmall, sofa] = answer.json().data.messages;
  assert.deepEqual(lamp, {
    amount: '105.00',
    text: 'Lease to own: $4.04 a week for 52 weeks, $210.00 in total. Cash price $105.00, lease services $105.00. Bought on day 90: $105.00 in all. Before tax. This is a lease: it is yours after the last payment, or sooner if you buy early.',
    cashPrice: 105,
    payment: 4.04,
    count: 52,
    processingFee: 0,
    total: 210,
    costOfRental: 105,
  });
  assert.deepEqual(tooSmall, { amount: '49.94', text: null });
  assert.match(sofa.text, /\$30\.97 a week for 52 weeks, \$1,610\.00 in total/);
  const tooDear = await server.inject({ url: `/sdk/messages?authKey=${authKey}&amounts=9999,9999.01&state=TX` });
  const [dear, beyond] = tooDear.json().data.messages;
  assert.match(dear.text, /in total/, 'the highest limit that anybody can have here');
  assert.deepEqual(beyond, { amount: '9999.01', text: null });
});

test('nothing is said beside an article that is not leased, by its sku or by what the catalogue calls it', async () => {
  const { authKey, merchantId } = await merchant({ name: 'Sells gift cards' });
  const products = [
    { sku: 'A,B', name: 'Gift card, 100 dollars', url: 'https://shop.example/a' },
    { sku: 'LAMP~1', name: 'Desk lamp', url: 'https://shop.example/b' },
  ];
  await must(built.house, () => importProducts(built.house, merchantId, { products }));
  const skus = ['A,B', 'LAMP~1', 'NOT-IN-THE-CATALOGUE', '%00'];
  const amounts = ['100', ...skus.map((sku) => `100~${encodeURIComponent(sku)}`), '100~%E0%A4%A'];
  const query = new URLSearchParams({ authKey, amounts: amounts.join(), state: 'TX' });
  const answer = await server.inject({ url: `/sdk/messages?${query}` });
  assert.equal(answer.statusCode, 200, answer.body);
  const { messages } = answer.json().data;
  assert.deepEqual(
    messages.map(({ amount, text }: { amount: string; text: string | null }) => [amount, text !== null]),
    amounts.map((amount) => [amount, amount !== '100~A%2CB']),
  );
});

test('nothing is said where leases are not offered, and where the place is unknown the dearest is', async () => {
  const { authKey } = await merchant({ name: 'Everywhere' });
  const said = async (more: string) => {
    const { data } = (await server.inject({ url: `/sdk/messages?authKey=${authKey}&amounts=500${more}` })).json();
    return data.messages[0];
  };
  assert.deepEqual(await said('&state=MN'), { amount: '500', text: null });
  const totals = await Promise.all(
    built.house.rules.servedStates().map(async (state) => (await said(`&state=${state}`)).total),
  );
  assert.equal((await said('')).total, Math.max(...totals));
  assert.match((await said('&locale=es-MX')).text, /por semana durante 52 semanas, .* en total/);
});

test('a list of prices that is none is refused by its field', async () => {
  const { authKey } = await merchant({ name: 'Asks wrongly' });
  const refused = async (query: string) =>
    (await server.inject({ url: `/sdk/messages?authKey=${authKey}&${query}` })).json().error;
  for (const amounts of ['', 'abc', '1e3', '1,,2', Array(51).fill('100').join()]) {
    const error = await refused(`amounts=${amounts}`);
    assert.deepEqual([error.statusCode, error.code, error.data.fields[0].path], [400, 'ValidationError', 'amounts']);
  }
  assert.equal((await refused('amounts=100&state=Texas')).data.fields[0].path, 'state');
  assert.equal((await server.inject({ url: '/sdk/messages?authKey=pk_unknown&amounts=100' })).statusCode, 401);
});
