import {
  type ListScreeningQuery,
  listScreeningAnswer,
  listScreeningQuery,
  type ResolveBody,
  resolveBody,
  resolvedAnswer,
  ScreeningCase,
} from '#contract/v3/operator-screening.ts';
import type { Call, Route } from '#server/http/route.ts';
import { listCases } from './list-cases.ts';
import { clearCase, confirmCase, correctCase } from './resolve-case.ts';
import { showCase } from './show-case.ts';

const all = '/v3/operator/screening';

/** What people do with possible matches of the screening lists. */
export const routes: Route[] = [
  {
    operation: 'listScreening',
    methods: ['GET'],
    paths: [all],
    who: 'operator',
    query: listScreeningQuery,
    response: listScreeningAnswer,
    verb: (house, { query }: Call<unknown, ListScreeningQuery>) => listCases(house, query),
  },
  {
    operation: 'getScreening',
    methods: ['GET'],
    paths: [`${all}/{caseId}`],
    who: 'operator',
    response: ScreeningCase,
    verb: (house, { params }: Call) => showCase(house, params.caseId ?? ''),
  },
  {
    ...act('clearScreening', 'clear'),
    verb: (house, call: Call<ResolveBody>) => clearCase(house, wantedOf(call)),
  },
  {
    ...act('confirmScreening', 'confirm'),
    verb: (house, call: Call<ResolveBody>) => confirmCase(house, wantedOf(call)),
  },
  {
    ...act('correctScreening', 'correct'),
    verb: (house, call: Call<ResolveBody>) => correctCase(house, wantedOf(call)),
  },
];

function act(operation: string, word: string) {
  return {
    operation,
    methods: ['POST'],
    paths: [`${all}/{caseId}/${word}`],
    who: 'operator',
    body: resolveBody,
    response: resolvedAnswer,
  } as const satisfies Omit<Route, 'verb'>;
}

const wantedOf = ({ params, body }: Call<ResolveBody>) => ({
  caseId: params.caseId ?? '',
  by: body.by,
  reason: body.reason,
});
