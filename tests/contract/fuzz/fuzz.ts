import type { Given } from '#contract/v3/operations/operation.ts';
import { chanceOf } from '../../chance.ts';
import type { StartedHouse } from '../../start-house.ts';
import { type Described, describedOperations, faultsOf } from '../document.ts';
import { givens, openWorld, type World } from '../open-world.ts';
import { type Request, type Sent, send } from '../send.ts';
import { makeRequest } from './make-request.ts';

export type Fuzzed = {
  /** How many answers of each status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Each kind of wrong answer once, with the request that met it first. */
  readonly faults: readonly string[];
};

const connections = 8;
/** After so many requests one of the worlds is replaced: leases end and keys are taken back. */
const freshEvery = 40;

/** Sends so many requests to a house and holds every answer against the document. */
export async function fuzz(
  house: StartedHouse,
  { seed, requests }: { seed: number; requests: number },
): Promise<Fuzzed> {
  // The clock stands still for everybody: a house a year on would refuse every token.
  const operations = describedOperations().filter(({ operationId }) => operationId !== 'moveClock');
  const worlds: Record<string, World> = {};
  for (const given of givens) worlds[given] = await openWorld(house, given);
  const statuses = new Map<number, number>();
  const faults = new Map<string, string>();
  let turn = 0;
  const keepBusy = async () => {
    for (let mine = turn++; mine < requests; mine = turn++) {
      const chance = chanceOf(seed, mine);
      if (mine % freshEvery === 0) await freshen(house, worlds, chance.pick(givens));
      const described = chance.pick(operations);
      const request = await makeRequest({ house, worlds, turn: `${seed}-${mine}` }, described, chance);
      const answer = await answerTo(house, request);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const [fault] = wrongWith(operationAt(request), request, answer);
      if (fault === undefined) continue;
      const kind = `${described.operationId} ${answer.status}: ${fault}`;
      if (!faults.has(kind))
        faults.set(
          kind,
          `${kind}\n  request ${mine} of seed ${seed}: ${told(request)}\n  ${answer.text.slice(0, 600)}`,
        );
    }
  };
  await Promise.all(Array.from({ length: connections }, keepBusy));
  return { statuses, faults: [...faults.values()] };
}

async function freshen(house: StartedHouse, worlds: Record<string, World>, given: Given): Promise<void> {
  worlds[given] = await openWorld(house, given);
}

/** The answer; status 0 is none. A connection that both sides ended at once is tried once more. */
async function answerTo(house: StartedHouse, request: Request): Promise<Sent> {
  const ask = () => send(house.baseUrl, request);
  return ask()
    .catch(ask)
    .catch((error: Error) => ({ status: 0, headers: {}, body: undefined, text: String(error) }));
}

/** What is wrong with an answer, the worst first. */
function wrongWith(
  described: Described | undefined,
  request: Request,
  { status, headers, body, text }: Sent,
): string[] {
  if (status === 0) return isTooLong(request) ? [] : ['no answer'];
  if (status >= 500 && status !== 503) return ['our own mistake'];
  if (status === 503 && headers['retry-after'] === undefined) return ['503 without Retry-After'];
  // An answer to HEAD has no body to look at. An address that is no UTF-8 is malformed whatever the method.
  if (request.method === 'HEAD') return [400, 404, 405].includes(status) ? [] : [`HEAD is answered with ${status}`];
  if (described !== undefined) return faultsOf(described, status, body);
  const { error } = (body ?? {}) as { error?: { statusCode?: unknown; code?: unknown } };
  if (![400, 404, 405, 413].includes(status)) return [`status ${status} where nothing is`];
  return error?.statusCode === status && nowhere.includes(String(error.code))
    ? []
    : [`not a refusal: ${text.slice(0, 80)}`];
}

const nowhere = ['NotFound', 'MethodNotAllowed', 'ValidationError', 'PayloadTooLarge'];

/** The house hangs up on a body beyond its limit, perhaps before the answer is read. */
function isTooLong({ text = '' }: Request): boolean {
  return Buffer.byteLength(text) > 1_048_576;
}

const segmentCharactersMax = 4_096;
const addresses = describedOperations().flatMap((described) =>
  [described.path, ...described.aliases].map((path) => ({
    described,
    parameters: path.split('{').length,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  })),
);
addresses.sort((one, other) => one.parameters - other.parameters);

/** The operation that a request is one of, wherever a bent path has led it; none where nothing is. */
function operationAt({ method, path }: Request): Described | undefined {
  const plain = path
    .split(/[?#]/)[0]!
    .replace(/\/{2,}/g, '/')
    .replace(/(?<=.)\/$/, '');
  if (plain.split('/').some((segment) => segment.length > segmentCharactersMax)) return undefined;
  return addresses.find((one) => one.described.method === method && one.pattern.test(plain))?.described;
}

function told({ method, path, headers, text }: Request): string {
  const { authorization: _key, 'customer-token': _token, ...shown } = headers;
  return `${method} ${path.slice(0, 300)} ${JSON.stringify(shown).slice(0, 300)} ${String(text ?? '').slice(0, 1_000)}`;
}
