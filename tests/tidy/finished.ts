import { linesMatching, type Rule } from './rule.ts';

const unfinished = new RegExp(
  ['\\bTO', 'DO\\b|\\bFIX', 'ME\\b|\\bX', 'XX\\b|\\bHA', 'CK\\b|@ts-', '(?:ignore|nocheck)|\\.on', 'ly\\('].join(''),
);

export const finished: Rule = {
  name: 'what stands in the house is finished',
  instead: 'Do it now, or leave it out; what is planned has its place outside the code.',
  find: (files) =>
    linesMatching(
      files.filter((file) => file.isCode || /\.(css|html|sql)$/.test(file.path)),
      unfinished,
    ),
  refuses: [
    { 'core/a.ts': `// TO${'DO'} later` },
    { 'core/a.test.ts': `test.on${'ly'}('x')` },
    { 'core/a.ts': `// @ts-${'ignore'}` },
  ],
  allows: [{ 'core/a.ts': "// Everything to do is done.\nexport const todo = 'a word for people';" }],
};
