import type { CreateLeaseAnswer, LeaseView } from '#contract/v3/leases.ts';
import type { CreateMerchantAnswer } from '#contract/v3/operator.ts';
import type { InboxAnswer } from '#contract/v3/sandbox.ts';
import type { CreateUserAnswer, TokenAnswer, UserExistsAnswer, UserView } from '#contract/v3/users.ts';
import { normaliseEmail } from '#core/application/contact.ts';
import { sandboxRouting } from '#core/application/routing-number.ts';
import { askHouse, type HouseCall, HouseSaidNo } from './ask-house.ts';
import {
  readTown,
  type Town,
  type TownCustomer,
  type TownFault,
  type TownMerchant,
  type TownTransaction,
  type TransactionState,
  transactionStates,
} from './read-town.ts';

/** The house that a town is built in. */
export type SeedWorld = {
  readonly baseUrl: string;
  readonly operatorKey: string;
  /** Names this run, so that a call whose answer was lost is repeated without a second effect. Never the same twice. */
  readonly run: string;
  readonly fetch?: typeof fetch;
  /** Hears what is being made, a line each. */
  readonly say?: (line: string) => void;
};

/** What was made, in the order of the file. */
export type Seeded = {
  readonly baseUrl: string;
  readonly merchants: readonly { name: string; apiKey: string; authKey: string }[];
  readonly customers: readonly { email: string; userId: string }[];
  readonly transactions: readonly {
    transactionId: string;
    leaseId: string;
    leaseNumber: string;
    state: TransactionState;
  }[];
};

/** The file describes no town; nothing was made. */
export class TownUnreadable extends Error {
  constructor(faults: readonly TownFault[]) {
    super(faults.map(({ path, message }) => `${path === '' ? 'The town' : path} ${message}.`).join('\n'));
  }
}

/**
 * Builds the town of a file in a running sandbox, through the public API like everyone. Merchants are always new;
 * a customer whose e-mail address is known is that customer, and one who is decided on is not asked again.
 * Throws `TownUnreadable` before anything is made, `HouseSaidNo` when the house refuses a call or does not answer.
 */
export async function seedTown(world: SeedWorld, file: unknown): Promise<Seeded> {
  const town = readTown(file);
  if ('faults' in town) throw new TownUnreadable(town.faults);
  const desk = openDesk(world);
  await desk.ask({ method: 'GET', path: '/sandbox/clock', about: 'find a sandbox there' });
  const merchants = await openMerchants(desk, world.operatorKey, town.merchants);
  const customers = await admitCustomers(desk, town.customers, merchants);
  const transactions = await signLeases(desk, town, merchants, customers);
  return {
    baseUrl: world.baseUrl,
    merchants,
    customers: customers.map(({ email, userId }) => ({ email, userId })),
    transactions,
  };
}

type Desk = {
  ask<Answer>(call: HouseCall): Promise<Answer>;
  say(line: string): void;
};

type Merchant = Seeded['merchants'][number];
type Customer = { email: string; userId: string; tokens: Map<Merchant, string> };

/** Every POST has its own key under the name of the run. */
function openDesk({ run, say = () => undefined, ...house }: SeedWorld): Desk {
  let posts = 0;
  return {
    say,
    ask: (call) => {
      if (call.method === 'GET') return askHouse(house, call);
      posts += 1;
      return askHouse(house, { ...call, idempotencyKey: `${run}/${posts}` });
    },
  };
}

async function openMerchants(desk: Desk, operatorKey: string, wanted: readonly TownMerchant[]): Promise<Merchant[]> {
  const merchants: Merchant[] = [];
  for (const { name, minimumOrderValue } of wanted) {
    desk.say(`merchant ${name}`);
    const { apiKey, authKey } = await desk.ask<CreateMerchantAnswer>({
      method: 'POST',
      path: '/v3/operator/merchants',
      about: `open the merchant ${name}`,
      key: operatorKey,
      keyName: 'the operator key',
      body: { name, minimumOrderValue },
    });
    merchants.push({ name, apiKey, authKey });
  }
  return merchants;
}

async function admitCustomers(
  desk: Desk,
  wanted: readonly TownCustomer[],
  merchants: readonly Merchant[],
): Promise<Customer[]> {
  const customers: Customer[] = [];
  for (const one of wanted) {
    desk.say(`customer ${one.email}, ${one.decision}`);
    const customer = await findOrCreate(desk, one, merchants[0]!);
    await applyOnce(desk, one, customer, merchants[0]!);
    customers.push(customer);
  }
  return customers;
}

async function findOrCreate(desk: Desk, one: TownCustomer, merchant: Merchant): Promise<Customer> {
  const { email, password, firstName, lastName } = one;
  const call = { key: merchant.apiKey, about: `create the customer ${email}` };
  try {
    const body = { email, password, firstName, lastName };
    const { userId, token } = await desk.ask<CreateUserAnswer>({ ...call, method: 'POST', path: '/v3/users', body });
    return { email, userId, tokens: new Map([[merchant, token]]) };
  } catch (error) {
    if (!(error instanceof HouseSaidNo) || error.code !== 'UserAlreadyExists') throw error;
    const path = `/v3/user-exists?email=${encodeURIComponent(email)}`;
    const { userId = '' } = await desk.ask<UserExistsAnswer>({ ...call, method: 'GET', path });
    return { email, userId, tokens: new Map() };
  }
}

