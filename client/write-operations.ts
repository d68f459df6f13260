import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TSchema } from 'typebox';
import { refusals } from '../contract/v3/refusals.ts';
import { publishedRoutes } from '../server/http/openapi/published-routes.ts';
import type { Route } from '../server/http/route.ts';

/*
 * `node client/write-operations.ts`: the operations of the API as the client knows them, with plain types, from the schemas
 * that the house checks with. What ships alone must not need them.
 */

/** Type.Number in an answer is dollars; counts and cents are whole numbers. */
type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  patternProperties?: Record<string, Schema>;
  'x-accepts'?: string;
};

/** Who speaks: a request may write an amount as a number, an answer never does. */
type Speaker = 'request' | 'answer';

const routes = (await publishedRoutes()).sort((a, b) => (a.operation < b.operation ? -1 : 1));
const named = await namedViews();

const file = fileURLToPath(new URL('operations.gen.ts', import.meta.url));
fs.writeFileSync(
  file,
  [
    '// Written by `node client/write-operations.ts` from the routes and the contract. Do not edit.',
    "import type { Amount, Dollars } from './money.ts';",
    `export type RefusalCode =\n${Object.keys(refusals)
      .map((code) => `  | ${literal(/^\d+$/.test(code) ? Number(code) : code)}`)
      .join('\n')};`,
    ...[...named].map(([schema, name]) => `export type ${name} = ${typeOf(schema, 'answer', 0, name)};`),
    ...routes.flatMap(typesOf),
    `export type Operations = {\n${routes.map(entryOf).join('\n')}\n};`,
    'export type OperationName = keyof Operations;',
    'type Row = { readonly method: string; readonly path: string; readonly amounts: readonly string[] };',
    `/** \`amounts\` are the places of an answer that hold dollars. */\nexport const operations: Readonly<Record<OperationName, Row>> = {\n${routes.map(rowOf).join('\n')}\n};`,
    '',
  ].join('\n\n'),
);

/** The views that several answers share keep their names. */
async function namedViews(): Promise<Map<Schema, string>> {
  const folder = new URL('../contract/v3/', import.meta.url);
  const files = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !/test|values|refusals|operations/.test(name));
  const modules = await Promise.all(files.sort().map((name) => import(new URL(name, folder).href)));
  const views = modules.flatMap((module) => Object.entries(module)).filter(([name]) => /^[A-Z]/.test(name));
  return new Map(views.map(([name, schema]) => [schema as Schema, name]));
}

function typesOf({ operation, body, query, response }: Route): string[] {
  const name = pascal(operation);
  return [
    ...(body === undefined ? [] : [`export type ${name}Body = ${typeOf(body as Schema, 'request')};`]),
    ...(query === undefined ? [] : [`export type ${name}Query = ${typeOf(query as Schema, 'request')};`]),
    ...(response === undefined || named.has(response as Schema)
      ? []
      : [`export type ${name}Answer = ${typeOf(response as Schema, 'answer')};`]),
  ];
}

function entryOf(route: Route): string {
  const { operation, body, query, response } = route;
  const name = pascal(operation);
  const params = paramsOf(route).map((param) => `${param}: string`);
  const members = [
    ...(params.length === 0 ? [] : [`params: { ${params.join('; ')} }`]),
    ...(query === undefined ? [] : [`query${allOptional(query) ? '?' : ''}: ${name}Query`]),
    ...(body === undefined ? [] : [`body${allOptional(body) ? '?' : ''}: ${name}Body`]),
    `answer: ${response === undefined ? 'unknown' : (named.get(response as Schema) ?? `${name}Answer`)}`,
  ];
  return `  ${operation}: { ${members.join('; ')} };`;
}

function rowOf({ operation, methods, paths, body, response }: Route): string {
  // A GET with a body is what old clients write, and what fetch can't; the same path takes a POST.
  const method = body !== undefined && !allOptional(body) ? 'POST' : methods[0];
  const amounts = response === undefined ? [] : amountsIn(response as Schema, '');
  return `  ${operation}: { method: '${method}', path: '${paths[0]}', amounts: ${JSON.stringify(amounts)} },`;
}

function amountsIn(schema: Schema, place: string): string[] {
  if (schema.type === 'number') return [place];
  if (schema.type === 'array') return amountsIn(schema.items ?? {}, `${place}[]`);
  const members = Object.entries(schema.properties ?? {});
  const found = members.flatMap(([name, one]) => amountsIn(one, place === '' ? name : `${place}.${name}`));
  return [...found, ...(schema.anyOf ?? []).flatMap((one) => amountsIn(one, place))];
}

function typeOf(schema: Schema, speaker: Speaker, depth = 0, defining?: string): string {
  const name = speaker === 'answer' ? named.get(schema) : undefined;
  if (name !== undefined && name !== defining) return name;
  if (schema.enum !== undefined) return schema.enum.map(literal).join(' | ');
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => typeOf(one, speaker, depth)).join(' | ');
  if (speaker === 'request' && schema['x-accepts'] === 'money') return 'Amount';
  switch (schema.type) {
    case 'object':
      return objectType(schema, speaker, depth);
    case 'array':
      return `ReadonlyArray<${typeOf(schema.items ?? {}, speaker, depth)}>`;
    case 'number':
      return speaker === 'answer' ? 'Dollars' : 'number';
    case 'integer':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    default:
      return 'unknown';
  }
}

function objectType(schema: Schema, speaker: Speaker, depth: number): string {
  const values = Object.values(schema.patternProperties ?? {})[0];
  if (values !== undefined) return `Readonly<Record<string, ${typeOf(values, speaker, depth)}>>`;
  const required = new Set(schema.required ?? []);
  const indent = '  '.repeat(depth);
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, one]) =>
      `${indent}  readonly ${name}${required.has(name) ? '' : '?'}: ${typeOf(one, speaker, depth + 1)};\n`,
  );
  return members.length === 0 ? 'Readonly<Record<string, unknown>>' : `{\n${members.join('')}${indent}}`;
}

function allOptional(schema: TSchema): boolean {
  return ((schema as Schema).required ?? []).length === 0;
}

function paramsOf({ paths }: Route): string[] {
  return [...(paths[0] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function pascal(name: string): string {
  return name[0]!.toUpperCase() + name.slice(1);
}
