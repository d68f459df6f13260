import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { velocityDefault } from '#core/application/velocity.ts';
import type { Application } from '#server/applications/application.ts';
import { replayDecisions } from '#server/applications/replay-decisions.ts';
import { routes as applicationRoutes } from '#server/applications/routes.ts';
import { submitApplication } from '#server/applications/submit-application.ts';
import { carryOut } from '#server/carry-out.ts';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { routes as securityRoutes } from '#server/security/routes.ts';
import { dayMs, must } from '#server/test-house.ts';
import { openWire, type TestWire, type WireAnswer } from '#server/test-wire.ts';
import { addToDenylist } from './add-to-denylist.ts';
import { causesOnDenylist } from './match-denylist.ts';
import { routes } from './routes.ts';

const all = [...customerRoutes, ...applicationRoutes, ...routes, ...securityRoutes];
const said = { by: 'Jane Doe', reason: 'Police report 26-11873' };

let wire: TestWire;
let key: string;
let merchantId: string;
before(async () => {
  // Velocity is out of the way: what is looked at here is looked at for the list alone.
  const many = { count: 1_000, hours: 1 } as const;
  const velocity = { ...velocityDefault, mobile: many, email: many, bank: many, address: many, device: many };
  wire = await openWire(all, { settings: { mode: 'production', velocity } });
  ({ apiKey: key, merchantId } = await wire.merchant('Sofas'));
});
after(() => wire.close());

const account = { routing: '021000021', account: '99330071' };

test('somebody who applies with a listed account, under another e-mail and name, waits for a person, until it is lifted', async () => {
  const bankAccount = { ...account, type: 'checking' };
  assert.equal((await apply({ bankAccount })).data.decision.status, 'approved', 'before it is listed');
  const { entries } = await add({ bankAccount: account, code: 'identity_theft' });
  assert.deepEqual(
    entries.map(({ kind, code, by, until, lifted, matches }) => [kind, code, by, until, lifted, matches]),
    [['bank', 'identity_theft', 'Jane Doe', null, null, 0]],
  );

  const met = await apply({ bankAccount, monthlyIncome: 900 });
  assert.equal(met.data.decision.status, 'pending');
  assert.doesNotMatch(met.text, /denylist|listed|theft/i, 'the applicant hears no reason');
  const shown = await show(met);
  assert.deepEqual([shown.state, shown.waitsFor], ['review', 'operator']);
  assert.deepEqual(shown.reviewBecause, ['On the denylist, by bank account: used by somebody else than its owner']);
  const causes = ['denylist_bank:identity_theft'];
  assert.deepEqual([shown.input.reviewBecause, shown.decision.reviewBecause], [causes, causes]);
  assert.deepEqual(shown.decision.knockOuts, ['K03_INCOME_BELOW_MINIMUM'], 'and no machine declined it for its income');
  assert.equal((await list({ applicationId: met.data.decision.applicationId }))[0]!.matches, 1);

  const lifted = await lift(entries[0]!.entryId);
  assert.deepEqual([lifted.lifted.by, lifted.reason], ['Jane Doe', said.reason]);
  assert.equal((await apply({ bankAccount })).data.decision.status, 'approved', 'after it was lifted');
  assert.equal((await show(met)).state, 'review', 'what waits is still a person’s to decide');
  const replayed = await must(wire.house, () => replayDecisions(wire.house, {}));
  assert.equal(replayed.changed, 0, 'a decision is made again as it was, whatever the list says today');
});

const kinds: [name: string, listed: object, applicant: About][] = [
  ['ssn', { ssn: '212-34-7001' }, { ssn: '212347001' }],
  ['mobile', { mobilePhone: '(512) 555-7111' }, { mobilePhone: '5125557111' }],
  ['email', { email: 'Thief@Elsewhere.example' }, { email: 'thief@elsewhere.example' }],
  ['email_domain', { emailDomain: 'thieves.example' }, { email: 'new@mail.thieves.example' }],
  [
    'address',
    { address: { street1: '7 Shared Lane, Apt 2', city: 'Austin', regionAbbr: 'TX', postalCode: '78701' } },
    { street1: '7 shared ln', street2: '#2' },
  ],
];
for (const [kind, listed, applicant] of kinds) {
  test(`whoever applies with a listed ${kind} is looked at, however it is written`, async () => {
    const { entries } = await add({ ...listed, code: 'fraud' });
    const met = await apply(applicant);
    assert.deepEqual((await show(met)).decision.reviewBecause, [`denylist_${kind}:fraud`]);
    await lift(entries[0]!.entryId);
  });
}

