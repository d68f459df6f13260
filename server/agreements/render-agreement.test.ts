import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type {
  AgreementInputs,
  AgreementLaw,
  CardAuthorizationInputs,
  DebitAuthorizationInputs,
} from './agreement-inputs.ts';
import {
  agreementVersion,
  renderAgreement,
  renderCardAuthorization,
  renderDebitAuthorization,
  renderERecordsStatement,
} from './render-agreement.ts';
import { sealAgreement, unsealAgreement } from './seal-agreement.ts';
import { californiaLaw, lampAgreement as lamp, taxedLampToday as today } from './test-agreement.ts';

const taxedLamp: AgreementInputs = {
  ...lamp,
  initialPayment: { ...lamp.initialPayment, tax: 33, total: 4_37 },
  payments: { ...lamp.payments, regularTax: 33, lastTax: 33 },
  totalTax: 17_16,
  totalWithTax: 227_16,
};

const debit: DebitAuthorizationInputs = {
  language: 'en',
  agreementNumber: '1234567890',
  agreedOn: '2026-11-20',
  brand: 'FlexPay',
  company: 'FlexPay Leasing, Inc.',
  contact: 'help@flexpay.example, (800) 555-0100',
  customerName: 'Maria Delgado',
  bankName: 'Sample Bank',
  accountLast4: '6789',
  accountType: 'checking',
  firstPayment: 4_04,
  firstDebitOn: '2026-11-20',
  frequency: 'weekly',
  laterPayments: { count: 51, regular: 4_04, last: 3_96, nextDueOn: '2026-12-04', lastDueOn: '2027-11-19' },
  returnedPaymentFee: 0,
};

const card: CardAuthorizationInputs = {
  language: 'en',
  agreementNumber: '1234567890',
  agreedOn: '2026-11-20',
  company: 'FlexPay Leasing, Inc.',
  contact: 'help@flexpay.example, (800) 555-0100',
  customerName: 'Maria Delgado',
  cardBrand: 'american-express',
  cardLast4: '0005',
  firstPayment: 4_04,
  atShipment: false,
};

const eRecords = {
  language: 'en' as const,
  company: 'FlexPay Leasing, Inc.',
  brand: 'FlexPay',
  contact: 'help@flexpay.example',
  postalAddress: '100 Sample Street, Wilmington, DE 19801',
};

const lawOfManyPlaces: AgreementLaw = {
  ...californiaLaw,
  lateFee: {
    fromDaysLate: 1,
    cap: {
      type: 'step',
      steps: [
        { uptoCents: 2000, cents: 300 },
        { uptoCents: null, cents: 500 },
      ],
    },
  },
  reinstatement: { kept: { type: 'periods', count: 3 }, feeCents: 500, feePer: 'missed_payment' },
  statutory: [
    { method: 'pct_remaining', share: '0.55', pastDueAtFull: false },
    { method: 'cash_minus_share_paid', share: '0.50' },
    { method: 'cash_over_total_times_future' },
    { method: 'cash_proportional_min_one' },
  ],
};
const allNotices = (
  'CA_EPO_10_DAY CT_NO_CHARGES FL_DO_NOT_SIGN_BLANK GA_NO_PICK_UP_FEE IL_BOLD_NOTICE MD_FORM ' +
  'NY_CANCEL_BEFORE_POSSESSION NY_REVIEW_48H NY_SIGNED_COPY SIGN_BELOW_DISCLOSURES'
).split(' ');

