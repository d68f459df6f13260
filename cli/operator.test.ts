import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { flexpay, flexpayWith, ringOf, type Typed } from '../tests/flexpay.ts';
import { type StartedHouse, startHouse } from '../tests/start-house.ts';
import { commands } from './commands.ts';
import { helpFor } from './help.ts';

let house: StartedHouse;
let ring: NodeJS.ProcessEnv;
let store: { merchantId: string; apiKey: string; authKey: string };

before(async () => {
  house = await startHouse();
  ring = ringOf(house);
  store = json(await flexpay(ring, 'merchants', 'create', 'Corner Lamps', '--json'));
});
after(() => house.stop());

test('every command has help with an example that could be typed', () => {
  for (const { words, takes, example, options } of commands) {
    assert.ok(example.startsWith(`flexpay ${words}`), words);
    for (const [option] of example.matchAll(/(?<=--)[a-z-]+/g)) assert.ok(option in options, `${words} --${option}`);
    const help = helpFor(words.split(' '), commands);
    assert.ok(help.startsWith(`flexpay ${[words, ...takes].join(' ')}\n`), help);
    assert.ok(help.includes(`For example: ${example}`), words);
    for (const option of Object.keys(options)) assert.ok(help.includes(`--${option} `), `${words} ${option}`);
  }
});

test('the denylist is added to, by a value that is typed or piped in, listed and lifted', async () => {
  const said = ['--code', 'fraud', '--by', 'Jane Doe', '--reason', 'Sold the goods on'];
  const typed: [string, string, string][] = [
    ['bank', '021000021/993300718', 'bank'],
    ['mobile', '(512) 555-7119', 'mobile'],
    ['email-domain', 'thieves.example', 'email_domain'],
    ['address', '7 Shared Lane, Austin, tx 78701', 'address'],
  ];
  for (const [kind, value, listed] of typed) {
    const added = await flexpay(ring, 'denylist', 'add', kind, value, ...said);
    assert.match(
      added.stdout,
      new RegExp(`^[0-9a-f]{24} +${listed}\nWhoever applies with it is looked at first.\n$`),
      added.stderr,
    );
  }
  const piped = await flexpayWith('212-34-7119\n', ring, 'denylist', 'add', 'ssn', '-', ...said, '--json');
  const { entryId } = json(piped).entries[0];
  assert.doesNotMatch(piped.stdout + piped.stderr, /7119/);
  const open = await flexpay(ring, 'denylist', 'list', '--open', 'true', '--kind', 'ssn');
  assert.match(
    open.stdout,
    new RegExp(`^${entryId} +ssn +fraud +from \\d{4}-\\d\\d-\\d\\d +Jane Doe: Sold the goods on +0 applications, key `),
  );
  const lifted = await flexpay(ring, 'denylist', 'lift', entryId, '--by', 'Jane Doe', '--reason', 'A mistake');
  assert.equal(lifted.stdout, `The entry ${entryId} is lifted.\n`);
  assert.equal(
    (await flexpay(ring, 'denylist', 'list', '--open', 'true', '--kind', 'ssn')).stdout,
    'Page 1 of 1, 0 in all.\n',
  );
  const wrong = [
    ['planet', 'Mars'],
    ['bank', '021000021'],
    ['address', 'somewhere'],
  ];
  for (const [kind, value] of wrong)
    assert.equal((await flexpay(ring, 'denylist', 'add', kind!, value!, ...said)).code, 2);
  const events = await flexpay(ring, 'security', 'events', '--kind', 'denylist_lifted');
  assert.match(events.stdout, /the operator +denylist_lifted/);
});