test('a customer is listed with all that is known of them, their device too, and met by each of it', async () => {
  const { customerId: userId } = await handIn({ deviceId: 'a-device', mobilePhone: '5125557222' });
  const { entries } = await add({ userId, code: 'abuse' });
  assert.deepEqual(
    entries.map(({ kind, userId: of }) => [kind, of]),
    ['ssn', 'bank', 'device', 'mobile', 'email', 'address'].map((kind) => [kind, userId]),
  );
  assert.deepEqual((await show(await apply({ mobilePhone: '5125557222' }))).decision.reviewBecause, [
    'denylist_mobile:abuse',
  ]);
  assert.deepEqual(await causesOn('a-device'), ['denylist_device:abuse']);
  assert.deepEqual(await causesOn('another-device'), []);
  assert.deepEqual((await list({ userId })).map(({ kind }) => kind).toSorted(), [
    'address',
    'bank',
    'device',
    'email',
    'mobile',
    'ssn',
  ]);
});

test('an entry counts from its first day through its last', async () => {
  const today = wire.house.clock.now();
  const day = (later: number) => new Date(today - 5 * 3_600_000 + later * dayMs).toISOString().slice(0, 10);
  const mobilePhone = '5125557333';
  await add({ mobilePhone, code: 'fraud', from: day(2), until: day(3) });
  const status = async () => (await apply({ mobilePhone })).data.decision.status;
  const seen = [];
  for (let later = 0; later <= 4; later += 1) {
    seen.push(await status());
    wire.advance(dayMs);
  }
  assert.deepEqual(seen, ['approved', 'approved', 'pending', 'pending', 'approved']);
});

test('what is listed twice is one entry, two at once too; for another reason it is another', async () => {
  const body = { email: 'twice@example.net', ...said, code: 'fraud' } as const;
  const once = await add(body);
  const [one, other] = await Promise.all(
    ['own_request', 'own_request'].map(() => add({ ...body, code: 'own_request' })),
  );
  assert.deepEqual((await add({ ...body, reason: 'Again' })).entries, once.entries);
  assert.equal(one!.entries[0]!.entryId, other!.entries[0]!.entryId);
  assert.notEqual(one!.entries[0]!.entryId, once.entries[0]!.entryId);
});

test('lifted twice is lifted once, and both changes are security events', async () => {
  const { entries } = await add({ email: 'noted@example.net', code: 'charge_off' });
  const { entryId } = entries[0]!;
  const first = await lift(entryId);
  assert.deepEqual(await lift(entryId, { by: 'John Roe', reason: 'Once more' }), first);
  const events = (await operator('GET', '/v3/operator/security-events?limit=100')).data.events as Event[];
  assert.deepEqual(
    events
      .filter(({ detail }) => detail.entryId === entryId)
      .map(({ kind, merchantId, detail }) => [kind, merchantId, detail])
      .toSorted(),
    ['denylist_added', 'denylist_lifted'].map((kind) => [kind, null, { entryId, listed: 'email', code: 'charge_off' }]),
  );
  const open = await list({ open: true });
  assert.ok(open.every((one) => one.entryId !== entryId));
  assert.ok((await list({ open: false })).some((one) => one.entryId === entryId));
});

const wrongs: [string, object, string][] = [
  ['nobody', {}, 'userId'],
  ['two at once', { email: 'a@example.net', ssn: '212347009' }, 'email'],
  ['half a number', { ssn: '2123' }, 'ssn'],
  ['no bank', { bankAccount: { routing: '123456789', account: '1234' } }, 'bankAccount.routing'],
  ['no account', { bankAccount: { routing: '021000021', account: 'abcd' } }, 'bankAccount.account'],
  ['no phone', { mobilePhone: '12' }, 'mobilePhone'],
  ['no address', { email: 'nobody' }, 'email'],
  ['no domain', { emailDomain: 'example' }, 'emailDomain'],
  ['a day that is over', { email: 'a@example.net', until: '2001-01-01' }, 'until'],
  ['an end before its beginning', { email: 'a@example.net', from: '2099-01-02', until: '2099-01-01' }, 'until'],
];
for (const [what, body, path] of wrongs) {
  test(`${what} can’t be listed: the field is named, the value is not`, async () => {
    const refused = await operator('POST', '/v3/operator/denylist', { ...body, ...said, code: 'fraud' });
    assert.deepEqual([refused.status, refused.error.code], [400, 'ValidationError'], refused.text);
    assert.equal(refused.error.data.fields[0].path, path);
    assert.doesNotMatch(refused.text, /212347009|abcd/);
  });
}

