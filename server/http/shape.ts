import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Settings } from 'typebox/system';
import { isPlainText, wireForms } from '#contract/v3/values.ts';

/** So many faults of one request are told; the library's own limit of eight would hide the ninth. */
const faultsMax = 1_000;
Settings.Set({ maxErrors: faultsMax });

/** One thing that is wrong with a request: where, in the caller's own spelling `items[0].cost`, and what it needs. */
export type FieldFault = { readonly path: string; readonly message: string };

export type Shaped = { readonly value: unknown } | { readonly fields: readonly FieldFault[] };

/**
 * Makes the door's check for a schema. It keeps the declared members only, reads each marked value in the spellings
 * that the wire allows (contract/v3/values.ts), takes `null` and what its spelling leaves out for "not given" where a
 * member is optional, and then checks. What comes out is exactly the schema's type; what doesn't fit comes back as the fields at fault.
 */
export function shaper(schema: TSchema): (value: unknown) => Shaped {
  const rebuild = rebuilder(schema as Shape);
  const validator = Compile(schema);
  return (value) => {
    const rebuilt = rebuild(value);
    if (validator.Check(rebuilt)) return { value: rebuilt };
    return { fields: validator.Errors(rebuilt).flatMap((error) => faults(schema as Shape, error as Fault)) };
  };
}

/** Keeps the declared members of an answer, so that nothing leaves the house by accident, and says where it is not as declared. */
export function picker(schema: TSchema): (answer: unknown) => { value: unknown; fields: readonly FieldFault[] } {
  const rebuild = rebuilder(schema as Shape, false);
  const validator = Compile(schema);
  return (answer) => {
    const value = rebuild(answer);
    const fields = validator.Check(value)
      ? []
      : validator.Errors(value).flatMap((error) => faults(schema as Shape, error as Fault));
    return { value, fields };
  };
}

type Shape = {
  type?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  maxItems?: number;
  default?: unknown;
  'x-accepts'?: string;
  'x-says'?: string;
};

type Rebuild = (value: unknown) => unknown;

function rebuilder(schema: Shape, incoming = true): Rebuild {
  if (schema.properties !== undefined) return objectRebuilder(schema, schema.properties, incoming);
  if (schema.items !== undefined) {
    const item = rebuilder(schema.items, incoming);
    const most = schema.maxItems ?? Number.POSITIVE_INFINITY;
    // A list that is too long is refused for that alone: one entry too many is enough to see it.
    return (value) => (Array.isArray(value) ? value.slice(0, most + 1).map(item) : value);
  }
  const read = incoming ? wireForms[schema['x-accepts'] ?? ''] : undefined;
  return read ?? ((value) => value);
}

function objectRebuilder(schema: Shape, properties: Record<string, Shape>, incoming: boolean): Rebuild {
  const members = Object.entries(properties).map(([name, shape]) => ({
    name,
    rebuild: rebuilder(shape, incoming),
    optional: schema.required?.includes(name) !== true,
    emptyIsAbsent: incoming && !isPlainText(shape as TSchema),
    fallback: incoming ? shape.default : undefined,
  }));
  return (value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    const kept: Record<string, unknown> = {};
    for (const { name, rebuild, optional, emptyIsAbsent, fallback } of members) {
      const member = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
      const absent = member === undefined || (incoming && member === null) || (emptyIsAbsent && member === '');
      const rebuilt = absent ? undefined : rebuild(member);
      if (rebuilt !== undefined) kept[name] = rebuilt;
      else if (!optional && member !== undefined) kept[name] = member;
      else if (fallback !== undefined) kept[name] = fallback;
    }
    return kept;
  };
}

type Fault = {
  keyword: string;
  instancePath: string;
  schemaPath: string;
  params: { requiredProperties?: string[]; limit?: number; type?: string | string[] };
  message: string;
};

function faults(root: Shape, fault: Fault): FieldFault[] {
  const path = spoken(fault.instancePath);
  if (fault.keyword === 'required') {
    const join = path === '' ? '' : `${path}.`;
    return (fault.params.requiredProperties ?? []).map((name) => ({ path: `${join}${name}`, message: 'is required' }));
  }
  if (fault.keyword === 'maxItems') return [{ path, message: `must have at most ${fault.params.limit} entries` }];
  if (fault.keyword === 'minItems') return [{ path, message: `must have at least ${fault.params.limit} entries` }];
  return [{ path, message: shapeAt(root, fault.schemaPath)?.['x-says'] ?? says(fault) }];
}

function says({ keyword, params, message }: Fault): string {
  if (keyword === 'type' && params.type === 'object') return 'must be an object';
  if (keyword === 'type' && params.type === 'array') return 'must be a list';
  return message;
}

/** `/items/0/cost` → `items[0].cost`. */
function spoken(instancePath: string): string {
  return instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : `${index > 0 ? '.' : ''}${part}`))
    .join('');
}

function shapeAt(root: Shape, schemaPath: string): Shape | undefined {
  let at: unknown = root;
  for (const part of schemaPath.split('/').slice(1)) at = (at as Record<string, unknown> | undefined)?.[part];
  return at as Shape | undefined;
}
