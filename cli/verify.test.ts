import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { chained } from '#core/evidence/chain.ts';
import { checkEvidence } from '#core/evidence/check-evidence.ts';
import { type EvidenceFile, signedText } from '#core/evidence/evidence-file.ts';
import { openSigning, signedFile } from '#server/evidence/test-signing.ts';
import { shippedRules } from '#server/rules/read-rules.ts';
import { testHouse } from '#server/test-house.ts';
import { flexpay } from '../tests/flexpay.ts';
import { checkFigures } from './check-figures.ts';
import { instruments } from './instruments.ts';

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-evidence-'));
let good: EvidenceFile;
let houseKey: string;

before(async () => {
  const built = await testHouse();
  const signing = await openSigning(built);
  good = await signedFile(signing, 'verify@example.com', 'VERIFY-1');
  houseKey = await signing.key();
  await signing.server.close();
  await built.close();
});
after(() => fs.rmSync(home, { recursive: true }));

test('a file is checked without a house, as the API answered it and in any layout', async () => {
  for (const text of [JSON.stringify({ data: good }), JSON.stringify(good, null, 4)]) {
    const typed = await flexpay({ FLEXPAY_URL: 'http://127.0.0.1:1' }, 'verify', kept(text), '--key', houseKey);
    assert.deepEqual([typed.code, typed.stderr], [0, '']);
    assert.equal(typed.stdout.match(/^ok {5}/gm)?.length, 11);
    assert.match(typed.stdout, /was signed by Ana Byron on .+: 4 documents, 8 events, all as they were\./);
    assert.match(typed.stdout, /Signed with the key you gave, [0-9a-f]{16}\./);
  }
});

