import path from 'node:path';
import type { Rule } from './rule.ts';

/** Opened from outside the code: by a person, by npm, by a tool, or by the name of a version that somebody once signed. */
const doors =
  /^(start\.mjs|main\.ts|biome\.json|knip\.json|package\.json|tsconfig\.json)$|^\.|^(README|ARCHITECTURE|STYLE|CONTRIBUTING|CHANGELOG|SECURITY|NOTICE|LICENSE)|(^|\/)(README\.md|tsconfig\.json|package\.json)$|^docs\/|\.test\.ts$|\.sql$|\.eta$|^rules\//;

export const noOrphans: Rule = {
  name: 'every file is used by another',
  instead: 'Delete it, or use it where it was meant to be used.',
  find: (files) => {
    const known = new Set(
      files.flatMap((file) =>
        file.isTest ? [] : file.imports.filter((one) => one.target !== file.path).map((one) => one.target),
      ),
    );
    const usedByTests = new Set(files.flatMap((file) => (file.isTest ? file.imports.map((one) => one.target) : [])));
    return files
      .filter((file) => !doors.test(file.path) && !known.has(file.path) && !(file.isTest && usedByTests.has(file.path)))
      .filter(
        (file) =>
          !files.some(
            (other) => other !== file && (!other.isTest || file.isTest || !file.isCode) && names(other.text, file.path),
          ),
      )
      .map((file) => ({ path: file.path, what: file.isTest ? 'no test uses it' : 'nothing but a test uses it' }));
  },
  refuses: [
    { 'core/money/old.ts': 'export const old = 1;', 'core/money/old.test.ts': "import { old } from './old.ts';" },
    { 'web/ui/lost.css': '.a {}' },
  ],
  allows: [
    {
      'core/money/money.ts': '',
      'core/lease/sign.ts': "import '../money/money.ts';",
      'main.ts': "import '#core/lease/sign.ts';",
    },
    { 'bench/load.ts': '', 'bench/main.ts': "spawn('bench/load.ts')", 'package.json': '"node bench/main.ts"' },
    { 'web/ui/form.css': '', 'web/checkout/index.html': '<link href="../ui/form.css">', 'main.ts': "'index.html'" },
    { 'docs/guides/start.md': '' },
  ],
};

/** Mentions it by its file name, as a page or a spawned program does. */
function names(text: string, file: string): boolean {
  const base = path.posix.basename(file);
  return text.includes(base) && new RegExp(`(^|[^\\w-])${base.replaceAll('.', '\\.')}\\b`).test(text);
}
