import type { Example, Given } from '#contract/v3/operations/operation.ts';
import type { RefusalCode } from '#contract/v3/refusals.ts';
import { odd } from './odd-providers.ts';

/** A call, by the keys of the store and of its customer unless it says another; names in braces are values of the world. */
export type Call = {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** What it is refused with; absent: it succeeds. */
  readonly refused?: RefusalCode;
};

/** What can be done in a world before it is asked. */
export type Town = {
  // biome-ignore lint/suspicious/noExplicitAny: each step knows what it asks for.
  store(method: 'GET' | 'POST', path: string, call?: Call): Promise<any>;
  operator(path: string, body: unknown): Promise<unknown>;
  /** For what no call does: what a hand did long ago, what time has done. */
  database(sql: string): Promise<Record<string, unknown>[]>;
};

/** A refusal that no example of the document shows, because more has to happen first than a reader wants to know. */
export type RefusalCase = Pick<Example, 'params' | 'query' | 'body'> & {
  readonly operation: string;
  readonly refused: RefusalCode;
  readonly why: string;
  readonly given: Given;
  /** What happens first; it answers the values that it makes, by their names. */
  readonly before?: (town: Town) => Promise<unknown>;
  readonly headers?: Readonly<Record<string, string>>;
};

const transaction = { transactionId: '{transactionId}' };
const lease = { leaseId: '{leaseId}' };
const signature = { ipAddress: '203.0.113.7', signed: true };
const byHand = { by: 'Jane Doe', reason: 'A letter' };
const cart = (cost: number, transactionId = '{newTransactionId}') => ({
  transactionId,
  items: [{ sku: 'LAMP-1', description: 'Oak lamp', brand: 'Oak', cost, quantity: 1 }],
});
const handOver = { ...cart(120.34), associateId: 'A-17' };
const account = { routing: '110000000', account: '12340001', type: 'checking' };
const employmentInformation = { monthlyIncome: 4000, payFrequency: 'biweekly' };
const person = {
  street1: '12 Oak Street',
  city: 'Austin',
  regionAbbr: 'TX',
  postalCode: '78701',
  country: 'US',
  mobilePhone: '5125550142',
  dateOfBirth: '1990-10-10',
  employmentInformation,
};

/** From another network than this machine's, whose calls count for nothing; a network for each case. */
const from = (network: number) => ({ 'x-forwarded-for': `198.51.${network}.7` });

/** Nothing is left of the customer, as when their file has been kept long enough. */
async function erase({ database }: Town): Promise<void> {
  await database(`select erase_customer('{userId}', current_date, current_date)`);
}

async function addCard({ store }: Town, token: string): Promise<string> {
  const card = { cardType: 'visa', billingZip: '78701', token };
  return (await store('POST', '/v3/paymentMethods/add', { body: { primary: true, token: card } })).id;
}

/** The customer signs, and nobody hears what became of the first payment. */
async function signUnheard(town: Town): Promise<void> {
  await addCard(town, odd.card);
  await town.store('POST', '/v3/leases/{leaseId}/sign', { body: signature, refused: 'ServiceUnavailable' });
}

/** Other accounts of one person apply; answers nothing of what they are told. */
async function applyAs({ store }: Town, names: readonly string[], ssn: string, headers: Call['headers']) {
  for (const name of names) {
    const made = { firstName: 'Ada', lastName: 'Byron', email: `${name}.{newEmail}` };
    const { token } = await store('POST', '/v3/users', { body: made });
    const body = { ...person, ssn, bankAccount: account };
    await store('POST', '/v3/users/me/apply', { token, body, ...(headers === undefined ? {} : { headers }) });
  }
}

const partner = { ...person, firstName: 'Grace', lastName: 'Hopper', email: '{newEmail}', ipAddress: '203.0.113.7' };

/** An order of a hand-over that its customer has an offer for by another way. */
async function offerHandedOver({ store }: Town): Promise<Record<string, string>> {
  const { id } = await store('POST', '/v3/hand-overs', { body: handOver });
  const { leaseId } = await store('POST', '/v3/leases', { body: cart(120.34) });
  return { handOverId: id, leaseId };
}

async function signHandedOver(town: Town): Promise<Record<string, string>> {
  const values = await offerHandedOver(town);
  await town.store('POST', `/v3/leases/${values.leaseId}/sign`, { body: signature });
  return values;
}

