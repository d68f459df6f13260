import path from 'node:path';
import ts from 'typescript';

/** A file of the house as the rules see it: its place, its text, and for code what it imports and says. */
export interface HouseFile {
  readonly path: string;
  /** The first folder, or the file itself on the top floor. */
  readonly room: string;
  readonly text: string;
  readonly isCode: boolean;
  /** A test, or what only tests use: their doors and samples, and the promise that every provider of a port keeps. */
  readonly isTest: boolean;
  readonly imports: readonly Import[];
  /** The code without comments, texts and imports, so that words in them are not taken for code. */
  readonly code: string;
  /** What people may read: string literals and the text between tags, with their lines. */
  readonly sayings: readonly { text: string; line: number }[];
}

export interface Import {
  readonly from: string;
  /** A path of this house, `node:…`, or a package's name. */
  readonly target: string;
  readonly kind: 'house' | 'node' | 'package';
  /** Gone when the program runs. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export function houseFile(name: string, text: string): HouseFile {
  const isCode = /\.(ts|tsx|mjs)$/.test(name);
  const base = path.posix.basename(name);
  const room = name.split('/')[0]!;
  const read = isCode ? readCode(name, text) : { imports: [], code: '', sayings: [] };
  const isTest = /\.test\.ts$/.test(name) || /^(test|sample)-|-promise\.ts$/.test(base) || room === 'tests';
  return { path: name, room, text, isCode, isTest, ...read };
}

function readCode(name: string, text: string): Pick<HouseFile, 'imports' | 'code' | 'sayings'> {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const imports: Import[] = [];
  const sayings: { text: string; line: number }[] = [];
  const words: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
        imports.push({ ...resolve(name, node.moduleSpecifier.text), typeOnly: isTypeOnly(node), line: lineOf(node) });
        if (ts.isImportDeclaration(node)) return;
      }
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument !== undefined && ts.isStringLiteral(argument)) {
        imports.push({ ...resolve(name, argument.text), typeOnly: false, line: lineOf(node) });
      }
    }
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isJsxText(node)
    ) {
      sayings.push({ text: node.text, line: lineOf(node) });
      words.push("''");
      return;
    }
    if (node.getChildCount(source) === 0) words.push(node.getText(source));
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  // Joined as written closely: `Date . now` and `Date.now` are the same thing.
  return { imports, sayings, code: words.join(' ').replace(/ ?([.()]) ?/g, '$1') };
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

function resolve(name: string, from: string): Pick<Import, 'from' | 'target' | 'kind'> {
  if (from.startsWith('.')) {
    return { from, kind: 'house', target: path.posix.normalize(path.posix.join(path.posix.dirname(name), from)) };
  }
  if (from.startsWith('#')) return { from, kind: 'house', target: from.slice(1) };
  if (from.startsWith('node:')) return { from, kind: 'node', target: from };
  const parts = from.split('/');
  return { from, kind: 'package', target: from.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]! };
}
