import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { AddToDenylistBody } from '#contract/v3/denylist.ts';
import { velocityDefault } from '#core/application/velocity.ts';
import type { Application } from '#server/applications/application.ts';
import { submitApplication } from '#server/applications/submit-application.ts';
import { addPaymentMethod } from '#server/customers/add-payment-method.ts';
import { createUser } from '#server/customers/create-user.ts';
import { findByNumbers } from '#server/customers/find-by-numbers.ts';
import { findCustomerByEmail } from '#server/customers/find-customer.ts';
import { openIdentity } from '#server/customers/identity.ts';
import { openPaymentMethod } from '#server/customers/open-payment-method.ts';
import { personById } from '#server/customers/person.ts';
import { renameIndexes } from '#server/customers/rename-indexes.ts';
import { addToDenylist } from '#server/denylist/add-to-denylist.ts';
import { liftFromDenylist } from '#server/denylist/lift-from-denylist.ts';
import { listDenylist } from '#server/denylist/list-denylist.ts';
import { causesOnDenylist } from '#server/denylist/match-denylist.ts';
import type { House, NamedKey, Secrets } from '#server/house.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { keysNeeded } from '#server/start/keys-needed.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, type Shopper } from '#server/test-shopper.ts';
import { rewrapEnvelopes } from './rewrap-envelopes.ts';
import { showKeyUse } from './show-key-use.ts';

let built: TestHouse;
/** The same database with other keys, as a house that was started with them. */
let start: (change: Partial<Secrets>) => Promise<House>;
before(async () => {
  built = await testHouse();
  start = (change) => startOn(built, change);
});
after(() => built.close());

async function startOn({ house }: TestHouse, change: Partial<Secrets>): Promise<House> {
  const secrets = { ...house.secrets, ...change };
  await keysNeeded(house.db, secrets);
  return { ...house, secrets };
}

const newKey = (id: string): NamedKey => ({ id, key: randomBytes(32) });

test('the key of envelopes is changed: both open, all is wrapped anew by two nodes at once, the old one goes', async () => {
  const first = await start({});
  const shoppers: Shopper[] = [];
  for (let made = 0; made < 3; made += 1) shoppers.push(await approvedShopper(first, { limit: 1001 + made }));
  const both = await start({ keks: [newKey('2027'), ...first.secrets.keks] });
  await approvedShopper(both); // written under the new one
  const broken = shoppers[2]!;
  await first.db.pool.query(
    `update customer_identity set ssn_sealed = ssn_sealed || '{"wrapped_dek": "AAAA"}' where customer_id = $1`,
    [broken.customerId],
  );
  const [one, other] = await Promise.all([rewrapEnvelopes(both), rewrapEnvelopes(both)]);
  assert.ok(one + other >= 5, `${one} and ${other}`);
  assert.equal(await rewrapEnvelopes(both), 0);

  assert.equal(await openIdentity(both, shoppers[0]!.customerId, 'decision'), '666011001');
  await assert.rejects(openIdentity(both, broken.customerId, 'decision'));
  const left = await keyUse(both, 'kek', 'test');
  assert.deepEqual([left.remaining, left.mayGo], [1, false]);
  await assert.rejects(
    start({ keks: [both.secrets.keks[0]] }),
    /Rows in customer_identity.ssn_sealed still need the key test/,
  );

  await first.db.pool.query('delete from customer_identity where customer_id = $1', [broken.customerId]);
  assert.deepEqual((await keyUse(both, 'kek', 'test')).mayGo, true);
  const newest = await start({ keks: [both.secrets.keks[0]] });
  assert.equal(await openIdentity(newest, shoppers[1]!.customerId, 'decision'), '666011002');
  assert.deepEqual(await opened(newest, shoppers[1]!), '12340001');
  built = { ...built, house: newest };
});