/** An order whose first payment waits for its shipment, with a card that will be asked for it. */
async function awaitsShipment({ store, operator }: Town, card: string): Promise<void> {
  await operator('/merchants/{merchantId}', { firstPaymentAt: 'shipment' });
  const ada = { firstName: 'Ada', lastName: 'Byron', email: '{newEmail}' };
  const { token } = await store('POST', '/v3/users', { body: ada });
  await store('POST', '/v3/users/me/apply', { token, body: { ...person, ssn: '666011500', bankAccount: account } });
  const primary = { primary: true, token: { cardType: 'visa', billingZip: '78701', token: card } };
  await store('POST', '/v3/paymentMethods/add', { token, body: primary });
  const { leaseId } = await store('POST', '/v3/leases', { token, body: cart(120.34, '{transactionId}') });
  await store('POST', `/v3/leases/${leaseId}/sign`, { token, body: signature });
  await store('POST', '/v3/transactions/{transactionId}/finalize');
}

/** And nobody hears whether the card paid. */
async function shipUnheard(town: Town): Promise<void> {
  await awaitsShipment(town, odd.card);
  await town.store('POST', '/v3/transactions/{transactionId}/confirm-shipment', { refused: 'ServiceUnavailable' });
}

export const refusalCases: readonly RefusalCase[] = [
  {
    operation: 'getUser',
    refused: 'UserNotFound',
    why: 'the customer’s file was erased',
    given: 'a customer',
    before: erase,
  },
  {
    operation: 'apply',
    refused: 'UserNotFound',
    why: 'the customer’s file was erased',
    given: 'a customer',
    before: erase,
    body: { ...person, ssn: '666011500', bankAccount: account },
  },
  {
    operation: 'apply',
    refused: 'TooManyRequests',
    why: 'the person applied three times, under other accounts',
    given: 'a customer',
    before: (town) => applyAs(town, ['one', 'two', 'three'], '212334451', from(1)),
    headers: from(1),
    body: { ...person, ssn: '212334451', bankAccount: account },
  },
  {
    operation: 'authorizeUser',
    refused: 'Forbidden',
    why: 'the store is no trusted partner any more',
    given: 'a customer',
    before: async ({ operator }) => {
      await operator('/merchants/{merchantId}', { trustedPartner: false });
    },
    params: { userId: '{userId}' },
  },
  {
    operation: 'sendPasscode',
    refused: 'TooManyRequests',
    why: 'three codes were sent just now, the one to choose a password with among them',
    given: 'a customer',
    before: async ({ store }) => {
      const call = { body: { transport: 'email' }, headers: from(2) };
      for (const _ of [2, 3]) await store('POST', '/v3/users/{userId}/send-passcode', call);
    },
    headers: from(2),
    params: { userId: '{userId}' },
    body: { transport: 'email' },
  },
  {
    operation: 'addPaymentMethod',
    refused: 'UserNotFound',
    why: 'the customer’s file was erased',
    given: 'a customer',
    before: erase,
    body: { ach: { routing: '110000000', account: '12340001', accountType: 'checking' } },
  },
  {
    operation: 'addPaymentMethod',
    refused: 'ServiceUnavailable',
    why: 'the processor does not answer',
    given: 'a customer',
    body: { ach: { routing: '110000000', account: odd.account, accountType: 'checking' } },
  },
  {
    operation: 'verifyAnswers',
    refused: 'VerificationRequired',
    why: 'other answers were given before, and were wrong',
    given: 'a questioned customer',
    before: async ({ store }) => {
      type Question = { id: string; choices: { id: string }[] };
      const { id, questions } = await store('GET', '/v3/users/me/verify-questions');
      const answers = questions.map(({ id: questionId, choices }: Question) => ({
        questionId,
        choiceId: choices.at(-1)!.id,
      }));
      await store('POST', '/v3/users/me/verify-answers', { body: { id, answers } });
      return { questionsId: id, question: questions[0].id, choice: questions[0].choices[0].id };
    },
    body: { id: '{questionsId}', answers: { '{question}': '{choice}' } },
  },
  {
    operation: 'signLease',
    refused: 'DecisionRequired',
    why: 'the approval was revoked',
    given: 'an offered lease',
    before: async ({ operator }) => {
      const body = { ...byHand, because: ['K06_IDENTITY_NOT_VERIFIED'] };
      await operator('/applications/{approvedId}/revoke', body);
    },
    params: lease,
    body: signature,
  },
  {
    operation: 'signLease',
    refused: 'SpendingHold',
    why: 'a hand has stopped the customer from leasing more',
    given: 'an offered lease',
    before: async ({ database }) => {
      await database(`update customer set spending_hold = true where customer_id = '{userId}'`);
    },
    params: lease,
    body: signature,
  },
  {
    operation: 'signLease',
    refused: 'VerificationRequired',
    why: 'a prequalification from before the approval was completed, and asks its own questions',
    given: 'nothing',
    before: completedAfterwards,
    params: lease,
    body: signature,
  },
  {
    operation: 'signLease',
    refused: 'ExceedSpendingLimitError',
    why: 'another lease was signed since',
    given: 'an offered lease',
    before: async ({ store }) => {
      const { leaseId } = await store('POST', '/v3/leases', { body: cart(800) });
      await store('POST', `/v3/leases/${leaseId}/sign`, { body: signature });
    },
    params: lease,
    body: signature,
  },
  {
    operation: 'signLease',
    refused: 'PaymentRequired',
    why: 'the card is declined',
    given: 'an offered lease',
    before: async (town) => {
      await addCard(town, 'tok_nsf');
    },
    params: lease,
    body: signature,
  },
  {
    operation: 'signLease',
    refused: 'ServiceUnavailable',
    why: 'nobody hears whether the card paid',
    given: 'an offered lease',
    before: async (town) => {
      await addCard(town, odd.card);
    },
    params: lease,
    body: signature,
  },
  {
    operation: 'getEvidence',
    refused: 'NotFound',
    why: 'the lease was signed before evidence was kept',
    given: 'a signed lease',
    before: async ({ database }) => {
      await database(`update lease set evidence_version = null where customer_id = '{userId}'`);
    },
    params: lease,
  },
  {
    operation: 'createHandOver',
    refused: 'TooManyRequests',
    why: 'three links went to this address within the hour',
    given: 'nothing',
    before: async ({ store }) => {
      for (const number of [1, 2, 3]) {
        const body = { ...handOver, transactionId: `{newTransactionId}-${number}`, email: '{newEmail}' };
        await store('POST', '/v3/hand-overs', { body });
      }
    },
    body: { ...handOver, email: '{newEmail}' },
  },
  {
    operation: 'renewHandOver',
    refused: 'TooManyRequests',
    why: 'three links went to this address within the hour',
    given: 'nothing',
    before: async ({ store }) => {
      const { id } = await store('POST', '/v3/hand-overs', { body: { ...handOver, email: '{newEmail}' } });
      for (const _ of [2, 3]) {
        await store('POST', `/v3/hand-overs/${id}/renew`, { body: { email: '{newEmail}' } });
      }
      return { handOverId: id };
    },
    params: { handOverId: '{handOverId}' },
    body: { email: '{newEmail}' },
  },
  {
    operation: 'renewHandOver',
    refused: 'TransactionCanceled',
    why: 'the store took it back',
    given: 'nothing',
    before: async ({ store }) => {
      await store('POST', '/v3/hand-overs/{handOverId}/cancel');
    },
    params: { handOverId: '{handOverId}' },
    body: {},
  },
  {
    operation: 'renewHandOver',
    refused: 'InvalidTransactionId',
    why: 'the order is signed',
    given: 'an approved customer',
    before: signHandedOver,
    params: { handOverId: '{handOverId}' },
    body: {},
  },
  {
    operation: 'cancelHandOver',
    refused: 'InvalidTransactionId',
    why: 'the order is signed',
    given: 'an approved customer',
    before: signHandedOver,
    params: { handOverId: '{handOverId}' },
  },
  {
    operation: 'cancelHandOver',
    refused: 'ServiceUnavailable',
    why: 'the customer is signing',
    given: 'an approved customer',
    before: async (town) => {
      const { leaseId, ...values } = await offerHandedOver(town);
      await addCard(town, odd.card);
      const call = { body: signature, refused: 'ServiceUnavailable' } as const;
      await town.store('POST', `/v3/leases/${leaseId}/sign`, call);
      return values;
    },
    params: { handOverId: '{handOverId}' },
  },
  {
    operation: 'cancelItems',
    refused: 'ServiceUnavailable',
    why: 'the customer is signing',
    given: 'an offered lease',
    before: signUnheard,
    params: transaction,
  },
  {
    operation: 'returnItems',
    refused: 'ServiceUnavailable',
    why: 'the first payment is being taken',
    given: 'nothing',
    before: shipUnheard,
    params: transaction,
  },
  {
    operation: 'refundItems',
    refused: 'ServiceUnavailable',
    why: 'the first payment is being taken',
    given: 'nothing',
    before: shipUnheard,
    params: transaction,
    body: { items: [{ lineNumber: 1, sku: 'LAMP-1', itemCredit: 10 }] },
  },
  ...(['confirmShipment', 'confirmReceipt'] as const).flatMap((operation): RefusalCase[] => [
    {
      operation,
      refused: 'PaymentRequired',
      why: 'the card holds the first payment and does not give it',
      given: 'nothing',
      before: (town) => awaitsShipment(town, 'tok_shipment_decline'),
      params: transaction,
    },
    {
      operation,
      refused: 'ServiceUnavailable',
      why: 'nobody hears whether the card paid',
      given: 'nothing',
      before: (town) => awaitsShipment(town, odd.card),
      params: transaction,
    },
  ]),
  {
    operation: 'confirmReceipt',
    refused: 'DeliveryException',
    why: 'the carrier lost the goods',
    given: 'an approved customer',
    before: async ({ store }) => {
      const transactionId = 'SBX-DELIVER-FAIL-{newTransactionId}';
      const { leaseId } = await store('POST', '/v3/leases', { body: cart(120.34, transactionId) });
      await store('POST', `/v3/leases/${leaseId}/sign`, { body: signature });
      for (const step of ['finalize', 'confirm-shipment']) {
        await store('POST', `/v3/transactions/${transactionId}/${step}`);
      }
    },
    params: { transactionId: 'SBX-DELIVER-FAIL-{newTransactionId}' },
  },
  {
    operation: 'collectPayment',
    refused: 'ServiceUnavailable',
    why: 'nobody hears whether the card paid',
    given: 'a delivered lease',
    before: async (town) => ({ silentCardId: await addCard(town, odd.card) }),
    params: { agreementId: '{agreementId}' },
    body: { paymentMethodId: '{silentCardId}', amount: 20.5 },
  },
  {
    operation: 'startPrequal',
    refused: 'TooManyRequests',
    why: 'the person applied three times, under other accounts',
    given: 'nothing',
    before: (town) => applyAs(town, ['one', 'two', 'three'], '212334452', from(3)),
    headers: from(3),
    body: { ...partner, ssn: '212334452' },
  },
  {
    operation: 'completePrequal',
    refused: 'ApplicationInProgress',
    why: 'another account of the same person applied meanwhile, and has to prove who they are',
    given: 'nothing',
    before: async (town) => {
      const body = { ...partner, ssn: odd.ssn };
      const { prequalId } = await town.store('POST', '/v3/users/prequal/start/lease', { body, headers: from(4) });
      await applyAs(town, ['other'], odd.ssn, from(4));
      return { prequalId };
    },
    headers: from(4),
    body: { prequalId: '{prequalId}', bankAccount: account },
  },
  {
    operation: 'completePrequal',
    refused: 'UserNotFound',
    why: 'it was abandoned years ago, and the customer’s file was erased',
    given: 'a prequalified customer',
    before: async ({ database }) => {
      const whose = `(select customer_id from prequalification where prequal_id = '{prequalId}')`;
      await database(`update application set state = 'abandoned', created_at = created_at - interval '3 years'
        where customer_id = ${whose}`);
      await database(`select erase_customer(${whose}, current_date, current_date)`);
    },
    body: { prequalId: '{prequalId}', bankAccount: account },
  },
  {
    operation: 'rotateKey',
    refused: 'KeyNotActive',
    why: 'the key was revoked',
    given: 'nothing',
    before: async ({ operator }) => {
      await operator('/merchants/{merchantId}/keys/{keyId}/revoke', {});
    },
    params: { merchantId: '{merchantId}', keyId: '{keyId}' },
  },
  {
    operation: 'approveApplication',
    refused: 'NotOffered',
    why: 'the applicant lives where leases are not offered',
    given: 'a customer',
    before: async ({ store }) => {
      const body = { ...person, regionAbbr: 'MN', postalCode: '55401', ssn: '666231500', bankAccount: account };
      await store('POST', '/v3/users/me/apply', { body });
    },
    params: { applicationId: '{reviewId}' },
    body: byHand,
  },
];

/** Approved after a prequalification that is completed only then: once more the customer has to say who they are. */
async function completedAfterwards({ store }: Town): Promise<Record<string, string>> {
  const started = { ...partner, ssn: '666101500' };
  const { prequalId } = await store('POST', '/v3/users/prequal/start/lease', { body: started });
  const { userId } = await store('GET', '/v3/user-exists?email={newEmail}');
  const { token } = await store('GET', `/v3/users/${userId}/authorize`);
  await store('POST', '/v3/users/me/apply', { token, body: { ...person, ssn: '666101500', bankAccount: account } });
  const { id, questions } = await store('GET', '/v3/users/me/verify-questions', { token });
  type Question = { id: string; choices: { id: string }[] };
  const answers = questions.map(({ id: questionId, choices }: Question) => ({ questionId, choiceId: choices[0]!.id }));
  await store('POST', '/v3/users/me/verify-answers', { token, body: { id, answers } });
  const { leaseId } = await store('POST', '/v3/leases', { token, body: cart(120.34) });
  await store('POST', '/v3/users/prequal/complete/lease', { body: { prequalId, bankAccount: account } });
  return { customerToken: token, leaseId };
}