test('papers of older editions are the very bytes that were signed', () => {
  const [some, many] = [californiaLaw, lawOfManyPlaces].map((law) => ({
    ...lamp,
    law: { ...law, notices: allNotices },
  }));
  const signed: [AgreementInputs, string][] = [
    [lamp, 'ac68561587fff491572336acf3dbd3f78795cfb1e5a9bb92b92485d0fc336611'],
    [some!, '2e36f105e551e3e1d684df844fdad72554a4afdca0391732f09d0b4dda1c3797'],
    [{ ...some!, language: 'es' }, '402750a5b5cbda478617f778d86388986d0ced55806d6dc07eb535458f56fbf9'],
    [many!, 'e6ab26a1e573b9f94dab599b1e63e19dd1964409cd15f867f4f7c81d184612d0'],
    [{ ...many!, language: 'es' }, '3703d196bd30ae7aceb93bed0a915822eadb6e26b0e80682f3ff1dd3974d5666'],
  ];
  for (const [inputs, hash] of signed) {
    assert.equal(createHash('sha256').update(renderAgreement(inputs)).digest('hex'), hash, agreementVersion(inputs));
  }
});

test('the first thing an agreement says is payment, number, cash price and total, then what they mean', () => {
  for (const [language, said] of [
    [
      'en',
      [
        'Each week, with tax $4.37 Number of payments 52 Cash price, before tax $105.00 Total cost, with tax $227.16',
        'In short',
        '50 payments of $4.37. The last payment, on November 19, 2027, is $4.29.',
        'cost $210.00, which is $105.00 more. Sales tax of $17.16 on the payments makes it $227.16.',
        'Who makes this agreement',
        '1. The items',
      ],
    ],
    [
      'es',
      [
        'Cada semana, con impuesto $4.37 Número de pagos 52 Precio de contado (Cash price), sin impuesto $105.00 Costo total (Total cost), con impuesto $227.16',
        'En resumen',
        '50 pagos de $4.37. El último pago, el 19 de noviembre de 2027, es de $4.29.',
        'cuestan $210.00, es decir, $105.00 más. Con el impuesto sobre las ventas de $17.16 son $227.16.',
        'Quiénes hacen este contrato',
        '1. Los artículos',
      ],
    ],
  ] as const) {
    const text = words(renderAgreement({ ...today, language }));
    const places = said.map((part) => text.indexOf(part));
    assert.ok(
      places.every((place, at) => place >= 0 && place > (places[at - 1] ?? -1)),
      `${places}\n${text.slice(0, 1500)}`,
    );
    assert.ok(places[0]! < 250, 'nothing but the title and the number stands before them');
  }
});

test('a premium, a law that limits the cash price and one that makes the goods yours are said where they hold', () => {
  const law = { ...today.law!, autoVestShare: '0.50' };
  const inputs = { ...today, law, earlyPurchase: { ...today.earlyPurchase, premiumPercent: '5' } };
  const text = words(renderAgreement(inputs));
  assert.ok(text.includes('through February 23, 2027 the cash price and 5% of it less the rent you have paid'), text);
  assert.ok(text.includes('at most 1.70 times the cost of electronics, 1.65 times the cost of all other items.'));
  assert.ok(text.includes('as soon as 50% of the rent you have paid is as much as the cash price.'));
  const plain = words(renderAgreement({ ...today, law: { ...today.law!, cashPriceOverCost: null } }));
  assert.doesNotMatch(plain, /limits the cash price|as soon as|and 0%/);
});

test('other days, another item and lost items are said as the engine works them out, by the law of the place', () => {
  const limits = { ...today, terms: { ...today.terms, storeReturnDays: 14, dateChange: { days: 9, times: 3 } } };
  const strict = { ...limits, law: { ...today.law!, renegotiation: { percent: '25', anyChange: true } } };
  for (const [language, said, anyChange] of [
    [
      'en',
      [
        'the lowest of four amounts before tax: the fair market value, the rent still to come, the early purchase price less rent past due',
        'A replacement of the same value changes none of your payments.',
        'by up to 9 days, at most 3 times during this lease.',
        'before delivery and within 14 days of it, as if it had always been that item',
        'or of your average payment by more than 25%, needs a new agreement that you sign.',
      ],
      'Any change of the items, or of the number, the amount or the days of your payments, needs a new agreement',
    ],
    [
      'es',
      [
        'el menor de cuatro importes sin impuesto: el valor justo de mercado, la renta por vencer, el precio de compra anticipada menos la renta vencida',
        'Un reemplazo del mismo valor no cambia ninguno de sus pagos.',
        'hasta 9 días, como máximo 3 veces durante este arrendamiento.',
        'antes de la entrega y dentro de los 14 días siguientes, como si siempre hubiera sido ese artículo',
        'o en su pago promedio de más del 25%, requiere un nuevo contrato firmado por usted.',
      ],
      'Todo cambio en los artículos, o en el número, el importe o los días de sus pagos, requiere un nuevo contrato',
    ],
  ] as const) {
    const text = words(renderAgreement({ ...limits, language }));
    for (const part of said) assert.ok(text.includes(part), `${part}\n${text}`);
    const inMaine = words(renderAgreement({ ...strict, language }));
    assert.ok(inMaine.includes(anyChange) && !inMaine.includes('25%'), inMaine);
    assert.ok(!text.includes(anyChange));
  }
});

