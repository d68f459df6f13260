import {
  type AddToDenylistBody,
  addToDenylistAnswer,
  addToDenylistBody,
  DenylistEntry,
  type LiftFromDenylistBody,
  type ListDenylistQuery,
  liftFromDenylistBody,
  listDenylistAnswer,
  listDenylistQuery,
} from '#contract/v3/denylist.ts';
import type { Call, Route } from '#server/http/route.ts';
import { addToDenylist } from './add-to-denylist.ts';
import { liftFromDenylist } from './lift-from-denylist.ts';
import { listDenylist } from './list-denylist.ts';

const all = '/v3/operator/denylist';

export const routes: Route[] = [
  {
    operation: 'listDenylist',
    methods: ['GET'],
    paths: [all],
    who: 'operator',
    query: listDenylistQuery,
    response: listDenylistAnswer,
    verb: (house, { query }: Call<unknown, ListDenylistQuery>) => listDenylist(house, query),
  },
  {
    operation: 'addToDenylist',
    methods: ['POST'],
    paths: [all],
    who: 'operator',
    body: addToDenylistBody,
    response: addToDenylistAnswer,
    verb: (house, { body }: Call<AddToDenylistBody>) => addToDenylist(house, body),
  },
  {
    operation: 'liftFromDenylist',
    methods: ['POST'],
    paths: [`${all}/{entryId}/lift`],
    who: 'operator',
    body: liftFromDenylistBody,
    response: DenylistEntry,
    verb: (house, { params, body }: Call<LiftFromDenylistBody>) =>
      liftFromDenylist(house, { ...body, entryId: params.entryId ?? '' }),
  },
];
