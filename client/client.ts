import { call, type Given, type How, type Line } from './call.ts';
import { checkOrder, sayDifference } from './check-order.ts';
import { FlexPayError, isFlexPayError } from './flexpay-error.ts';
import { centsOf, dollarsOf, lineCents } from './money.ts';
import type {
  AddPaymentMethodBody,
  ApplyBody,
  CancelItemsBody,
  CollectPaymentBody,
  CompletePrequalBody,
  ConfirmReceiptBody,
  ConfirmShipmentBody,
  CreateCheckoutBody,
  CreateHandOverBody,
  CreateKioskBody,
  CreateLeaseBody,
  CreateLeaseQuery,
  CreateUserBody,
  DeeplyVerifyUserExistsBody,
  GetCounterfactualQuery,
  GetEarlyPurchaseQuery,
  GetLeaseQuery,
  ImportProductsBody,
  ListHandOverEventsQuery,
  ListProductsQuery,
  ListTransactionsQuery,
  ListUsersQuery,
  OperationName,
  Operations,
  QuoteOrderBody,
  RefundItemsBody,
  RenewHandOverBody,
  ReturnItemsBody,
  SearchUsersBody,
  SearchUsersQuery,
  SendPasscodeBody,
  SignLeaseBody,
  StartPrequalBody,
  VerifyAnswersBody,
} from './operations.gen.ts';
import { pages } from './pages.ts';
import { thisWorld, type World } from './world.ts';

export type FlexPayOptions = {
  /** Where FlexPay listens, with or without `/v3`. */
  readonly url: string;
  /** The secret key of your store. It must never reach a browser. */
  readonly apiKey: string;
  /** How long one try may take: 10 seconds unless you say otherwise. */
  readonly timeoutMs?: number;
  /** How often a call is made before its error is yours: 4 times. */
  readonly attemptsMax?: number;
  /** The longest wait before another try: 30 seconds. When FlexPay asks for more, the error says so at once. */
  readonly waitMsMax?: number;
  /** For tests: another `fetch`, `sleep`, `random` or `newKey`. */
  readonly world?: Partial<World>;
};

export type FlexPay = ReturnType<typeof flexpayClient>;

/**
 * FlexPay's API as your store's server calls it. Every method resolves with what stands under `data`, or throws a
 * `FlexPayError`. Amounts come as exact text in dollars; `centsOf` makes whole cents of them.
 */
