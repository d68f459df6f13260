import { askHouse, type HouseCall } from '#sandbox/ask-house.ts';
import { operatorKey } from './operator-key.ts';
import { WrongUsage } from './wrong-usage.ts';

/** The way to a house, and the keys on the ring. */
export type Connection = {
  readonly baseUrl: string;
  /** A name of this run that no other run has. */
  readonly run: string;
  /** So many bytes that nobody can guess: a key is made of them. */
  readonly bytes: (count: number) => Uint8Array;
  /** For progress, on stderr. */
  say(line: string): void;
  asAnybody<Answer>(call: HouseCall): Promise<Answer>;
  asOperator<Answer>(call: HouseCall): Promise<Answer>;
  /** With the store's key given, else the one of the environment. */
  asMerchant<Answer>(apiKey: string | undefined, call: HouseCall): Promise<Answer>;
  operatorKey(): string;
};

/** Opens it as the environment says; nothing is called yet. Throws `WrongUsage` when FLEXPAY_URL is no address. */
export function openConnection(world: {
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  run: string;
  bytes: (count: number) => Uint8Array;
  say(line: string): void;
}): Connection {
  const { env, cwd, run, bytes, say } = world;
  const baseUrl = baseUrlOf(env.FLEXPAY_URL || 'http://127.0.0.1:4300');
  const house = { baseUrl };
  return {
    baseUrl,
    run,
    bytes,
    say,
    operatorKey: () => operatorKey(env, cwd).key,
    asAnybody: (call) => askHouse(house, call),
    asOperator: (call) => {
      const { key, from } = operatorKey(env, cwd);
      return askHouse(house, { ...call, key, keyName: `the operator key of ${from}` });
    },
    asMerchant: (given, call) => {
      const key = given ?? env.FLEXPAY_API_KEY;
      if (!key) throw new WrongUsage('Which store? Give --api-key, or set FLEXPAY_API_KEY.');
      const from = given === undefined ? 'FLEXPAY_API_KEY' : '--api-key';
      return askHouse(house, { ...call, key, keyName: `the API key of ${from}` });
    },
  };
}

function baseUrlOf(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin;
  throw new WrongUsage(`FLEXPAY_URL is "${text}". It looks like http://127.0.0.1:4300.`);
}
