import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AgreementView } from '#contract/v3/agreements.ts';
import type { CreateLeaseAnswer } from '#contract/v3/leases.ts';
import type { ActedAnswer, ApplicationDetail } from '#contract/v3/operator-applications.ts';
import type { MagicAnswer } from '#contract/v3/sandbox.ts';
import type { CreateUserAnswer, TokenAnswer, UserView } from '#contract/v3/users.ts';
import { askHouse } from '#sandbox/ask-house.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { lampOrder, openStreet, type Street } from './street.ts';

// Every row of the published table, read from the API like anybody would, typed over HTTP, and its effect seen.

let house: StartedHouse;
let street: Street;
let table: MagicAnswer;

before(async () => {
  house = await startHouse();
  street = openStreet(house);
  table = await street.store.get<MagicAnswer>('/sandbox/magic');
  assert.deepEqual(await street.store.get('/sandbox/personas'), table, 'one table under both names');
});
after(() => house?.stop());

test('every number that is typed decides what its row says', async () => {
  const jane = { by: 'Jane Doe', reason: 'The license fits' };
  const decided: Record<string, (who: Applicant) => Promise<void>> = {
    '666-01-xxxx': async ({ decision }) =>
      assert.deepEqual([decision?.status, decision?.spendingLimit], ['approved', 1500]),
    '666-02-xxxx': declinedFor('A05', 'A07'),
    '666-03-xxxx': declinedFor('K03_INCOME_BELOW_MINIMUM'),
    '666-04-xxxx': declinedFor('K04_BANK_ACCOUNT_NOT_VERIFIED'),
    '666-05-xxxx': declinedFor('K05_PRIOR_CHARGE_OFF'),
    '666-10-xxxx': answered('approved'),
    '666-11-xxxx': async ({ detail }) => assert.equal((await detail()).state, 'step_up'),
    '666-12-xxxx': answered('kba_failed'),
    '666-13-xxxx': answered('kba_expired'),
    '666-20-xxxx': reviewedFor('A possible match of a screening list'),
    '666-21-xxxx': reviewedFor('A fraud alert on file: call the number that it names'),
    '666-22-xxxx': reviewedFor('The credit file is frozen'),
    '666-23-xxxx': async ({ decision, detail }) =>
      assert.deepEqual([decision?.status, (await detail()).state], ['pending', 'deciding']),
    '666-24-xxxx': reviewedFor('An active-duty alert on file: call the number that it names'),
    '666-25-xxxx': reviewedFor('The agency knows another address: be sure that it is the same person'),
    '666-30-xxxx': async ({ detail, act }) => {
      assert.equal((await detail()).state, 'step_up');
      await act('documents-received', jane);
      const { state, spendingLimit } = await act('accept-documents', jane);
      assert.deepEqual([state, spendingLimit], ['approved', 1500]);
    },
    '666-99-xxxx': async ({ decision }) => assert.equal(decision?.status, 'error'),
  };
  const rows = rowsOf('ssn');
  assert.deepEqual(
    rows.map(({ value }) => value),
    Object.keys(decided),
  );
  for (const { value, example } of rows) await decided[value]!(await applicant({ ssn: example }));
});

test('every e-mail address that is typed decides what its row says', async () => {
  const decided: Record<string, [string, number]> = {
    '*deny*@*': ['denied', 0],
    '*.approve@*': ['approved', 2500],
  };
  const rows = rowsOf('email');
  assert.deepEqual(
    rows.map(({ value }) => value),
    Object.keys(decided),
  );
  for (const { value, example } of rows) {
    const { decision } = await applicant({ email: example, ssn: '123-45-6788' });
    assert.deepEqual([decision?.status, decision?.spendingLimit], decided[value], value);
  }
});

test('the phone number of the table gets the code that it says', async () => {
  const [row, ...others] = rowsOf('phone');
  assert.deepEqual([row?.value, others], ['+155555501NN', []]);
  const { userId } = await applicant({ mobilePhone: row!.example });
  await street.store.post(`/v3/users/${userId}/send-passcode`, { transport: 'sms' });
  const passcode = `0000${row!.example.slice(-2)}`;
  const { token } = await street.store.post<TokenAnswer>(`/v3/users/${userId}/passcode-login`, { passcode });
  assert.ok(token);
});

