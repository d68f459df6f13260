import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { freePort } from '#doorstep/free-port.ts';
import { testLists } from '#providers/screening/test-lists.ts';
import { type MagicValue, magicValues } from '#sandbox/magic-values.ts';
import { readRules, shippedRules } from '#server/rules/read-rules.ts';
import { askDatabase } from '../ask-database.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';

// A production with providers of its own, and every row of the sandbox's table typed into it: none has its effect.

let house: StartedHouse;
let baseUrl: string;
let apiKey: string;
let authKey: string;
const shop = 'https://shop.corner.example';
const seen = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-production-')), 'seen.txt');

/** The beginning of the numbers of whom the operator's provider knows too little to ask anything. */
const ofDocuments = '1234565';

/** What an operator brings. Who is asked about accounts and the processor write down what they were asked, and know nothing of it. */
const providers = `
import { appendFileSync } from 'node:fs';
const real = (more) => ({ name: 'mine', sandbox: false, ...more });
const approved = {
  decision: 'approved', score: null, grade: null, spendingLimitCents: 70000, reasons: [], componentLog: [],
  knockOuts: [], limitLog: null, reviewBecause: [], scorecard: 'mine', config: null, reportUsed: false,
  accountReportUsed: false, decidedBy: 'provider',
};
export const decisions = real({ decide: async () => approved });
export const knowledge = real({
  asks: async ({ ssn }) => (ssn.startsWith('${ofDocuments}') ? 'insufficient' : 'nothing'),
  questions: async () => 'insufficient',
});
export const taxRates = real({ rateAt: async () => '0.0825' });
export const bankData = real({ bankName: async () => null });
export const accountReports = real({
  agency: { name: 'Corner Accounts', address: '3 Report Way, Atlanta, GA 30301', phone: '(800) 555-0190' },
  report: async ({ lastName, accountNumber }) => {
    appendFileSync(${JSON.stringify(seen)}, lastName + ' ' + accountNumber + '\\n');
    return null;
  },
});
export const notifier = real({ deliver: async () => undefined });
export const processor = real({
  check: async ({ card }) => {
    if (!card) return { status: 'usable' };
    appendFileSync(${JSON.stringify(seen)}, card.tokens.map(({ token }) => token + '\\n').join(''));
    return { status: 'refused', code: 'unknown_card', message: 'No such card.' };
  },
  charge: async () => ({ status: 'accepted' }),
  chargeCard: async () => ({ status: 'unknown' }),
  chargeByReference: async () => ({ status: 'accepted' }),
  refund: async () => undefined,
  refundByReference: async () => ({ status: 'unknown' }),
  payOut: async () => ({ status: 'unknown' }),
});
`;

before(async () => {
  const mine = path.join(path.dirname(seen), 'mine.ts');
  fs.writeFileSync(mine, providers);
  const port = await freePort();
  const texas = readRules(shippedRules, { production: false, signOffs: [] })
    .all()
    .find(({ rules }) => rules.state === 'TX')!;
  house = await startHouse({
    FLEXPAY_MODE: 'production',
    PORT: String(port),
    FLEXPAY_PROVIDERS: mine,
    FLEXPAY_SCREENING_LISTS: testLists().folder,
    FLEXPAY_RULES_SIGNED_OFF: `${texas.rules.version}@${texas.hash}=Jane Doe`,
    FLEXPAY_COMPANY: 'Corner Leasing, Inc.',
    FLEXPAY_COMPANY_ADDRESS: '7 Corner Street, Austin, TX 78701',
    FLEXPAY_REPORT_AGENCY: 'Corner Reports; 1 Report Way, Atlanta, GA 30301; (800) 555-0199',
    FLEXPAY_SUPPORT: 'help@corner.example',
    FLEXPAY_PUBLIC_URL: 'https://pay.corner.example',
  });
  baseUrl = `http://127.0.0.1:${port}`;
  const made = await call('POST', '/v3/operator/merchants', { key: house.operatorKey, body: { name: 'Lamps' } });
  ({ apiKey, authKey } = made.data);
  const origins = `/v3/operator/merchants/${made.data.merchantId}/origins`;
  await call('POST', origins, { key: house.operatorKey, body: { origin: shop } });
});
after(() => house?.stop());