test('a prequalification is met as it begins, and again by the account that completes it', async () => {
  const trusting = { ...wire.house, settings: { ...wire.house.settings, mode: 'sandbox' as const } };
  const partner = (await must(wire.house, () => createMerchant(trusting, { name: 'Partner' }))).apiKey;
  const begin = async (mobilePhone: string) => {
    const number = String(++made).padStart(4, '0');
    const { postalCode, city } = austin;
    const body = {
      ...{ firstName: 'Ada', lastName: 'Byron', email: `prequal${number}@somewhere.example`, mobilePhone },
      ...{ street1: `${number} Ash Street`, city, postalCode, regionAbbr: 'TX', country: 'US' },
      ...{ dateOfBirth: '1990-10-10', ssn: `21237${number}` },
      employmentInformation: { monthlyIncome: 4000, payFrequency: 'biweekly' },
    };
    const { data, text } = await wire.ask('POST', '/v3/users/prequal/start/lease', { key: partner, body });
    assert.ok(data, text);
    return data;
  };
  const complete = (prequalId: string, number: string) =>
    wire.ask('POST', '/v3/users/prequal/complete/lease', {
      key: partner,
      body: { prequalId, bankAccount: { routing: '021000021', account: number, type: 'checking' } },
    });
  await add({ mobilePhone: '5125557555', code: 'fraud' });
  const met = await begin('5125557555');
  assert.equal(met.decision.status, 'pending');
  assert.deepEqual((await show(await complete(met.prequalId, '57001'))).decision.reviewBecause, [
    'denylist_mobile:fraud',
  ]);
  const clean = await begin('5125557556');
  assert.equal(clean.decision.status, 'approved');
  await add({ bankAccount: { routing: '021000021', account: '57002' }, code: 'fraud' });
  assert.deepEqual((await show(await complete(clean.prequalId, '57002'))).decision.reviewBecause, [
    'denylist_bank:fraud',
  ]);
});

test('no hand but ours opens what a provider of decisions would answer by itself', async () => {
  for (const decision of ['approved', 'declined'] as const) {
    const limit = decision === 'approved' ? 500_00 : 0;
    const foreign = await openWire(all, {
      settings: { mode: 'production' },
      house: {
        decisions: {
          name: 'mine',
          sandbox: false,
          decide: async () => ({ ...answered, decision, spendingLimitCents: limit }),
        },
      },
    });
    try {
      const store = (await foreign.merchant('Sofas')).apiKey;
      await must(foreign.house, () => addToDenylist(foreign.house, { bankAccount: account, ...said, code: 'fraud' }));
      const met = await apply({ bankAccount: { ...account, type: 'checking' }, at: foreign, store });
      assert.equal(met.data.decision.status, 'pending', met.text);
      const shown = await show(met, foreign);
      assert.deepEqual([shown.state, shown.decision.reviewBecause], ['review', ['denylist_bank:fraud']]);
    } finally {
      await foreign.close();
    }
  }
});

test('in a sandbox this machine is looked at too, and what it publishes is met by nothing and can’t be listed', async () => {
  const sandbox = await openWire(all);
  try {
    const store = (await sandbox.merchant('Sofas')).apiKey;
    const list = (body: object) =>
      carryOut(sandbox.house, () => addToDenylist(sandbox.house, { ...said, code: 'fraud', ...body }));
    await list({ mobilePhone: '5125557444' });
    const who = { at: sandbox, store, mobilePhone: '5125557444' };
    assert.equal((await apply(who)).data.decision.status, 'pending');
    assert.equal((await apply({ ...who, ssn: '666011500' })).data.decision.status, 'approved');
    const published = { ssn: '666-01-1500' };
    const bank = { bankAccount: { routing: '110000000', account: '12340001' } };
    for (const body of [published, bank, { email: 'x.approve@example.com' }]) {
      const refused = await list(body);
      assert.ok('refused' in refused && refused.refused === 'ValidationError', JSON.stringify(refused));
    }
  } finally {
    await sandbox.close();
  }
});

test('nothing of it can be read: not in the table, not in an event', async () => {
  const number = '212347555';
  await add({ ssn: number, code: 'fraud' });
  await add({
    address: { street1: '99 Hidden Street', city: 'Austin', regionAbbr: 'TX', postalCode: '78701' },
    code: 'fraud',
  });
  const { rows } = await wire.house.db.pool.query(`select to_jsonb(t)::text as kept from denylist_entry t
    union all select to_jsonb(t)::text from security_event t union all select to_jsonb(t)::text from idempotency t`);
  const kept = rows.map((row) => row.kept).join('\n');
  for (const open of [number, '212-34-7555', 'Hidden', 'HIDDEN', '99330071', 'thieves'])
    assert.ok(!kept.includes(open), open);
});

test('the house can add and lift, and change nothing that was said', async () => {
  const { entries } = await add({ email: 'kept@example.net', code: 'fraud' });
  await lift(entries[0]!.entryId);
  for (const sql of [
    `update denylist_entry set code = 'abuse'`,
    'delete from denylist_entry',
    `update denylist_lift set reason = 'x'`,
    'delete from denylist_lift',
    'delete from denylist_match',
  ]) {
    await assert.rejects(wire.house.db.pool.query(sql), /permission denied/, sql);
  }
});