test('stores are listed and shown, and their terms are set', async () => {
  const listed = await flexpay(ring, 'merchants', 'list', '--name', 'corner');
  assert.match(
    listed.stdout,
    new RegExp(`^${store.merchantId} +Corner Lamps +\\d{4}-\\d\\d-\\d\\d\nPage 1 of 1, 1 in all\\.\n$`),
  );
  const set = ['--minimum', '60.5', '--discount', '0.06', '--finalize-within', '24', '--trusted-partner', 'no'];
  const changed = await flexpay(ring, 'merchants', 'set', store.merchantId, ...set, '--denied-as', 'failed');
  assert.match(changed.stdout, /^minimum order +60\.50$/m);
  const shown = json(await flexpay(ring, 'merchants', 'show', store.merchantId, '--json'));
  assert.deepEqual(
    [shown.minimumOrderValue, shown.discountRate, shown.finalizeWithinHours, shown.trustedPartner],
    [60.5, '0.06', 24, false],
  );
  assert.deepEqual([shown.compatibility.deniedAs, shown.compatibility.autoFinalize], ['failed', false]);
  const low = await flexpay(ring, 'merchants', 'set', store.merchantId, '--minimum', '10');
  assert.match(
    low.stderr,
    /^Could not change the merchant .*: The minimum order value is 49\.95 or more\. \(ValidationError\)\n$/,
  );
  const fee = ['--processing-fee', '10', '--fixed-initial-rent', '45'];
  const charged = await flexpay(ring, 'merchants', 'set', store.merchantId, ...fee);
  assert.match(charged.stdout, /^processing fee +10\.00 in IN\nfixed initial rent +45\.00$/m);
  const high = await flexpay(ring, 'merchants', 'set', store.merchantId, '--processing-fee', '10.01');
  assert.match(high.stderr, /No state allows a processing fee of \$10\.01: IN up to \$10\.00\. \(ValidationError\)/);
  const none = await flexpay(ring, 'merchants', 'set', store.merchantId, '--processing-fee', '0', fee[2]!, '0');
  assert.match(none.stdout, /^processing fee +none\nfixed initial rent +none$/m);
  for (const wrong of [[], ['--trusted-partner', 'maybe']]) {
    assert.equal((await flexpay(ring, 'merchants', 'set', store.merchantId, ...wrong)).code, 2);
  }
});

test('keys are made, rotated and revoked; each is told once and never again', async () => {
  const { merchantId } = store;
  const made = json(await flexpay(ring, 'keys', 'create', merchantId, 'Reports', '--scope', 'read', '--json'));
  const settings = (key: string) => flexpay(ring, 'products', 'list', '--api-key', key);
  assert.equal((await settings(made.key)).code, 0);
  const barred = await flexpay(ring, 'transactions', 'finalize', 'NONE', '--api-key', made.key);
  assert.match(barred.stderr, /lacks the scope write/);
  const next = await flexpay(ring, 'keys', 'rotate', merchantId, made.keyId, '--overlap', '0');
  const [, key = '', keyId = ''] = /^key +(\S+)\nkey id +(\S+)$/m.exec(next.stdout) ?? [];
  assert.match(next.stdout, /^The old key works until \S+\. Keep the new one now/m);
  assert.equal((await settings(key)).code, 0);
  assert.match((await flexpay(ring, 'keys', 'revoke', merchantId, keyId)).stdout, /\(Reports, …\S{4}\) is revoked\.$/m);
  const again = await flexpay(ring, 'keys', 'rotate', merchantId, keyId);
  assert.match(again.stderr, /This key is revoked\. Make a new one\. \(KeyNotActive\)/);

  const listed = await flexpay(ring, 'keys', 'list', merchantId);
  assert.match(listed.stdout, new RegExp(`^${made.keyId} +API key +…\\S{4} +expired +read +.*Reports$`, 'm'));
  const events = await flexpay(ring, 'security', 'events', '--merchant', merchantId);
  assert.match(events.stdout, new RegExp(`key_rotated +.*${made.keyId}`));
  for (const secret of [made.key, key, store.apiKey, store.authKey]) {
    for (const { stdout } of [listed, events]) assert.ok(!stdout.includes(secret));
  }
});

test('origins are added, listed and removed', async () => {
  const origins = (...words: string[]) => flexpay(ring, 'origins', ...words);
  const { merchantId } = store;
  assert.match((await origins('list', merchantId)).stdout, /every page may/);
  assert.equal((await origins('add', merchantId, 'https://Shop.example/')).stdout, 'https://shop.example\n');
  assert.deepEqual(json(await origins('list', merchantId, '--json')), {
    origins: ['https://shop.example'],
    any: false,
  });
  assert.equal((await origins('add', merchantId, 'shop.example')).code, 1);
  assert.match((await origins('remove', merchantId, 'https://shop.example')).stdout, /None is registered/);
});

