import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { checkEvidence } from '#core/evidence/check-evidence.ts';
import type { EvidenceFile } from '#core/evidence/evidence-file.ts';
import { documentHash } from '#server/agreements/agreement-of.ts';
import { carryOut } from '#server/carry-out.ts';
import { bank } from '#server/checkout/test-frame.ts';
import { getEvidence } from '#server/evidence/get-evidence.ts';
import { openSigning, type Signing, signedFile } from '#server/evidence/test-signing.ts';
import type { Rules } from '#server/house.ts';
import type { Call } from '#server/http/route.ts';
import { expireLeases } from '#server/leases/expire-leases.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { audit } from '#server/ledger/audit.ts';
import { dayMs, must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor } from '#server/test-shopper.ts';
import { instruments } from '../../cli/instruments.ts';

let built: TestHouse;
let signing: Signing;
let owner: pg.Client;
/** What the tax office says today. */
let taxRate = '0';
/** The record that the place has today; null: the one that ships. */
let newerLaw: string | null = null;

before(async () => {
  const inner = await testHouse();
  const taxRates = { ...inner.house.taxRates, rateAt: async () => taxRate };
  const rules: Rules = {
    ...inner.house.rules,
    rulesFor: (state, on) => {
      const law = inner.house.rules.rulesFor(state, on);
      return 'notOffered' in law || newerLaw === null ? law : { ...law, version: newerLaw };
    },
  };
  built = { ...inner, house: { ...inner.house, taxRates, rules } };
  signing = await openSigning(built);
  owner = new pg.Client({ connectionString: built.url });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await signing.server.close();
  await built.close();
});

const kinds = (file: EvidenceFile) => file.events.map(({ kind }) => kind);
const faults = (file: EvidenceFile, key: string | null = null) =>
  checkEvidence(file, key, instruments).flatMap(({ fault }) => fault ?? []);

test('a signature in the modal leaves every step in order, and evidence that checks out with the house’s key', async () => {
  const file = await signedFile(signing, 'whole@example.com', 'WHOLE-1');
  assert.deepEqual(kinds(file), [
    'generated',
    'presented',
    'consented',
    'acknowledged',
    'identified',
    'debit_authorized',
    'signed',
    'sealed',
  ]);
  assert.deepEqual(faults(file, await signing.key()), []);
  assert.deepEqual(
    file.documents.map(({ id }) => id),
    ['agreement', 'signed-copy', 'e-records', 'debit-authorization'],
  );
  assert.equal(file.amounts.totalCostWithTaxCents, 261_34);
  assert.deepEqual(
    [file.signer.typedName, file.signer.channel, file.signer.userAgent],
    ['Ana Byron', 'modal', 'Netscape 4'],
  );
  assert.match(file.agreement.rulesHash, /^[0-9a-f]{64}$/);
  const times = file.events.map(({ at }) => at);
  assert.deepEqual(times, times.toSorted());
  assert.equal(faults(file, 'ab'.repeat(32))[0]?.record, 'signature publicKey');
  await booksAreRight(built.house);
});

test('asking twice gives the same file, and nothing in it is a secret', async () => {
  const shopper = await signing.signer('twice@example.com', 'TWICE-1');
  const { leaseId } = shopper.agreement;
  const [first, second] = [
    await signing.evidence(shopper.email, leaseId),
    await signing.evidence(shopper.email, leaseId),
  ];
  assert.equal(first.body, second.body);
  const said: string = first.body;
  for (const secret of ['123456780', '4400001234', '110000000', leaseId]) assert.ok(!said.includes(secret), secret);
});

test('what the button says is what the evidence says was pressed', async () => {
  for (const locale of ['en', 'es'] as const) {
    const file = await signedFile(signing, `intent-${locale}@example.com`, `INTENT-${locale}`, { locale });
    const { facts } = file.events.find(({ kind }) => kind === 'identified')!;
    const texts = readFileSync(new URL(`../../web/checkout/texts/later-${locale}.ts`, import.meta.url), 'utf8');
    assert.ok(texts.includes(`sign: '${facts.intent}'`), String(facts.intent));
  }
});

