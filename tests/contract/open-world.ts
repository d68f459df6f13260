import { randomBytes } from 'node:crypto';
import type { Given } from '#contract/v3/operations/operation.ts';
import { askHouse, type HouseCall } from '#sandbox/ask-house.ts';
import type { StartedHouse } from '../start-house.ts';

/** A store of its own in a running house, and as much of a customer's story as an example starts from. */
export type World = {
  readonly apiKey: string;
  readonly customerToken: string | null;
  /** The value that a name in braces stands for; made when an example first asks for it. */
  value(name: string): Promise<unknown>;
};

/** A request with the values of this world where it has names in braces. */
export async function filledFrom<Part>(world: World, part: Part): Promise<Part> {
  let text = JSON.stringify(part);
  for (const [braces, name = ''] of text.matchAll(/\{(\w+)\}/g)) {
    text = text.replaceAll(braces, String(await world.value(name)));
  }
  return JSON.parse(text);
}

type Values = Record<string, string>;
type Ask = <Answer>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer>;

/** Builds it over the API, as a store and its customer would. */
export async function openWorld(house: StartedHouse, given: Given): Promise<World> {
  const run = randomBytes(6).toString('hex');
  const say = (call: Pick<HouseCall, 'method' | 'path' | 'body' | 'key' | 'customerToken'>) =>
    askHouse<never>({ baseUrl: house.baseUrl }, { about: `prepare ${given}`, ...call });
  const operate = (method: 'GET' | 'POST', path: string, body?: unknown) =>
    say({ method, path: `/v3/operator${path}`, body, key: house.operatorKey });
  const store = (await operate('POST', '/merchants', { name: `Store ${run}` })) as {
    merchantId: string;
    apiKey: string;
    authKey: string;
  };
  const values: Values = {
    merchantId: store.merchantId,
    email: `ada-${run}@example.com`,
    newEmail: `grace-${run}@example.com`,
    authKey: store.authKey,
    transactionId: `T-${run}`,
    newTransactionId: `N-${run}`,
  };
  let token: string | null = null;
  const ask: Ask = (method, path, body) =>
    say({ method, path, body, key: store.apiKey, ...(token === null ? {} : { customerToken: token }) });

  const step = levels[given];
  if (step.customer) {
    const ada = { firstName: 'Ada', lastName: 'Lovelace', email: values.email };
    const made = await ask<{ userId: string; token: string }>('POST', '/v3/users', ada);
    values.userId = made.userId;
    token = made.token;
  }
  if (step.ssn !== undefined) await ask('POST', '/v3/users/me/apply', application(step.ssn));
  if (step.prequalified) await prequalify(ask, values);
  await followLease(ask, values, step.lease ?? 0);
  if (step.canceled) await ask('POST', `/v3/transactions/${values.transactionId}/cancel`);
  if (step.confirmed) {
    const body = { by: 'Jane Doe', reason: 'Name, birth and passport agree' };
    await operate('POST', `/screening/${await caseOf(operate, values)}/confirm`, body);
  }
  if (step.held) {
    const { leaseNumber } = await ask<{ leaseNumber: string }>('GET', `/v3/leases/${values.leaseId}`);
    const body = { cause: 'death', by: 'Jane Doe', reason: 'A letter of a court' };
    await operate('POST', `/leases/${leaseNumber}/hold`, body);
  }
  values.apiKey = store.apiKey;
  values.customerToken = token ?? '';
  return {
    apiKey: store.apiKey,
    customerToken: token,
    value: async (name) => {
      values[name] ??= await made(name, { ask, operate, house, values });
      return values[name];
    },
  };
}

type Level = {
  customer?: true;
  ssn?: string;
  prequalified?: true;
  lease?: number;
  canceled?: true;
  held?: true;
  confirmed?: true;
};

const approved = { customer: true, ssn: '666011500' } as const;

const levels: Record<Given, Level> = {
  nothing: {},
  'a customer': { customer: true },
  'a questioned customer': { customer: true, ssn: '666101500' },
  'a prequalified customer': { prequalified: true },
  'an application in review': { customer: true, ssn: '666211500' },
  'a possible match': { customer: true, ssn: '666201500' },
  'a confirmed match': { customer: true, ssn: '666201500', confirmed: true },
  'an application that waits for documents': { customer: true, ssn: '666111500' },
  'a declined customer': { customer: true, ssn: '666021500' },
  'an approved customer': approved,
  'an offered lease': { ...approved, lease: 1 },
  'a canceled offer': { ...approved, lease: 1, canceled: true },
  'a signed lease': { ...approved, lease: 2 },
  'a finalized lease': { ...approved, lease: 3 },
  'a shipped lease': { ...approved, lease: 4 },
  'a delivered lease': { ...approved, lease: 5 },
  'a lease on hold': { ...approved, lease: 5, held: true },
};

