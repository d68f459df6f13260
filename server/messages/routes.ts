import { type InboxQuery, inboxAnswer, inboxQuery } from '#contract/v3/sandbox.ts';
import type { Call, Route } from '#server/http/route.ts';
import { inbox } from './inbox.ts';

export const routes: Route[] = [
  {
    operation: 'readInbox',
    methods: ['GET'],
    paths: ['/sandbox/inbox'],
    who: 'anybody',
    sandboxOnly: true,
    query: inboxQuery,
    response: inboxAnswer,
    verb: (house, call: Call<undefined, InboxQuery>) => inbox(house, call.query),
  },
];
