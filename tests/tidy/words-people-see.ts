import type { Rule } from './rule.ts';

/** Lease-to-own is none of these, and saying so is what regulators fined others for (domain 3.1, 4). */
const forbidden = [
  /\bloans?\b/i,
  /\binterest(?:-free| rates?)?\b/i,
  /\bAPR\b/,
  /\bfinanc(?:e|es|ed|ing)\b/i,
  /\bsame as cash\b/i,
  /\bannual percentage\b/i,
  // A credit card is a means of payment and a credit on an account is money of theirs; a line of credit is not ours.
  /\b(?:line of credit|store credit|credit (?:limit|line|score|check|approval|application)|on credit|(?:extend|get|need|bad|no) credit)\b/i,
];

/** Where texts for people are written: pages, messages, agreements, the button. */
const spoken = /^(web\/(?!build)|sdk\/)|^server\/(messages|agreements)\//;
const templates = /^server\/agreements\/templates\/|^web\/.*\.html$/;

export const wordsPeopleSee: Rule = {
  name: 'people read of a lease, never of a loan',
  instead: 'Say lease, payment, total cost, cost of lease, early purchase, spending limit.',
  find: (files) =>
    files
      .filter((file) => !file.isTest && (spoken.test(file.path) || templates.test(file.path)))
      .flatMap((file) => {
        const said = file.isCode
          ? file.sayings
          : file.text.split('\n').map((text, index) => ({ text, line: index + 1 }));
        return said.flatMap(({ text, line }) => {
          const match = forbidden.map((word) => word.exec(text)).find((found) => found !== null);
          return match === undefined ? [] : [{ path: file.path, line, what: `"${match[0]}"` }];
        });
      }),
  refuses: [
    { 'web/checkout/texts/en.ts': "export const text = 'Your loan is approved';" },
    { 'web/checkout/screens/review.tsx': 'export const Screen = () => <p>No interest for 90 days</p>;' },
    { 'server/messages/texts.ts': 'export const text = `APR now`;' },
    { 'server/agreements/templates/lease.eta': '<p>90 days same as cash</p>' },
    { 'sdk/button.ts': "export const label = 'Finance it';" },
    { 'web/home/index.html': '<p>Get credit today</p>' },
    { 'web/home/start.tsx': "export const a = 'Check your credit score';" },
  ],
  allows: [
    { 'web/checkout/texts/en.ts': "export const text = 'Your lease is approved. This will not be a purchase.';" },
    { 'web/checkout/pay.tsx': "// never say loan\nexport const text = 'Pay by credit card';" },
    { 'core/ledger/chart.ts': "export const normal = 'credit';" },
    { 'web/checkout/texts/texts.test.ts': "export const words = 'loan';" },
  ],
};
