/** As much of the OpenAPI document as the pages read. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  /** Members of which one is enough, under whichever name. */
  allOf?: { anyOf?: { required?: string[] }[] }[];
  enum?: unknown[];
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
};

export type Parameter = { name: string; in: string; required?: boolean; schema: Schema; description?: string };

export type ShownExample = {
  name: string;
  given: string;
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  refused?: string | number;
};

export type Described = {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: Record<string, unknown>[];
  parameters: (Parameter | { $ref: string })[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  responses: Record<string, { $ref?: string; content?: { 'application/json': { schema: Schema } } }>;
  'x-aliases': string[];
  'x-examples': ShownExample[];
  'x-extension'?: boolean;
  'x-unverified'?: boolean;
  'x-sandbox-only'?: boolean;
  'x-twin-of'?: string;
};

export type ApiDocument = {
  info: { description: string; version: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, Described>>;
  components: Record<string, Record<string, unknown>>;
};

export type Listed = Described & { method: string; path: string; twins: string[] };

/** The operations in the order of the document; a method that means the same stands with its twin. */
export function listed(document: ApiDocument): Listed[] {
  return Object.entries(document.paths).flatMap(([path, methods]) => {
    const twins = Object.entries(methods).filter(([, one]) => one['x-twin-of'] !== undefined);
    return Object.entries(methods)
      .filter(([, one]) => one['x-twin-of'] === undefined)
      .map(([method, one]) => ({
        ...one,
        method: method.toUpperCase(),
        path,
        twins: twins.filter(([, twin]) => twin['x-twin-of'] === one.operationId).map(([name]) => name.toUpperCase()),
      }));
  });
}

/** What a reference names. */
export function found<Thing>(document: ApiDocument, thing: Thing | { $ref?: string }): Thing {
  const { $ref } = thing as { $ref?: string };
  if ($ref === undefined) return thing as Thing;
  const [, , kind = '', name = ''] = $ref.split('/');
  return document.components[kind]?.[name] as Thing;
}
