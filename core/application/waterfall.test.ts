import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clearAnswer, hostOf, type LenderAnswer, nextInWaterfall, saysEnough } from './waterfall.ts';

const both = ['prime', 'near_prime'] as const;
const yes = { outcome: 'approved', limitCents: 3_000_00, continueAt: 'https://prime.example/go' } as const;

test('lenders are asked in their order, the first yes ends it, and in the end we decide', () => {
  const rows: [Parameters<typeof nextInWaterfall>[0], ReturnType<typeof nextInWaterfall>][] = [
    [{ available: [], consented: both, outcomes: [] }, { step: 'decide ourselves' }],
    [
      { available: ['near_prime', 'prime'], consented: both, outcomes: [] },
      { step: 'ask', lender: 'prime' },
    ],
    [
      { available: both, consented: ['near_prime'], outcomes: [] },
      { step: 'skip', lender: 'prime' },
    ],
    [
      { available: both, consented: both, outcomes: [{ lender: 'prime', outcome: 'declined' }] },
      { step: 'ask', lender: 'near_prime' },
    ],
    [
      { available: both, consented: both, outcomes: [{ lender: 'prime', outcome: 'unknown' }] },
      { step: 'ask', lender: 'near_prime' },
    ],
    [
      { available: both, consented: both, outcomes: [{ lender: 'prime', ...yes }] },
      { step: 'hand over', to: { lender: 'prime', ...yes } },
    ],
    [
      {
        available: both,
        consented: [],
        outcomes: [
          { lender: 'prime', outcome: 'skipped' },
          { lender: 'near_prime', outcome: 'skipped' },
        ],
      },
      { step: 'decide ourselves' },
    ],
  ];
  for (const [given, step] of rows) assert.deepEqual(nextInWaterfall(given), step);
});

test('only a whole yes is a yes', () => {
  assert.deepEqual(clearAnswer(yes), yes);
  assert.deepEqual(clearAnswer({ outcome: 'declined' }), { outcome: 'declined' });
  const unclear = [
    { ...yes, limitCents: 0 },
    { ...yes, limitCents: 0.5 },
    { ...yes, limitCents: -1 },
    { ...yes, continueAt: 'http://prime.example' },
    { ...yes, continueAt: 'javascript:alert(1)' },
    { ...yes, continueAt: 'https://bank.example@prime.example/go' },
    { outcome: 'approved' },
    { outcome: 'maybe' },
    { outcome: 'unknown' },
  ] as LenderAnswer[];
  for (const answer of unclear) assert.deepEqual(clearAnswer(answer), { outcome: 'unknown' }, JSON.stringify(answer));
});

test('a lender says all that a customer has to read, in both languages, or is none', () => {
  const words = { name: 'Prime', purpose: 'It looks.', noticeAt: 'https://prime.example/privacy' };
  assert.equal(saysEnough({ version: '1', en: words, es: words }), true);
  const silent = [
    undefined,
    {},
    { version: '1', en: words },
    { version: '', en: words, es: words },
    { version: '1', en: words, es: { ...words, purpose: ' ' } },
    { version: '1', en: { ...words, noticeAt: 'http://prime.example' }, es: words },
  ];
  for (const consent of silent) assert.equal(saysEnough(consent), false, JSON.stringify(consent));
});

test('an address is recognised by its host', () => {
  assert.equal(hostOf('https://prime.example:8443/apply/1?x#y'), 'prime.example');
});