/** Whoever has a decision keeps it. */
async function applyOnce(desk: Desk, one: TownCustomer, customer: Customer, merchant: Merchant): Promise<void> {
  const call = {
    key: merchant.apiKey,
    customerToken: await tokenFor(desk, customer, merchant),
    about: `let ${one.email} apply`,
  };
  const { decision } = await desk.ask<UserView>({ ...call, method: 'GET', path: '/v3/users/me' });
  if (decision !== null) return;
  await desk.ask<UserView>({ ...call, method: 'POST', path: '/v3/users/me/apply', body: applicationOf(one) });
}

/** A merchant that the customer is new to comes to know them by the code in their inbox. */
async function tokenFor(desk: Desk, customer: Customer, merchant: Merchant): Promise<string> {
  const known = customer.tokens.get(merchant);
  if (known !== undefined) return known;
  const call = { key: merchant.apiKey, about: `log ${customer.email} in at ${merchant.name}` };
  const user = `/v3/users/${customer.userId}`;
  await desk.ask({ ...call, method: 'POST', path: `${user}/send-passcode`, body: { transport: 'email' } });
  const inbox = `/sandbox/inbox?to=${encodeURIComponent(normaliseEmail(customer.email))}`;
  const { messages } = await desk.ask<InboxAnswer>({ ...call, method: 'GET', path: inbox });
  const letter = messages.find(({ kind }) => kind === 'passcode');
  const passcode = /\b\d{6}\b/.exec(letter?.body ?? '')?.[0] ?? '';
  const body = { passcode };
  const { token } = await desk.ask<TokenAnswer>({ ...call, method: 'POST', path: `${user}/passcode-login`, body });
  customer.tokens.set(merchant, token);
  return token;
}

/** Dollars. Enough for a file to be built several times over: the customers of a second run are those of the first. */
const limitDefault = 5_000;

/** An application that the sandbox decides as wanted: by its number, which nobody in the world has (domain 5.2). */
function applicationOf({ phone, decision, spendingLimit = limitDefault }: TownCustomer) {
  const limit = String(spendingLimit).padStart(4, '0');
  return {
    street1: '415 Congress Avenue',
    city: 'Austin',
    regionAbbr: 'TX',
    postalCode: '78701',
    country: 'US',
    mobilePhone: phone,
    dateOfBirth: '1988-04-12',
    ssn: decision === 'approved' ? `666-01-${limit}` : '666-02-0001',
    employmentInformation: { name: 'Sandbox Works', monthlyIncome: 4_200, payFrequency: 'biweekly' },
    // An account of their own at the bank of the sandbox; ending in 0001 it pays.
    bankAccount: { routing: sandboxRouting, account: `${phone.replace(/\D/g, '').slice(-10)}0001`, type: 'checking' },
  };
}

async function signLeases(
  desk: Desk,
  town: Town,
  merchants: readonly Merchant[],
  customers: readonly Customer[],
): Promise<Seeded['transactions'][number][]> {
  const made: Seeded['transactions'][number][] = [];
  for (const wanted of town.transactions) {
    desk.say(`transaction ${wanted.transactionId}, ${wanted.state}`);
    const merchant = merchants.find(({ name }) => name === wanted.merchant)!;
    const customer = customers.find(({ email }) => normaliseEmail(email) === normaliseEmail(wanted.customer))!;
    made.push(await carryThrough(desk, wanted, merchant, await tokenFor(desk, customer, merchant)));
  }
  return made;
}

/** From the cart to the wanted state, one honest call after the other. */
async function carryThrough(
  desk: Desk,
  { transactionId, items, state }: TownTransaction,
  { apiKey: key }: Merchant,
  customerToken: string,
): Promise<Seeded['transactions'][number]> {
  const post = <Answer>(path: string, verb: string, body?: object) =>
    desk.ask<Answer>({ method: 'POST', path, about: `${verb} ${transactionId}`, key, customerToken, body });
  const order = { transactionId, items };
  const { leaseId } = await post<CreateLeaseAnswer>('/v3/leases', 'create a lease for', order);
  const lease = `/v3/leases/${leaseId}`;
  const about = `read the lease of ${transactionId}`;
  const { leaseNumber } = await desk.ask<LeaseView>({ method: 'GET', path: lease, about, key, customerToken });

  const at = (verb: string) => `/v3/transactions/${encodeURIComponent(transactionId)}/${verb}`;
  const steps: Record<TransactionState, () => Promise<unknown>> = {
    created: async () => undefined,
    signed: () => post(`${lease}/sign`, 'sign', { ipAddress: '127.0.0.1', signed: true }),
    finalized: () => post(at('finalize'), 'finalize'),
    shipped: () => post(at('confirm-shipment'), 'ship'),
    delivered: () => post(at('confirm-receipt'), 'confirm the receipt of'),
  };
  for (const step of transactionStates.slice(0, transactionStates.indexOf(state) + 1)) await steps[step]();
  return { transactionId, leaseId, leaseNumber, state };
}
