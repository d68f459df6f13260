import type { Plain } from '../../checker/recompute.ts';

/** Where two answers are not the same, path by path: `payments[3].due: the checker says …, the engine …`. */
export function differences(checker: Plain, engine: Plain): string[] {
  const found: string[] = [];
  compare(checker, engine, '', found);
  return found;
}

function compare(checker: Plain | undefined, engine: Plain | undefined, path: string, found: string[]): void {
  if (Object.is(checker, engine)) return;
  if (!isTree(checker) || !isTree(engine) || Array.isArray(checker) !== Array.isArray(engine)) {
    found.push(`${path}: the checker says ${JSON.stringify(checker)}, the engine ${JSON.stringify(engine)}`);
    return;
  }
  for (const name in checker) compare(checker[name], engine[name], below(path, name, checker), found);
  for (const name in engine) if (!(name in checker)) compare(undefined, engine[name], below(path, name, engine), found);
}

type Tree = Readonly<Record<string, Plain>>;

function isTree(value: Plain | undefined): value is Tree {
  return typeof value === 'object' && value !== null;
}

function below(path: string, name: string, tree: Tree): string {
  if (Array.isArray(tree)) return `${path}[${name}]`;
  return path === '' ? name : `${path}.${name}`;
}
