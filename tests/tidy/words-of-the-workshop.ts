import { linesMatching, type Rule } from './rule.ts';

/** Spelled in pieces, so that this file keeps its own rule. */
const words = new RegExp(
  [
    ['sub', 'agents?'],
    ['co-', 'authored-by'],
    ['language ', 'model'],
    ['\\bL', 'LMs?\\b'],
    ['\\bA', 'I\\b(?![-/])'],
    ['\\b(?:this|the|see|fixes|closes) is', 'sue (?:#?\\d|[A-Z]\\b)'],
    ['\\bis', 'sue #?\\d'],
    ['(?:^|[\\s"\'(`])/(?:wo', 'rk|ho', 'me|Us', 'ers)/[a-z]'],
  ]
    .map((pieces) => pieces.join(''))
    .join('|'),
);

export const wordsOfTheWorkshop: Rule = {
  name: 'the house speaks of FlexPay, not of who built it or where',
  instead: 'Say what is true of FlexPay; keep machines, people and tickets out of code and documents.',
  find: (files) => linesMatching(files, words),
  refuses: [
    { 'core/money/money.ts': `// see is${'sue'} 12` },
    { 'README.md': `Written with an A${'I'}.` },
    { 'server/config.ts': `const folder = '/wo${'rk'}/place';` },
    { 'docs/notes.md': `By a sub${'agent'}` },
  ],
  allows: [
    { 'server/tickets.ts': "// The customer's issue is answered by a person; user-agent and /homepage are fine." },
    { 'README.md': 'Issue a refund. The shop works. AIR is no word of ours.' },
  ],
};
