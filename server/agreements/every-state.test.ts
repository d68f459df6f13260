import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agreementOf, documentHash } from '#server/agreements/agreement-of.ts';
import { pdfOfPaper } from '#server/agreements/pdf/pdf-of-paper.ts';
import { renderAgreement } from '#server/agreements/render-agreement.ts';
import { sealAgreement, unsealAgreement } from '#server/agreements/seal-agreement.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import { frequencies, priceOrder } from '#server/leases/quote-lease.ts';
import { type TestHouse, testHouse } from '#server/test-house.ts';

let built: TestHouse;
before(async () => {
  built = await testHouse();
});
after(() => built.close());

const item = {
  ...{ sku: 'SOFA', description: 'Sofa', brand: 'Tilda', condition: 'new' as const, cost: '400', quantity: 2 },
  ...{ productId: null, mpn: null, gtin: null, image: null },
} as const;
const order = { items: [item], shipping: { cost: '5', date: null, method: 'ground' }, totalDiscount: '0' };

async function agreementIn(
  state: string,
  frequency: (typeof frequencies)[number] = 'weekly',
  language: 'en' | 'es' = 'en',
) {
  const { house } = built;
  const place = { street1: '1 Main Street', street2: null, city: 'Anytown', state, postalCode: '12345' };
  const priced = await priceOrder(house, order, { place, frequency, leaseFactor: '2.00', nextPayOn: null });
  assert.ok('price' in priced, state);
  const facts = { firstName: 'Maria', lastName: 'Delgado', address: place } as CustomerFacts;
  const quote = { ...priced, available: 0, underMinimumBy: 0, overLimitBy: 0 };
  const deal = {
    leaseNumber: '1234567890',
    eRecordsCode: '1234',
    merchantName: 'Marlow & Finch',
    shippingMethod: 'ground',
    language,
  };
  return agreementOf(house, facts, quote, deal);
}

test('in every served state and every rhythm the agreement has all its disclosures and renders again to the byte', async () => {
  const disclosures = (
    'parties ownership items cash-price initial-payment schedule total-of-payments cost-of-lease other-charges early-purchase ' +
    'termination reinstatement loss maintenance tax insurance separate-authorization rights payment-days notices signature'
  ).split(' ');
  for (const state of built.house.rules.servedStates()) {
    for (const frequency of frequencies) {
      const { html, inputs, version } = await agreementIn(state, frequency);
      assert.equal(version, 'lease-2.en');
      for (const one of disclosures) assert.ok(html.includes(`data-disclosure="${one}"`), `${state}: ${one}`);
      assert.doesNotMatch(html, /undefined|NaN|\[object/, state);
      // As it comes back from the database.
      assert.equal(renderAgreement(JSON.parse(JSON.stringify(inputs))), html, state);
    }
    await pdfOfPaper((await agreementIn(state)).html, {
      number: '1',
      sha256: '0',
      agreedOn: '2026-11-20',
      company: 'FlexPay',
    });
  }
});

test('what a state asks of its paper stands there in words', async () => {
  const rows: [string, RegExp[]][] = [
    [
      'KS',
      [/the lesser of 5% of the unpaid rent and \$5\.00, once for a payment that is 4 days late or more/, /Total cost/],
    ],
    [
      'CA',
      [
        /the greater of \$2\.00 and the lesser of 5% of the unpaid rent and \$5\.00/,
        /The law of California sets a price of its own: through/,
      ],
    ],
    [
      'CA',
      [
        /afterwards any rent past due and the part of the cash price/,
        /California: within ten days/,
        /within 7 days after/,
      ],
    ],
    [
      'NY',
      [
        /the greater of 10% of the unpaid rent and \$3\.00/,
        /at least one payment\. You pay the lower/,
        /up to 48 hours/,
      ],
    ],
    [
      'TX',
      [/the lesser of 10% of the unpaid rent and \$10\.00/, /until the later of 7 days and half a payment period/],
    ],
    [
      'OH',
      [
        /the cash price less 50% of the rent you have paid/,
        /until the day on which the third payment after it falls due/,
      ],
    ],
    ['SC', [/55% of all rent that is not paid yet/]],
    ['WV', [/Retail value/, /Total of all payments/, /Rent-to-own charge/, /times the cash price over the total rent/]],
    ['GA', [/no late fee is charged/, /Reinstatement:<\/b> \$5\.00 for each missed payment/]],
    ['IN', [/\$3\.00 where \$20\.00 or less is unpaid, \$5\.00 otherwise/]],
    ['CT', [/RTO price/, /newest one due first/]],
    ['FL', [/Florida: do not sign this agreement before you read it/, /within 60 days after/]],
  ];
  for (const [state, all] of rows) {
    const { html } = await agreementIn(state);
    for (const one of all) assert.match(html, one, state);
  }
});

test('in Spanish the same figures stand in the same places, and no English is left', async () => {
  const bare = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ');
  const sections = (html: string) => [...html.matchAll(/data-disclosure="([\w-]+)"/g)].map(([, name]) => name);
  const figures = (html: string) => bare(html).match(/\$[\d,]+\.\d\d/g);
  for (const state of built.house.rules.servedStates()) {
    for (const frequency of frequencies) {
      const english = await agreementIn(state, frequency);
      const spanish = await agreementIn(state, frequency, 'es');
      assert.equal(spanish.version, 'lease-2.es');
      assert.deepEqual(sections(spanish.html), sections(english.html), state);
      assert.deepEqual(figures(spanish.html)?.toSorted(), figures(english.html)?.toSorted(), `${state} ${frequency}`);
      assert.doesNotMatch(spanish.html, /undefined|NaN|\[object/, state);
      assert.equal(renderAgreement(JSON.parse(JSON.stringify(spanish.inputs))), spanish.html);
      const words = bare(spanish.html).replace(/\([^()]*\)/g, ''); // the statutes' own labels stand in brackets
      assert.doesNotMatch(words, /\b(the|you|rent|payment|with|days|and|of|every|through)\b/i, state);
    }
  }
  const { html } = await agreementIn('CA', 'weekly', 'es');
  assert.match(html, /la cantidad mayor entre \$2\.00 y la cantidad menor entre el 5% de la renta sin pagar y \$5\.00/);
  assert.match(html, /Cada viernes desde el 27 de noviembre de 2026|Cada \p{L}+ desde el \d+ de \p{L}+ de 2026/u);
  const { html: ny } = await agreementIn('NY', 'weekly', 'es');
  assert.match(ny, /Costo total \(Total cost\)/);
  assert.match(ny, /Nueva York: si lo pide/);
});

test('a sealed Spanish copy can be emptied again to what was signed', async () => {
  const { html, hash } = await agreementIn('TX', 'weekly', 'es');
  const sealed = sealAgreement(html, {
    agreementNumber: '1234567890',
    typedName: 'Maria Delgado',
    signedAt: '2026-11-20',
    sha256: hash,
  });
  assert.match(sealed, /Firmado electrónicamente el 2026-11-20 · huella del documento/);
  assert.equal(documentHash(unsealAgreement(sealed)), hash);
});
