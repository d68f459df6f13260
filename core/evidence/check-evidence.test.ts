import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rate, rateText, timesHalfUp } from '../money/money.ts';
import { derivationsOf } from '../pricing/derivation.ts';
import { type PriceTerms, priceLease } from '../pricing/price.ts';
import { canonicalJson } from './canonical-json.ts';
import { chained, firstBroken, type NewSignatureEvent, type SignatureEventKind } from './chain.ts';
import { checkEvidence } from './check-evidence.ts';
import { type EvidenceAmounts, type EvidenceFile, evidenceFormat } from './evidence-file.ts';
import { envelopeAfter, missingBeforeSigning } from './order-of-signing.ts';

// A hash that is enough for these tests: what matters here is what is hashed and compared.
const sha256 = (text: string) => {
  let sum = 7n;
  for (const sign of text) sum = (sum * 1_000_003n + BigInt(sign.codePointAt(0)!)) % (1n << 256n);
  return sum.toString(16).padStart(64, '0');
};

test('the canonical text of a value is one, whatever the order of its members', () => {
  assert.equal(canonicalJson({ b: [1, 'x', null], a: { d: true, c: '' } }), '{"a":{"c":"","d":true},"b":[1,"x",null]}');
  for (const none of [1.5, -0, Number.NaN, undefined, { a: undefined }, 2 ** 53]) {
    assert.throws(() => canonicalJson(none), TypeError);
  }
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), (text) => {
      const value = JSON.parse(text);
      try {
        assert.deepEqual(JSON.parse(canonicalJson(value)), value);
      } catch (error) {
        assert.ok(error instanceof TypeError, String(error));
      }
    }),
  );
});

const event = (kind: SignatureEventKind, facts: object = {}): NewSignatureEvent => ({
  kind,
  at: '2026-11-21T12:00:00.000Z',
  facts: { ...facts },
});

test('a chain goes on from its head as if it had been written at once', () => {
  const kinds: SignatureEventKind[] = ['generated', 'presented', 'consented', 'signed', 'sealed'];
  const events = kinds.map((kind) => event(kind));
  const whole = chained(null, events, sha256);
  const first = chained(null, events.slice(0, 2), sha256);
  assert.deepEqual([...first, ...chained(first[1]!, events.slice(2), sha256)], whole);
  assert.equal(firstBroken(whole, sha256), null);
  assert.equal(firstBroken([...whole.slice(0, 2), ...whole.slice(3)], sha256)?.event, whole[3]);
});

test('an agreement is made, shown, consented to, signed and sealed, in this order', () => {
  const walk = (...kinds: SignatureEventKind[]) => envelopeAfter(kinds.map((kind) => event(kind)));
  const way = ['generated', 'presented', 'consented', 'signed', 'sealed'] as const;
  assert.deepEqual(walk(...way), { state: 'sealed' });
  assert.deepEqual(walk('generated', 'presented', 'presented', 'consented', 'presented', 'consented', 'acknowledged'), {
    state: 'consented',
  });
  for (const wrong of [
    ['presented'],
    ['generated', 'consented'],
    ['generated', 'presented', 'signed'],
    ['generated', 'presented', 'consented', 'sealed'],
    [...way, 'voided'],
    [...way, 'consented'],
    ['generated', 'voided', 'presented'],
    ['generated', 'acknowledged'],
  ] as const) {
    assert.ok('wrong' in walk(...wrong), wrong.join());
  }
});

test('on our screen each step is needed since the agreement was last shown', () => {
  const shown = event('presented', { channel: 'modal' });
  const steps = [event('consented'), event('acknowledged'), event('identified')];
  assert.equal(missingBeforeSigning([shown, ...steps]), null);
  assert.match(missingBeforeSigning([...steps]) ?? '', /not been shown/);
  assert.match(missingBeforeSigning([shown, ...steps, shown]) ?? '', /consent/);
  for (const left of [0, 1, 2]) {
    assert.notEqual(missingBeforeSigning([shown, ...steps.filter((_, at) => at !== left)]), null);
  }
});