test('without a key the file only says which one it was, and a key may come in a file', async () => {
  const file = kept(JSON.stringify(good));
  assert.match((await flexpay({}, 'verify', file)).stdout, /Whose key that is, this file can't say/);
  const answered = kept(JSON.stringify({ data: { algorithm: 'Ed25519', keyId: '', publicKey: houseKey } }));
  for (const key of [answered, kept(`${houseKey}\n`)]) {
    assert.equal((await flexpay({}, 'verify', file, '--key', key)).code, 0);
  }
  const told = JSON.parse((await flexpay({}, 'verify', file, '--json')).stdout);
  assert.deepEqual([told.valid, told.firstAltered, told.keyTrusted], [true, null, false]);
});

test('with the records of the law every figure is worked out a second time', async () => {
  const typed = await flexpay({}, 'verify', kept(JSON.stringify(good)), '--key', houseKey, '--rules', shippedRules);
  assert.deepEqual([typed.code, typed.stderr], [0, '']);
  assert.match(typed.stdout, /^ok {5}Every figure and due day follows from the law, worked out a second time\.$/m);
  assert.match(typed.stdout, /Its figures follow from TX-1, the law it stands under\./);
});

test('a house that reckons wrong and signs it is found out by the law', () => {
  const lies: readonly { readonly record: string; readonly lie: (file: Open) => void }[] = [
    {
      record: 'derivation regularRent',
      lie: (file) => Object.assign(derived(file, 'regularRent'), { formula: 'floor(R / n)', value: 49_29 }),
    },
    { record: 'derivation lateFee', lie: (file) => file.derivation.push({ figure: 'lateFee', value: 5_00 }) },
    { record: 'amount costOfLeaseCents', lie: (file) => (file.amounts.costOfLeaseCents -= 1) },
    { record: 'amount payments.lastRentCents', lie: (file) => (file.amounts.payments.lastRentCents += 1) },
    { record: 'amount payments.balloonCents', lie: (file) => (file.amounts.payments.balloonCents = 1) },
    { record: 'amount initialPayment.totalCents', lie: (file) => (file.amounts.initialPayment.totalCents += 1) },
    { record: 'amount payments.dueOn', lie: (file) => file.amounts.payments.dueOn.splice(3, 1, '2027-01-01') },
    { record: 'amount payments.dueOn', lie: (file) => file.amounts.payments.dueOn.pop() },
    { record: 'terms', lie: (file) => (file.events[0].facts.terms.totalCap = '2.40') },
    { record: 'terms', lie: (file) => (file.events[0].facts.terms.processingFee = 10_00) },
    {
      record: 'terms',
      lie: (file) => Object.assign(file.events[0].facts.terms, { taxRate: '0.0825', feeTaxable: false }),
    },
    { record: 'agreement rulesHash', lie: (file) => flip(file.agreement, 'rulesHash') },
    { record: 'agreement rulesVersion', lie: (file) => (file.agreement.rulesVersion = 'TX-9') },
  ];
  assert.equal(checkFigures(good, shippedRules).fault, null);
  for (const { record, lie } of lies) assert.equal(checkFigures(changed(lie), shippedRules).fault?.record, record);
});

test('a folder that holds no records is said so', async () => {
  const nowhere = await flexpay({}, 'verify', kept(JSON.stringify(good)), '--rules', path.join(home, 'nowhere'));
  assert.deepEqual([nowhere.code, /--rules is no folder that can be read/.test(nowhere.stderr)], [2, true]);
  const empty = await flexpay(
    {},
    'verify',
    kept(JSON.stringify(good)),
    '--rules',
    fs.mkdtempSync(path.join(home, 'r')),
  );
  assert.deepEqual([empty.code, /has no record TX-1/.test(empty.stdout)], [1, true]);
});

test('a changed file ends with 1 and names the record; what is no evidence or no key is said so', async () => {
  const altered = kept(
    JSON.stringify(changed((file) => Object.assign(file.events[2].facts, { ipAddress: '10.0.0.1' }))),
  );
  const typed = await flexpay({}, 'verify', altered, '--key', houseKey);
  assert.equal(typed.code, 1);
  assert.match(typed.stdout, /The first record that was altered: event 3 \(consented\)\.\n$/);
  const told = JSON.parse((await flexpay({}, 'verify', altered, '--json')).stdout);
  assert.deepEqual([told.valid, told.firstAltered.record], [false, 'event 3 (consented)']);
  for (const text of ['{}', '[]', 'null', '"x"', '{"data":null}']) {
    assert.equal((await flexpay({}, 'verify', kept(text))).code, 1, text);
  }
  assert.match((await flexpay({}, 'verify', kept('{'))).stderr, /is not JSON/);
  const noKey = await flexpay({}, 'verify', altered, '--key', 'abc');
  assert.deepEqual([noKey.code, /neither 64 hex digits nor a file/.test(noKey.stderr)], [2, true]);
});

// biome-ignore lint/suspicious/noExplicitAny: a test writes where a type would not let it.
type Open = any;

const positions: readonly {
  readonly at: string;
  readonly record: string | RegExp;
  readonly change: (file: Open) => void;
}[] = [
  ...['number', 'kind', 'at', 'previous', 'hash'].flatMap((member) =>
    [2, 5, 8].map((number) => ({
      at: `${member} of event ${number}`,
      record: new RegExp(`^event ${number} `),
      change: (file: Open) => {
        const event = file.events[number - 1];
        event[member] = typeof event[member] === 'number' ? event[member] + 1 : flipped(event[member]);
      },
    })),
  ),
  {
    at: 'the facts of the signature',
    record: 'event 7 (signed)',
    change: (file) => (file.events[6].facts.signer.typedName = 'Bob'),
  },
  { at: 'the cart', record: 'event 1 (generated)', change: (file) => (file.events[0].facts.cart[1][0][2] = 1) },
  { at: 'the bytes of the agreement', record: 'document agreement', change: (file) => flip(file.documents[0], 'html') },
  {
    at: 'the bytes of the signed copy',
    record: 'document signed-copy',
    change: (file) => flip(file.documents[1], 'html'),
  },
  { at: 'the hash of a paper', record: 'document e-records', change: (file) => flip(file.documents[2], 'sha256') },
  { at: 'a paper is gone', record: 'document debit-authorization', change: (file) => void file.documents.pop() },
  {
    at: 'a paper too many',
    record: 'document agreement',
    change: (file) => void file.documents.push({ ...file.documents[0], sha256: instruments.sha256('x'), html: 'eA==' }),
  },
  { at: 'the cart hash', record: 'cartHash', change: (file) => flip(file, 'cartHash') },
  { at: 'the cash price', record: 'amount cashPriceCents', change: (file) => (file.amounts.cashPriceCents += 1) },
  {
    at: 'the total',
    record: 'amount totalCostWithTaxCents',
    change: (file) => (file.amounts.totalCostWithTaxCents += 1),
  },
  {
    at: 'the first payment',
    record: 'amount initialPayment.totalCents',
    change: (file) => (file.amounts.initialPayment.totalCents -= 1),
  },
  { at: 'a due day', record: 'amounts', change: (file) => (file.amounts.payments.dueOn[3] = '2027-01-01') },
  {
    at: 'an input of a derivation',
    record: 'derivation totalRent',
    change: (file) => (derived(file, 'totalRent').inputs.C += 1),
  },
  {
    at: 'an input that rounding hides',
    record: 'derivation regularRent',
    change: (file) => (derived(file, 'regularRent').inputs.R += 1),
  },
  {
    at: 'the value of a derivation',
    record: 'derivation totalTax',
    change: (file) => (derived(file, 'totalTax').value += 1),
  },
  {
    at: 'a formula',
    record: 'derivation totalRent',
    change: (file) => (derived(file, 'totalRent').formula = 'round(C × f) + 1'),
  },
  { at: 'the rules', record: 'agreement rulesHash', change: (file) => flip(file.agreement, 'rulesHash') },
  { at: 'the store', record: 'agreement merchant', change: (file) => (file.agreement.merchant = 'Another') },
  { at: 'the signer', record: 'signer name', change: (file) => (file.signer.name = 'Bob') },
  { at: 'the address', record: 'signer ipAddress', change: (file) => (file.signer.ipAddress = '10.0.0.1') },
  { at: 'the hash of the PDF', record: 'signature', change: (file) => flip(file.documents[0], 'pdfSha256') },
  { at: 'the signature', record: 'signature', change: (file) => flip(file.signature, 'value') },
  { at: 'the public key', record: 'signature', change: (file) => flip(file.signature, 'publicKey') },
  { at: 'the name of the key', record: 'signature', change: (file) => flip(file.signature, 'keyId') },
  { at: 'the form', record: 'format', change: (file) => (file.format = 'flexpay-evidence-2') },
  { at: 'a member more', record: 'signature', change: (file) => (file.note = 'hello') },
  {
    at: 'two events swapped',
    record: 'event 3 (acknowledged)',
    change: ({ events }) => void events.splice(2, 2, events[3], events[2]),
  },
  { at: 'an event removed', record: 'event 4 (identified)', change: ({ events }) => void events.splice(3, 1) },
  {
    at: 'an event added',
    record: 'event 4 (consented)',
    change: ({ events }) => void events.splice(3, 0, { ...events[2] }),
  },
];

for (const { at, record, change } of positions) {
  test(`a change is caught and named: ${at}`, () => {
    const first = firstFault(changed(change));
    assert.ok(first !== null, 'nothing was noticed');
    assert.match(first, record instanceof RegExp ? record : new RegExp(`^${record.replace(/[()]/g, '\\$&')}$`));
  });
}

test('whichever byte of the file is another, the check fails or the file still says the same', () => {
  const bytes = Buffer.from(JSON.stringify({ data: good }, null, 1));
  const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.integer({ min: 0, max: 255 }) });
  let told = 0;
  fc.assert(
    fc.property(change, ({ at, to }) => {
      const other = Buffer.from(bytes);
      other[at] = to;
      const read = parsed(other.toString('utf8'));
      if (read === undefined) return;
      if (JSON.stringify(read) === JSON.stringify({ data: good })) return;
      told += 1;
      assert.notEqual(firstFault((read as { data?: EvidenceFile }).data ?? ({} as EvidenceFile)), null, `byte ${at}`);
    }),
    { numRuns: 1_500 },
  );
  assert.ok(told > 300, `only ${told} changes could be read at all`);
});

