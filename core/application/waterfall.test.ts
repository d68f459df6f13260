import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clearAnswer, type LenderAnswer, nextInWaterfall } from './waterfall.ts';

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
    { outcome: 'approved' },
    { outcome: 'maybe' },
    { outcome: 'unknown' },
  ] as LenderAnswer[];
  for (const answer of unclear) assert.deepEqual(clearAnswer(answer), { outcome: 'unknown' }, JSON.stringify(answer));
});