test('nothing is signed or charged before each step was taken', async () => {
  const shopper = await signing.reader('steps@example.com', 'STEPS-1');
  const wrong: [string, object][] = [
    ['eRecordsConsent', { eRecordsConsent: false }],
    ['eRecordsCode', { eRecordsCode: '????' }],
    ['totalAcknowledged', { totalAcknowledged: false }],
    ['earlyPurchaseAcknowledged', { earlyPurchaseAcknowledged: false }],
    ['typedName', { typedName: 'Somebody Else' }],
    ['oneTimeCode', { oneTimeCode: '999999' }],
  ];
  const right = await shopper.answers();
  for (const [field, answer] of wrong) {
    const { status, error } = await shopper.ask('signature', { ...right, ...answer });
    assert.deepEqual([status, error.data.fields[0].path], [400, field]);
  }
  assert.equal((await shopper.say('pay', { debitAuthorized: true })).step, 'agreement');
  assert.equal((await signing.evidence(shopper.email, shopper.agreement.leaseId)).error.code, 'LeaseNotSigned');
  const { rows } = await owner.query(`select kind from signature_event e join lease l using (customer_id, lease_id)
    where l.transaction_id = 'STEPS-1' order by number`);
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['generated', 'presented'],
  );
  const charged = await owner.query(`select count(*)::int as n from payment_attempt a join lease l
    using (customer_id, lease_id) where l.transaction_id = 'STEPS-1'`);
  assert.equal(charged.rows[0].n, 0);
});

test('whoever has signed has the copy at once, also where the first payment is refused; the sealed one follows it', async () => {
  const account = { ...bank, accountNumber: '4400000300', accountNumberAgain: '4400000300' };
  const shopper = await signing.reader('at-once@example.com', 'AT-ONCE-1', { account });
  await shopper.say('signature', await shopper.answers());
  const letters = async () => {
    const { rows } = await owner.query(
      `select kind, body from message where recipient = 'at-once@example.com' and kind like 'agreement%' order by written_at`,
    );
    return rows as { kind: string; body: string }[];
  };
  const [copy, ...more] = await letters();
  assert.deepEqual([copy?.kind, more], ['agreement_signed', []]);
  assert.ok(copy!.body.includes(shopper.agreement.sha256) && copy!.body.includes('nothing is charged'));
  const address = new URL(/https?:\S+/.exec(copy!.body)![0]).pathname;
  const paper = await signing.server.inject({ method: 'GET', url: address });
  assert.equal(documentHash(paper.body), shopper.agreement.sha256, 'the very paper that was on the screen');
  const pdf = await signing.server.inject({ method: 'GET', url: `${address}/agreement.pdf` });
  assert.equal(pdf.headers['content-type'], 'application/pdf');
  assert.equal((await shopper.ask('pay', { debitAuthorized: true })).error.code, 'PaymentRequired');
  assert.equal((await letters()).length, 1);
  await shopper.say('back', { to: 'bank' });
  await shopper.say('bank', bank);
  assert.equal((await shopper.say('pay', { debitAuthorized: true })).step, 'done');
  assert.deepEqual(
    (await letters()).map(({ kind }) => kind),
    ['agreement_signed', 'agreement_copy'],
  );
  const sealed = await signing.server.inject({ method: 'GET', url: address });
  assert.ok(sealed.body.includes('Ana Byron') && documentHash(sealed.body) !== shopper.agreement.sha256);
});

test('whoever got past the screens without the steps is still not signed', async () => {
  const shopper = await signing.reader('past@example.com', 'PAST-1');
  const { rows } = await owner.query(`select customer_id, merchant_id from lease where transaction_id = 'PAST-1'`);
  const [{ customer_id: customerId, merchant_id: merchantId }] = rows;
  const { leaseId } = shopper.agreement;
  const request = { merchantId, customerId, leaseId, evidence: { ...byApi, channel: 'modal' } } as const;
  const answer = await carryOut(built.house, () => signLease(built.house, request));
  assert.ok('refused' in answer && answer.refused === 'LeaseExpired', JSON.stringify(answer));
  assert.match(answer.message, /consent to electronic records/);
});