test('every account and every card that is typed pays, fails or comes back as its row says', async () => {
  const accounts = await Promise.all(
    accountsThatPay().map(async (row) => ({ row, ...(await signsWith(row, { account: row.example })) })),
  );
  const cards = await Promise.all(
    rowsOf('card').map(async (row) => ({ row, ...(await signsWith(row, { card: row.example })) })),
  );
  assert.deepEqual([accounts.length, cards.length], [15, 6]);
  await street.advance('P8D');
  await street.advance('P33D');
  for (const { row, transactionId, refused } of [...accounts, ...cards]) {
    const isRefused = /^refused at once|^is declined/.test(row.effect);
    assert.equal(refused, isRefused ? 'PaymentRequired' : null, row.input);
    if (isRefused) continue;
    const { state, code } = await street.record(
      transactionId,
      'p.state, p.failure_code as code',
      'join payment_attempt p using (customer_id, lease_id)',
    );
    const [, returned] = /\((R\d\d)\)/.exec(row.effect) ?? [];
    const late = /days (later|after)/.test(row.effect);
    if (/charged back/.test(row.effect)) assert.deepEqual([state, code], ['returned_late', 'chargeback'], row.input);
    else if (returned) assert.deepEqual([state, code], [late ? 'returned_late' : 'returned', returned], row.input);
    else assert.deepEqual([state, code], ['settled', null], row.input);
    if (!/then settles/.test(row.effect)) continue;
    const second = await accounts.find((one) => one.row === row)!.paysAgain();
    assert.deepEqual(second, ['returned', 'settled'], row.input);
  }
  await street.auditIsGreen();
});

test('what is said of an account that is typed decides what its row says, and payments from it settle', async () => {
  const decided: Record<string, (who: Applicant) => Promise<void>> = {
    '*0400': declinedFor('K04_BANK_ACCOUNT_NOT_VERIFIED'),
    '*0402': scored({ A03: null, A04: -8, A10: 0 }),
    '*0409': declinedFor('K03_INCOME_BELOW_MINIMUM'),
    '*0436': scored({ A03: 10, A04: 8, A10: 5 }),
    '*0499': async ({ decision, detail }) =>
      assert.deepEqual([decision?.status, (await detail()).state], ['pending', 'deciding']),
  };
  const rows = rowsOf('bank_account').filter(({ value }) => value >= '*0400');
  assert.deepEqual(
    rows.map(({ value }) => value),
    Object.keys(decided),
  );
  for (const [at, { value, example, routing = '' }] of rows.entries()) {
    await decided[value]!(await applicant({ ssn: `123-45-${6780 + at}`, bankAccount: { routing, account: example } }));
  }
  // Approved by their number, whatever is said of the account: where nobody answers nobody approves.
  const answered = rows.filter(({ value }) => value !== '*0499');
  const paid = await Promise.all(answered.map((row) => signsWith(row, { account: row.example })));
  await street.advance('P8D');
  for (const { transactionId, refused } of paid) {
    const attempt = await street.record(
      transactionId,
      'p.state',
      'join payment_attempt p using (customer_id, lease_id)',
    );
    assert.deepEqual([refused, attempt.state], [null, 'settled']);
  }
  await street.auditIsGreen();
});

test('goods of a transaction that the carrier loses do not arrive, and no lease starts', async () => {
  const [row] = rowsOf('transaction');
  assert.equal(row?.value, 'SBX-DELIVER-FAIL-*');
  const shopper = await street.shopper('Disa');
  const transactionId = row!.example;
  const { leaseId } = await shopper.lease(transactionId, lampOrder);
  await shopper.sign(leaseId);
  await street.store.post(`/v3/transactions/${transactionId}/finalize`);
  await street.store.post(`/v3/transactions/${transactionId}/confirm-shipment`);
  await assert.rejects(street.store.post(`/v3/transactions/${transactionId}/confirm-receipt`), {
    code: 'DeliveryException',
  });
  assert.equal((await street.record(transactionId, 'l.state')).state, 'finalized');
  await street.auditIsGreen();
});

