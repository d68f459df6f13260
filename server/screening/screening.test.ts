import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Screening } from '#ports/screening.ts';
import { listScreening } from '#providers/screening/list.ts';
import { madeUp, testLists } from '#providers/screening/test-lists.ts';
import { carryOut } from '#server/carry-out.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { agreementIdOf } from '#server/leases/agreement-id.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { openOperator, type TestOperator } from '#server/merchants/test-operator.ts';
import { collectPayment } from '#server/payments/collect-payment.ts';
import { settlementOfLease } from '#server/settlements/settlement-of-lease.ts';
import { dayMs, must } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor } from '#server/test-shopper.ts';
import { confirmReceipt } from '#server/transactions/confirm-receipt.ts';
import { finalize } from '#server/transactions/finalize.ts';
import { returnItems } from '#server/transactions/return-items.ts';

let operator: TestOperator;
let apiKey: string;
const lists = testLists();
let asked = 0;
let isAway = false;

before(async () => {
  operator = await openOperator();
  const real = await listScreening(lists.folder);
  const screening: Screening = {
    ...real,
    screen: async (person) => {
      asked += 1;
      if (isAway) throw new Error('the lists are away');
      return real.screen(person);
    },
  };
  Object.assign(operator.built.house, { screening });
  apiKey = (await operator.store('Sofas')).apiKey;
});
after(() => operator.close());

const jane = { by: 'Jane Doe', reason: 'Compared the passports' };

test('who may be somebody of a list is looked at by a person, whatever the decision says, and hears nothing of it', async () => {
  const zorn = await applies('Zorn Abelard', 'Quillfeather', { dateOfBirth: '1971-03-03' });
  const { decision } = await zorn.me();
  assert.deepEqual([decision.status, decision.approved], ['pending', false]);
  const waiting = await zorn.application();
  assert.deepEqual([waiting.state, waiting.reviewBecause], ['review', ['A possible match of a screening list']]);
  const found = await zorn.case();
  assert.deepEqual([found.state, found.foundBy, found.applicationId], ['open', 'application', waiting.applicationId]);
  assert.deepEqual(
    found.matches.map(({ entry, similarity, birth }: Match) => [entry, similarity, birth]),
    [['SDN 101', 1, 'within a year']],
  );
  assert.match(found.lists.hash, /^[0-9a-f]{64}$/);
  assert.match(found.lists.listedOn, /^\d{4}-\d\d-\d\d$/);
  assert.equal(found.keepUntil, '2036-11-21');
  const approved = await operator.operate('POST', `/applications/${waiting.applicationId}/approve`, jane);
  assert.deepEqual([approved.status, approved.error.code], [409, 'ScreeningOpen'], 'no hand approves past it');
  const heard = JSON.stringify([await zorn.me(), await zorn.letters()]);
  assert.doesNotMatch(heard, /OFAC|sanction|screening|SDN|terror/i);
});

test('whose name or year of birth is another is decided at once, and that they were asked about is kept', async () => {
  const other = await applies('Zorn Abelard', 'Quillfeather', { dateOfBirth: '1990-03-03' });
  assert.equal((await other.me()).decision.status, 'approved');
  const { rows } = await operator.built.house.db.pool.query(
    'select occasion, provider, list_hash, listed_on, matches, keep_until from screening where customer_id = $1',
    [other.userId],
  );
  assert.deepEqual(
    rows.map(({ list_hash: hash, listed_on: on, ...row }) => ({ ...row, hash: hash.length, on: on.length })),
    [{ occasion: 'application', provider: 'list', matches: [], keep_until: '2036-11-21', hash: 64, on: 10 }],
  );
});