export function flexpayClient({ url, apiKey, world, ...patience }: FlexPayOptions) {
  if (!apiKey) throw new TypeError('flexpayClient needs the apiKey of your store.');
  new URL(url); // says at once that it is none
  const { timeoutMs = 10_000, attemptsMax = 4, waitMsMax = 30_000 } = patience;
  const line: Line = { url, apiKey, timeoutMs, attemptsMax, waitMsMax, world: { ...thisWorld, ...world } };
  return {
    /** Any operation by its name in the API's documents. */
    call: <Name extends OperationName>(name: Name, given: Given<Name>): Promise<Operations[Name]['answer']> =>
      call(line, name, given),
    /** The calls that act for one customer, with the token that `users` gave for them. */
    customer: (customerToken: string) => customerCalls(line, customerToken),
    users: userCalls(line),
    transactions: transactionCalls(line),
    /** The key that evidence files are signed with: keep it, and check files with it. */
    evidenceKey: (how: How = {}) => call(line, 'getEvidenceKey', how),
    /** What a cart would cost as a lease, for a product page or before there is a customer. */
    quote: (body: QuoteOrderBody, how: How = {}) => call(line, 'quoteOrder', { ...how, body }),
    /** For partners whose key may look people up. */
    partners: {
      searchUsers: (body: SearchUsersBody, query: SearchUsersQuery = {}, how: How = {}) =>
        call(line, 'searchUsers', { ...how, query, body }),
      startPrequal: (body: StartPrequalBody, how: How = {}) => call(line, 'startPrequal', { ...how, body }),
      completePrequal: (body: CompletePrequalBody, how: How = {}) => call(line, 'completePrequal', { ...how, body }),
    },
    checkout: {
      /** Starts the hosted payment page: send the customer to `redirectUri`. */
      start: (body: CreateCheckoutBody, how: How = {}) => call(line, 'createCheckout', { ...how, body }),
    },
    /** In a store: a cart goes to the customer's own phone, and the counter sees how far it is. */
    handOvers: {
      create: (body: CreateHandOverBody, how: How = {}) => call(line, 'createHandOver', { ...how, body }),
      get: (handOverId: string, how: How = {}) => call(line, 'getHandOver', { ...how, params: { handOverId } }),
      /** What became of all of them after the number that you know: `next` of the answer is the `after` of the next call. */
      events: (query: ListHandOverEventsQuery = {}, how: How = {}) =>
        call(line, 'listHandOverEvents', { ...how, query }),
      /** Another link; the one before it ends. */
      renew: (handOverId: string, body: RenewHandOverBody = {}, how: How = {}) =>
        call(line, 'renewHandOver', { ...how, params: { handOverId }, body }),
      cancel: (handOverId: string, how: How = {}) => call(line, 'cancelHandOver', { ...how, params: { handOverId } }),
    },
    /** A store's own tablets: on one of them a customer applies and signs, and nothing of them stays. */
    kiosks: {
      create: (body: CreateKioskBody, how: How = {}) => call(line, 'createKiosk', { ...how, body }),
      list: (how: How = {}) => call(line, 'listKiosks', how),
      end: (kioskId: string, how: How = {}) => call(line, 'endKiosk', { ...how, params: { kioskId } }),
    },
    products: {
      list: (query: Omit<ListProductsQuery, 'page'> = {}, how: How = {}) =>
        pages(
          (page) => call(line, 'listProducts', { ...how, query: { limit: 100, ...query, page } }),
          ({ products }) => products,
          ({ sku }) => sku,
        ),
      import: (body: ImportProductsBody, how: How = {}) => call(line, 'importProducts', { ...how, body }),
    },
    cardKeys: {
      /** One-time keys with which a page has a card turned into a token, by processor. */
      loanPaymentPro: (how: How = {}) => call(line, 'getChildTransactionKey', how),
      clover: (how: How = {}) => call(line, 'getPkmsKey', how),
    },
    routingNumbers: {
      /** Which bank a routing number is of, before it stands in an application. */
      validate: (routingNumber: string, how: How = {}) =>
        call(line, 'validateRoutingNumber', { ...how, query: { routingNumber } }),
    },
    settings: {
      /** What a cart page asks before it shows the button. */
      lease: (how: How = {}) => call(line, 'getLeaseSettings', how),
    },
  };
}

function userCalls(line: Line) {
  return {
    create: (body: CreateUserBody, how: How = {}) => call(line, 'createUser', { ...how, body }),
    /** The customers of your store: `for await (const user of flexpay.users.list()) …`. */
    list: (query: Omit<ListUsersQuery, 'page'> = {}, how: How = {}) =>
      pages(
        (page) => call(line, 'listUsers', { ...how, query: { limit: 100, ...query, page } }),
        ({ users }) => users,
        ({ userId }) => userId,
      ),
    exists: (email: string, how: How = {}) => call(line, 'verifyUserExists', { ...how, query: { email } }),
    existsDeeply: (body: DeeplyVerifyUserExistsBody, how: How = {}) =>
      call(line, 'deeplyVerifyUserExists', { ...how, body }),
    authorize: (userId: string, how: How = {}) => call(line, 'authorizeUser', { ...how, params: { userId } }),
    sendPasscode: (userId: string, transport: SendPasscodeBody['transport'], how: How = {}) =>
      call(line, 'sendPasscode', { ...how, params: { userId }, body: { transport } }),
    passcodeLogin: (userId: string, passcode: string, how: How = {}) =>
      call(line, 'passcodeLogin', { ...how, params: { userId }, body: { passcode } }),
  };
}

