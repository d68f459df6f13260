import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readTown } from './read-town.ts';

const shipped = () => JSON.parse(readFileSync(new URL('town.json', import.meta.url), 'utf8'));

test('the town that ships with FlexPay can be built, and shows every state of a transaction', () => {
  const town = readTown(shipped());
  assert.ok(!('faults' in town), JSON.stringify(town));
  assert.equal(town.merchants[0]?.name, 'Marlow & Finch');
  const states = new Set(town.transactions.map(({ state }) => state));
  assert.deepEqual([...states].sort(), ['created', 'delivered', 'finalized', 'shipped', 'signed']);
  assert.ok(town.customers.some(({ decision }) => decision === 'declined'));
});

test('what is wrong with a town is told with its path, all of it at once', () => {
  const faults = (change: (town: ReturnType<typeof shipped>) => void) => {
    const town = shipped();
    change(town);
    const read = readTown(town);
    return 'faults' in read ? read.faults.map(({ path, message }) => `${path} ${message}`) : [];
  };
  const table: [(town: ReturnType<typeof shipped>) => void, string[]][] = [
    [
      (town) => {
        town.transactions[0].merchant = 'Nobody & Sons';
      },
      ['transactions[0].merchant names no merchant of this town: Nobody & Sons'],
    ],
    [
      (town) => {
        town.transactions[1].customer = 'zoe@example.com';
      },
      ['transactions[1].customer is the e-mail of no customer of this town: zoe@example.com'],
    ],
    [
      (town) => {
        town.transactions[2].state = 'lost';
      },
      ['transactions[2].state must be one of created, signed, finalized, shipped, delivered'],
    ],
    [
      (town) => {
        town.customers[0].spendingLimit = 12_000;
        town.customers[1].spendingLimit = 99.5;
      },
      [
        'customers[0].spendingLimit must be whole dollars from 1 to 9999',
        'customers[1].spendingLimit must be whole dollars from 1 to 9999',
      ],
    ],
    [
      (town) => {
        delete town.customers[0].email;
        delete town.transactions[0].items[1].sku;
        town.transactions[0].items[0].cost = '12,50';
        town.transactions[0].items[0].shipping.cost = 'free';
      },
      [
        'customers[0].email is required',
        'transactions[0].items[0].cost must be an amount in dollars, like 120.34',
        'transactions[0].items[0].shipping.cost must be an amount in dollars, like 120.34',
        'transactions[0].items[1].sku is required',
      ],
    ],
    [
      (town) => {
        town.merchants[1].name = town.merchants[0].name;
        town.transactions = [];
      },
      ['merchants[1].name is there twice: Marlow & Finch'],
    ],
    [
      (town) => {
        town.customers = 'everybody';
        town.transactions = [];
      },
      ['customers must be a list'],
    ],
  ];
  for (const [change, expected] of table) assert.deepEqual(faults(change), expected);
});

test('a file that is no town is refused as a whole, and parts of a town may be left out', () => {
  for (const file of [null, [], 'town', 7]) assert.ok('faults' in readTown(file));
  assert.deepEqual(readTown({ merchants: [{ name: 'Solo' }] }), {
    merchants: [{ name: 'Solo' }],
    customers: [],
    transactions: [],
  });
});
