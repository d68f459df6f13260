import {
  type AddPaymentMethodBody,
  addPaymentMethodAnswer,
  addPaymentMethodBody,
  childKeyAnswer,
  paymentMethodsAnswer,
  pkmsKeyAnswer,
} from '#contract/v3/payment-methods.ts';
import {
  type CreateUserBody,
  createUserAnswer,
  createUserBody,
  type DeepExistsBody,
  deepExistsAnswer,
  deepExistsBody,
  type PasscodeLoginBody,
  passcodeLoginBody,
  type SendPasscodeBody,
  sendPasscodeBody,
  tokenAnswer,
  type UserExistsQuery,
  userExistsAnswer,
  userExistsQuery,
} from '#contract/v3/users.ts';
import type { House } from '#server/house.ts';
import { signCustomerToken } from '#server/http/customer-token.ts';
import type { Call, Route } from '#server/http/route.ts';
import { isRefused, type Outcome } from '#server/outcome.ts';
import { addPaymentMethod } from './add-payment-method.ts';
import { authorize } from './authorize.ts';
import { createUser } from './create-user.ts';
import { type DeepExists, deepExists } from './deep-exists.ts';
import { listPaymentMethods } from './list-payment-methods.ts';
import { passcodeLogin } from './passcode-login.ts';
import { sendPasscode } from './send-passcode.ts';
import { issueTokeniserKey, pkmsKey } from './tokeniser-key.ts';
import { userExists } from './user-exists.ts';

export const routes: Route[] = [
  {
    operation: 'createUser',
    methods: ['POST'],
    paths: ['/v3/users'],
    who: 'merchant',
    body: createUserBody,
    response: createUserAnswer,
    // A taken address is told, so that making customers could list them.
    limit: 'createUser',
    verb: (house, call: Call<CreateUserBody>) =>
      withToken(house, call, createUser(house, { ...call.body, ...of(call) })),
  },
  {
    operation: 'verifyUserExists',
    methods: ['GET'],
    paths: ['/v3/user-exists'],
    who: 'merchant',
    query: userExistsQuery,
    response: userExistsAnswer,
    limit: 'userExists',
    verb: (house, call: Call<undefined, UserExistsQuery>) => userExists(house, call.query),
  },
  {
    operation: 'deeplyVerifyUserExists',
    methods: ['POST'],
    scope: 'read',
    // `/v3/user/exists` and the two without the version are spellings of the noun.
    paths: ['/v3/users/exists'],
    who: 'merchant',
    body: deepExistsBody,
    response: deepExistsAnswer,
    limit: 'userExists',
    verb: (house, call: Call<DeepExistsBody>) => deepExists(house, asAddress(call.body)),
  },
  {
    operation: 'authorizeUser',
    methods: ['GET'],
    paths: ['/v3/users/{userId}/authorize'],
    who: 'merchant',
    scope: 'partner',
    response: tokenAnswer,
    verb: (house, call: Call) => withToken(house, call, authorize(house, { customerId: userId(call), ...of(call) })),
  },
  {
    operation: 'sendPasscode',
    methods: ['POST'],
    paths: ['/v3/users/{userId}/send-passcode'],
    who: 'merchant',
    body: sendPasscodeBody,
    limit: 'sendPasscode',
    // The one answer of v3 that repeats its status instead of wrapping itself (api-v3 1.5).
    shape: () => ({ status: 200, data: {} }),
    verb: (house, call: Call<SendPasscodeBody>) =>
      sendPasscode(house, { customerId: userId(call), transport: call.body.transport, ipAddress: call.ipAddress }),
  },
  {
    operation: 'passcodeLogin',
    methods: ['POST'],
    paths: ['/v3/users/{userId}/passcode-login'],
    who: 'merchant',
    body: passcodeLoginBody,
    response: tokenAnswer,
    limit: 'passcodeLogin',
    verb: (house, call: Call<PasscodeLoginBody>) =>
      withToken(house, call, passcodeLogin(house, { customerId: userId(call), ...call.body, ...of(call) })),
  },
  {
    operation: 'addPaymentMethod',
    methods: ['POST'],
    paths: ['/v3/paymentMethods/add'],
    who: 'merchant and customer',
    body: addPaymentMethodBody,
    response: addPaymentMethodAnswer,
    verb: (house, { customerId, body }: Call<AddPaymentMethodBody>) => addPaymentMethod(house, customerId, body),
  },
  {
    operation: 'listPaymentMethods',
    methods: ['GET'],
    paths: ['/v3/customers/me/payment-methods'],
    who: 'merchant and customer',
    response: paymentMethodsAnswer,
    bareList: true,
    verb: (house, { customerId }: Call) => listPaymentMethods(house, customerId),
  },
  {
    operation: 'getChildTransactionKey',
    // The documents call it “get” and send POST (api-v3 C-21).
    methods: ['POST', 'GET'],
    paths: ['/v3/paymentMethods/child-transaction-key'],
    who: 'merchant',
    response: childKeyAnswer,
    // A deviating body of the documents, and the house's own beside it (api-v3 3.10).
    shape: (answer) => ({ status: 'Success', ...(answer as { childKey: string }), data: answer }),
    verb: (house, { merchant }: Call) => issueTokeniserKey(house, merchant.merchantId),
  },
  {
    operation: 'getPkmsKey',
    methods: ['POST', 'GET'],
    paths: ['/v3/paymentMethods/clover-pkms-key'],
    who: 'merchant',
    response: pkmsKeyAnswer,
    verb: (house, { merchant }: Call) => pkmsKey(house, merchant.merchantId),
  },
];

const of = ({ merchant }: Call): { merchantId: string } => ({ merchantId: merchant.merchantId });

const userId = ({ params }: Call): string => params.userId ?? '';

const asAddress = ({ address, ...asked }: DeepExistsBody): DeepExists =>
  address === undefined ? asked : { ...asked, address: { ...address, street2: address.street2 ?? null } };

/** A customer token beside whatever the verb answers: it speaks for that user, through the key that asked. */
async function withToken(
  house: House,
  { merchant }: Call,
  asked: Promise<Outcome<{ userId: string }>>,
): Promise<Outcome<{ userId: string; token: string }>> {
  const outcome = await asked;
  if (isRefused(outcome)) return outcome;
  const { userId } = outcome.answer;
  const token = signCustomerToken(house, { userId, merchantId: merchant.merchantId, keyId: merchant.keyId });
  return { ...outcome, answer: { userId, token } };
}
