import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { freePort } from '#doorstep/free-port.ts';
import { askDatabase } from '../tests/ask-database.ts';
import { flexpay, ringOf, type Typed } from '../tests/flexpay.ts';
import { type StartedHouse, startHouse } from '../tests/start-house.ts';

let house: StartedHouse;
let ring: NodeJS.ProcessEnv;

before(async () => {
  house = await startHouse();
  ring = ringOf(house);
});
after(() => house.stop());

const town = {
  merchants: [{ name: 'Tinker & Daughters', minimumOrderValue: 80 }, { name: 'Harbor Cycles' }],
  customers: [
    customer('Wren', { decision: 'approved', spendingLimit: 1_200 }),
    customer('Odell', { decision: 'declined' }),
    customer('Imre', { decision: 'approved' }),
  ],
  transactions: [
    transaction('T-1', 'created'),
    transaction('T-2', 'signed'),
    transaction('T-3', 'finalized'),
    transaction('T-4', 'shipped'),
    transaction('T-5', 'delivered'),
    { ...transaction('T-5', 'shipped'), merchant: 'Harbor Cycles' },
    { ...transaction('T-6', 'delivered'), merchant: 'Harbor Cycles', customer: 'Imre@Example.com' },
  ],
};

test('a town is made as its file says, and a second run makes new stores and knows the customers', async () => {
  const file = townFile(town);
  const first = read(await flexpay(ring, 'sandbox', 'seed', file));
  assert.deepEqual(Object.keys(first), ['baseUrl', 'merchants', 'customers', 'transactions']);
  assert.equal(first.baseUrl, house.baseUrl);
  assert.deepEqual(
    first.merchants.map((one: object) => Object.keys(one)),
    [
      ['name', 'apiKey', 'authKey'],
      ['name', 'apiKey', 'authKey'],
    ],
  );
  assert.deepEqual(
    first.transactions.map(({ transactionId, state }: { transactionId: string; state: string }) => [
      transactionId,
      state,
    ]),
    town.transactions.map(({ transactionId, state }) => [transactionId, state]),
  );
  for (const { leaseId, leaseNumber } of first.transactions) {
    assert.match(leaseNumber, /^\d{10}$/);
    assert.ok(leaseId.length >= 40);
  }

  const key = first.merchants[0].apiKey;
  const listed = read(await flexpay(ring, 'transactions', 'list', '--api-key', key, '--json'));
  assert.deepEqual(
    listed.transactions.map((one: { id: string; lease: { status: string }; items: { quantityByStatus: object }[] }) => [
      one.id,
      one.lease.status,
      one.items[0]?.quantityByStatus,
    ]),
    [
      ['T-5', 'signed', { ordered: 1, delivered: 1 }],
      ['T-4', 'signed', { ordered: 1, shipped: 1 }],
      ['T-3', 'signed', { ordered: 1 }],
      ['T-2', 'signed', { signed: 1 }],
      ['T-1', 'pending', { signed: 1 }],
    ],
  );

  const second = read(await flexpay(ring, 'sandbox', 'seed', townFile({ ...town, transactions: [] })));
  assert.deepEqual(second.customers, first.customers);
  assert.notEqual(second.merchants[0].apiKey, key);
  await auditIsGreen();
});

test('nothing is made of a town that names somebody who is not in it', async () => {
  const before = await merchantsKnown();
  const wrong = { ...town, transactions: [{ ...transaction('T-9', 'signed'), customer: 'nobody@example.com' }] };
  const typed = await flexpay(ring, 'sandbox', 'seed', townFile(wrong));
  assert.deepEqual(typed, {
    code: 1,
    stdout: '',
    stderr: 'transactions[0].customer is the e-mail of no customer of this town: nobody@example.com.\n',
  });
  assert.equal(await merchantsKnown(), before);
});

test('the audit prints each rule with its count, for people and for programs', async () => {
  const typed = await flexpay(ring, 'audit');
  assert.equal(typed.code, 0, typed.stderr);
  assert.match(typed.stdout, /^ok +1 +\d+ {2}Every journal balances/m);
  assert.match(typed.stdout, /The books keep all \d+ rules\.\n$/);
  const told = read(await flexpay(ring, 'audit', '--json'));
  assert.equal(told.passed, true);
  assert.ok(told.checks.length >= 12);
});

test('a new store gets its keys, and its transactions are shown with them', async () => {
  const made = read(await flexpay(ring, 'merchants', 'create', 'Corner Lamps', '--minimum', '60.50', '--json'));
  assert.match(made.apiKey, /^sk_sandbox_/);
  const none = await flexpay(ring, 'transactions', 'list', '--api-key', made.apiKey);
  assert.deepEqual([none.code, none.stdout], [0, 'Page 1 of 1, 0 in all.\n']);
  const shown = await flexpay(ring, 'transactions', 'show', 'MF-1001');
  assert.match(shown.stdout, /^total +\$1,047\.90$/m);
  assert.match(shown.stdout, /^2 × +LC-50 +Linen cushion +2 ordered, 2 delivered$/m);
});

