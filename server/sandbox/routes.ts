import { type TokeniseBody, tokeniseAnswer, tokeniseBody } from '#contract/v3/payment-methods.ts';
import {
  clockAnswer,
  type KeysAnswer,
  keysAnswer,
  type MagicAnswer,
  type MoveClockBody,
  magicAnswer,
  moveClockBody,
} from '#contract/v3/sandbox.ts';
import type { Call, Route } from '#server/http/route.ts';
import { now } from '#server/moment.ts';
import { done } from '#server/outcome.ts';
import { type MovableClock, moveClock } from '#server/sandbox/move-clock.ts';
import { tokenise } from '#server/sandbox/tokenise.ts';

/** What a sandbox shows of itself. In production none of these paths exists. */
export function sandboxRoutes(world: {
  clock: MovableClock;
  keys: () => KeysAnswer;
  magic: MagicAnswer;
  isTestCard(token: string): boolean;
}): Route[] {
  return [
    {
      operation: 'getClock',
      methods: ['GET'],
      paths: ['/sandbox/clock'],
      who: 'anybody',
      sandboxOnly: true,
      response: clockAnswer,
      verb: async (house) => done({ now: now(house) }),
    },
    {
      operation: 'moveClock',
      methods: ['POST'],
      paths: ['/sandbox/clock'],
      who: 'anybody',
      sandboxOnly: true,
      body: moveClockBody,
      response: clockAnswer,
      verb: (house, { body }: Call<MoveClockBody>) => moveClock(house, world.clock, body),
    },
    {
      operation: 'getSandboxKeys',
      methods: ['GET'],
      paths: ['/sandbox/keys'],
      who: 'anybody',
      sandboxOnly: true,
      response: keysAnswer,
      verb: async () => done(world.keys()),
    },
    {
      operation: 'getMagicValues',
      methods: ['GET'],
      paths: ['/sandbox/magic', '/sandbox/personas'],
      who: 'anybody',
      sandboxOnly: true,
      response: magicAnswer,
      verb: async () => done(world.magic),
    },
    {
      operation: 'tokeniseTestCard',
      methods: ['POST'],
      paths: ['/sandbox/card-tokens'],
      who: 'anybody',
      sandboxOnly: true,
      body: tokeniseBody,
      response: tokeniseAnswer,
      verb: (house, { body }: Call<TokeniseBody>) => tokenise(house, world.isTestCard, body),
    },
  ];
}
