import type { Rule } from './rule.ts';

export const noBarrels: Rule = {
  name: 'a thing is imported from the file that says it',
  instead: 'Delete the file that only passes things on and import from where they are written.',
  find: (files) =>
    files
      .filter((file) => file.isCode)
      .flatMap((file) => {
        if (/(^|\/)index\.(ts|tsx|mjs)$/.test(file.path))
          return [{ path: file.path, what: 'an index passes things on' }];
        const match = /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})(?:\s+as\s+\w+)?\s+from\b/m.exec(file.text);
        return match === null ? [] : [{ path: file.path, what: match[0].replace(/\s+/g, ' ') }];
      }),
  refuses: [
    { 'core/index.ts': 'export const one = 1;' },
    { 'core/money/all.ts': "export * from './money.ts';" },
    { 'core/money/all.ts': "export {\n  cents,\n} from './money.ts';" },
    { 'core/money/all.ts': "export type { Cents } from './money.ts';" },
  ],
  allows: [{ 'core/money/money.ts': 'const a = 1;\nexport { a };' }, { 'web/checkout/index.html': '' }],
};