/** Every world that an example can start from. */
export const givens = Object.keys(levels) as readonly Given[];

const person = {
  street1: '12 Oak Street',
  city: 'Austin',
  regionAbbr: 'TX',
  postalCode: '78701',
  country: 'US',
  mobilePhone: '5125550142',
  dateOfBirth: '1990-10-10',
};

function application(ssn: string): object {
  return {
    ...person,
    ssn,
    employmentInformation: { monthlyIncome: 4000, payFrequency: 'biweekly' },
    bankAccount: { routing: '110000000', account: '12340001', type: 'checking' },
  };
}

async function prequalify(ask: Ask, values: Values): Promise<void> {
  const employmentInformation = { monthlyIncome: 4000, payFrequency: 'biweekly' };
  const ada = { firstName: 'Ada', lastName: 'Lovelace', email: values.email, password: `correct-${values.email}` };
  const body = { ...person, ...ada, ssn: '666011500', employmentInformation, ipAddress: '203.0.113.7' };
  const { prequalId } = await ask<{ prequalId: string }>('POST', '/v3/users/prequal/start/lease', body);
  values.prequalId = prequalId;
}

/** Offered, signed, finalized, shipped, delivered: the first so many of them. */
async function followLease(ask: Ask, values: Values, count: number): Promise<void> {
  const item = { brand: 'Oak', condition: 'new' };
  const order = {
    transactionId: values.transactionId,
    items: [
      { ...item, sku: 'TABLE-1', description: 'Oak table', cost: 420, quantity: 1 },
      { ...item, sku: 'CHAIR-2', description: 'Oak chair', cost: 85, quantity: 4 },
    ],
    shipping: { cost: '25.00', method: 'ground' },
  };
  const transaction = `/v3/transactions/${values.transactionId}`;
  const steps = [
    async () => {
      values.leaseId = (await ask<{ leaseId: string }>('POST', '/v3/leases', order)).leaseId;
    },
    () => ask('POST', `/v3/leases/${values.leaseId}/sign`, { ipAddress: '203.0.113.7', signed: true }),
    () => ask('POST', `${transaction}/finalize`),
    () => ask('POST', `${transaction}/confirm-shipment`),
    () => ask('POST', `${transaction}/confirm-receipt`),
  ];
  for (const step of steps.slice(0, count)) await step();
}