test('a catalogue comes from a CSV or a JSON file, and a wrong row is told by its line', async () => {
  const mine = ['--api-key', store.apiKey];
  const csv = file(
    'catalogue.csv',
    'sku,name,url\nL1,"Lamp, brass",https://shop.example/l1\nL2,Lamp,https://shop.example/l2\n',
  );
  const first = await flexpay(ring, 'products', 'import', csv, ...mine);
  assert.equal(first.stdout, '2 products: 2 new, 0 changed, 0 as they were.\n');
  const list = file('catalogue.json', JSON.stringify([{ sku: 'L2', name: 'Lamp 2', url: 'https://shop.example/l2' }]));
  const second = json(await flexpay(ring, 'products', 'import', list, ...mine, '--json'));
  assert.deepEqual(second, { imported: 1, added: 0, changed: 1, unchanged: 0 });
  const listed = await flexpay(ring, 'products', 'list', ...mine);
  assert.equal(
    listed.stdout,
    'L1  Lamp, brass  https://shop.example/l1\nL2  Lamp 2       https://shop.example/l2\nPage 1 of 1, 2 in all.\n',
  );
  const bad = await flexpay(ring, 'products', 'import', file('bad.csv', 'sku,name,url\nL3,,nowhere\n'), ...mine);
  assert.equal(bad.code, 1);
  assert.match(bad.stderr, /nothing was imported\.\n {2}line 2: name: .*\n {2}line 2: url: /);
  assert.match((await flexpay(ring, 'products', 'import', '/nowhere.csv', ...mine)).stderr, /can't be read \(ENOENT\)/);
});

test('the rules are listed, shown, compared and checked', async () => {
  const listed = await flexpay(ring, 'rules', 'list');
  assert.match(listed.stdout, /^TX-1 +2024-01-01 +live +not confirmed +[0-9a-f]{12} +\d+ open +Tex\. Bus\./m);
  assert.match(listed.stdout, /^NC-1 .* switched off /m);
  const shown = await flexpay(ring, 'rules', 'show', 'OH-1');
  assert.match(shown.stdout, /^totalCap \(OH-1\): "2\.00"\n {4}high confidence; domain 3\.2, row OH$/m);
  assert.match(shown.stdout, /^paymentOrder \(default-1\): "oldest_first"$/m);
  const diff = json(await flexpay(ring, 'rules', 'diff', 'default-1', 'CT-1', '--json'));
  assert.deepEqual(
    diff.changed.map(({ section }: { section: string }) => section),
    ['totalCap', 'statutoryEarlyPurchase', 'lateFee', 'paymentOrder', 'disclosure'],
  );
  assert.match((await flexpay(ring, 'rules', 'diff', 'TX-1', 'TX-1')).stdout, /^Both say the same\.\n\d+ open leases/);
  const checked = await flexpay(ring, 'rules', 'check');
  assert.equal(checked.code, 1);
  assert.match(checked.stdout, /^CA-1@[0-9a-f]{12} is not confirmed by counsel, and nobody vouches for it\.$/m);
  assert.match(
    (await flexpay(ring, 'rules', 'show', 'TX-0')).stderr,
    /^Could not show the rules TX-0: .*\(NotFound\)\n$/,
  );
});

test('a transaction goes from signed to delivered and a part of it comes back', async () => {
  const item = { description: 'Lamp', brand: 'Halden', cost: 95.5, quantity: 2, shipping: { cost: '4.5' } };
  const town = {
    merchants: [{ name: 'Tinker & Daughters' }],
    customers: [
      {
        email: 'wren.cli@example.com',
        password: 'sandbox-Wren-1',
        firstName: 'Wren',
        lastName: 'Marsh',
        phone: '651-444-7774',
        decision: 'approved',
        spendingLimit: 1_200,
      },
    ],
    transactions: [
      {
        merchant: 'Tinker & Daughters',
        customer: 'wren.cli@example.com',
        transactionId: 'T-1',
        state: 'signed',
        items: [
          { ...item, sku: 'LAMP' },
          { ...item, sku: 'SHADE' },
        ],
      },
    ],
  };
  const [{ apiKey }] = json(await flexpay(ring, 'sandbox', 'seed', file('town.json', JSON.stringify(town)))).merchants;
  const say = (verb: string, ...more: string[]) =>
    flexpay(ring, 'transactions', verb, 'T-1', '--api-key', apiKey, ...more);
  assert.match((await say('ship')).stderr, /^Could not confirm shipment of T-1: .*\(TransactionNotFinalized\)\n$/);
  const [, leaseNumber = ''] = /^T-1 is finalized, lease (\d{10})\.\n$/.exec((await say('finalize')).stdout) ?? [];
  assert.equal((await say('cancel', '--item', 'SHADE=1')).stdout, '1 × SHADE canceled\n');
  const carried = ['--item', 'LAMP=1', '--item', 'SHADE', '--carrier', 'Fedex', '--tracking', '7946'];
  assert.equal((await say('ship', ...carried)).stdout, '1 × LAMP, SHADE of T-1 shipped.\n');
  const late = await say('cancel', '--item', 'SHADE=1');
  assert.deepEqual([late.code, late.stdout], [1, '1 × SHADE failed\n']);
  assert.equal((await say('deliver')).stdout, 'What was on its way of T-1 is delivered.\n');
  assert.equal((await say('deliver', '--item', 'LAMP')).stdout, 'LAMP of T-1 delivered.\n');
  assert.deepEqual(json(await say('return', '--item', 'LAMP=1', '--json')), {
    returned: [{ sku: 'LAMP', quantity: 1 }],
    failed: [],
  });
  const refund = (...more: string[]) =>
    flexpay(ring, 'transactions', 'refund', 'T-1', 'LAMP', '--api-key', apiKey, ...more);
  assert.equal((await refund('--amount', '10.50')).stdout, 'LAMP, line 1, refunded\n');
  assert.match((await refund('--amount', '85.01')).stderr, /^Could not refund LAMP of T-1: .*\(ValidationError\)\n$/);
  assert.deepEqual(
    [(await refund()).code, (await refund()).stderr.split('\n')[0]],
    [2, 'Say what comes back: --amount, --shipping or both.'],
  );
  const lease = (verb: string, ...more: string[]) => flexpay(ring, 'leases', verb, leaseNumber, ...more);
  const died = ['--for', 'death', '--by', 'Jane Doe', '--reason', 'The daughter called'];
  assert.equal((await lease('hold', '--for', 'death', '--by', 'Jane Doe')).code, 2);
  assert.equal(
    (await lease('hold', ...died)).stdout,
    `Lease ${leaseNumber} is on hold (death): nothing of it is debited, billed or told.\n`,
  );
  const holds = await flexpay(ring, 'leases', 'holds', '--open', 'true', '--lease', leaseNumber);
  assert.match(holds.stdout, new RegExp(`^lease ${leaseNumber} +death +.*Jane Doe: The daughter called +in force\n`));
  assert.match((await refund('--amount', '1')).stderr, /\(LeaseOnHold\)\n$/);
  assert.match((await lease('release', ...died)).stdout, /^Nothing holds lease \d{10} for death any more\./);
  const shown = await flexpay(ring, 'transactions', 'show', 'T-1', '--api-key', apiKey);
  assert.match(shown.stdout, /LAMP +Lamp +2 ordered, 1 delivered, 1 returned/);
  assert.equal((await say('ship', '--carrier', 'Fedex')).code, 2);
  assert.equal((await flexpay(ring, 'audit')).code, 0);
});

function file(name: string, content: string): string {
  const where = path.join(house.dataDir, name);
  fs.writeFileSync(where, content);
  return where;
}

// biome-ignore lint/suspicious/noExplicitAny: the answers of several commands are read here.
function json({ code, stdout, stderr }: Typed): any {
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

test('an application in review is found in the queue, shown, and approved by hand with a name and a reason', async () => {
  const { applicationId } = await newApplication('Nadia', '666211500');
  const queue = await flexpay(ring, 'applications', 'list', '--waits-for', 'operator');
  assert.match(queue.stdout, new RegExp(`^${applicationId}  review +by \\d{4}-\\d\\d-\\d\\d +Nadia Field`, 'm'));
  const shown = await flexpay(ring, 'applications', 'show', applicationId);
  assert.match(shown.stdout, /^SSN +ends in 1500$/m);
  assert.match(shown.stdout, /^can +approve, decline, requestDocuments, withdraw$/m);
  const unsigned = await flexpay(ring, 'applications', 'approve', applicationId, '--by', 'Jane Doe');
  assert.deepEqual([unsigned.code, unsigned.stdout], [2, '']);
  const signed = ['--by', 'Jane Doe', '--reason', 'Called back'];
  const approved = await flexpay(ring, 'applications', 'approve', applicationId, ...signed, '--limit', '750');
  assert.equal(approved.stdout, `The application ${applicationId} is approved with a limit of $750.00.\n`);
  const after = json(await flexpay(ring, 'applications', 'show', applicationId, '--json'));
  assert.deepEqual(
    [after.state, after.actions[0].by, after.actions[0].before.state],
    ['approved', 'Jane Doe', 'review'],
  );
});

test('an application is shown with what was said of its account, and without a line where nothing was', async () => {
  const { applicationId } = await newApplication('Pia', '123456785', '440000000402');
  const { stdout } = await flexpay(ring, 'applications', 'show', applicationId);
  const lines = ['bankAccountVerified: true', 'bankAccountMonths: 2', 'directDepositVerified: false'];
  assert.deepEqual(
    [...stdout.matchAll(/^said of it +(.*)$/gm)].map(([, fact]) => fact),
    lines,
  );
  const poor = await newApplication('Rune', '123456784', '440000000409');
  assert.match(
    (await flexpay(ring, 'applications', 'show', poor.applicationId)).stdout,
    /^said of it +monthlyNetIncome: \$900\.00$/m,
  );
  const other = await newApplication('Quentin', '123456783');
  assert.doesNotMatch((await flexpay(ring, 'applications', 'show', other.applicationId)).stdout, /said of it/);
});

test('an application is declined for reasons that are told; one that is over says so', async () => {
  const { applicationId } = await newApplication('Omar', '666211500');
  const signed = ['--by', 'Jane Doe', '--reason', 'The alert is real'];
  const decline = ['applications', 'decline', applicationId, ...signed];
  assert.equal((await flexpay(ring, ...decline)).code, 2);
  const declined = await flexpay(ring, ...decline, '--because', 'K06_IDENTITY_NOT_VERIFIED');
  assert.equal(declined.stdout, `The application ${applicationId} is declined.\n`);
  const again = await flexpay(ring, 'applications', 'withdraw', applicationId, ...signed);
  assert.match(again.stderr, /Nothing can be done with it any more\. \(ApplicationNotWaiting\)\n$/);
  assert.equal(again.code, 1);
});

test('a notice that needs a letter is listed, printed into a file that only its owner reads, and posted', async () => {
  const { noticeId } = json(await flexpay(ring, 'letters', 'list', '--json')).letters[0];
  const file = path.join(house.dataDir, 'letter.pdf');
  const printed = await flexpay(ring, 'letters', 'print', noticeId, '--to', file);
  assert.equal(printed.code, 0, printed.stderr);
  assert.equal(fs.readFileSync(file).subarray(0, 5).toString(), '%PDF-');
  assert.equal(fs.statSync(file).mode & 0o777, 0o600);
  assert.equal((await flexpay(ring, 'letters', 'print', noticeId, '--to', '/nowhere/letter.pdf')).code, 1);
  assert.equal((await flexpay(ring, 'letters', 'posted', noticeId)).code, 2, 'nobody took it');
  assert.match((await flexpay(ring, 'letters', 'posted', noticeId, '--by', 'Jane Doe')).stdout, /went out on \d{4}-/);
  assert.equal(
    json(await flexpay(ring, 'letters', 'list', '--posted', 'true', '--json')).letters[0].postedBy,
    'Jane Doe',
  );
});

test('decisions are replayed: the same under their own rules, and nobody knows rules that are not there', async () => {
  const own = await flexpay(ring, 'decisions', 'replay');
  assert.match(own.stdout, /^\d+ decisions under their own rules: \d+ the same, 0 otherwise\.\ndigest [0-9a-f]{64}$/m);
  assert.equal(own.code, 0);
  assert.equal((await flexpay(ring, 'decisions', 'replay', '--version', 'scorecard-1-A08')).code, 0);
  assert.match((await flexpay(ring, 'decisions', 'replay', '--version', 'scorecard-9')).stderr, /ValidationError/);
});

/** Somebody who applies, with a number that sends them to review or with another. */
async function newApplication(
  firstName: string,
  ssn: string,
  account = '12340001',
): Promise<{ applicationId: string }> {
  const ask = async (path: string, body: object, token?: string) => {
    const headers = { authorization: store.apiKey, ...(token === undefined ? {} : { 'customer-token': token }) };
    const answer = await fetch(`${house.baseUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return ((await answer.json()) as { data: never }).data;
  };
  const email = `${firstName.toLowerCase()}@example.com`;
  const { token } = (await ask('/v3/users', { firstName, lastName: 'Field', email })) as { token: string };
  const { decision } = (await ask(
    '/v3/users/me/apply',
    {
      street1: '12 Oak Street',
      city: 'Austin',
      regionAbbr: 'TX',
      postalCode: '78701',
      country: 'US',
      mobilePhone: '5125550142',
      dateOfBirth: '1990-10-10',
      ssn,
      employmentInformation: { monthlyIncome: 4000, payFrequency: 'biweekly' },
      bankAccount: { routing: '110000000', account, type: 'checking' },
    },
    token,
  )) as { decision: { applicationId: string } };
  return decision;
}

test('a possible match of a screening list is listed, shown, and cleared or confirmed with a name and a reason', async () => {
  const { applicationId } = await newApplication('Petra', '666201500');
  const listed = json(await flexpay(ring, 'screening', 'list', '--state', 'open', '--limit', '1000', '--json'));
  const { caseId } = listed.cases.find(({ name }: { name: string }) => name.startsWith('Petra'));
  assert.match((await flexpay(ring, 'screening', 'list')).stdout, /^Asked are the lists of no day \(sandbox\)\.$/m);
  const shown = await flexpay(ring, 'screening', 'show', caseId);
  assert.match(shown.stdout, /^lives at +12 Oak Street, Austin, TX 78701$/m);
  assert.match(
    shown.stdout,
    /^SANDBOX 666-20 +Field, Petra, 1\.0000 similar, birth not on the list\nthe list says +A person of the sandbox$/m,
  );
  const unsigned = await flexpay(ring, 'screening', 'clear', caseId, '--by', 'Jane Doe');
  assert.deepEqual([unsigned.code, unsigned.stdout], [2, '']);
  const signed = ['--by', 'Jane Doe', '--reason', 'Another person'];
  const cleared = await flexpay(ring, 'screening', 'clear', caseId, ...signed);
  assert.equal(
    cleared.stdout,
    `The case ${caseId} is cleared. The application ${applicationId} is approved.\n`,
    cleared.stderr,
  );
  const late = await flexpay(ring, 'screening', 'confirm', caseId, ...signed);
  assert.match(late.stderr, /This case is cleared: Jane Doe said so\. \(CaseResolved\)/);
  const other = await newApplication('Quinn', '666201500');
  const found = json(
    await flexpay(ring, 'screening', 'list', '--state', 'open', '--limit', '1000', '--json'),
  ).cases.find(({ name }: { name: string }) => name.startsWith('Quinn'));
  const confirmed = await flexpay(ring, 'screening', 'confirm', found.caseId, ...signed);
  assert.match(
    confirmed.stdout,
    new RegExp(`is confirmed\\. The application ${other.applicationId} is declined\\. The report is due by \\d{4}-`),
  );
  const wrong = ['--by', 'John Doe', '--reason', 'The passport is another'];
  const corrected = await flexpay(ring, 'screening', 'correct', found.caseId, ...wrong);
  assert.equal(corrected.stdout, `The case ${found.caseId} is cleared.\n`, corrected.stderr);
  const after = await flexpay(ring, 'screening', 'show', found.caseId);
  assert.match(after.stdout, /^resolved +\S+, Jane Doe: Another person$/m);
  assert.match(after.stdout, /^corrected +\S+, John Doe: The passport is another$/m);
});