const refused: Record<MagicValue['kind'], (row: MagicValue) => Promise<void>> = {
  ssn: async ({ example }) => {
    const { error } = await applies({ ssn: example });
    assert.deepEqual([error.code, error.data.fields.map((one: Field) => one.path)], ['ValidationError', ['ssn']]);
    // Neither as digits alone.
    assert.equal((await applies({ ssn: example.replaceAll('-', '') })).error.code, 'ValidationError');
  },
  email: async ({ example }) => {
    const { data } = await applies({ email: example });
    assert.deepEqual([data.decision.status, data.decision.spendingLimit], ['approved', 700], 'the provider decides');
  },
  phone: async ({ example }) => {
    const { data } = await applies({ mobilePhone: example });
    await call('POST', `/v3/users/${data.userId}/send-passcode`, { body: { transport: 'sms' } });
    const passcode = `0000${example.slice(-2)}`;
    const login = await call('POST', `/v3/users/${data.userId}/passcode-login`, { body: { passcode } });
    assert.equal(login.error.code, 'InvalidPasscode');
  },
  bank_account: async ({ routing, example }) => {
    if (routing !== undefined) {
      const { error } = await applies({ bankAccount: { routing, account: example, type: 'checking' } });
      assert.equal(error.code, 'ValidationError');
      assert.match(error.data.fields[0].path, /routing/);
      return;
    }
    const plain = await applies({ bankAccount: { routing: '021000021', account: example, type: 'checking' } });
    const { error, lease } = await signs(plain, `PLAIN-${example.slice(-4)}`);
    assert.equal(error, undefined, 'at a bank of the field the digits of an account mean nothing');
    assert.ok(lease);
  },
  card: async ({ value }) => {
    const { headers } = await applies({});
    const token = { cardType: 'visa', lastFour: '4242', billingZip: '78705', token: value };
    const { error } = await call('POST', '/v3/paymentMethods/add', { headers, body: { token } });
    assert.equal(error.code, 11505);
    assert.ok(fs.readFileSync(seen, 'utf8').split('\n').includes(value), 'the operator’s processor was asked');
  },
  document: async ({ example }) => {
    const say = await applyInTheCheckout();
    const content = Buffer.from(`%PDF-1.7 ${example}`).toString('base64');
    for (const kind of ['id_front', 'address']) await say('document', { kind, content });
    const { decision, documents } = await say('documents-hand-in', {});
    assert.deepEqual([documents.areHandedIn, decision.waitsFor], [true, 'operator'], 'a person looks');
  },
  transaction: async ({ example }) => {
    const who = await applies({});
    const { error } = await signs(who, example);
    assert.equal(error, undefined);
    for (const step of ['finalize', 'confirm-shipment', 'confirm-receipt']) {
      const answer = await call('POST', `/v3/transactions/${example}/${step}`);
      assert.equal(answer.error, undefined, `${step}: ${answer.error?.message}`);
    }
  },
  header: async ({ example }) => {
    const [name = '', said = ''] = example.split(/: (.*)/);
    const body = { firstName: 'Ada', lastName: 'Lovelace', email: `${name.toLowerCase()}@example.com` };
    const { error } = await call('POST', '/v3/users', { body, headers: { [name]: said } });
    assert.equal(error, undefined, 'the call is answered as ever');
    const [row] = await askDatabase(house.databaseUrl, 'select created_at from customer where email = $1', [
      body.email,
    ]);
    assert.ok(Date.parse(String(row!.created_at)) <= Date.now(), 'time is the machine’s');
  },
};

test('every row of the sandbox’s table is without effect in production', async () => {
  for (const row of magicValues) {
    await refused[row.kind](row).catch((error: Error) => {
      throw new Error(`${row.input}: ${error.message}`, { cause: error });
    });
  }
});

test('before a decision the operator’s own provider is asked about the account, whatever its digits are', async () => {
  const { data } = await applies({ bankAccount: { routing: '021000021', account: '440000000400', type: 'checking' } });
  assert.equal(data.decision.status, 'approved');
  assert.ok(fs.readFileSync(seen, 'utf8').split('\n').includes('Lovelace 440000000400'));
});

