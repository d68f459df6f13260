import assert from 'node:assert/strict';
import type { CreateLeaseAnswer, LeaseView } from '#contract/v3/leases.ts';
import type { InboxAnswer } from '#contract/v3/sandbox.ts';
import type { TransactionView } from '#contract/v3/transactions.ts';
import type { CreateUserAnswer, TokenAnswer, UserView } from '#contract/v3/users.ts';
import { sandboxRouting } from '#core/application/routing-number.ts';
import { askHouse } from '#sandbox/ask-house.ts';
import { askDatabase } from '../ask-database.ts';
import { flexpay, ringOf } from '../flexpay.ts';
import type { StartedHouse } from '../start-house.ts';

/** What people on a street of the sandbox do: shoppers lease, the demo store sells, days pass. All of it over HTTP. */
export type Street = {
  /** Somebody new, approved for 1,500.00, who pays from an account of the sandbox bank that ends in these digits. */
  shopper(firstName: string, accountEnd?: string): Promise<Shopper>;
  store: { get<Answer>(path: string): Promise<Answer>; post<Answer>(path: string, body?: object): Promise<Answer> };
  transaction(transactionId: string): Promise<TransactionView>;
  advance(duration: string): Promise<void>;
  /** What the operator sets of the demo store, as options of `flexpay merchants set`; answers what its account says then. */
  setStore(...options: string[]): Promise<string>;
  /** The subjects of what an address was sent, newest first. */
  letters(to: string): Promise<string[]>;
  /** One row of what the tables say of a transaction's lease; `l` is the lease. */
  record(transactionId: string, columns: string, from?: string): Promise<Record<string, unknown>>;
  /** `flexpay audit` finds no rule broken. */
  auditIsGreen(): Promise<void>;
};

export type Shopper = {
  readonly email: string;
  /** A customer token, for a call that the street has no word for. */
  token(): Promise<string>;
  lease(transactionId: string, items: object[], query?: string): Promise<CreateLeaseAnswer>;
  view(leaseId: string): Promise<LeaseView>;
  sign(leaseId: string): Promise<unknown>;
  /** What they may still lease, in dollars. */
  available(): Promise<number>;
};

/** The worked example of domain 1.3: 120.34 and 10.33 shipping make 51 payments of 5.03 and a last of 4.81. */
export const lampOrder = [
  {
    sku: 'LAMP-1',
    description: 'Desk lamp',
    brand: 'Halden',
    cost: 120.34,
    quantity: 1,
    shipping: { cost: 10.33, method: 'UPS' },
  },
];

export function openStreet(house: StartedHouse): Street {
  const store = {
    get: <Answer>(path: string) => askHouse<Answer>(house, { method: 'GET', path, about: path, key: house.apiKey }),
    post: <Answer>(path: string, body?: object) =>
      askHouse<Answer>(house, { method: 'POST', path, about: path, key: house.apiKey, body }),
  };
  return {
    store,
    shopper: (firstName, accountEnd = '0001') => newShopper(house, store, firstName, accountEnd),
    transaction: (transactionId) => store.get(`/v3/transactions/${transactionId}`),
    advance: async (advance) => {
      await store.post('/sandbox/clock', { advance });
    },
    letters: async (to) => {
      const { messages } = await store.get<InboxAnswer>(`/sandbox/inbox?to=${encodeURIComponent(to)}`);
      return messages.map(({ subject }) => subject);
    },
    record: async (transactionId, columns, from = '') => {
      const sql = `select ${columns} from lease l ${from} where l.transaction_id = $1`;
      const rows = await askDatabase(house.databaseUrl, sql, [transactionId]);
      assert.equal(rows.length, 1, `${sql}: ${JSON.stringify(rows)}`);
      return rows[0]!;
    },
    setStore: async (...options) => {
      const listed = await flexpay(ringOf(house), 'merchants', 'list', '--name', 'Marlow', '--json');
      const { merchantId } = JSON.parse(listed.stdout).merchants[0];
      const { code, stdout, stderr } = await flexpay(ringOf(house), 'merchants', 'set', merchantId, ...options);
      assert.equal(code, 0, stderr);
      return stdout;
    },
    auditIsGreen: async () => {
      const { code, stdout, stderr } = await flexpay(ringOf(house), 'audit');
      assert.equal(code, 0, stdout + stderr);
    },
  };
}

async function newShopper(
  house: StartedHouse,
  store: Street['store'],
  firstName: string,
  accountEnd: string,
): Promise<Shopper> {
  const email = `${firstName.toLowerCase()}@street.example`;
  const { userId } = await store.post<CreateUserAnswer>('/v3/users', { firstName, lastName: 'Lindqvist', email });
  // A token lasts an hour, and on this street weeks pass.
  const token = async () => (await store.get<TokenAnswer>(`/v3/users/${userId}/authorize`)).token;
  const asShopper = async <Answer>(method: 'GET' | 'POST', path: string, body?: object) =>
    askHouse<Answer>(house, { method, path, about: path, key: house.apiKey, customerToken: await token(), body });
  const { decision } = await asShopper<UserView>('POST', '/v3/users/me/apply', {
    street1: '1904 Guadalupe Street',
    city: 'Austin',
    regionAbbr: 'TX',
    postalCode: '78705',
    country: 'US',
    mobilePhone: '651-444-7773',
    dateOfBirth: '1991-02-28',
    ssn: '666-01-1500',
    employmentInformation: { monthlyIncome: 3_800, payFrequency: 'biweekly' },
    bankAccount: { routing: sandboxRouting, account: `77000000${accountEnd}`, type: 'checking' },
  });
  assert.equal(decision?.status, 'approved');
  return {
    email,
    token,
    lease: (transactionId, items, query = '') => asShopper('POST', `/v3/leases${query}`, { transactionId, items }),
    view: (leaseId) => asShopper('GET', `/v3/leases/${leaseId}`),
    sign: (leaseId) => asShopper('POST', `/v3/leases/${leaseId}/sign`, { ipAddress: '203.0.113.9', signed: true }),
    available: async () => (await asShopper<UserView>('GET', '/v3/users/me')).decision!.availableBalance,
  };
}