test('a chain that was written anew around a lie still lacks the house’s signature', () => {
  const lie = changed((file) => {
    file.events[5].facts.ipAddress = '10.0.0.1';
    file.events = chained(null, file.events, instruments.sha256);
  });
  assert.equal(firstFault(lie), 'signature');
});

test('a file that another house signed is whole, and refused by whoever has our key', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const other = changed((file) => {
    file.signature.publicKey = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
    file.signature.value = sign(null, Buffer.from(signedText(file)), privateKey).toString('hex');
  });
  assert.deepEqual(
    checkEvidence(other, null, instruments).flatMap(({ fault }) => fault ?? []),
    [],
  );
  assert.equal(firstFault(other), 'signature publicKey');
});

test('help teaches what is checked and where the key comes from', async () => {
  const { stdout } = await flexpay({}, 'help', 'verify');
  assert.match(stdout, /flexpay verify FILE/);
  assert.match(stdout, /GET \/v3\/evidence-key/);
});

function firstFault(file: EvidenceFile): string | null {
  return checkEvidence(file, houseKey, instruments).find(({ fault }) => fault !== null)?.fault?.record ?? null;
}

function changed(change: (file: Open) => void): EvidenceFile {
  const file = structuredClone(good);
  change(file);
  return file;
}

function derived(file: Open, figure: string): Open {
  return file.derivation.find((one: Open) => one.figure === figure);
}

function flip(of: Open, member: string): void {
  of[member] = flipped(of[member]);
}

/** The text with another sign in its middle. */
function flipped(text: string): string {
  const middle = text.length >> 1;
  return text.slice(0, middle) + (text[middle] === '0' ? '1' : '0') + text.slice(middle + 1);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

let files = 0;
function kept(text: string): string {
  files += 1;
  const file = path.join(home, `${files}.json`);
  fs.writeFileSync(file, text);
  return file;
}
