import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Language } from '#core/calendar/day-text.ts';
import type { Frequency } from '#core/calendar/pay-cycle.ts';
import { documentHash } from '#server/agreements/agreement-of.ts';
import { pdfOfPaper } from '#server/agreements/pdf/pdf-of-paper.ts';
import { renderAgreement } from '#server/agreements/render-agreement.ts';
import { sealAgreement, unsealAgreement } from '#server/agreements/seal-agreement.ts';
import { agreementIn as agreementWritten } from '#server/agreements/test-paper.ts';
import { frequencies } from '#server/leases/quote-lease.ts';
import { type TestHouse, testHouse } from '#server/test-house.ts';

let built: TestHouse;
before(async () => {
  built = await testHouse();
});
after(() => built.close());

const agreementIn = (state: string, frequency: Frequency = 'weekly', language: Language = 'en') =>
  agreementWritten(built.house, state, { frequency, language });

/** The twenty items of domain 3.1 in the order of the paper: where each stands, and the words that make it. */
const items: readonly [section: string, en: RegExp, es: RegExp][] = [
  [
    'ownership',
    /This is a lease, not a sale.*We own the items/s,
    /Esto es un arrendamiento, no una venta.*son nuestros/s,
  ],
  [
    'parties',
    /FlexPay.*Maria Delgado.*Anytown.*Marlow &amp; Finch/s,
    /FlexPay.*Maria Delgado.*Anytown.*Marlow &amp; Finch/s,
  ],
  [
    'items',
    /Sofa.*SOFA.*quantity 2, \$400\.00 each.*New.*\$800\.00/s,
    /Sofa.*SOFA.*cantidad 2, \$400\.00 cada uno.*Nuevo.*\$800\.00/s,
  ],
  ['cash-price', /(Cash price|Retail value).*\$805\.00/s, /(Precio de contado|Valor de venta al público).*\$805\.00/s],
  [
    'initial-payment',
    /At signing.*rent \$.*tax \$.*processing fee \$.*delivery \$/s,
    /Al firmar.*renta \$.*impuesto \$.*tramitación \$.*entrega \$/s,
  ],
  ['schedule', /\d+ payments of \$.*Last payment,.*\$/s, /\d+ pagos de \$.*Último pago,.*\$/s],
  [
    'total-of-payments',
    /what you must pay to acquire ownership.*with tax/s,
    /lo que usted debe pagar para adquirir la propiedad.*con impuesto/s,
  ],
  ['cost-of-lease', /less the cash price.*\$/s, /menos el precio de contado.*\$/s],
  [
    'other-charges',
    /not part of the total.*Late payment:.*Returned payment:.*Reinstatement:/s,
    /No forman parte del total.*Pago atrasado:.*Pago devuelto:.*Rehabilitación:/s,
  ],
  [
    'early-purchase',
    /any time.*The price is: through.*day 30.*day 60.*day 90.*day 120.*day 180.*day 270/s,
    /cualquier momento.*El precio es: hasta.*día 30.*día 60.*día 90.*día 120.*día 180.*día 270/s,
  ],
  [
    'termination',
    /at any time, without a charge.*You owe the rent due up to/s,
    /cualquier momento, sin cargo.*Debe la renta vencida hasta/s,
  ],
  [
    'reinstatement',
    /you may reinstate this lease (within|until) .*days from the return/s,
    /puede rehabilitar este arrendamiento (dentro|hasta) .*días desde la devolución/s,
  ],
  ['loss', /never owe more for it than the lowest/, /nunca debe más que el menor/],
  ['maintenance', /maker’s warranty passes to you/, /garantía del fabricante pasa a usted/],
  ['tax', /Sales tax on each payment/, /impuesto sobre las ventas de cada pago/],
  ['insurance', /do not have to insure/, /no tiene que asegurar/],
  ['separate-authorization', /separate document.*not a condition/s, /documento aparte.*No es una condición/s],
  [
    'rights',
    /every claim and defense.*not enter your home without/s,
    /toda reclamación y defensa.*No entraremos en su casa sin/s,
  ],
  [
    'notices',
    /Do not sign this agreement before.*blank spaces.*copy/s,
    /No firme este contrato antes.*espacios en blanco.*copia/s,
  ],
  ['signature', /By signing I take the items on lease/, /Al firmar tomo los artículos en arrendamiento/],
];