test('a person clears a match: the application goes on, and the same entry is not asked about again', async () => {
  const minnow = await applies('Minnow', 'Unborn', { dateOfBirth: '1988-03-03' });
  const { caseId } = await minnow.case();
  const cleared = await operator.operate('POST', `/screening/${caseId}/clear`, jane);
  const { applicationId, state } = await minnow.application();
  assert.equal(state, 'approved');
  assert.deepEqual(cleared.data, {
    caseId,
    state: 'cleared',
    reportDueOn: null,
    isHeld: false,
    application: { applicationId, state: 'approved' },
  });
  assert.equal((await minnow.me()).decision.spendingLimit, 1500);
  const detail = (await operator.operate('GET', `/applications/${applicationId}`)).data;
  assert.deepEqual(
    detail.actions.map(({ action, by, reason }: Record<string, string>) => [action, by, reason]),
    [['clearScreening', jane.by, jane.reason]],
  );
  const again = await operator.operate('POST', `/screening/${caseId}/clear`, jane);
  assert.deepEqual([again.status, again.data.state], [200, 'cleared'], 'twice is once');
  for (const [word, body] of [
    ['confirm', jane],
    ['clear', { ...jane, by: 'Somebody Else' }],
  ] as const) {
    const { status, error } = await operator.operate('POST', `/screening/${caseId}/${word}`, body);
    assert.deepEqual([status, error.code], [409, 'CaseResolved'], word);
  }
  await operator.operate('POST', `/applications/${applicationId}/withdraw`, jane);
  assert.equal((await minnow.again()).decision.status, 'approved', 'the same person and the same entry');
});

test('a confirmed match is blocked: declined for the one reason that may be told, and the day of the report is named', async () => {
  const baron = await applies('Baron of the', 'Ink', { dateOfBirth: '1970-03-03' });
  const { caseId } = await baron.case();
  for (const body of [{ by: 'Jane' }, { by: '', reason: 'x' }, {}]) {
    const { error } = await operator.operate('POST', `/screening/${caseId}/confirm`, body);
    assert.equal(error.code, 'ValidationError');
  }
  const { data } = await operator.operate('POST', `/screening/${caseId}/confirm`, jane);
  // Ten bank days after Saturday 21 November 2026, over Thanksgiving.
  assert.deepEqual([data.state, data.reportDueOn, data.application.state], ['confirmed', '2026-12-07', 'declined']);
  const letters = await baron.letters();
  assert.match(letters, /Unable to verify identity/);
  assert.doesNotMatch(letters, /OFAC|sanction|screening|SDN/i);
  assert.equal((await baron.again()).decision.status, 'pending', 'whoever applies again is looked at again');
  const listed = await operator.operate('GET', '/screening?state=confirmed');
  assert.deepEqual(
    listed.data.cases.map((one: { caseId: string; reportDueOn: string }) => [one.caseId, one.reportDueOn]),
    [[caseId, '2026-12-07']],
  );
  assert.equal((await operator.operate('GET', '/screening/never-seen')).error.code, 'NotFound');
});

test('without an answer of the lists nobody is decided on; when they answer the application goes on by itself', async () => {
  isAway = true;
  const late = await applies('Lotte', 'Late', { dateOfBirth: '1990-03-03' });
  assert.deepEqual([(await late.me()).decision.status, (await late.application()).state], ['pending', 'deciding']);
  isAway = false;
  operator.built.advance(20 * 60_000);
  await runTimetable(operator.built.house);
  assert.equal((await late.me()).decision.status, 'approved');
});

test('while nothing changes nobody is asked about twice; a new list is asked about everybody with an open lease', async () => {
  const lease = await delivered(500);
  await night();
  const before = asked;
  await night();
  await night();
  assert.equal(asked, before);
  await operator.built.house.db.pool.query(`update customer set city = 'Dallas' where customer_id = $1`, [
    lease.customerId,
  ]);
  await night();
  assert.equal(asked, before + 1, 'whoever moved is asked about again');
  lists.write('SDN.CSV', `${madeUp['SDN.CSV'].replace('\u001a', '')}${entry(105, 'LOVELACE, Ada')}`);
  await night();
  assert.ok(asked > before + 1);
  const found = await caseOf(lease.customerId);
  assert.deepEqual([found.state, found.foundBy], ['open', 'nightly']);
  lists.write('SDN.CSV', madeUp['SDN.CSV']);
});

