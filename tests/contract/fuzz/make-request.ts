import type { Example } from '#contract/v3/operations/operation.ts';
import { operations } from '#contract/v3/operations.ts';
import type { Chance } from '../../chance.ts';
import type { StartedHouse } from '../../start-house.ts';
import type { Described, Json } from '../document.ts';
import type { World } from '../open-world.ts';
import type { Request } from '../send.ts';
import { brokenText, hostileQuery, hostileSegment, hostileText } from './hostile.ts';
import { mutated, shaped } from './shaped.ts';

export type Place = {
  readonly house: StartedHouse;
  readonly worlds: Readonly<Record<string, World>>;
  readonly turn: string;
};

/** One request of an operation: an example with real ids, more or less bent. A third of them are left as they are. */
export async function makeRequest(place: Place, described: Described, chance: Chance): Promise<Request> {
  const { examples } = operations[described.twinOf ?? described.operationId]!;
  const example = chance.pick(examples);
  const at = chance.oneIn(6) ? chance.pick(Object.keys(place.worlds)) : example.given;
  const world = place.worlds[at]!;
  const filled = await fill(place, world, example);
  const bent = !chance.oneIn(3);
  const text = bodyOf(described, filled, chance, bent);
  return {
    method: bent && chance.oneIn(25) ? chance.pick(methods) : described.method,
    path: pathOf(described, filled, chance, bent),
    headers: headersOf(place, world, described, chance),
    ...(text === undefined ? {} : { text }),
  };
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND', 'BREW'];

/** The example with the values of this world, and with new ones where it wants what nobody has used. */
async function fill({ turn }: Place, world: World, example: Example): Promise<Example> {
  let text = JSON.stringify(example);
  for (const [braces, name = ''] of text.matchAll(/\{(\w+)\}/g)) {
    const value = await placeholder(world, name, turn);
    text = text.replaceAll(braces, value);
  }
  return JSON.parse(text);
}

async function placeholder(world: World, name: string, turn: string): Promise<string> {
  if (name === 'newTransactionId') return `N-${turn}`;
  if (name === 'newEmail') return `grace-${turn}@example.com`;
  // What a customer of this level does not have is an id that nobody has.
  return world.value(name).then(String, () => `no-${name}`);
}

function pathOf({ path, aliases, parameters }: Described, { params, query }: Example, chance: Chance, bent: boolean) {
  const template = chance.oneIn(3) ? chance.pick([path, ...aliases]) : path;
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    bent && chance.oneIn(5) ? hostileSegment(chance) : encodeURIComponent(params?.[name] ?? '110000000'),
  );
  const known = parameters
    .filter((one) => one.in === 'query')
    .map(({ name, schema }) => ({ name: String(name), schema }));
  const asked = Object.entries(query ?? {}).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  const more = known.filter(() => chance.oneIn(5));
  for (const { name, schema } of more) {
    asked.push(`${name}=${encodeURIComponent(String(shaped(schema as Json, chance)).toWellFormed())}`);
  }
  if (bent && chance.oneIn(6))
    asked.push(
      hostileQuery(
        chance,
        known.map(({ name }) => name),
      ),
    );
  return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`;
}

function bodyOf({ body: schema }: Described, { body }: Example, chance: Chance, bent: boolean) {
  if (!bent) return body === undefined ? undefined : JSON.stringify(body);
  let value: unknown = body ?? (schema === undefined ? {} : shaped(schema, chance));
  if (schema !== undefined && chance.oneIn(3)) value = { ...(shaped(schema, chance) as object), ...(value as object) };
  for (let times = chance.below(4); times > 0; times -= 1) value = mutated(value, chance);
  if (chance.oneIn(400)) value = { value, long: 'x'.repeat(1_100_000) };
  const text = JSON.stringify(value);
  return chance.oneIn(10) ? brokenText(chance, text) : text;
}

function headersOf(place: Place, world: World, described: Described, chance: Chance): Record<string, string> {
  const { security } = described;
  const [scheme = {}] = security;
  const headers: Record<string, string> = {};
  if ('OperatorKey' in scheme) headers.authorization = place.house.operatorKey;
  if ('ApiKey' in scheme) headers.authorization = chance.oneIn(4) ? `Bearer ${world.apiKey}` : world.apiKey;
  if ('CustomerToken' in scheme && world.customerToken !== null) headers['customer-token'] = world.customerToken;
  if (chance.oneIn(4)) headers['content-type'] = chance.pick(contentTypes);
  if (chance.oneIn(6)) headers['idempotency-key'] = chance.pick([...keys, headerText(chance)]);
  if (chance.oneIn(20)) headers.authorization = chance.pick([...wrongKeys(place, chance), headerText(chance)]);
  if (chance.oneIn(20)) headers['customer-token'] = chance.pick([...wrongKeys(place, chance), headerText(chance)]);
  if (chance.oneIn(20)) headers[chance.pick(oddHeaders)] = headerText(chance);
  return headers;
}

const contentTypes = [
  ...['application/json', 'application/json; charset=utf-16', 'text/plain', 'application/x-www-form-urlencoded'],
  ...['multipart/form-data; boundary=x', 'nonsense;;', '/', 'application/xml'],
];
const keys = ['again-1', 'again-2', 'again-3', 'x'.repeat(255), 'x'.repeat(256), ' '];
const oddHeaders = [
  'accept',
  'x-request-id',
  'x-consumer-custom-id',
  'user-agent',
  'cookie',
  'origin',
  'content-encoding',
];

function wrongKeys({ house, worlds }: Place, chance: Chance): string[] {
  const { apiKey, customerToken } = chance.pick(Object.values(worlds));
  const token = customerToken ?? 'eyJhbGciOiJub25lIn0.e30.';
  return [
    '',
    'wrong',
    'Bearer ',
    apiKey,
    house.authKey,
    house.operatorKey,
    token,
    token.slice(0, -2),
    'x'.repeat(3_000),
  ];
}

/** What HTTP lets through in a header: no line ends, nothing beyond Latin-1. */
function headerText(chance: Chance): string {
  return hostileText(chance).replace(/[^\t\x20-\x7e\x80-\xff]/g, '?');
}
