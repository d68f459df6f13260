import { readdirSync } from 'node:fs';
import type { TSchema } from 'typebox';

/** A JSON schema of the document. */
export type Schema = { [member: string]: unknown };

/** The schemas of the document, as routes use them; what the contract names becomes a component once. */
export type Schemas = {
  /** As a caller may write it. */
  request(schema: TSchema): Schema;
  /** As we answer it. */
  answer(schema: TSchema): Schema;
  readonly components: Record<string, Schema>;
};

/** Reads the names that contract/v3 exports its objects under. */
export async function documentSchemas(): Promise<Schemas> {
  const folder = new URL('../../../contract/v3/', import.meta.url);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort();
  const named = new Map<string, string>();
  for (const file of files) {
    const exported: Record<string, unknown> = await import(new URL(file, folder).href);
    for (const [name, value] of Object.entries(exported)) {
      const text = typeof value === 'object' && value !== null && 'properties' in value ? JSON.stringify(value) : '';
      if (text !== '' && text !== emptyObject && !named.has(text)) named.set(text, capitalised(name));
    }
  }
  const components: Record<string, Schema> = {};
  const convert = (schema: Schema, loose: boolean): Schema => {
    const name = named.get(JSON.stringify(schema));
    if (name === undefined) return inner(schema, loose, convert);
    const title = loose || !JSON.stringify(schema).includes('"x-accepts"') ? name : `${name}Answer`;
    components[title] ??= inner(schema, loose, convert);
    return { $ref: `#/components/schemas/${title}` };
  };
  return {
    request: (schema) => convert(plain(schema), true),
    answer: (schema) => convert(plain(schema), false),
    components,
  };
}

const emptyObject = '{"type":"object","properties":{}}';

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function plain(schema: TSchema): Schema {
  return JSON.parse(JSON.stringify(schema)) as Schema;
}

function inner(schema: Schema, loose: boolean, convert: (schema: Schema, loose: boolean) => Schema): Schema {
  const { 'x-accepts': accepts, 'x-says': says, 'x-secret': secret, 'x-also': _, 'x-or': or, ...rest } = schema;
  const made: Schema = { ...rest };
  if (made.properties !== undefined) {
    const properties = Object.entries(made.properties as Record<string, Schema>);
    made.properties = Object.fromEntries(properties.map(([name, one]) => [name, convert(one, loose)]));
    if (loose) nameOtherwise(made, properties);
  }
  if (made.items !== undefined) made.items = convert(made.items as Schema, loose);
  if (Array.isArray(made.anyOf)) made.anyOf = (made.anyOf as Schema[]).map((one) => convert(one, loose));
  if (Array.isArray(made.enum) && made.type === undefined) made.type = typeof made.enum[0];
  if (secret === true) made.description = 'Told here; keep it secret.';
  if (!loose) return made;
  const spelled = spellings[typeof accepts === 'string' ? accepts : ''];
  const said = [made.description, typeof says === 'string' ? sentence(says) : '', spelled?.says];
  const text = said.filter((one) => one !== undefined && one !== '');
  if (text.length > 0) made.description = text.join(' ');
  const whole = { ...made, ...spelled?.also };
  return or === undefined ? whole : { anyOf: [whole, or] };
}

/** The other names that a caller may write for a member (`x-also`): one of them is enough. */
function nameOtherwise(made: Schema, members: [string, Schema][]): void {
  const properties = made.properties as Record<string, Schema>;
  const enough: Schema[] = [];
  for (const [name, { 'x-also': also }] of members) {
    if (!Array.isArray(also)) continue;
    for (const other of also) {
      properties[other] = { ...properties[name], deprecated: true, description: `The same as \`${name}\`.` };
    }
    const required = (made.required ?? []) as string[];
    if (!required.includes(name)) continue;
    const others = required.filter((one) => one !== name);
    made.required = others.length === 0 ? undefined : others;
    enough.push({ anyOf: [name, ...also].map((one) => ({ required: [one] })) });
  }
  if (enough.length > 0) made.allOf = enough;
}

function sentence(text: string): string {
  return `${capitalised(text)}.`;
}

/** What the marks of contract/v3/values.ts let a caller write. */
const spellings: Record<string, { says: string; also?: Schema }> = {
  money: { says: 'A number or text.', also: { type: ['number', 'string'] } },
  'whole number': { says: 'A number, or text such as "2" and "2.0000".', also: { type: ['integer', 'string'] } },
  flag: { says: 'Also as text.', also: { type: ['boolean', 'string'], enum: [true, false, 'true', 'false'] } },
  label: { says: 'Text, or a number that is taken for its text.', also: { type: ['string', 'number'] } },
  day: { says: 'A date with a time is taken for its day.', also: { pattern: undefined, format: undefined } },
  'shipping day': { says: 'Also as 11/21/2026.', also: { pattern: undefined } },
  'listed day': {
    says: 'Of a list the first counts.',
    also: { pattern: undefined, type: ['string', 'array'], items: { type: 'string' } },
  },
  'day or instant': { says: 'A day means all of it, in UTC.', also: { pattern: undefined } },
  hint: { says: 'What can not be read is left out.', also: { type: undefined, maxLength: undefined } },
  instant: { says: 'Any offset; none means UTC.', also: { pattern: undefined } },
  'lower case': { says: 'Capitals do not matter.' },
  'upper case': { says: 'Small letters are understood.' },
  trimmed: { says: 'Blanks around it do not count.' },
};