test('the index key is changed: found under both, named anew with a trace, and found under the newest alone', async () => {
  const first = await start({});
  const shopper = await approvedShopper(first, { limit: 1234 });
  const { customerId } = shopper;
  const numbers = { ssn: '666011234', mobilePhone: '+15125550142' };
  const email = (await personById(first, customerId))!.email;
  const card = await must(first, () => addPaymentMethod(first, customerId, aCard));

  const both = await start({ indexKeys: [newKey('2027'), ...first.secrets.indexKeys] });
  for (const house of [first, both]) {
    assert.deepEqual(await findByNumbers(house, numbers), [customerId]);
    assert.equal(await findCustomerByEmail(house, email), customerId);
  }
  // Whoever comes in the middle of the change is found by both, so that no node gives their address away.
  await must(both, () => createUser(both, { ...someone, merchantId: shopper.merchant.merchantId }));
  assert.notEqual(await findCustomerByEmail(first, someone.email), null);

  assert.equal(await renameIndexes(first), 0, 'a house that still writes under the old one changes nothing');
  await Promise.all([renameIndexes(both), renameIndexes(both)]);
  assert.equal(await renameIndexes(both), 0);
  assert.deepEqual(await findByNumbers(both, numbers), [customerId]);
  assert.deepEqual(
    [(await keyUse(both, 'index', 'test')).mayGo, (await keyUse(both, 'index', '2027')).mayGo],
    [true, false],
  );
  const { rows: traces } = await both.db.pool.query(
    `select distinct column_name from opening where owner = $1 and purpose = 'index-rotation' order by 1`,
    [customerId],
  );
  assert.deepEqual(
    traces.map((row) => row.column_name),
    ['account_sealed', 'ssn_sealed', 'token_sealed'],
  );

  const newest = await start({ indexKeys: [both.secrets.indexKeys[0]] });
  assert.deepEqual(await findByNumbers(newest, numbers), [customerId]);
  assert.equal(await findCustomerByEmail(newest, email), customerId);
  assert.notEqual(await findCustomerByEmail(newest, someone.email), null);
  assert.deepEqual(await must(newest, () => addPaymentMethod(newest, customerId, aCard)), card);
  // What was named twice in the middle of the change has one name again.
  await renameIndexes(newest);
  assert.equal((await keyUse(newest, 'index', 'test')).rows, 0);
});

test('the index key is changed: what is on the denylist is met before, meanwhile and afterwards, and holds its key until then', async () => {
  const applications = { count: 100, hours: 1 } as const;
  const other = await testHouse({ settings: { velocity: { ...velocityDefault, applications } } });
  try {
    const first = await startOn(other, {});
    const { merchantId } = await must(first, () => createMerchant(first, { name: 'Sofas' }));
    const said = { code: 'fraud', by: 'Jane Doe', reason: 'Sold the goods on' } as const;
    const list = (house: House, meant: Partial<AddToDenylistBody>) =>
      must(house, () => addToDenylist(house, { ...said, ...meant })).then(({ entries }) => entries);
    const known = await handIn(first, merchantId, Object.assign({}, ...knownThings));
    const ofKnown = await list(first, { userId: known.customerId });
    assert.deepEqual(ofKnown.map(({ kind }) => kind).toSorted(), everyKind);
    await list(first, { ssn: '212340099' });
    const [unknown] = await list(first, { ssn: '212340098' });
    await list(first, { emailDomain: 'thieves.example' });
    const metBy = async (house: House) => {
      const met = [];
      for (const thing of [...knownThings, { email: 'thieves.example' }, { ssn: '212340099' }]) {
        met.push(...(await causesOnDenylist(house, await handIn(house, merchantId, thing))));
      }
      return met.map((cause) => cause.replace(/^denylist_|:fraud$/g, '')).toSorted();
    };
    const all = ['address', 'bank', 'device', 'email_domain', 'mobile', 'ssn', 'ssn'];
    assert.deepEqual(await metBy(first), all);

    const both = await startOn(other, { indexKeys: [newKey('2027'), ...first.secrets.indexKeys] });
    assert.deepEqual(await metBy(both), all, 'before anything is named anew');
    await Promise.all([renameIndexes(both), renameIndexes(both)]);
    const named = await must(both, () => listDenylist(both, { open: true }));
    const under = (keyId: string) =>
      named.entries.flatMap((entry) => (entry.keyId === keyId ? [entry.kind] : [])).toSorted();
    assert.deepEqual(under('2027'), [...everyKind, 'ssn'], 'what is on file has its new name');
    assert.deepEqual(under('test'), ['email_domain', 'ssn'], 'what nobody has on file waits for whoever knows it');
    assert.deepEqual(await metBy(both), all, 'halfway');
    const newest: Partial<Secrets> = { indexKeys: [both.secrets.indexKeys[0]] };
    await assert.rejects(startOn(other, newest), /Rows in denylist_entry.value_index still need the key test/);

    const [again] = await list(both, { emailDomain: 'thieves.example' });
    assert.equal(again!.keyId, '2027');
    await must(both, () =>
      liftFromDenylist(both, { entryId: unknown!.entryId, by: 'Jane Doe', reason: 'Of long ago' }),
    );
    assert.equal((await keyUse(both, 'index', 'test')).mayGo, true);
    assert.deepEqual(await metBy(await startOn(other, newest)), all, 'under the newest key alone');
  } finally {
    await other.close();
  }
});

