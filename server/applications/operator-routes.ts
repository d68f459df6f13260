import {
  Letter,
  type ListLettersQuery,
  listLettersAnswer,
  listLettersQuery,
  type PostLetterBody,
  PrintedLetter,
  postLetterBody,
} from '#contract/v3/letters.ts';
import {
  type ActBody,
  ApplicationDetail,
  type ApproveApplicationBody,
  actBody,
  actedAnswer,
  approveApplicationBody,
  type DeclineApplicationBody,
  declineApplicationBody,
  type ListApplicationsQuery,
  listApplicationsAnswer,
  listApplicationsQuery,
  type ReplayQuery,
  replayAnswer,
  replayQuery,
} from '#contract/v3/operator-applications.ts';
import type { Call, Route } from '#server/http/route.ts';
import { approveByHand } from './approve-by-hand.ts';
import { declineByHand } from './decline-by-hand.ts';
import { acceptDocuments, receiveDocuments, rejectDocuments, requestDocuments } from './documents-by-hand.ts';
import { revokeByHand, withdrawByHand } from './end-by-hand.ts';
import { listLetters, postLetter, printLetter } from './letters.ts';
import { listApplications } from './list-applications.ts';
import { replayDecisions } from './replay-decisions.ts';
import { showApplication } from './show-application.ts';

const all = '/v3/operator/applications';
const letters = '/v3/operator/letters';

/** What people do with applications by hand. */
export const operatorRoutes: Route[] = [
  {
    operation: 'listApplications',
    methods: ['GET'],
    paths: [all],
    who: 'operator',
    query: listApplicationsQuery,
    response: listApplicationsAnswer,
    verb: (house, { query }: Call<unknown, ListApplicationsQuery>) => listApplications(house, query),
  },
  {
    operation: 'getApplication',
    methods: ['GET'],
    paths: [`${all}/{applicationId}`],
    who: 'operator',
    response: ApplicationDetail,
    verb: (house, call: Call) => showApplication(house, idOf(call)),
  },
  {
    ...act('approveApplication', 'approve'),
    body: approveApplicationBody,
    verb: (house, call: Call<ApproveApplicationBody>) =>
      approveByHand(house, { ...signed(call), spendingLimit: call.body.spendingLimit ?? null }),
  },
  {
    ...act('declineApplication', 'decline'),
    body: declineApplicationBody,
    verb: (house, call: Call<DeclineApplicationBody>) =>
      declineByHand(house, { ...signed(call), because: call.body.because }),
  },
  {
    ...act('requestDocuments', 'request-documents'),
    verb: (house, call: Call<ActBody>) => requestDocuments(house, signed(call)),
  },
  {
    ...act('receiveDocuments', 'documents-received'),
    verb: (house, call: Call<ActBody>) => receiveDocuments(house, signed(call)),
  },
  {
    ...act('acceptDocuments', 'accept-documents'),
    verb: (house, call: Call<ActBody>) => acceptDocuments(house, signed(call)),
  },
  {
    ...act('rejectDocuments', 'reject-documents'),
    verb: (house, call: Call<ActBody>) => rejectDocuments(house, signed(call)),
  },
  {
    ...act('withdrawApplication', 'withdraw'),
    verb: (house, call: Call<ActBody>) => withdrawByHand(house, signed(call)),
  },
  {
    ...act('revokeApplication', 'revoke'),
    body: declineApplicationBody,
    verb: (house, call: Call<DeclineApplicationBody>) =>
      revokeByHand(house, { ...signed(call), because: call.body.because }),
  },
  {
    operation: 'replayDecisions',
    methods: ['GET'],
    paths: ['/v3/operator/decisions/replay'],
    who: 'operator',
    query: replayQuery,
    response: replayAnswer,
    verb: (house, { query }: Call<unknown, ReplayQuery>) => replayDecisions(house, query),
  },
  {
    operation: 'listLetters',
    methods: ['GET'],
    paths: [letters],
    who: 'operator',
    query: listLettersQuery,
    response: listLettersAnswer,
    verb: (house, { query }: Call<unknown, ListLettersQuery>) => listLetters(house, query),
  },
  {
    operation: 'printLetter',
    methods: ['GET'],
    paths: [`${letters}/{noticeId}`],
    who: 'operator',
    response: PrintedLetter,
    verb: (house, { params }: Call) => printLetter(house, params.noticeId ?? ''),
  },
  {
    operation: 'postLetter',
    methods: ['POST'],
    paths: [`${letters}/{noticeId}/posted`],
    who: 'operator',
    body: postLetterBody,
    response: Letter,
    verb: (house, { params, body }: Call<PostLetterBody>) =>
      postLetter(house, { ...body, noticeId: params.noticeId ?? '' }),
  },
];

function act(operation: string, word: string) {
  return {
    operation,
    methods: ['POST'],
    paths: [`${all}/{applicationId}/${word}`],
    who: 'operator',
    body: actBody,
    response: actedAnswer,
  } as const satisfies Omit<Route, 'verb'>;
}

const idOf = ({ params }: Call): string => params.applicationId ?? '';
const signed = (call: Call<ActBody>) => ({ applicationId: idOf(call), by: call.body.by, reason: call.body.reason });
