import {
  type ListSecurityEventsQuery,
  listSecurityEventsAnswer,
  listSecurityEventsQuery,
} from '#contract/v3/operator.ts';
import type { Call, Route } from '#server/http/route.ts';
import { listSecurityEvents } from './list-security-events.ts';

export const routes: Route[] = [
  {
    operation: 'listSecurityEvents',
    methods: ['GET'],
    paths: ['/v3/operator/security-events'],
    who: 'operator',
    query: listSecurityEventsQuery,
    response: listSecurityEventsAnswer,
    verb: (house, { query }: Call<unknown, ListSecurityEventsQuery>) => listSecurityEvents(house, query),
  },
];