test('another rhythm is another agreement: the old one is voided in its chain, the new one asks for everything again', async () => {
  const shopper = await signing.reader('again@example.com', 'AGAIN-1');
  await shopper.say('signature', await shopper.answers());
  await shopper.say('back', { to: 'review' });
  await shopper.say('frequency', { frequency: 'monthly' });
  const next = await shopper.say('agreement', {});
  assert.equal((await shopper.say('pay', { debitAuthorized: true })).step, 'agreement');
  assert.notEqual(next.agreement?.sha256, shopper.agreement.sha256);
  const { rows } = await owner.query(`select l.state, array_agg(kind order by number) as kinds from signature_event e
    join lease l using (customer_id, lease_id) where l.transaction_id = 'AGAIN-1' group by l.lease_id, l.state order by l.state`);
  assert.deepEqual(rows, [
    { state: 'offered', kinds: ['generated', 'presented'] },
    { state: 'void', kinds: ['generated', 'presented', 'consented', 'acknowledged', 'identified', 'voided'] },
  ]);
});

for (const what of ['tax', 'law'] as const) {
  test(`a ${what} that changed between the agreement and the payment voids the offer, charges nothing and asks again`, async () => {
    const id = what.toUpperCase();
    const shopper = await signing.reader(`${what}@example.com`, id);
    await shopper.say('signature', await shopper.answers());
    if (what === 'tax') taxRate = '0.0825';
    else newerLaw = 'TX-9999';
    const refused = await shopper.ask('pay', { debitAuthorized: true });
    [taxRate, newerLaw] = ['0', null];
    assert.equal(refused.error.code, 'LeaseExpired');
    const { rows } = await owner.query(
      `select l.state, (select count(*)::int from payment_attempt a
        where a.customer_id = l.customer_id and a.lease_id = l.lease_id) as charges from lease l where transaction_id = $1`,
      [id],
    );
    assert.deepEqual(rows, [{ state: 'void', charges: 0 }]);
    await shopper.say('back', { to: 'review' });
    const again = await shopper.say('agreement', {});
    assert.notEqual(again.agreement?.leaseId, shopper.agreement.leaseId);
    assert.equal((await shopper.say('pay', { debitAuthorized: true })).step, 'agreement');
    await booksAreRight(built.house);
  });
}

test('the sealed copy is there at once, by e-mail and by its address, and is the one in the evidence', async () => {
  const file = await signedFile(signing, 'copy@example.com', 'COPY-1');
  const inbox = await signing.server.inject({ method: 'GET', url: '/sandbox/inbox?to=copy@example.com' });
  const { messages }: { messages: { body: string }[] } = inbox.json().data;
  const address = messages.flatMap(({ body }) => /\/agreements\/\d+\/[\w-]+/.exec(body) ?? [])[0];
  assert.ok(address !== undefined, 'no letter names the copy');
  const page = await signing.server.inject({ method: 'GET', url: address });
  const copy = file.documents.find(({ id }) => id === 'signed-copy')!;
  assert.equal(page.body, Buffer.from(copy.html, 'base64').toString('utf8'));
  assert.equal(file.events.at(-1)?.facts.copySha256, copy.sha256);
});

test('an account that was refused and another that paid leave both permissions in the evidence', async () => {
  const refusing = { ...bank, accountNumber: '4400000300', accountNumberAgain: '4400000300' };
  const shopper = await signing.reader('both@example.com', 'BOTH-1', { account: refusing });
  await shopper.say('signature', await shopper.answers());
  assert.equal((await shopper.ask('pay', { debitAuthorized: true })).error.code, 'PaymentRequired');
  await shopper.say('back', { to: 'bank' });
  await shopper.say('bank', bank);
  assert.equal((await shopper.say('pay', { debitAuthorized: true })).step, 'done');
  const file: EvidenceFile = (await signing.evidence(shopper.email, shopper.agreement.leaseId)).data;
  assert.equal(kinds(file).filter((kind) => kind === 'debit_authorized').length, 2);
  assert.equal(file.documents.filter(({ id }) => id === 'debit-authorization').length, 2);
  assert.deepEqual(faults(file, await signing.key()), []);
});

