import type { Rule } from './rule.ts';

const machine =
  /\b(?:Date|setTimeout|setInterval|queueMicrotask|fetch|process|globalThis|console|crypto|Buffer|performance)\b(?=[.(])|\btoLocale\w*\(|\bnew Date\b|\basync\b|\bawait\b/;

export const pureCore: Rule = {
  name: 'the core knows no machine',
  instead: 'Hand the value in as an argument and return what shall happen; the server does it.',
  find: (files) =>
    files
      .filter((file) => file.isCode && !file.isTest && file.room === 'core')
      .flatMap((file) => {
        const match = machine.exec(file.code);
        return match === null ? [] : [{ path: file.path, what: match[0] }];
      }),
  refuses: [
    { 'core/calendar/day.ts': 'export const weekday = (day: string) => new Date(day).getDay();' },
    { 'core/pricing/tax.ts': 'export async function tax() {}' },
    { 'core/money/text.ts': 'export const text = (cents: number) => (cents / 100).toLocaleString();' },
    { 'core/lease/sign.ts': 'export const sign = () => console.log(1);' },
  ],
  allows: [
    { 'core/calendar/day.ts': '// not a Date\nexport const weekday = (dayNumber: number) => dayNumber % 7;' },
    { 'core/payment/process.ts': 'export const processed = true;' },
  ],
};
