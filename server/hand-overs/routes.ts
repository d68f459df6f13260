import {
  type CreateHandOverBody,
  createHandOverBody,
  HandOverView,
  type ListHandOverEventsQuery,
  listHandOverEventsAnswer,
  listHandOverEventsQuery,
  type RenewHandOverBody,
  renewHandOverBody,
} from '#contract/v3/hand-overs.ts';
import type { Call, Route } from '#server/http/route.ts';
import { cancelHandOver } from './cancel-hand-over.ts';
import { createHandOver } from './create-hand-over.ts';
import { getHandOver } from './get-hand-over.ts';
import { listHandOverEvents } from './list-events.ts';
import { renewHandOver } from './renew-hand-over.ts';

export const routes: Route[] = [
  {
    operation: 'createHandOver',
    methods: ['POST'],
    paths: ['/v3/hand-overs'],
    who: 'merchant',
    body: createHandOverBody,
    response: HandOverView,
    limit: 'handOver',
    verb: (house, { merchant, body }: Call<CreateHandOverBody>) => createHandOver(house, merchant, body),
  },
  {
    operation: 'listHandOverEvents',
    methods: ['GET'],
    paths: ['/v3/hand-overs/events'],
    who: 'merchant',
    query: listHandOverEventsQuery,
    response: listHandOverEventsAnswer,
    verb: (house, { merchant, query }: Call<undefined, ListHandOverEventsQuery>) =>
      listHandOverEvents(house, merchant, query),
  },
  {
    operation: 'getHandOver',
    methods: ['GET'],
    paths: ['/v3/hand-overs/{handOverId}'],
    who: 'merchant',
    response: HandOverView,
    verb: (house, { merchant, params: { handOverId = '' } }: Call) => getHandOver(house, merchant, handOverId),
  },
  {
    operation: 'renewHandOver',
    methods: ['POST'],
    paths: ['/v3/hand-overs/{handOverId}/renew'],
    who: 'merchant',
    body: renewHandOverBody,
    response: HandOverView,
    limit: 'handOver',
    verb: (house, { merchant, params: { handOverId = '' }, body }: Call<RenewHandOverBody>) =>
      renewHandOver(house, merchant, { ...body, handOverId }),
  },
  {
    operation: 'cancelHandOver',
    methods: ['POST'],
    paths: ['/v3/hand-overs/{handOverId}/cancel'],
    who: 'merchant',
    response: HandOverView,
    verb: (house, { merchant, params: { handOverId = '' } }: Call) => cancelHandOver(house, merchant, handOverId),
  },
];
