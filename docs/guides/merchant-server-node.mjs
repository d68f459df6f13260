// The server of a store that takes FlexPay: no packages, Node 20 or newer.
// FLEXPAY_URL=http://127.0.0.1:4300 FLEXPAY_API_KEY=… node docs/guides/merchant-server-node.mjs
// The guide beside this file, merchant-server-node.md, explains it part by part.

import { createServer } from 'node:http';

// #region call FlexPay
const flexpayUrl = process.env.FLEXPAY_URL ?? 'http://127.0.0.1:4300';
const apiKey = process.env.FLEXPAY_API_KEY;
if (!apiKey) throw new Error('Set FLEXPAY_API_KEY to the secret key of your store.');

const addresses = {
  v3: (id) => `${flexpayUrl}/v3` + `/transactions/${encodeURIComponent(id)}`,
  plain: (id) => new URL(`/transaction/${encodeURIComponent(id)}`, `${flexpayUrl}/v3`).href,
};
const transactionAt = addresses[process.env.FLEXPAY_ADDRESSES ?? 'v3'];

async function flexpay(method, address, { body, key } = {}) {
  const response = await fetch(address, {
    method,
    headers: { Authorization: apiKey, 'Content-Type': 'application/json', ...(key && { 'Idempotency-Key': key }) },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  const answer = await response.json();
  if (response.ok) return answer.data;
  throw Object.assign(new Error(answer.error.message), { status: response.status, code: answer.error.code });
}
// #endregion

// #region price the cart
const catalogue = new Map([
  ['LAMP-1', { description: 'Desk lamp', brand: 'Halden', cents: 100_00 }],
  ['SOFA-2', { description: 'Two-seat sofa', brand: 'Tilda', cents: 899_00 }],
]);
const shippingCents = 5_00;

const carts = new Map();
const orders = new Map();

function keepCart(transactionId, wanted) {
  const lines = wanted.map(({ sku, quantity }) => {
    const product = catalogue.get(sku);
    if (!product || !Number.isInteger(quantity) || quantity < 1)
      throw refusal(400, `We do not sell ${quantity} × ${sku}.`);
    return { sku, quantity, ...product };
  });
  carts.set(transactionId, lines);
  return {
    transactionId,
    items: lines.map(({ sku, quantity, description, brand, cents }, index) => ({
      ...{ sku, quantity, description, brand, condition: 'new', cost: cents / 100 },
      shipping: { cost: index === 0 ? shippingCents / 100 : 0, date: new Date(), method: 'ground' },
    })),
  };
}
// #endregion

// #region check what was signed
function differences(transaction, lines) {
  const cents = (dollars) => Math.round(dollars * 100);
  const found = [];
  if (transaction.lease?.status !== 'signed') found.push('The lease is not signed.');
  for (const line of lines) {
    const item = transaction.items.find(({ sku }) => sku === line.sku);
    if (item?.quantity !== line.quantity) found.push(`${line.sku}: the quantity differs.`);
    else if (cents(item.cost) !== line.cents) found.push(`${line.sku}: the price differs.`);
  }
  if (transaction.items.length !== lines.length) found.push('The number of lines differs.');
  if (cents(transaction.shippingCost) !== shippingCents) found.push('The shipping cost differs.');
  const total = lines.reduce((sum, line) => sum + line.cents * line.quantity, shippingCents);
  if (transaction.purchaseTotal !== total) found.push('The total differs.');
  return found;
}
// #endregion

// #region answer onSign
async function onSign({ transactionId }) {
  const lines = carts.get(transactionId);
  if (!lines) throw refusal(400, 'We do not know this order.');

  const transaction = await flexpay('GET', transactionAt(transactionId));
  const errors = differences(transaction, lines);
  if (errors.length > 0) return { status: 400, body: { valid: false, errors } };

  const { leaseNumber } = await flexpay('POST', `${transactionAt(transactionId)}/finalize`);
  orders.set(transactionId, { transactionId, leaseNumber, lines });
  return { status: 200, body: { valid: true, order: orders.get(transactionId) } };
}
// #endregion

// #region ship
async function ship(transactionId, { carrier, trackingNumber, shipDate }) {
  const { lines } = orderOf(transactionId);
  const items = lines.map(({ sku, quantity }) => ({ sku, quantity, carrier, trackingNumber, shipDate }));
  await flexpay('POST', `${transactionAt(transactionId)}/confirm-shipment`, { body: { items } });
  return { status: 200, body: { shipped: items } };
}

async function delivered(transactionId) {
  orderOf(transactionId);
  await flexpay('POST', `${transactionAt(transactionId)}/confirm-receipt`);
  return { status: 200, body: { delivered: true } };
}

function orderOf(transactionId) {
  const order = orders.get(transactionId);
  if (!order) throw refusal(404, 'We do not know this order.');
  return order;
}
// #endregion

// #region cancel and take back
async function takeBack(transactionId, action, { number, items }) {
  orderOf(transactionId);
  const key = `${action}-${number}`;
  const answer = await flexpay('POST', `${transactionAt(transactionId)}/${action}`, { body: { items }, key });
  return { status: 200, body: answer };
}
// #endregion

// #region listen
const server = createServer(async (request, response) => {
  const { status, body } = await answer(request).catch(({ status = 503, message }) => ({ status, body: { message } }));
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
});

async function answer(request) {
  const [, place, id, action] = new URL(request.url, 'http://store').pathname.split('/').map(decodeURIComponent);
  if (request.method !== 'POST') throw refusal(405, 'Only POST.');
  const body = await readJson(request);
  if (place === 'carts') return { status: 200, body: keepCart(body.transactionId, body.lines) };
  if (place === 'on-sign') return onSign(body);
  if (place === 'orders' && action === 'ship') return ship(id, body);
  if (place === 'orders' && action === 'delivered') return delivered(id);
  if (place === 'orders' && ['cancel', 'return'].includes(action)) return takeBack(id, action, body);
  throw refusal(404, 'Not here.');
}

async function readJson(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text ? JSON.parse(text) : {};
}

function refusal(status, message) {
  return Object.assign(new Error(message), { status });
}

server.listen(Number(process.env.PORT ?? 4400), '127.0.0.1', () => {
  console.log(`Store server on http://127.0.0.1:${server.address().port}`);
});
// #endregion