test('notices are as large and as bold as the place asks', () => {
  const small = renderAgreement({ ...today, law: { ...today.law!, notice: { points: 14, isBold: false } } });
  assert.ok(small.includes('data-points="14"') && small.includes('.notice{font-size:max(1em,14pt)}'));
  assert.ok(small.includes('<p>California: within ten days'));
  assert.ok(renderAgreement(today).includes('<p><b>California: within ten days'));
});

test('the agreement makes every disclosure of the master list', () => {
  const html = renderAgreement(lamp);
  const disclosures = [
    'parties items cash-price initial-payment schedule total-of-payments cost-of-lease ownership other-charges',
    'early-purchase termination reinstatement loss maintenance tax insurance notices signature separate-authorization',
  ];
  for (const key of disclosures.join(' ').split(' ')) assert.ok(html.includes(`data-disclosure="${key}"`), key);
  const signature = html.indexOf('data-disclosure="signature"');
  assert.equal(html.lastIndexOf('data-disclosure='), signature, 'the signature stands after every disclosure');
});

test('the amounts and the days in the agreement are those of the inputs', () => {
  const text = words(renderAgreement(lamp));
  for (const said of [
    'Agreement 1234567890 · November 20, 2026 · access code of this document: K7M2',
    'FlexPay Leasing, Inc.',
    '418 SE Alder St, Apt 3, Portland, OR 97214',
    'Marlow & Finch · HL-204 · quantity 1 New $100.00',
    'Shipping, ground $5.00',
    'Each week $4.04 Number of payments 52 Cash price $105.00 Total of payments $210.00',
    'At signing, November 20, 2026: rent $4.04, tax $0.00, processing fee $0.00, delivery $0.00 $4.04',
    'Every Friday from December 4, 2026 through November 12, 2027: 50 payments of $4.04 $202.00',
    'Last payment, November 19, 2027 $3.96',
    'Total of payments: what you must pay to acquire ownership $210.00',
    'Cost of lease services: total of payments (before tax) less cash price $105.00',
    'Through February 23, 2027 the price is the cash price less the rent you have paid',
    'August 22, 2027 day 270 $157.56 $31.46 $189.02',
    'Nov 20, 2026 $4.04 Dec 4, 2026 $4.04',
    'Nov 19, 2027 $3.96',
  ])
    assert.ok(text.includes(said), `${said}\n${text}`);
});

test('where rent is taxed the agreement says the total with and without tax, and the tax in each payment', () => {
  const text = words(renderAgreement(taxedLamp));
  for (const said of [
    'Each week, with tax $4.37',
    'Total of payments, with tax $227.16',
    '50 payments of $4.37 (rent $4.04, tax $0.33) $218.50',
    'what you must pay to acquire ownership $210.00',
    'Sales tax on all payments, at today’s rate $17.16',
    'Total of payments with tax $227.16',
  ])
    assert.ok(text.includes(said), said);
});