const answered = {
  ...{ score: null, grade: null, reasons: ['A03'] as const, componentLog: [], knockOuts: [], limitLog: null },
  ...{
    reviewBecause: [],
    scorecard: 'mine',
    config: null,
    reportUsed: false,
    accountReportUsed: false,
    decidedBy: 'provider' as const,
  },
};

type Listed = {
  entryId: string;
  kind: string;
  code: string;
  by: string;
  userId: string | null;
  until: string | null;
  lifted: unknown;
  matches: number;
};
type Event = { kind: string; merchantId: string | null; detail: { entryId?: string } };

const operator = (method: 'GET' | 'POST', path: string, body?: object) =>
  wire.ask(method, path, { key: wire.house.secrets.operatorKey, ...(body === undefined ? {} : { body }) });

async function add(body: object): Promise<{ entries: Listed[] }> {
  const added = await operator('POST', '/v3/operator/denylist', { ...said, ...body });
  assert.equal(added.status, 200, added.text);
  return added.data;
}

async function lift(entryId: string, by = said) {
  const lifted = await operator('POST', `/v3/operator/denylist/${entryId}/lift`, by);
  assert.equal(lifted.status, 200, lifted.text);
  return lifted.data;
}

async function list(query: Record<string, unknown>): Promise<Listed[]> {
  const asked = new URLSearchParams({
    limit: '100',
    ...Object.fromEntries(Object.entries(query).map(([k, v]) => [k, String(v)])),
  });
  return (await operator('GET', `/v3/operator/denylist?${asked}`)).data.entries;
}

async function show({ data, text }: WireAnswer, at = wire) {
  assert.ok(data?.decision?.applicationId, text);
  const path = `/v3/operator/applications/${data.decision.applicationId}`;
  return (await at.ask('GET', path, { key: at.house.secrets.operatorKey })).data;
}

type About = {
  at?: TestWire;
  store?: string;
  email?: string;
  ssn?: string;
  monthlyIncome?: number;
  [member: string]: unknown;
};

/** Somebody new applies; what is not said is theirs alone. */
async function apply({ at = wire, store = key, email, monthlyIncome = 4000, ...same }: About): Promise<WireAnswer> {
  const number = String(++made).padStart(4, '0');
  const body = {
    street1: `${number} Oak Street`,
    ...{ city: 'Austin', regionAbbr: 'TX', postalCode: '78701', country: 'US' },
    mobilePhone: `512556${number}`,
    dateOfBirth: '1990-10-10',
    ssn: `21235${number}`,
    employmentInformation: { monthlyIncome, payFrequency: 'biweekly' },
    bankAccount: { routing: '021000021', account: `55${number}`, type: 'checking' },
    ...same,
  };
  return at.ask('POST', '/v3/users/me/apply', { key: store, token: await customer({ at, store, email }), body });
}

async function customer({
  at = wire,
  store = key,
  email = `who${++made}@somewhere.example`,
}: About = {}): Promise<string> {
  const body = { firstName: 'Ada', lastName: 'Byron', email };
  const created = await at.ask('POST', '/v3/users', { key: store, body });
  assert.ok(created.data?.token, created.text);
  return created.data.token;
}

let made = 0;

/** What somebody new is met by who applies on a device. */
async function causesOn(deviceId: string): Promise<string[]> {
  return causesOnDenylist(wire.house, await handIn({ deviceId }));
}

/** Somebody new hands in an application on a device that we know again, as in the checkout. */
async function handIn({ deviceId, mobilePhone }: { deviceId: string; mobilePhone?: string }): Promise<Application> {
  const number = String(++made).padStart(4, '0');
  const { data } = await wire.ask('GET', '/v3/users/me', { key, token: await customer() });
  const handedIn = await must(wire.house, () =>
    submitApplication(wire.house, {
      merchantId,
      customerId: data.userId,
      contact: { mobilePhone: mobilePhone ?? `512558${number}`, street1: `${number} Elm Street`, ...austin },
      country: 'US',
      dateOfBirth: '1990-10-10',
      ssn: `21236${number}`,
      monthlyIncome: '4000',
      payFrequency: 'weekly',
      nextPayDate: null,
      employer: null,
      bank: { routingNumber: '021000021', accountNumber: `56${number}`, accountType: 'checking' },
      requested: null,
      optInMarketing: false,
      ...{ ipAddress: '203.0.113.7', userAgent: '' },
      origin: { callerAddress: '203.0.113.7', customerAddress: null, deviceId },
    }),
  );
  return handedIn.application;
}

const austin = { street2: null, city: 'Austin', state: 'TX', postalCode: '78701' };