test('goods of a transaction that ships late leave by themselves after twenty days', async () => {
  const [, row, ...others] = rowsOf('transaction');
  assert.deepEqual([row?.value, others], ['SBX-LATE-SHIP-*', []]);
  const shopper = await street.shopper('Embla');
  const transactionId = row!.example;
  const { leaseId } = await shopper.lease(transactionId, lampOrder);
  await shopper.sign(leaseId);
  await street.store.post(`/v3/transactions/${transactionId}/finalize`);
  const shipped = async () => {
    const shipments = '(select count(*)::int from shipment s where s.lease_id = l.lease_id) as shipments';
    return (await street.record(transactionId, shipments)).shipments;
  };
  await street.advance('P19D');
  assert.equal(await shipped(), 0);
  await street.advance('P2D');
  assert.equal(await shipped(), 1);
  await street.advance('P2D');
  assert.equal(await shipped(), 1, 'once');
  await street.store.post(`/v3/transactions/${transactionId}/confirm-receipt`);
  await street.auditIsGreen();
});

test('the headers of the table move the clock, forward only, and make a bad day', async () => {
  const [row, simulate, ...others] = rowsOf('header');
  assert.deepEqual([row?.value, simulate?.value, others], ['X-Sandbox-Clock: *', 'X-FlexPay-Simulate: *', []]);
  const [name = '', moment = ''] = row!.example.split(/: (.*)/);
  const clock = async () => (await street.store.get<{ now: string }>('/sandbox/clock')).now;
  const later = new Date(Math.max(Date.parse(moment), Date.parse(await clock()) + 3_600_000)).toISOString();
  const headers = { authorization: house.apiKey, [name]: later };
  assert.equal((await fetch(`${house.baseUrl}/v3/users`, { headers })).status, 200);
  assert.ok((await clock()) >= later);
  const [header = '', day = ''] = simulate!.example.split(/: (.*)/);
  const answer = await fetch(`${house.baseUrl}/v3/users`, { headers: { authorization: house.apiKey, [header]: day } });
  assert.equal(answer.status, JSON.parse(day).status);
});

test('no kind of row is left out', () => {
  const kinds = [...new Set(table.map(({ kind }) => kind))];
  assert.deepEqual(kinds, ['ssn', 'email', 'phone', 'bank_account', 'card', 'document', 'transaction', 'header']);
});

const rowsOf = (kind: MagicAnswer[number]['kind']) => table.filter((row) => row.kind === kind);

/** Those whose row says what a charge of them does; of the others something is said before the decision. */
const accountsThatPay = () => rowsOf('bank_account').filter(({ value }) => value < '*0400');

type Applicant = Awaited<ReturnType<typeof applicant>>;

function declinedFor(...reasons: string[]) {
  return async ({ decision, detail }: Applicant): Promise<void> => {
    const told = (await detail()).reasons.map(({ code }) => code);
    assert.deepEqual([decision?.status, told], ['denied', reasons]);
  };
}

/** Approved, with these points for what is said of the account. */
function scored(points: Record<string, number | null>) {
  return async ({ decision, detail }: Applicant): Promise<void> => {
    const { componentLog } = (await detail()).decision as { componentLog: { reason: string; points: number | null }[] };
    const found = componentLog.filter(({ reason }) => reason in points).map((one) => [one.reason, one.points]);
    assert.deepEqual([decision?.status, Object.fromEntries(found)], ['approved', points]);
  };
}

function reviewedFor(cause: string) {
  return async ({ decision, detail }: Applicant): Promise<void> => {
    const { state, reviewBecause } = await detail();
    assert.deepEqual([decision?.status, state, reviewBecause], ['pending', 'review', [cause]]);
  };
}

