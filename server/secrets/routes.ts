import { keyUseAnswer, type ListOpeningsQuery, listOpeningsAnswer, listOpeningsQuery } from '#contract/v3/secrets.ts';
import type { Call, Route } from '#server/http/route.ts';
import { listOpenings } from './list-openings.ts';
import { showKeyUse } from './show-key-use.ts';

export const routes: Route[] = [
  {
    operation: 'listOpenings',
    methods: ['GET'],
    paths: ['/v3/operator/openings'],
    who: 'operator',
    query: listOpeningsQuery,
    response: listOpeningsAnswer,
    verb: (house, { query }: Call<unknown, ListOpeningsQuery>) => listOpenings(house, query),
  },
  {
    operation: 'getKeyUse',
    methods: ['GET'],
    paths: ['/v3/operator/secrets'],
    who: 'operator',
    response: keyUseAnswer,
    verb: (house) => showKeyUse(house),
  },
];