test('no store is paid for the goods of a possible match until a person has cleared it', async () => {
  const lease = await delivered(500);
  lists.write('SDN.CSV', `${madeUp['SDN.CSV'].replace('\u001a', '')}${entry(106, 'LOVELACE, Ada')}`);
  for (let day = 0; day < 8; day += 1) await night();
  assert.deepEqual(await lease.states(), ['held', 'held']);
  const found = await caseOf(lease.customerId);
  assert.deepEqual(found.held, { payouts: 2, payoutAmount: 505, refunds: 0, leases: 0 });
  await booksAreRight(operator.built.house);
  await operator.operate('POST', `/screening/${found.caseId}/clear`, jane);
  await night();
  assert.deepEqual(await lease.states(), ['paid', 'paid']);
  await booksAreRight(operator.built.house);
  lists.write('SDN.CSV', madeUp['SDN.CSV']);
});

test('no store is paid while the lists can not be asked', async () => {
  const lease = await delivered(500);
  lists.write('SDN.CSV', `${madeUp['SDN.CSV'].replace('\u001a', '')}${entry(107, 'SOMEBODY, Else')}`);
  isAway = true;
  for (let day = 0; day < 6; day += 1) await night();
  assert.deepEqual(await lease.states(), ['held', 'held']);
  isAway = false;
  await night();
  assert.deepEqual(await lease.states(), ['paid', 'paid']);
  lists.write('SDN.CSV', madeUp['SDN.CSV']);
});

test('a confirmed customer leases nothing more, and nothing of their lease is debited, billed, refunded or told', async () => {
  const { house } = operator.built;
  const lease = await delivered(500);
  lists.write('SDN.CSV', `${madeUp['SDN.CSV'].replace('\u001a', '')}${entry(108, 'LOVELACE, Ada')}`);
  await night();
  await assert.rejects(offerFor(house, lease.shopper, 'T-2', 200), /SpendingHold/, 'an open case is enough');
  // The store takes one of two back while the case is open: what is refunded for it waits.
  const item = { sku: 'SOFA', quantity: 1 };
  await must(house, () => returnItems(house, lease.merchantId, lease.transactionId, [item]));
  const { caseId } = await caseOf(lease.customerId);
  const before = await leaseById(house.db, lease.customerId, lease.leaseId);
  const { data } = await operator.operate('POST', `/screening/${caseId}/confirm`, jane);
  assert.equal(data.application.state, 'revoked');
  const letters = await lettersOf(lease.customerId);
  for (let day = 0; day < 20; day += 1) await night();
  const during = await leaseById(house.db, lease.customerId, lease.leaseId);
  assert.deepEqual(during?.lease, { ...before?.lease, state: 'on_hold' });
  assert.deepEqual(await lettersOf(lease.customerId), letters, 'nothing is told');
  assert.equal(await paying(lease), 'LeaseOnHold');
  const refunds = await house.db.pool.query('select state from refund where customer_id = $1', [lease.customerId]);
  assert.ok(refunds.rows.every(({ state }) => state === 'ordered'));
  const found = await caseOf(lease.customerId, 'confirmed');
  assert.deepEqual([found.held.refunds, found.held.leases], [refunds.rows.length, 1]);
  const heard = await house.db.pool.query('select type, payload from outbox where customer_id = $1', [
    lease.customerId,
  ]);
  assert.ok(heard.rows.some(({ type }) => type === 'lease.held'));
  assert.doesNotMatch(
    JSON.stringify(heard.rows),
    /screening|OFAC|SDN|sanction|confirmed|Jane/i,
    'the store learns no reason',
  );
  await booksAreRight(house);
  lists.write('SDN.CSV', madeUp['SDN.CSV']);
});

test('goods that arrive after their customer was confirmed make a lease that is held as soon as it runs', async () => {
  const { house } = operator.built;
  const lease = await delivered(500, { arrives: false });
  lists.write('SDN.CSV', `${madeUp['SDN.CSV'].replace('\u001a', '')}${entry(109, 'LOVELACE, Ada')}`);
  await night();
  const { caseId } = await caseOf(lease.customerId);
  await operator.operate('POST', `/screening/${caseId}/confirm`, jane);
  await must(house, () => confirmReceipt(house, lease.merchantId, lease.transactionId, undefined));
  await Promise.all([runTimetable(house), runTimetable(house)]);
  const { rows } = await house.db.pool.query('select cause, by_name, reason from lease_hold where lease_id = $1', [
    lease.leaseId,
  ]);
  assert.deepEqual(rows, [{ cause: 'screening', by_name: jane.by, reason: jane.reason }], 'two nodes hold it once');
  assert.equal((await leaseById(house.db, lease.customerId, lease.leaseId))?.lease.state, 'on_hold');
  await booksAreRight(house);
  lists.write('SDN.CSV', madeUp['SDN.CSV']);
});

