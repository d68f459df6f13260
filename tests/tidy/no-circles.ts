import type { HouseFile } from './house-file.ts';
import type { Breach, Rule } from './rule.ts';

export const noCircles: Rule = {
  name: 'no file imports itself through others',
  instead: 'Give what both need a file of its own, below the two.',
  find: (files) => {
    const code = new Map(files.filter((file) => file.isCode).map((file) => [file.path, file]));
    const done = new Set<string>();
    return [...code.values()].flatMap((file) => circlesFrom(file, code, [], done));
  },
  refuses: [
    { 'core/a.ts': "import { b } from './b.ts';", 'core/b.ts': "import { a } from './a.ts';" },
    {
      'server/x/a.ts': "import { b } from '#server/y/b.ts';",
      'server/y/b.ts': "import { c } from '#server/z/c.ts';",
      'server/z/c.ts': "import { a } from '#server/x/a.ts';",
    },
  ],
  allows: [
    { 'core/a.ts': "import { b } from './b.ts';", 'core/b.ts': "import type { A } from './a.ts';" },
    { 'core/a.ts': "import './b.ts'; import './c.ts';", 'core/b.ts': "import './c.ts';", 'core/c.ts': '' },
  ],
};

function circlesFrom(file: HouseFile, code: Map<string, HouseFile>, trail: string[], done: Set<string>): Breach[] {
  const start = trail.indexOf(file.path);
  if (start >= 0) return [{ path: file.path, what: [...trail.slice(start), file.path].join(' → ') }];
  if (done.has(file.path)) return [];
  const found = file.imports.flatMap((one) => {
    const next = one.typeOnly || one.kind !== 'house' ? undefined : code.get(one.target);
    return next === undefined ? [] : circlesFrom(next, code, [...trail, file.path], done);
  });
  done.add(file.path);
  return found;
}
