import { type ApplyBody, applyBody, respellApply } from '#contract/v3/application.ts';
import {
  type CompletePrequalBody,
  completePrequalBody,
  type SearchUsersAnswer,
  type SearchUsersBody,
  type SearchUsersQuery,
  type StartPrequalBody,
  searchUsersAnswer,
  searchUsersBody,
  searchUsersQuery,
  startPrequalAnswer,
  startPrequalBody,
} from '#contract/v3/partners.ts';
import {
  type RoutingNumberGiven,
  respellRouting,
  routingNumberAnswer,
  routingNumberGiven,
} from '#contract/v3/routing-number.ts';
import { type ListUsersQuery, listUsersAnswer, listUsersQuery, UserView } from '#contract/v3/users.ts';
import {
  respellAnswers,
  type VerifyAnswersBody,
  verifyAnswersBody,
  verifyQuestionsAnswer,
} from '#contract/v3/verification.ts';
import type { House } from '#server/house.ts';
import { signCustomerToken } from '#server/http/customer-token.ts';
import type { Call, Route } from '#server/http/route.ts';
import { isRefused, type Outcome } from '#server/outcome.ts';
import { answersIn, missingPartsIn, personIn } from './answers-in-body.ts';
import { apply } from './apply.ts';
import { checkRouting } from './check-routing.ts';
import { completePrequal } from './complete-prequal.ts';
import { getMe } from './get-me.ts';
import { listUsers, type UsersMeta } from './list-users.ts';
import { operatorRoutes } from './operator-routes.ts';
import { type FoundUser, searchUsers } from './search-users.ts';
import { startPrequal } from './start-prequal.ts';
import { verifyAnswers } from './verify-answers.ts';
import { verifyQuestions } from './verify-questions.ts';

export const routes: Route[] = [
  ...operatorRoutes,
  {
    operation: 'listUsers',
    methods: ['GET'],
    paths: ['/v3/users'],
    who: 'merchant',
    query: listUsersQuery,
    response: listUsersAnswer,
    verb: (house, call: Call<undefined, ListUsersQuery>) => listUsers(house, who(call), call.query),
  },
  {
    operation: 'validateRoutingNumber',
    methods: ['GET', 'POST'],
    scope: 'read',
    paths: ['/v3/validate-routing-number', '/v3/validate-routing-number/{routingNumber}'],
    who: 'merchant',
    query: routingNumberGiven,
    body: routingNumberGiven,
    respell: respellRouting,
    response: routingNumberAnswer,
    limit: 'routingNumber',
    verb: (house, { params, body, query }: Call<RoutingNumberGiven, RoutingNumberGiven>) =>
      checkRouting(house, {
        routingNumber: params.routingNumber ?? body.routingNumber ?? query.routingNumber,
      }),
  },
  {
    operation: 'getUser',
    methods: ['GET'],
    paths: ['/v3/users/me'],
    who: 'merchant and customer',
    response: UserView,
    verb: (house, call: Call) => getMe(house, who(call)),
  },
  {
    operation: 'apply',
    methods: ['POST'],
    paths: ['/v3/users/me/apply'],
    who: 'merchant and customer',
    body: applyBody,
    respell: respellApply,
    response: UserView,
    verb: (house, call: Call<ApplyBody>) => apply(house, { ...answersIn(call), ...who(call) }),
  },
  {
    operation: 'getVerificationQuestions',
    methods: ['GET'],
    paths: ['/v3/users/me/verify-questions'],
    who: 'merchant and customer',
    response: verifyQuestionsAnswer,
    verb: (house, call: Call) => verifyQuestions(house, who(call)),
  },
  {
    operation: 'verifyAnswers',
    methods: ['POST'],
    paths: ['/v3/users/me/verify-answers', '/v3/users/me/verify-questions', '/v3/users/me/verify'],
    who: 'merchant and customer',
    body: verifyAnswersBody,
    respell: respellAnswers,
    response: UserView,
    limit: 'verifyAnswers',
    verb: (house, call: Call<VerifyAnswersBody>) => verifyAnswers(house, { ...call.body, ...who(call) }),
  },
  {
    operation: 'searchUsers',
    methods: ['POST'],
    scope: 'partner',
    paths: ['/v3/users/search'],
    who: 'merchant',
    body: searchUsersBody,
    query: searchUsersQuery,
    response: searchUsersAnswer,
    limit: 'userSearch',
    verb: (house, call: Call<SearchUsersBody, SearchUsersQuery>) =>
      withTokens(house, call, searchUsers(house, who(call), { ...call.query, ...call.body })),
  },
  {
    operation: 'startPrequal',
    methods: ['POST'],
    scope: 'partner',
    paths: ['/v3/users/prequal/start/lease'],
    who: 'merchant',
    body: startPrequalBody,
    respell: respellApply,
    response: startPrequalAnswer,
    limit: 'prequal',
    verb: (house, call: Call<StartPrequalBody>) => startPrequal(house, { ...personIn(call), ...who(call) }),
  },
  {
    operation: 'completePrequal',
    methods: ['POST'],
    scope: 'partner',
    paths: ['/v3/users/prequal/complete/lease'],
    who: 'merchant',
    body: completePrequalBody,
    respell: respellApply,
    response: UserView,
    limit: 'prequal',
    verb: (house, call: Call<CompletePrequalBody>) => completePrequal(house, who(call), missingPartsIn(call)),
  },
];

const who = ({ merchant, customerId }: Call) => ({
  merchantId: merchant.merchantId,
  leaseFactor: merchant.leaseFactor,
  deniedAs: merchant.compatibility.deniedAs,
  customerId,
});

/** A customer token beside everybody who was found: it speaks for them through the key that asked. */
async function withTokens(
  house: House,
  { merchant }: Call,
  asked: Promise<Outcome<{ users: FoundUser[]; meta: UsersMeta }>>,
): Promise<Outcome<SearchUsersAnswer>> {
  const outcome = await asked;
  if (isRefused(outcome)) return outcome;
  const { merchantId, keyId } = merchant;
  const users = outcome.answer.users.map((user) => ({
    ...user,
    token: signCustomerToken(house, { userId: user.userId, merchantId, keyId }),
  }));
  return { ...outcome, answer: { ...outcome.answer, users } };
}