test('every payment of the calendar adds up to the total of payments', () => {
  for (const inputs of [lamp, taxedLamp]) {
    const days = /<ol class="days">(.*?)<\/ol>/s.exec(renderAgreement(inputs))?.[1] ?? '';
    const amounts = [...days.matchAll(/\$(\d+)\.(\d\d)/g)].map(([, whole, rest]) => Number(whole) * 100 + Number(rest));
    assert.equal(amounts.length, 52);
    assert.equal(
      amounts.reduce((sum, amount) => sum + amount, 0),
      inputs.totalWithTax,
    );
  }
});

test('no document speaks of borrowing, and none holds a term the law forbids', () => {
  const documents = [
    renderAgreement(lamp),
    renderAgreement(taxedLamp),
    renderDebitAuthorization(debit),
    renderCardAuthorization(card),
    renderERecordsStatement(eRecords),
  ];
  const never =
    /\bloans?\b|interest|annual percentage|credit|financ|same as cash|confess|assign(ment)? of wages|power of attorney|waive[sd]?\b|security in|negotiable|balloon/i;
  for (const html of documents) {
    assert.doesNotMatch(words(html), never);
    assert.doesNotMatch(words(html), /\bAPR\b/);
  }
});

test('the same inputs give the same bytes, in a document of at most 21 kB', () => {
  for (const inputs of [taxedLamp, today, { ...today, language: 'es' as const }]) {
    const first = renderAgreement(inputs);
    assert.equal(renderAgreement(structuredClone(inputs)), first);
    assert.ok(Buffer.byteLength(first) <= 21_000, `${Buffer.byteLength(first)} bytes`);
  }
});

test('what a customer or a store typed cannot become markup', () => {
  for (const paper of [lamp, today]) {
    const html = renderAgreement({
      ...paper,
      merchantName: '<script>alert(1)</script>',
      lessee: { ...lamp.lessee, name: 'O"Brien <b>' },
    });
    assert.ok(!html.includes('<script'));
    assert.ok(html.includes('O&quot;Brien &lt;b&gt;'));
  }
});

test('short leases have no empty lines about payments that do not exist', () => {
  for (const paper of [lamp, today]) {
    for (const dueOn of [['2026-11-20'], ['2026-11-20', '2026-12-04']] as const) {
      const short: AgreementInputs = { ...paper, payments: { ...paper.payments, dueOn: [...dueOn] } };
      assert.doesNotMatch(words(renderAgreement(short)), /0 payments|payments of \$|false|undefined/);
    }
  }
});

test('the sealed copy shows name, time and fingerprint, and gives back the very document that was signed', () => {
  const html = renderAgreement(lamp);
  const sha256 = createHash('sha256').update(html).digest('hex');
  const copy = sealAgreement(html, {
    agreementNumber: '1234567890',
    typedName: 'Maria <Delgado>',
    signedAt: '2026-11-20 11:42 UTC',
    sha256,
  });
  assert.ok(copy.includes('Maria &#60;Delgado&#62;'));
  assert.ok(words(copy).includes('Signed electronically on 2026-11-20 11:42 UTC'));
  assert.equal(createHash('sha256').update(unsealAgreement(copy)).digest('hex'), sha256);
});

test('the debit authorization states range, days, account, how to stop it and that it is no condition', () => {
  const text = words(renderDebitAuthorization(debit));
  for (const said of [
    'FlexPay Leasing, Inc.',
    'Sample Bank, ends in 6789',
    'First debit, November 20, 2026 $4.04',
    'Every Friday from December 4, 2026 through November 19, 2027: 51 payments $4.04, the last $3.96',
    'between $3.96 and $4.04',
    'at least 10 days before',
    'at least 3 business days before a debit',
    'not a condition of your lease',
    'You confirm that you own the account',
  ])
    assert.ok(text.includes(said), said);
});

test('the card authorization states card, amount, that it is for one charge and no condition, in both languages', () => {
  const said = {
    en: [
      'charge your card once',
      'American Express, ends in 0005',
      '$4.04',
      'not a condition of your lease',
      'goes back to this card',
    ],
    es: [
      'una sola vez',
      'American Express, termina en 0005',
      '$4.04',
      'no es una condición de su arrendamiento',
      'vuelve a esta tarjeta',
    ],
  };
  for (const language of ['en', 'es'] as const) {
    const text = words(renderCardAuthorization({ ...card, language }));
    for (const one of said[language]) assert.ok(text.includes(one), one);
  }
});