test('the sandbox shows its keys and its messages, and its clock goes forward', async () => {
  assert.match((await flexpay(ring, 'sandbox', 'keys')).stdout, new RegExp(`Marlow & Finch +${house.apiKey}`));
  const letters = await flexpay(ring, 'sandbox', 'inbox', '--to', 'BEN@example.com');
  assert.match(letters.stdout, /Delivered: your order at Marlow & Finch/);
  const from = Date.parse(read(await flexpay(ring, 'sandbox', 'clock', '--json')).now);
  const moved = await flexpay(ring, 'sandbox', 'clock', '--advance', 'P2DT1H');
  assert.equal(Math.floor((Date.parse(moved.stdout.trim()) - from) / 3_600_000), 49, moved.stderr);
  const backward = await flexpay(ring, 'sandbox', 'clock', '--to', '2020-01-01T00:00:00Z');
  assert.equal(backward.code, 1);
  assert.match(backward.stderr, /^Could not move the clock: /);
});

test('the operator key is read from the key file when the environment has none', async () => {
  const { FLEXPAY_URL } = ring;
  const byFolder = await flexpay({ FLEXPAY_URL, FLEXPAY_DATA: house.dataDir }, 'audit');
  assert.equal(byFolder.code, 0, byFolder.stderr);
  const file = path.join(house.dataDir, 'keys.json');
  assert.equal((await flexpay({ FLEXPAY_URL, FLEXPAY_KEY_FILE: file }, 'audit')).code, 0);
  const nowhere = await flexpay({ FLEXPAY_URL, FLEXPAY_DATA: '/nowhere' }, 'audit');
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.stderr, /^There is no operator key in \/nowhere\/keys\.json\. Set FLEXPAY_OPERATOR_KEY/);
});

test('a house that is away, a wrong key and a refused call are one sentence each', async () => {
  const FLEXPAY_URL = `http://127.0.0.1:${await freePort()}`;
  assert.deepEqual(await flexpay({ ...ring, FLEXPAY_URL }, 'audit'), {
    code: 1,
    stdout: '',
    stderr: `Nothing answers at ${FLEXPAY_URL} (ECONNREFUSED). Is FlexPay running there?\n`,
  });
  assert.deepEqual(await flexpay({ ...ring, FLEXPAY_OPERATOR_KEY: 'guess' }, 'audit'), {
    code: 1,
    stdout: '',
    stderr: `${house.baseUrl} does not accept the operator key of FLEXPAY_OPERATOR_KEY.\n`,
  });
  const refused = await flexpay(ring, 'transactions', 'show', 'NO-SUCH');
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /^Could not show NO-SUCH: .*\(TransactionNotFound\)\n$/);
});

test('help teaches, and what is not understood is told with exit code 2', async () => {
  const help = await flexpay({}, 'help');
  assert.equal(help.code, 0);
  for (const words of ['audit', 'sandbox seed FILE.json', 'FLEXPAY_URL', 'Exit codes']) {
    assert.ok(help.stdout.includes(words), words);
  }
  assert.equal((await flexpay({})).stdout, help.stdout);
  assert.match((await flexpay({}, 'sandbox', 'clock', '--help')).stdout, /--advance DURATION/);
  const table: [string[], RegExp][] = [
    [
      ['pay'],
      /^There is no "pay" here\. There is: audit, rules, verify, applications, letters, holds, denylist, leases, decisions, screening, merchants, keys, origins, security, secrets, products, transactions, kiosks, sandbox, help\./,
    ],
    [['sandbox'], /^What about sandbox\? There is: sandbox seed, /],
    [['sandbox', 'seed'], /^Type: flexpay sandbox seed FILE\.json/],
    [['audit', '--loud'], /Unknown option '--loud'/],
    [['transactions', 'list'], /^Which store\? Give --api-key, or set FLEXPAY_API_KEY\./],
  ];
  for (const [words, says] of table) {
    const { code, stderr } = await flexpay({}, ...words);
    assert.equal(code, 2, words.join(' '));
    assert.match(stderr, says);
  }
  assert.equal((await flexpay({ FLEXPAY_URL: 'over there' }, 'sandbox', 'clock')).code, 2);
});

function customer(firstName: string, more: object) {
  const email = `${firstName.toLowerCase()}@example.com`;
  return { email, password: `sandbox-${firstName}-1`, firstName, lastName: 'Marsh', phone: '651-444-7773', ...more };
}

function transaction(transactionId: string, state: string) {
  const item = { sku: 'LAMP', description: 'Lamp', brand: 'Halden', cost: 95.5, quantity: 1 };
  return {
    merchant: 'Tinker & Daughters',
    customer: 'wren@example.com',
    transactionId,
    state,
    items: [{ ...item, shipping: { cost: '4.5' } }],
  };
}

function townFile(content: object): string {
  const file = path.join(house.dataDir, 'town.json');
  fs.writeFileSync(file, JSON.stringify(content));
  return file;
}

// biome-ignore lint/suspicious/noExplicitAny: the answers of several commands are read here.
function read({ code, stdout, stderr }: Typed): any {
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

async function auditIsGreen(): Promise<void> {
  const { code, stdout } = await flexpay(ring, 'audit');
  assert.equal(code, 0, stdout);
}

async function merchantsKnown(): Promise<unknown> {
  const [row] = await askDatabase(house.databaseUrl, 'select count(*)::int as n from merchant');
  return row?.n;
}