type Making = {
  ask: Ask;
  operate: (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<never>;
  house: StartedHouse;
  values: Values;
};

/** Values that are fetched or made only for the examples that name them. */
async function made(name: string, { ask, operate, house, values }: Making): Promise<string> {
  const days = { today: 0, inTwoWeeks: 14, inNineDays: 9 }[name];
  if (days !== undefined) return dayOf(ask, days);
  if (name === 'todayInUs') return (await dayOf(ask, 0)).replace(/(\d{4})-(\d{2})-(\d{2})/, '$2/$3/$1');
  if (name === 'passcode') return passcodeOf(ask, values);
  // A JSON number has no zeros before it.
  if (name === 'passcodeNumber') return String(Number(await passcodeOf(ask, values)));
  if (name === 'vendorId') {
    return ((await operate('GET', `/merchants/${values.merchantId}`)) as { vendorId: string }).vendorId;
  }
  if (name === 'keyId') {
    const key = await operate('POST', `/merchants/${values.merchantId}/keys`, { name: 'Another' });
    return (key as { keyId: string }).keyId;
  }
  if (name === 'childKey') {
    return (await ask<{ childKey: string }>('POST', '/v3/paymentMethods/child-transaction-key')).childKey;
  }
  if (name === 'handOverId') {
    const items = [{ sku: 'LAMP-1', description: 'Oak lamp', brand: 'Oak', cost: 120.34, quantity: 1 }];
    const cart = { transactionId: `H-${values.transactionId}`, items, associateId: 'A-17' };
    return (await ask<{ id: string }>('POST', '/v3/hand-overs', cart)).id;
  }
  if (name === 'kioskId') return (await ask<{ id: string }>('POST', '/v3/kiosks', { name: 'Beds' })).id;
  if (name === 'paymentMethodId') {
    return (await ask<{ id: string }[]>('GET', '/v3/customers/me/payment-methods'))[0]!.id;
  }
  if (['reviewId', 'documentsId', 'declinedId', 'approvedId'].includes(name)) {
    return (await ask<{ decision: { applicationId: string } }>('GET', '/v3/users/me')).decision.applicationId;
  }
  if (name === 'holdId') {
    const body = { userId: values.userId, by: 'Jane Doe', reason: 'A dispute' };
    return ((await operate('POST', '/holds', body)) as { holdId: string }).holdId;
  }
  if (name === 'entryId') {
    const body = { userId: values.userId, code: 'fraud', by: 'Jane Doe', reason: 'A mistake' };
    return ((await operate('POST', '/denylist', body)) as { entries: { entryId: string }[] }).entries[0]!.entryId;
  }
  if (name === 'leaseNumber') {
    return (await ask<{ leaseNumber: string }>('GET', `/v3/leases/${values.leaseId}`)).leaseNumber;
  }
  if (name === 'letterId') {
    const listed = (await operate('GET', '/letters?limit=100')) as { letters: { noticeId: string; userId: string }[] };
    return listed.letters.find(({ userId }) => userId === values.userId)!.noticeId;
  }
  if (name === 'documentId') return handInDocument({ ask, operate, house, values });
  if (name === 'caseId') return caseOf(operate, values);
  if (name === 'agreementId') return (await ask<{ id: string }[]>('GET', '/v3/customers/me/agreements'))[0]!.id;
  if (/^(questionsId|question\d|choice\d)$/.test(name)) return questionsOf(ask, values, name);
  throw new Error(`no world has a value {${name}}`);
}

async function caseOf(operate: Making['operate'], { userId }: Values): Promise<string> {
  const { cases }: { cases: { caseId: string; userId: string }[] } = await operate('GET', '/screening?limit=1000');
  const found = cases.find((one) => one.userId === userId);
  if (found === undefined) throw new Error('no screening case was opened');
  return found.caseId;
}

/** As the customer would, in the modal: their ID is added, and its id answered. */
async function handInDocument({ ask, operate, house, values }: Making): Promise<string> {
  let session = '';
  const say = async (verb: string, body: object) => {
    const headers = { 'content-type': 'application/json', ...(session && { 'x-flexpay-session': session }) };
    const sent = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${house.baseUrl}/modal/api/${verb}`, sent);
    const { data, error } = (await answer.json()) as { data: { session: string }; error?: { message: string } };
    if (error !== undefined) throw new Error(`${verb}: ${error.message}`);
    return data;
  };
  session = (await say('open', { authKey: values.authKey, parentOrigin: 'https://shop.example' })).session;
  await say('email', { email: values.email });
  await say('passcode-send', { transport: 'email' });
  await say('passcode', { passcode: await lastCodeTo(ask, values.email) });
  await say('document', { kind: 'id_front', content: Buffer.from('%PDF-1.7').toString('base64') });
  const { decision } = await ask<{ decision: { applicationId: string } }>('GET', '/v3/users/me');
  const path = `/applications/${decision.applicationId}/documents`;
  const listed: { documents: { documentId: string }[] } = await operate('GET', path);
  return listed.documents[0]!.documentId;
}

async function dayOf(ask: Ask, daysLater: number): Promise<string> {
  const { now } = await ask<{ now: string }>('GET', '/sandbox/clock');
  // Six hours back: the day of the customer, who lives west of Greenwich.
  const at = Date.parse(now) - 6 * 3_600_000 + daysLater * 86_400_000;
  return new Date(at).toISOString().slice(0, 10);
}

async function passcodeOf(ask: Ask, { userId, email }: Values): Promise<string> {
  await ask('POST', `/v3/users/${userId}/send-passcode`, { transport: 'email' });
  return lastCodeTo(ask, email);
}

async function lastCodeTo(ask: Ask, email = ''): Promise<string> {
  const to = encodeURIComponent(email);
  const { messages } = await ask<{ messages: { subject: string; body: string }[] }>('GET', `/sandbox/inbox?to=${to}`);
  return /\b\d{6}\b/.exec(`${messages[0]!.body} ${messages[0]!.subject}`)![0];
}

async function questionsOf(ask: Ask, values: Values, name: string): Promise<string> {
  type Asked = { id: string; questions: { id: string; choices: { id: string }[] }[] };
  const { id, questions } = await ask<Asked>('GET', '/v3/users/me/verify-questions');
  values.questionsId = id;
  questions.forEach((question, index) => {
    values[`question${index + 1}`] = question.id;
    values[`choice${index + 1}`] = question.choices[0]!.id;
  });
  return values[name]!;
}