test('a confirmed match that proves wrong is cleared: both findings stand, and everything goes on', async () => {
  const { house } = operator.built;
  const lease = await delivered(500);
  lists.write('SDN.CSV', `${madeUp['SDN.CSV'].replace('\u001a', '')}${entry(110, 'LOVELACE, Ada')}`);
  await night();
  const { caseId } = await caseOf(lease.customerId);
  const correct = `/screening/${caseId}/correct`;
  assert.equal((await operator.operate('POST', correct, jane)).error.code, 'CaseResolved', 'nobody has confirmed it');
  await operator.operate('POST', `/screening/${caseId}/confirm`, jane);
  const before = await leaseById(house.db, lease.customerId, lease.leaseId);
  for (let day = 0; day < 30; day += 1) await night();
  const { leaseNumber } = before!;
  const byHand = { cause: 'screening', by: 'Jane Doe', reason: 'It is somebody else' };
  assert.equal(
    (await operator.operate('POST', `/leases/${leaseNumber}/release`, byHand)).error.code,
    'ValidationError',
  );
  const wrong = { by: 'John Doe', reason: 'The passport is another' };
  const corrected = await operator.operate('POST', correct, wrong);
  assert.deepEqual([corrected.data.state, corrected.data.isHeld, corrected.data.reportDueOn], ['cleared', false, null]);
  assert.equal((await leaseById(house.db, lease.customerId, lease.leaseId))?.lease.state, 'active', 'at once');
  assert.equal((await operator.operate('POST', correct, wrong)).status, 200, 'twice is once');
  assert.equal((await operator.operate('POST', correct, jane)).error.code, 'CaseResolved');
  const found = (await operator.operate('GET', `/screening/${caseId}`)).data;
  assert.deepEqual(
    [found.state, found.resolution.reason, found.correction.by, found.correction.reason],
    ['cleared', jane.reason, wrong.by, wrong.reason],
  );
  const listed = async (state: string) =>
    (await operator.operate('GET', `/screening?state=${state}&limit=1000`)).data.cases.some(
      (one: { caseId: string }) => one.caseId === caseId,
    );
  assert.deepEqual([await listed('confirmed'), await listed('cleared')], [false, true]);
  await Promise.all([night(), runTimetable(house)]);
  const now = await leaseById(house.db, lease.customerId, lease.leaseId);
  assert.equal(now?.lease.state, 'active');
  const amounts = (of: typeof now) => of?.lease.installments.map(({ debitOn: _, ...one }) => one);
  assert.deepEqual(amounts(now), amounts(before as typeof now));
  assert.deepEqual(await lease.states(), ['paid', 'paid']);
  assert.equal(await paying(lease), 'success');
  assert.doesNotMatch((await lettersOf(lease.customerId)).join(), /OFAC|sanction|screening|SDN/i);
  await booksAreRight(house);
  lists.write('SDN.CSV', madeUp['SDN.CSV']);
});

test('what was asked and what was found can not be changed', async () => {
  const { pool } = operator.built.house.db;
  for (const table of [
    'screening',
    'screening_case',
    'screening_resolution',
    'screening_correction',
    'screening_night',
  ]) {
    for (const change of [`update ${table} set `, `delete from ${table}`]) {
      const column = { screening: 'provider', screening_case: 'merchant_id', screening_night: 'list_hash' }[table];
      const text = change.startsWith('update') ? `${change}${column ?? 'reason'} = 'x'` : change;
      await assert.rejects(pool.query(text), /permission denied/, text);
    }
  }
});

type Match = { entry: string; similarity: number; birth: string };

const entry = (number: number, name: string) =>
  `${number},"${name}","individual","INKWELL",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u001a`;