function transactionCalls(line: Line) {
  return {
    /** Newest first: `for await (const transaction of flexpay.transactions.list({ leaseStatus: 'signed' })) …`. */
    list: (query: Omit<ListTransactionsQuery, 'page'> = {}, how: How = {}) =>
      pages(
        (page) => call(line, 'listTransactions', { ...how, query: { limit: 100, ...query, page } }),
        ({ transactions }) => transactions,
        ({ id }) => id,
      ),
    get: (transactionId: string, how: How = {}) => call(line, 'getTransaction', { ...how, params: { transactionId } }),
    finalize: (transactionId: string, how: How = {}) =>
      call(line, 'finalizeTransaction', { ...how, params: { transactionId } }),
    confirmShipment: (transactionId: string, body: ConfirmShipmentBody = {}, how: How = {}) =>
      call(line, 'confirmShipment', { ...how, params: { transactionId }, body }),
    confirmReceipt: (transactionId: string, body: ConfirmReceiptBody = {}, how: How = {}) =>
      call(line, 'confirmReceipt', { ...how, params: { transactionId }, body }),
    cancel: (transactionId: string, body: CancelItemsBody = {}, how: How = {}) =>
      call(line, 'cancelItems', { ...how, params: { transactionId }, body }),
    returnItems: (transactionId: string, body: ReturnItemsBody = {}, how: How = {}) =>
      call(line, 'returnItems', { ...how, params: { transactionId }, body }),
    refund: (transactionId: string, body: RefundItemsBody, how: How = {}) =>
      call(line, 'refundItems', { ...how, params: { transactionId }, body }),
  };
}

function customerCalls(line: Line, customerToken: string) {
  return {
    get: (how: How = {}) => call(line, 'getUser', { ...how, customerToken }),
    apply: (body: ApplyBody, how: How = {}) => call(line, 'apply', { ...how, customerToken, body }),
    verifyQuestions: (how: How = {}) => call(line, 'getVerificationQuestions', { ...how, customerToken }),
    verifyAnswers: (body: VerifyAnswersBody, how: How = {}) =>
      call(line, 'verifyAnswers', { ...how, customerToken, body }),
    paymentMethods: {
      add: (body: AddPaymentMethodBody, how: How = {}) =>
        call(line, 'addPaymentMethod', { ...how, customerToken, body }),
      list: (how: How = {}) => call(line, 'listPaymentMethods', { ...how, customerToken }),
    },
    agreements: {
      list: (how: How = {}) => call(line, 'listAgreements', { ...how, customerToken }),
      /** Collects on one: a declined charge is an answer with its failure, not an error. Give it a key of your own. */
      pay: (agreementId: string, body: CollectPaymentBody, how: How = {}) =>
        call(line, 'collectPayment', { ...how, customerToken, params: { agreementId }, body }),
    },
    leases: {
      create: (body: CreateLeaseBody, query: CreateLeaseQuery = {}, how: How = {}) =>
        call(line, 'createLease', { ...how, customerToken, query, body }),
      get: (leaseId: string, query: GetLeaseQuery = {}, how: How = {}) =>
        call(line, 'getLease', { ...how, customerToken, params: { leaseId }, query }),
      sign: (leaseId: string, body: SignLeaseBody, how: How = {}) =>
        call(line, 'signLease', { ...how, customerToken, params: { leaseId }, body }),
      /** All payments, those made and those to come. */
      schedule: (leaseId: string, how: How = {}) =>
        call(line, 'getSchedule', { ...how, customerToken, params: { leaseId } }),
      /** The file that shows what was signed; keep it, and check it with `flexpay verify`. */
      evidence: (leaseId: string, how: How = {}) =>
        call(line, 'getEvidence', { ...how, customerToken, params: { leaseId } }),
      /** What it costs to own the goods on a day, today without one. */
      earlyPurchase: (leaseId: string, query: GetEarlyPurchaseQuery = {}, how: How = {}) =>
        call(line, 'getEarlyPurchase', { ...how, customerToken, params: { leaseId }, query }),
      /** What one thing done today would change; nothing happens. */
      counterfactual: (leaseId: string, query: GetCounterfactualQuery, how: How = {}) =>
        call(line, 'getCounterfactual', { ...how, customerToken, params: { leaseId }, query }),
    },
  };
}

// The package's front door: what a store imports beside the client.
export { centsOf, checkOrder, dollarsOf, FlexPayError, isFlexPayError, lineCents, sayDifference };