/** One thing of everything that can be listed, of somebody whom we know. */
const knownThings: readonly Things[] = [
  { mobilePhone: '5125550171' },
  { street1: '77 Cedar Court' },
  { accountNumber: '77000177' },
  { deviceId: 'a-device' },
  { ssn: '212340071' },
];
const everyKind = ['address', 'bank', 'device', 'email', 'mobile', 'ssn'];

const aCard = {
  token: {
    token: 'tok_ok',
    cardType: 'visa' as const,
    billingZip: '78701',
    lastFour: '4242',
    expirationDate: '2030-01',
  },
};
const someone = { firstName: 'Ines', lastName: 'Vale', email: 'ines@example.com', password: 'sandbox-Ines-1' };

type Things = {
  mobilePhone?: string;
  street1?: string;
  accountNumber?: string;
  deviceId?: string;
  ssn?: string;
  /** Below which domain their address is. */
  email?: string;
};

let made = 0;

/** Somebody new hands in an application; what is not said is theirs alone. */
async function handIn(house: House, merchantId: string, things: Things): Promise<Application> {
  const number = String(++made).padStart(4, '0');
  const email = `applicant-${number}@${things.email ?? 'example.com'}`;
  const { userId: customerId } = await must(house, () =>
    createUser(house, { ...someone, lastName: 'Vale', email, merchantId }),
  );
  const { application } = await must(house, () =>
    submitApplication(house, {
      merchantId,
      customerId,
      contact: {
        mobilePhone: things.mobilePhone ?? `512556${number}`,
        street1: things.street1 ?? `${number} Oak Street`,
        ...{ street2: null, city: 'Austin', state: 'TX', postalCode: '78701' },
      },
      country: 'US',
      dateOfBirth: '1990-10-10',
      ssn: things.ssn ?? `21235${number}`,
      ...{ monthlyIncome: '4000', payFrequency: 'biweekly', nextPayDate: null, employer: null, requested: null },
      bank: {
        routingNumber: '021000021',
        accountNumber: things.accountNumber ?? `5500${number}`,
        accountType: 'checking',
      },
      ...{ optInMarketing: false, ipAddress: '203.0.113.7', userAgent: 'a test' },
      origin: { callerAddress: '203.0.113.7', customerAddress: null, deviceId: things.deviceId ?? null },
    }),
  );
  // One person waits for one decision at a time.
  await house.db.pool.query(`update application set state = 'withdrawn' where application_id = $1`, [
    application.applicationId,
  ]);
  return application;
}

async function opened(house: House, { customerId }: Shopper): Promise<string | null> {
  const { rows } = await house.db.pool.query('select payment_method_id from payment_method where customer_id = $1', [
    customerId,
  ]);
  const method = await openPaymentMethod(
    house,
    { customerId, paymentMethodId: rows[0].payment_method_id },
    'first-payment',
  );
  return method !== null && 'bankAccount' in method ? method.bankAccount.accountNumber : null;
}

async function keyUse(house: House, kind: string, keyId: string): Promise<Use> {
  const { keys } = await must(house, () => showKeyUse(house));
  return keys.find((key) => key.kind === kind && key.keyId === keyId) ?? { rows: 0, remaining: 0, mayGo: true };
}

type Use = { rows: number; remaining: number; mayGo: boolean };