/** Who answers every question with its first choice. */
function answered(state: string) {
  return async ({ ask, detail }: Applicant): Promise<void> => {
    type Questions = { id: string; questions: { id: string; choices: { id: string }[] }[] };
    const { id, questions } = await ask<Questions>('GET', '/v3/users/me/verify-questions');
    assert.equal(questions.length, 5);
    const answers = questions.map((one) => ({ questionId: one.id, choiceId: one.choices[0]!.id }));
    await ask('POST', '/v3/users/me/verify-answers', { id, answers });
    assert.equal((await detail()).state, state);
  };
}

let people = 0;

async function applicant({
  email,
  ssn = '666-01-1500',
  mobilePhone = '651-444-7773',
  bankAccount = { routing: '021000021', account: '770000000001' },
}: {
  email?: string;
  ssn?: string;
  mobilePhone?: string;
  bankAccount?: { routing: string; account: string };
} = {}) {
  people += 1;
  const person = { firstName: 'Magda', lastName: 'Wand', email: email ?? `magda-${people}@street.example` };
  const { userId } = await street.store.post<CreateUserAnswer>('/v3/users', person);
  const ask = async <Answer>(method: 'GET' | 'POST', path: string, body?: object) => {
    const { token: customerToken } = await street.store.get<TokenAnswer>(`/v3/users/${userId}/authorize`);
    return askHouse<Answer>(house, { method, path, about: path, key: house.apiKey, customerToken, body });
  };
  const { decision } = await ask<UserView>('POST', '/v3/users/me/apply', {
    street1: '1904 Guadalupe Street',
    city: 'Austin',
    regionAbbr: 'TX',
    postalCode: '78705',
    country: 'US',
    mobilePhone,
    dateOfBirth: '1991-02-28',
    ssn,
    employmentInformation: { monthlyIncome: 3_800, payFrequency: 'biweekly' },
    bankAccount: { ...bankAccount, type: 'checking' },
  });
  const path = `/v3/operator/applications/${decision?.applicationId}`;
  const operate = { about: path, key: house.operatorKey } as const;
  return {
    userId,
    decision,
    ask,
    detail: () => askHouse<ApplicationDetail>(house, { ...operate, method: 'GET', path }),
    act: (word: string, body: object) =>
      askHouse<ActedAnswer>(house, { ...operate, method: 'POST', path: `${path}/${word}`, body }),
  };
}

let orders = 0;

/** Somebody signs for a lamp with an account or a card of the table, and has it. */
async function signsWith(row: MagicAnswer[number], { account, card }: { account?: string; card?: string }) {
  const routing = row.routing ?? '021000021';
  const who = await applicant(account === undefined ? {} : { bankAccount: { routing, account } });
  if (card !== undefined) {
    const token = { cardType: 'visa', lastFour: '4242', billingZip: '78705', token: card };
    const added = who.ask('POST', '/v3/paymentMethods/add', { primary: true, token });
    if (row.effect.includes('expired')) await added.catch(() => undefined);
    else await added;
  }
  orders += 1;
  const transactionId = `MAGIC-${orders}`;
  const { leaseId } = await who.ask<CreateLeaseAnswer>('POST', '/v3/leases', { transactionId, items: lampOrder });
  const signed = { ipAddress: '203.0.113.9', signed: true };
  const refused = await who.ask('POST', `/v3/leases/${leaseId}/sign`, signed).then(
    () => null,
    ({ code }: { code: string }) => code,
  );
  if (refused === null) {
    await street.store.post(`/v3/transactions/${transactionId}/finalize`);
    await street.store.post(`/v3/transactions/${transactionId}/confirm-receipt`);
  }
  const paysAgain = async (): Promise<unknown[]> => {
    const [agreement] = await who.ask<AgreementView[]>('GET', '/v3/customers/me/agreements');
    const [method] = await who.ask<{ id: string }[]>('GET', '/v3/customers/me/payment-methods');
    const pay = `/v3/customers/me/agreements/${agreement!.id}/transactions/payment`;
    await who.ask('POST', pay, { paymentMethodId: method!.id, amount: 2 });
    await street.advance('P8D');
    const { states } = await street.record(
      transactionId,
      'array_agg(a.state order by a.created_at) as states',
      'join payment_attempt a using (customer_id, lease_id)',
    );
    return states as unknown[];
  };
  return { transactionId, refused, paysAgain };
}