test('no address of the sandbox exists in production', async () => {
  for (const at of ['clock', 'inbox', 'keys', 'magic', 'personas', 'card-tokens']) {
    for (const method of ['GET', 'POST'] as const) {
      const { status } = await call(method, `/sandbox/${at}`, method === 'POST' ? { body: {} } : {});
      assert.equal(status, 404, `${method} /sandbox/${at}`);
    }
  }
  for (const page of ['/', '/store']) assert.equal((await fetch(`${baseUrl}${page}`)).status, 404, page);
});

type Field = { path: string };
type Options = { key?: string; body?: object; headers?: Record<string, string> };

// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape.
type Reply = any;

async function call(
  method: 'GET' | 'POST',
  at: string,
  { key = apiKey, body, headers = {} }: Options = {},
): Promise<Reply> {
  const answer = await fetch(`${baseUrl}${at}`, {
    method,
    headers: { authorization: key, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, ...((await answer.json()) as object) };
}

let people = 0;

async function applies(told: { email?: string; [member: string]: unknown }) {
  people += 1;
  const { email = `person-${people}@example.com`, ...rest } = told;
  const made = await call('POST', '/v3/users', { body: { firstName: 'Ada', lastName: 'Lovelace', email } });
  const headers = { 'customer-token': made.data.token };
  const answer = await call('POST', '/v3/users/me/apply', {
    headers,
    body: {
      street1: '1904 Guadalupe Street',
      city: 'Austin',
      regionAbbr: 'TX',
      postalCode: '78705',
      country: 'US',
      mobilePhone: '651-444-7773',
      dateOfBirth: '1991-02-28',
      ssn: `123-45-${6000 + people}`,
      employmentInformation: { monthlyIncome: 3_800, payFrequency: 'biweekly' },
      bankAccount: { routing: '021000021', account: `7700${people}`, type: 'checking' },
      ...rest,
    },
  });
  return { headers, ...answer };
}

/** Somebody of whom documents are asked, before the screen that asks; answers what they can say there. */
async function applyInTheCheckout(): Promise<(verb: string, body: object) => Promise<Reply>> {
  people += 1;
  let headers: Record<string, string> = {};
  const say = async (verb: string, body: object): Promise<Reply> => {
    const { data, error } = await call('POST', `/modal/api/${verb}`, { headers, body });
    assert.equal(error, undefined, `${verb}: ${JSON.stringify(error)}`);
    return data;
  };
  headers = { 'x-flexpay-session': (await say('open', { authKey, parentOrigin: shop })).session };
  await say('email', { email: `person-${people}@example.com` });
  await say('profile', {
    firstName: 'Ada',
    lastName: 'Lovelace',
    mobilePhone: '651 444 7773',
    password: 'correct-Ada-9',
    street1: '1904 Guadalupe Street',
    city: 'Austin',
    state: 'TX',
    postalCode: '78705',
    optInMarketing: false,
  });
  await say('personal', {
    dateOfBirth: '1991-02-28',
    ssn: `${ofDocuments}${String(people).padStart(2, '0')}`,
    monthlyIncome: '3800',
    payFrequency: 'biweekly',
    nextPayDate: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10),
    inquiryConsent: true,
    contactConsent: false,
  });
  const account = `8800${people}`;
  const bank = { routingNumber: '021000021', accountNumber: account, accountNumberAgain: account };
  const { decision } = await say('bank', { ...bank, accountType: 'checking' });
  assert.equal(decision.waitsFor, 'customer');
  return say;
}

async function signs({ headers }: { headers: Record<string, string> }, transactionId: string) {
  const items = [{ sku: 'LAMP-1', description: 'Desk lamp', brand: 'Halden', cost: 120.34, quantity: 1 }];
  const offer = await call('POST', '/v3/leases', { headers, body: { transactionId, items } });
  if (offer.error !== undefined) return { error: offer.error, lease: null };
  const body = { ipAddress: '203.0.113.9', signed: true };
  const signed = await call('POST', `/v3/leases/${offer.data.leaseId}/sign`, { headers, body });
  return { error: signed.error, lease: offer.data.leaseId };
}
