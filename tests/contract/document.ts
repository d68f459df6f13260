import { readFileSync } from 'node:fs';
import { Compile } from 'typebox/compile';

export type Json = { [member: string]: unknown };

/** One method at one path of the document. */
export type Described = {
  readonly operationId: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly security: readonly Record<string, unknown>[];
  readonly aliases: readonly string[];
  readonly twinOf?: string;
  readonly responses: Record<string, Json>;
  readonly parameters: readonly Json[];
  readonly body?: Json;
};

const text = readFileSync(new URL('../../contract/openapi.gen.json', import.meta.url), 'utf8');
const root = JSON.parse(text) as Json;

/** Everything that the document describes, with its references followed. */
export function describedOperations(): Described[] {
  return Object.entries(root.paths as Record<string, Record<string, Json>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => {
      const content = one.requestBody as { content: { 'application/json': { schema: Json } } } | undefined;
      const twinOf = one['x-twin-of'] as string | undefined;
      return {
        operationId: one.operationId as string,
        method: method.toUpperCase() as 'GET' | 'POST',
        path,
        security: one.security as Record<string, unknown>[],
        aliases: one['x-aliases'] as string[],
        responses: followed(one.responses) as Record<string, Json>,
        parameters: followed(one.parameters) as Json[],
        ...(twinOf === undefined ? {} : { twinOf }),
        ...(content === undefined ? {} : { body: followed(content.content['application/json'].schema) as Json }),
      };
    }),
  );
}

const checks = new Map<string, (body: unknown) => string[]>();

/** What is wrong with an answer by the document: a status it does not name, a body that is not of its schema. */
export function faultsOf({ operationId, responses }: Described, status: number, body: unknown): string[] {
  const response = responses[String(status)];
  if (response === undefined) return [`status ${status} is not in the document`];
  const key = `${operationId} ${status}`;
  let check = checks.get(key);
  if (check === undefined) {
    const { schema } = (response.content as { 'application/json': { schema: Json } })['application/json'];
    const compiled = Compile(schema as never);
    check = (value) =>
      compiled.Check(value) ? [] : compiled.Errors(value).map((error) => `${error.instancePath} ${error.message}`);
    checks.set(key, check);
  }
  const error = (body as { error?: { statusCode?: unknown } } | null)?.error;
  const envelope = status === 200 || error?.statusCode === status ? [] : ['error.statusCode is not the status'];
  return [...check(body), ...envelope];
}

function followed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(followed);
  if (value === null || typeof value !== 'object') return value;
  const { $ref } = value as { $ref?: string };
  if ($ref === undefined || !$ref.startsWith('#/')) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, followed(one)]));
  }
  const target = $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, part) => (at as Json)[part], root);
  return followed(target);
}
