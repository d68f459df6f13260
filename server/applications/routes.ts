import { type ApplyBody, applyBody, respellApply } from '#contract/v3/application.ts';
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
import type { Call, Route } from '#server/http/route.ts';
import { apply } from './apply.ts';
import { checkRouting } from './check-routing.ts';
import { getMe } from './get-me.ts';
import { listUsers } from './list-users.ts';
import type { SubmitApplication } from './submit-application.ts';
import { verifyAnswers } from './verify-answers.ts';
import { verifyQuestions } from './verify-questions.ts';

export const routes: Route[] = [
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
    verb: (house, call: Call<VerifyAnswersBody>) => verifyAnswers(house, { ...call.body, ...who(call) }),
  },
];

const who = ({ merchant, customerId }: Call) => ({
  merchantId: merchant.merchantId,
  leaseFactor: merchant.leaseFactor,
  deniedAs: merchant.compatibility.deniedAs,
  customerId,
});

function answersIn({
  body,
  headers,
  ipAddress,
  userAgent,
}: Call<ApplyBody>): Omit<SubmitApplication, 'merchantId' | 'customerId'> {
  const { employmentInformation: employment, bankAccount } = body;
  return {
    contact: {
      mobilePhone: body.mobilePhone,
      street1: body.street1,
      street2: body.street2 ?? null,
      city: body.city,
      state: body.regionAbbr,
      postalCode: body.postalCode,
    },
    country: body.country,
    dateOfBirth: body.dateOfBirth,
    ssn: body.ssn,
    monthlyIncome: employment.monthlyIncome,
    payFrequency: employment.payFrequency,
    nextPayDate: employment.nextPayDate ?? null,
    employer: employment.name ?? null,
    bank: { routingNumber: bankAccount.routing, accountNumber: bankAccount.account, accountType: bankAccount.type },
    requested: body.expectedPurchaseAmount ?? null,
    optInMarketing: body.optInMarketing ?? false,
    // The store's server calls; the customer's own address comes in a header (api-v3 1.3).
    ipAddress: headers['customer-ip'] ?? headers['x-real-ip'] ?? ipAddress,
    userAgent,
  };
}
