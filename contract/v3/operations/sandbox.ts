import type { Operation } from '#contract/v3/operations/operation.ts';

/** In production none of these paths exists. */
export const sandboxOperations = {
  getClock: {
    summary: 'Read the clock',
    says: `The time by which this sandbox lives.`,
    tag: 'Sandbox',
    origin: 'extension',
    refusals: [],
    examples: [{ name: 'Now', given: 'nothing' }],
  },
  moveClock: {
    summary: 'Move the clock',
    says: `Moves the time forward, a day at a time, and runs everything that falls due on the way. Send \`advance\`, a length of time such as \`P3D\` or \`PT12H\`, or \`to\`, a moment. It never goes back.`,
    tag: 'Sandbox',
    origin: 'extension',
    refusals: [],
    examples: [
      { name: 'An hour later', given: 'nothing', body: { advance: 'PT1H' } },
      { name: 'Nowhere', given: 'nothing', body: {}, refused: 'ValidationError' },
    ],
  },
  readInbox: {
    summary: 'Read the inbox',
    says: `Every e-mail and text message that was written, newest first; nothing leaves the sandbox. Asked by a browser, the same address shows them as a page.`,
    tag: 'Sandbox',
    origin: 'extension',
    refusals: [],
    examples: [{ name: 'To one address', given: 'a customer', query: { to: '{email}' } }],
  },
  getSandboxKeys: {
    summary: 'Read the keys of the sandbox',
    says: `The keys of the stores that this sandbox was seeded with.`,
    tag: 'Sandbox',
    origin: 'extension',
    refusals: [],
    examples: [{ name: 'The keys', given: 'nothing' }],
  },
  getMagicValues: {
    summary: 'List the magic values',
    says: `What to type, and what happens then: numbers, e-mail addresses, phones, accounts, cards, transaction ids and a header that decide the outcome. \`input\` and \`effect\` are for people; \`kind\`, \`value\` (\`x\` and \`N\` are any digit, \`*\` is anything), \`example\` and \`routing\` for programs.`,
    tag: 'Sandbox',
    origin: 'extension',
    refusals: [],
    examples: [{ name: 'The table', given: 'nothing' }],
  },
  tokeniseTestCard: {
    summary: 'Turn a test card into its token',
    says: `What a processor's card form does in the field: for one use of a child key it answers with a token. \`card\` is the name of a test card, such as \`tok_nsf\`; \`/sandbox/magic\` lists them. A card number is refused.`,
    tag: 'Sandbox',
    origin: 'extension',
    refusals: [],
    examples: [
      { name: 'A card that pays', given: 'nothing', body: { childKey: '{childKey}', card: 'tok_ok' } },
      {
        name: 'No such card',
        given: 'nothing',
        body: { childKey: '{childKey}', card: '4242424242424242' },
        refused: 'ValidationError',
      },
    ],
  },
} as const satisfies Record<string, Operation>;
