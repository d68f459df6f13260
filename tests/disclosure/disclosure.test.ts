import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { agreementIn } from '#server/agreements/test-paper.ts';
import { priceMessages } from '#server/checkout/price-messages.ts';
import { type TestHouse, testHouse } from '#server/test-house.ts';
import { allowed, lintDisclosure } from './lint-disclosure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

let built: TestHouse;
before(async () => {
  built = await testHouse();
});
after(() => built.close());

test('every bad phrase is caught', () => {
  for (const [phrase, source] of JSON.parse(read('tests/disclosure/forbidden.json')) as [string, string][]) {
    assert.notDeepEqual(lintDisclosure(phrase), [], `${phrase} (${source})`);
  }
});

test('what a lease has to say is not', () => {
  const fine = [
    'This is a lease, not a sale. We own the items.',
    'We will not enter your home without your consent.',
    'You do not have to insure the items and you buy no insurance or damage waiver with this agreement.',
    'You may use every claim and defence you have.',
    'There is no charge for ending the lease, for collecting the items or for buying early.',
    '52 weekly payments of $4.04, $210.00 in total; the cash price is $105.00.',
    'It protects your rights.',
    'This is a lease, not a loan.',
    'No hay cargo por terminar el arrendamiento, por recoger los artículos ni por comprar por anticipado.',
    'No entraremos en su casa sin su consentimiento.',
    'Usted no tiene que asegurar los artículos y con este contrato no compra ningún seguro ni exención por daños.',
    '52 pagos semanales de $4.04, $210.00 en total; el precio de contado es de $105.00.',
    'El precio es de $4.04 a la semana, con un total de $210.00.',
  ];
  for (const text of fine) assert.deepEqual(lintDisclosure(text), [], text);
});

test('an excuse covers its own sentence and no other, and says why', () => {
  assert.ok(allowed.every(({ why }) => why.length > 10));
  assert.notDeepEqual(lintDisclosure('This is a lease, not a loan. Ask us about a loan.'), []);
  assert.notDeepEqual(lintDisclosure('This is not a lease but a loan.'), []);
});

test('Spanish with English left in it is not translated', () => {
  assert.deepEqual(lintDisclosure('Costo total (Total cost), con impuesto', 'es'), []);
  assert.deepEqual(lintDisclosure('El pago of rent', 'es'), [{ words: 'of', why: 'is not translated' }]);
  assert.deepEqual(lintDisclosure('The rent of the items'), []);
});

test('no page beside a price says what may not be said, in either language', async () => {
  const account = {
    merchantId: 'm-1',
    leaseFactor: '2.00',
    minimumOrderCents: 4_995,
    firstPaymentAt: 'signing',
  } as const;
  const plain = { ...account, processingFeeCents: 0, fixedInitialRentCents: 0 };
  const dear = { ...plain, processingFeeCents: 900, fixedInitialRentCents: 4_500 };
  for (const merchant of [plain, dear, { ...dear, firstPaymentAt: 'shipment' as const }])
    for (const language of ['en', 'es'] as const) {
      for (const state of [null, ...built.house.rules.servedStates()]) {
        const said = await priceMessages(built.house, merchant, { amounts: '49.95,105,2499.99', state, language });
        assert.ok(!('refused' in said));
        for (const { text } of said) assert.deepEqual(lintDisclosure(text ?? '', language), [], `${state} ${text}`);
        assert.ok(said.every(({ text }) => text !== null));
      }
    }
});

test('no agreement of any served state, in either language, says what may not be said', async () => {
  const states = built.house.rules.servedStates();
  assert.ok(states.length > 40);
  for (const state of states) {
    for (const language of ['en', 'es'] as const) {
      for (const frequency of ['weekly', 'monthly'] as const) {
        const { html } = await agreementIn(built.house, state, { frequency, language });
        assert.deepEqual(lintDisclosure(wordsOf(html), language), [], `${state} ${language}`);
      }
    }
  }
});

test('no page, no message and no agreement says what may not be said', () => {
  // web/docs speaks to developers, of cards and ledgers.
  const rooms = fs.readdirSync(path.join(root, 'web')).filter((room) => room !== 'docs');
  const sources = [...rooms.map((room) => `web/${room}`), 'sdk', 'server/messages', 'server/agreements'].flatMap(
    filesIn,
  );
  const texts = sources.flatMap((file) => textsOf(file).map((text) => ({ file, text })));
  assert.ok(texts.length > 500, `${texts.length} texts`);
  const wrong = texts.flatMap(({ file, text }) =>
    lintDisclosure(text).map(({ words, why }) => `${file}: “${words}” ${why}: ${text.trim().slice(0, 90)}`),
  );
  assert.deepEqual(wrong, [], wrong.join('\n'));
});

function filesIn(folder: string): string[] {
  if (!fs.statSync(path.join(root, folder)).isDirectory()) return [];
  return (fs.readdirSync(path.join(root, folder), { recursive: true }) as string[])
    .filter((name) => /\.(tsx?|eta)$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}

/** What a document says, without its marks and its style. */
const wordsOf = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** What a file shows to a person, as near as it can be told without running it: its sentences, with a figure in every gap. */
function textsOf(file: string): string[] {
  if (file.endsWith('.eta'))
    return [
      read(file)
        .replace(/<%[\s\S]*?%>/g, '1')
        .replace(/<[^>]+>/g, ' '),
    ];
  const texts: string[] = [];
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node))
      texts.push(node.text);
    if (ts.isTemplateExpression(node)) {
      texts.push(node.templateSpans.reduce((text, { literal }) => `${text}$1${literal.text}`, node.head.text));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true, kind));
  // A word alone is a name in the program, a class or a key; people are told sentences.
  return texts.filter((text) => /\p{L}+ \p{L}+/u.test(text));
}
