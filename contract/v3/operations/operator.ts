import type { Operation } from '#contract/v3/operations/operation.ts';

/** For whoever runs the platform: the key is the operator's. */
export const operatorOperations = {
  createMerchant: {
    summary: 'Create a merchant',
    says: `Registers a store and makes its first keys. They are told here and never again.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [
      {
        name: 'A store',
        given: 'nothing',
        body: { name: 'Lamps and more', minimumOrderValue: 99, origins: ['https://shop.example'] },
      },
      { name: 'Without a name', given: 'nothing', body: {}, refused: 'ValidationError' },
    ],
  },
  audit: {
    summary: 'Audit the books',
    says: `Recomputes every rule of the books from postings and rows, and says what it looked at and what breaks it.`,
    tag: 'Operator',
    origin: 'extension',
    refusals: [],
    examples: [{ name: 'An audit', given: 'a delivered lease' }],
  },
} as const satisfies Record<string, Operation>;
