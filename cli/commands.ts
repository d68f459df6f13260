import { audit } from './audit.ts';
import type { Command } from './command.ts';
import { createMerchant } from './create-merchant.ts';
import { listTransactions } from './list-transactions.ts';
import { moveClock } from './move-clock.ts';
import { readInbox } from './read-inbox.ts';
import { seed } from './seed.ts';
import { showKeys } from './show-keys.ts';
import { showTransaction } from './show-transaction.ts';

const apiKey = { value: 'KEY', says: 'the secret key of the store; else FLEXPAY_API_KEY' };

/** Everything the command line can do, in the order of help. */
export const commands: readonly Command[] = [
  {
    words: 'audit',
    takes: [],
    says: 'Checks the books against every rule they must keep. A breach makes the exit code 1.',
    options: {},
    example: 'flexpay audit',
    run: audit,
  },
  {
    words: 'merchants create',
    takes: ['NAME'],
    says: 'Opens a store’s account and tells its two keys. They are told once.',
    options: {
      minimum: { value: 'AMOUNT', says: 'the least an order may be worth, in dollars; else 49.95' },
      origin: {
        value: 'URL',
        says: 'a web address whose pages may show the button; may stand there several times',
        many: true,
      },
    },
    example: 'flexpay merchants create "Marlow & Finch" --minimum 100 --origin https://shop.example',
    run: createMerchant,
  },
  {
    words: 'transactions list',
    takes: [],
    says: 'Lists a store’s transactions, newest first.',
    options: {
      'api-key': apiKey,
      status: { value: 'STATUS', says: 'signed or pending' },
      page: { value: 'NUMBER', says: 'which page; else 1' },
      limit: { value: 'NUMBER', says: 'how many on a page; else 20' },
    },
    example: 'flexpay transactions list --status signed',
    run: listTransactions,
  },
  {
    words: 'transactions show',
    takes: ['TRANSACTION_ID'],
    says: 'Shows one transaction with its items, by the id the store gave it.',
    options: { 'api-key': apiKey },
    example: 'flexpay transactions show MF-1001',
    run: showTransaction,
  },
  {
    words: 'sandbox seed',
    takes: ['FILE.json'],
    says: 'Makes the merchants, customers and transactions of a file, and prints what it made as JSON.',
    options: {},
    example: 'flexpay sandbox seed sandbox/town.json',
    run: seed,
  },
  {
    words: 'sandbox clock',
    takes: [],
    says: 'Tells the sandbox’s time, or moves it forward; what falls due on the way happens.',
    options: {
      advance: { value: 'DURATION', says: 'how far: P3D is three days, PT12H twelve hours' },
      to: { value: 'TIME', says: 'or to when: 2027-01-15T09:00:00Z' },
    },
    example: 'flexpay sandbox clock --advance P3D',
    run: moveClock,
  },
  {
    words: 'sandbox inbox',
    takes: [],
    says: 'Shows the e-mails and texts that the sandbox kept to itself, newest first.',
    options: { to: { value: 'ADDRESS', says: 'an e-mail address or a phone number; else everybody’s' } },
    example: 'flexpay sandbox inbox --to ada@example.com',
    run: readInbox,
  },
  {
    words: 'sandbox keys',
    takes: [],
    says: 'Shows the keys of the sandbox’s stores.',
    options: {},
    example: 'flexpay sandbox keys',
    run: showKeys,
  },
];
