import {
  HoldView,
  type LiftHoldBody,
  type ListHoldsQuery,
  liftHoldBody,
  listHoldsAnswer,
  listHoldsQuery,
  type SetHoldBody,
  setHoldBody,
} from '#contract/v3/holds.ts';
import type { Call, Route } from '#server/http/route.ts';
import { liftHoldById, listHolds, setHold } from './holds.ts';

const all = '/v3/operator/holds';

export const routes: Route[] = [
  {
    operation: 'listHolds',
    methods: ['GET'],
    paths: [all],
    who: 'operator',
    query: listHoldsQuery,
    response: listHoldsAnswer,
    verb: (house, { query }: Call<unknown, ListHoldsQuery>) => listHolds(house, query),
  },
  {
    operation: 'setHold',
    methods: ['POST'],
    paths: [all],
    who: 'operator',
    body: setHoldBody,
    response: HoldView,
    verb: (house, { body }: Call<SetHoldBody>) => setHold(house, body),
  },
  {
    operation: 'liftHold',
    methods: ['POST'],
    paths: [`${all}/{holdId}/lift`],
    who: 'operator',
    body: liftHoldBody,
    response: HoldView,
    verb: (house, { params, body }: Call<LiftHoldBody>) =>
      liftHoldById(house, { ...body, holdId: params.holdId ?? '' }),
  },
];