const anyTerms = fc.record({
  cashPrice: fc.integer({ min: 1, max: 500_000 }),
  factor: fc.constantFrom(rate('1.55'), rate('2.00'), rate('2.40')),
  totalCap: fc.constantFrom(null, rate('2.00'), rate('2.25')),
  processingFee: fc.constantFrom(0, 995),
  frequency: fc.constantFrom('weekly' as const, 'biweekly' as const, 'semimonthly' as const, 'monthly' as const),
  termWeeks: fc.constantFrom(4, 26, 52),
  taxRate: fc.constantFrom(rate('0'), rate('0.0825')),
  feeTaxable: fc.boolean(),
});

test('whatever a lease costs, its evidence is found right', () => {
  const kinds = new Set<boolean>();
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const file = fileOf(terms);
      if (file === null) return;
      kinds.add(file.amounts.payments.count > 2);
      const faults = checkEvidence(file, null, { sha256, textOf: (text) => text, isSignedBy: () => true });
      assert.deepEqual(
        faults.flatMap(({ fault }) => fault ?? []),
        [],
      );
    }),
    { numRuns: 500 },
  );
  assert.equal(kinds.size, 2, 'short and long leases were seen');
});

function fileOf(terms: PriceTerms): EvidenceFile | null {
  const price = priceLease(terms);
  if ('refused' in price) return null;
  const { initialPayment: first } = price;
  const amounts: EvidenceAmounts = {
    cashPriceCents: price.cashPrice,
    totalRentCents: price.totalRent,
    processingFeeCents: price.processingFee,
    costOfLeaseCents: price.costOfLease,
    totalCostCents: price.totalOfPayments,
    totalTaxCents: price.totalTax,
    totalCostWithTaxCents: price.totalWithTax,
    payments: {
      frequency: terms.frequency,
      count: price.count,
      regularRentCents: price.regular,
      regularTaxCents: timesHalfUp(price.regular, terms.taxRate),
      lastRentCents: price.last,
      lastTaxCents: timesHalfUp(price.last, terms.taxRate),
      dueOn: Array.from({ length: price.count }, (_, at) => String(at)),
    },
    initialPayment: {
      rentCents: first.rent,
      taxCents: first.tax,
      processingFeeCents: first.fee,
      processingFeeTaxCents: first.feeTax,
      totalCents: first.total,
    },
  };
  const cart = ['T-1', [['A', 'A lamp', terms.cashPrice + 5, 1]], 10, 15];
  const signer = { typedName: '', channel: 'api', ipAddress: '', userAgent: '' } as const;
  const parties = { merchant: 'M', governingState: 'TX', rulesVersion: 'TX-1', rulesHash: '' };
  const hash = sha256('paper');
  const { factor, totalCap, taxRate } = terms;
  const texts = { factor: rateText(factor), totalCap: totalCap && rateText(totalCap), taxRate: rateText(taxRate) };
  const made = {
    ...parties,
    agreementNumber: '1',
    agreementVersion: 'v',
    agreementSha256: hash,
    customer: 'C',
    cart,
    cartHash: sha256(JSON.stringify(cart)),
    amountsSha256: sha256(canonicalJson(amounts)),
    terms: { ...terms, ...texts },
  };
  const [at] = [event('signed').at];
  return {
    format: evidenceFormat,
    agreement: { ...parties, number: '1', version: 'v', transactionId: 'T-1', offeredAt: at, signedAt: at },
    signer: { name: 'C', ...signer },
    documents: ['agreement', 'signed-copy'].map((id) => ({
      id,
      version: 'v',
      sha256: hash,
      pdfSha256: null,
      html: 'paper',
    })),
    cartHash: made.cartHash,
    amounts,
    derivation: derivationsOf(terms, price),
    events: chained(
      null,
      [
        event('generated', made),
        event('presented', { channel: 'api', documents: [{ id: 'agreement', sha256: hash }] }),
        event('consented', { channel: 'api' }),
        event('signed', { agreementSha256: hash, signer, firstPayment: { amountCents: first.total } }),
        event('sealed', { copySha256: hash }),
      ],
      sha256,
    ),
    signature: { algorithm: 'Ed25519', keyId: '', publicKey: '', value: '' },
  };
}