async function night(): Promise<void> {
  operator.built.advance(dayMs);
  await runTimetable(operator.built.house);
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape.
async function caseOf(userId: string, state = 'open'): Promise<any> {
  const { data } = await operator.operate('GET', `/screening?state=${state}&limit=1000`);
  const found = data.cases.find((one: { userId: string }) => one.userId === userId);
  return (await operator.operate('GET', `/screening/${found.caseId}`)).data;
}

let people = 0;

/** Somebody applies over the wire, with a number that is approved for 1,500.00. */
async function applies(firstName: string, lastName: string, { dateOfBirth }: { dateOfBirth: string }) {
  people += 1;
  const email = `listed-${people}@example.com`;
  const made = await operator.call(apiKey, 'POST', '/v3/users', { body: { firstName, lastName, email } });
  const headers = { 'customer-token': made.data.token };
  const userId: string = made.data.userId;
  const body = {
    street1: '12 Oak Street',
    city: 'Austin',
    regionAbbr: 'TX',
    postalCode: '78701',
    country: 'US',
    mobilePhone: '5125550142',
    dateOfBirth,
    ssn: '666011500',
    employmentInformation: { monthlyIncome: 4000, payFrequency: 'biweekly' },
    bankAccount: { routing: '110000000', account: '12340001', type: 'checking' },
  };
  const again = async () => (await operator.call(apiKey, 'POST', '/v3/users/me/apply', { headers, body })).data;
  await again();
  return {
    userId,
    again,
    me: async () => (await operator.call(apiKey, 'GET', '/v3/users/me', { headers })).data,
    application: async () => {
      const { data } = await operator.operate('GET', '/applications?limit=1000');
      return data.applications.find((one: { userId: string }) => one.userId === userId);
    },
    case: () => caseOf(userId),
    letters: async () => {
      const { rows } = await operator.built.house.db.pool.query(
        'select subject, body from message where recipient = $1',
        [email],
      );
      return rows.map(({ subject, body: text }) => `${subject}\n${text}`).join('\n');
    },
  };
}

async function lettersOf(customerId: string): Promise<string[]> {
  const { rows } = await operator.built.house.db.pool.query('select body from message where customer_id = $1', [
    customerId,
  ]);
  return rows.map(({ body }) => body).sort();
}

/** How ten dollars are taken. */
async function paying(of: { merchantId: string; customerId: string; leaseId: string }): Promise<string> {
  const { house } = operator.built;
  const { merchantId, customerId, leaseId } = of;
  const { rows } = await house.db.pool.query(
    'select payment_method_id as id from payment_method where customer_id = $1',
    [customerId],
  );
  const paid = await carryOut(house, () =>
    collectPayment(house, {
      ...{ merchantId, customerId, agreementId: agreementIdOf(leaseId), paymentMethodId: rows[0].id },
      ...{ amount: 10_00, collectorId: null, callKey: null },
    }),
  );
  return 'refused' in paid ? String(paid.refused) : paid.answer[0]!.outcome;
}

let orders = 0;

/** Ada has her goods, unless they are on their way, and the store is owed their price. */
async function delivered(dollars: number, { arrives = true } = {}) {
  const { house } = operator.built;
  const shopper = await approvedShopper(house);
  const { customerId, merchant } = shopper;
  const { merchantId } = merchant;
  orders += 1;
  const transactionId = `S-${orders}`;
  const { leaseId } = await offerFor(house, shopper, transactionId, dollars);
  const evidence = {
    ipAddress: '127.0.0.1',
    userAgent: 'a test',
    typedName: 'Ada Lovelace',
    channel: 'api',
    confirmed: {},
  } as const;
  await must(house, () => signLease(house, { merchantId, customerId, leaseId, evidence }));
  await must(house, () => finalize(house, merchantId, transactionId));
  if (arrives) await must(house, () => confirmReceipt(house, merchantId, transactionId, undefined));
  const lines = () => settlementOfLease(house.db, merchantId, leaseId);
  return {
    shopper,
    leaseId,
    customerId,
    merchantId,
    transactionId,
    states: async () => (await lines()).map(({ state }) => state),
  };
}