test('a lease from before evidence was kept is signed as ever, has no file, and breaks no rule', async () => {
  const { house } = built;
  const { merchant, customerId } = await approvedShopper(house);
  const { leaseId } = await offerFor(house, { merchant, customerId }, 'OLD-1', 300);
  await owner.query('delete from signature_event where lease_id = $1', [leaseId]);
  await owner.query('update lease set evidence_version = null where lease_id = $1', [leaseId]);
  const request = { merchantId: merchant.merchantId, customerId, leaseId, evidence: byApi };
  await must(house, () => signLease(house, request));
  const asked = { merchant, customerId, params: { leaseId } } as unknown as Call;
  const answer = await carryOut(house, () => getEvidence(house, asked));
  assert.ok('refused' in answer && answer.refused === 'NotFound', JSON.stringify(answer));
  await booksAreRight(house);
});

test('an offer that nobody signs ends its chain as expired', async () => {
  const other = await testHouse();
  const shopper = await approvedShopper(other.house);
  const { leaseId } = await offerFor(other.house, shopper, 'LATE-1', 300);
  other.advance(4 * dayMs);
  await expireLeases(other.house);
  const { rows } = await other.house.db.pool.query(
    `select array_agg(kind order by number) as kinds from signature_event where lease_id = $1`,
    [leaseId],
  );
  assert.deepEqual(rows[0].kinds, ['generated', 'presented', 'expired']);
  await booksAreRight(other.house);
  await other.close();
});

test('a store that signs for its customer says so, and its evidence checks out', async () => {
  const file = await signedByStore('STORE-1');
  assert.deepEqual(kinds(file), ['generated', 'presented', 'consented', 'signed', 'sealed']);
  assert.equal(file.events[2]?.facts.saidBy, 'store');
  assert.deepEqual(faults(file, await signing.key()), []);
});

test('the role that serves requests can not change what happened or what was shown', async () => {
  await signedByStore('ROLE-1');
  for (const table of ['signature_event', 'shown_document']) {
    for (const sql of [`update ${table} set version = version`, `delete from ${table}`, `truncate ${table}`]) {
      const statement = sql.replace('version = version', table === 'signature_event' ? "kind = 'x'" : "html = ''");
      await assert.rejects(built.house.db.pool.query(statement), /permission denied/, statement);
    }
  }
});

const harm: readonly { readonly what: string; readonly sql: string; readonly says: RegExp }[] = [
  {
    what: 'a fact was changed',
    sql: `update signature_event e set facts = facts || '{"ipAddress":"10.0.0.1"}' where kind = 'consented' and`,
    says: /consented.*something else/,
  },
  {
    what: 'an event was moved in time',
    sql: `update signature_event e set happened_at = happened_at - interval '1 hour' where kind = 'signed' and`,
    says: /signed.*something else/,
  },
  {
    what: 'an event is gone',
    sql: `delete from signature_event e where kind = 'consented' and`,
    says: /number 3 should|not written after/,
  },
  {
    what: 'the last event is gone',
    sql: `delete from signature_event e where kind = 'sealed' and`,
    says: /end signed/,
  },
  { what: 'the whole chain is gone', sql: `delete from signature_event e where true and`, says: /events are gone/ },
];

for (const { what, sql, says } of harm) {
  test(`the audit notices that ${what}`, async () => {
    const id = `HARM-${harm.findIndex((one) => one.what === what)}`;
    await signedByStore(id);
    const mine = `(customer_id, lease_id) in (select customer_id, lease_id from lease where transaction_id = '${id}')`;
    await owner.query(`create table kept as select * from signature_event where ${mine}`);
    await owner.query(`${sql} ${mine}`);
    const { checks } = await must(built.house, () => audit(built.house));
    await owner.query(`delete from signature_event where ${mine}`);
    await owner.query('insert into signature_event select * from kept; drop table kept');
    const noticed = checks.find(({ rule }) => rule.startsWith('What led to each signature'));
    assert.match(noticed?.examples.join() ?? '', says);
    await booksAreRight(built.house);
  });
}

const byApi = { ipAddress: '127.0.0.1', userAgent: 'a test', typedName: '', channel: 'api', confirmed: {} } as const;

async function signedByStore(transactionId: string): Promise<EvidenceFile> {
  const { house } = built;
  const { merchant, customerId } = await approvedShopper(house);
  const { leaseId } = await offerFor(house, { merchant, customerId }, transactionId, 300);
  const request = { merchantId: merchant.merchantId, customerId, leaseId, evidence: byApi };
  await must(house, () => signLease(house, request));
  return must(house, () => getEvidence(house, { merchant, customerId, params: { leaseId } } as unknown as Call));
}