test('where the first payment is taken with the shipment, every paper says so, and none that it is taken at signing', () => {
  const said = {
    en: {
      agreement: [
        '$4.37, authorized at signing, on November 20, 2026, and taken when your order is shipped.',
        'Authorized at signing, November 20, 2026, and taken when your order is shipped: rent $4.04',
        'no rent falls due before delivery except the first payment',
      ],
      card: [
        'Amount, held on your card now and charged when your order is shipped $4.04',
        'to hold $4.04 on this card today, and to charge it when your order is shipped; less, if articles leave your order before',
      ],
      debit: [
        'First debit, when your order is shipped $4.04',
        'the first one on the bank day after your order is shipped',
      ],
      never: /\$4\.\d\d at signing|payment at signing|to this card today|press “Pay”/,
    },
    es: {
      agreement: [
        '$4.37, autorizado al firmar, el 20 de noviembre de 2026, y cobrado cuando se envíe su pedido.',
        'Autorizado al firmar, 20 de noviembre de 2026, y cobrado cuando se envíe su pedido: renta $4.04',
        'no vence renta antes de la entrega salvo el primer pago',
      ],
      card: [
        'Importe, se retiene ahora en su tarjeta y se cobra cuando se envíe su pedido $4.04',
        'a retener hoy $4.04 en esta tarjeta y a cobrarlos cuando se envíe su pedido; menos, si antes salen artículos de su pedido',
      ],
      debit: [
        'Primer débito, cuando se envíe su pedido $4.04',
        'el primero, el día bancario después de que se envíe su pedido',
      ],
      never: /\$4\.\d\d al firmar|el pago al firmar|a cobrar hoy|presiona “Pagar”/,
    },
  };
  for (const language of ['en', 'es'] as const) {
    const papers = {
      agreement: words(renderAgreement({ ...today, language, firstPaymentAt: 'shipment' })),
      card: words(renderCardAuthorization({ ...card, language, atShipment: true })),
      debit: words(renderDebitAuthorization({ ...debit, language, firstDebitOn: null })),
    };
    for (const paper of ['agreement', 'card', 'debit'] as const) {
      for (const one of said[language][paper]) assert.ok(papers[paper].includes(one), one);
      assert.doesNotMatch(papers[paper], said[language].never);
    }
  }
});

test('the statement about electronic records says paper, withdrawal, scope, contact, needs and how to agree', () => {
  const text = words(renderERecordsStatement(eRecords));
  for (const said of [
    'on paper, free of charge',
    'withdraw at any time',
    'What it covers',
    'Change it',
    'What you need',
    'access code',
  ])
    assert.ok(text.includes(said), said);
});

test('both papers beside the agreement say the same in Spanish', () => {
  const permission = words(renderDebitAuthorization({ ...debit, language: 'es' }));
  for (const said of [
    'Cuenta de cheques Sample Bank, termina en 6789',
    'Primer débito, 20 de noviembre de 2026 $4.04',
    'Cada viernes, del 4 de diciembre de 2026 al 19 de noviembre de 2027: 51 pagos $4.04, el último $3.96',
    'entre $3.96 y $4.04',
    'por lo menos 10 días antes',
    'por lo menos 3 días hábiles antes de un débito',
    'No es una condición de su arrendamiento',
    'Usted confirma que la cuenta es suya',
  ])
    assert.ok(permission.includes(said), said);
  const statement = words(renderERecordsStatement({ ...eRecords, language: 'es' }));
  for (const said of ['documento en papel, gratis', 'retirar su consentimiento', 'Qué abarca', 'código de acceso'])
    assert.ok(statement.includes(said), said);
});

function words(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.:])/g, '$1');
}