test('in every served state all twenty items are said, in both languages, above the signature', async () => {
  for (const state of built.house.rules.servedStates()) {
    for (const language of ['en', 'es'] as const) {
      const { html } = await agreementIn(state, 'weekly', language);
      const parts = html.split(/data-disclosure="/).slice(1);
      for (const [section, en, es] of items) {
        const part = parts.find((one) => one.startsWith(`${section}"`));
        assert.match(part ?? '', language === 'en' ? en : es, `${state} ${language} ${section}`);
      }
      assert.ok(parts.at(-1)?.startsWith('signature"'), `${state} ${language}`);
    }
  }
});

test('in every served state and every rhythm the agreement renders again to the byte', async () => {
  for (const state of built.house.rules.servedStates()) {
    for (const frequency of frequencies) {
      const { html, inputs, version } = await agreementIn(state, frequency);
      assert.equal(version, 'lease-3.en');
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
      [
        /the lesser of 5% of the unpaid rent and \$5\.00\. It is charged once, for a payment that is 4 days late or more/,
        /Total cost/,
      ],
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
        /afterwards any rent past due, and the cash price times the number of payments still to come divided by the number of all payments/,
        /California: within ten days/,
        /within 7 days after/,
      ],
    ],
    [
      'NY',
      [
        /the greater of 10% of the unpaid rent and \$3\.00/,
        /but not less than one payment\. You pay the lower/,
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
    [
      'WV',
      [/Retail value/, /Total of all payments/, /Rent-to-own charge/, /times the cash price divided by the total rent/],
    ],
    ['GA', [/no late fee is charged/, /Reinstatement:<\/b> \$5\.00 for each missed payment/]],
    ['IN', [/\$3\.00 where \$20\.00 or less is unpaid, \$5\.00 otherwise/]],
    ['CT', [/RTO price/, /goes first to what fell due last/]],
    ['FL', [/Florida: do not sign this agreement before you read it/, /within 60 days after/]],
  ];
  for (const [state, all] of rows) {
    const { html } = await agreementIn(state);
    for (const one of all) assert.match(html, one, state);
  }
});

test('where a late fee depends on the frequency, the paper names the one of this lease', async () => {
  const rows = [
    ['NY', 'monthly', /the greater of 10% of the unpaid rent and \$5\.00/],
    ['NY', 'semimonthly', /the greater of 10% of the unpaid rent and \$3\.00/],
    ['IN', 'monthly', /Late payment:<\/b> \$8\.00\. It is charged once/],
  ] as const;
  for (const [state, frequency, words] of rows) assert.match((await agreementIn(state, frequency)).html, words);
});

test('in Spanish the same figures stand in the same places, and no English is left', async () => {
  const bare = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ');
  const sections = (html: string) => [...html.matchAll(/data-disclosure="([\w-]+)"/g)].map(([, name]) => name);
  // Amounts, shares, counts and the numbers of days and years: a date has them in the same order in both.
  const figures = (html: string) => bare(html).match(/\$?\d+([,.]\d+)*/g);
  for (const state of built.house.rules.servedStates()) {
    for (const frequency of frequencies) {
      const english = await agreementIn(state, frequency);
      const spanish = await agreementIn(state, frequency, 'es');
      assert.equal(spanish.version, 'lease-3.es');
      assert.deepEqual(sections(spanish.html), sections(english.html), state);
      assert.deepEqual(figures(spanish.html), figures(english.html), `${state} ${frequency}`);
      assert.doesNotMatch(spanish.html, /undefined|NaN|\[object/, state);
      assert.equal(renderAgreement(JSON.parse(JSON.stringify(spanish.inputs))), spanish.html);
      const words = bare(spanish.html).replace(/\([^()]*\)/g, ''); // the statutes' own labels stand in brackets
      assert.doesNotMatch(words, /\b(the|you|rent|payment|with|days|and|of|every|through)\b/i, state);
    }
  }
  const { html } = await agreementIn('CA', 'weekly', 'es');
  assert.match(html, /la cantidad mayor entre \$2\.00 y la cantidad menor entre el 5% de la renta sin pagar y \$5\.00/);
  assert.match(html, /Cada \p{L}+, del \d+ de \p{L}+ de 2026 al \d+ de \p{L}+ de 2027/u);
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
