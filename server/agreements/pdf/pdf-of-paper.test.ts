import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderAgreement, renderERecordsStatement } from '../render-agreement.ts';
import { sealAgreement } from '../seal-agreement.ts';
import { lampAgreement as lamp, taxedLampToday as today } from '../test-agreement.ts';
import { fontRanges, pageLetters } from './page-letters.ts';
import { type PaperAbout, pdfOfPaper } from './pdf-of-paper.ts';
import { readPaper, textOf } from './read-paper.ts';
import { wordsOfPdf } from './test-words.ts';

const about: PaperAbout = {
  number: '1234567890',
  company: 'FlexPay Leasing, Inc.',
  sha256: 'ab12'.repeat(16),
  agreedOn: '2026-11-20',
};

for (const [paper, inputs] of [
  ['an old agreement', lamp],
  ['the agreement', today],
  ['the agreement in Spanish', { ...today, language: 'es' as const }],
  ['an agreement with names from elsewhere', { ...today, merchantName: 'Łódź & Ştefan Nguyễn Ω Жуков' }],
] as const) {
  test(`the PDF says every word of ${paper}, in its order`, () => saysEveryWord(renderAgreement(inputs)));
}

async function saysEveryWord(html: string): Promise<void> {
  const words = await pagesOf(html);
  const said = html
    .replace(/<(style|title)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '')
    .split(/<[^>]+>/)
    .map((part) => pageLetters(squeezed(part).replaceAll('&amp;', '&').replaceAll('&#39;', "'")))
    .filter((part) => part !== '');
  let at = 0;
  for (const part of said) {
    const found = words.indexOf(part, at);
    assert.ok(found >= 0, `“${part}” is missing after “${words.slice(Math.max(0, at - 40), at)}”`);
    at = found + part.length;
  }
}

test('every letter that is not replaced is in the fonts, upright, bold and slanted', async () => {
  const letters = fontRanges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)))
    .filter((letter) => /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(letter) && letter === letter.normalize('NFC'))
    .filter((letter) => !'<>&'.includes(letter));
  const half = letters.length / 2;
  for (const some of [letters.slice(0, half), letters.slice(half)]) {
    const row = some.join(' ');
    const looks = [`<p>${row}</p>`, `<p><b>${row}</b></p>`, `<p class="meta">${row}</p>`, `<p class="ink">${row}</p>`];
    for (const look of [...looks, `<p class="meta"><b>${row}</b></p>`]) {
      assert.ok((await pagesOf(`<body>${look}</body>`)).startsWith(some.join('')), look.slice(0, 20));
    }
  }
});

test('the same paper is the same bytes, whenever it is made', async () => {
  const html = renderAgreement(lamp);
  assert.ok((await pdfOfPaper(html, about)).equals(await pdfOfPaper(html, about)));
});

test('every page has its number and the fingerprint in its foot, and is tagged for whoever listens to it', async () => {
  const pdf = await pdfOfPaper(renderAgreement(lamp), about);
  const words = wordsOfPdf(pdf);
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  assert.ok(pages >= 2);
  for (let page = 1; page <= pages; page += 1) assert.ok(words.includes(`Page${page}of${pages}`), `page ${page}`);
  assert.equal(words.split('fingerprintab12ab12').length - 1, pages);
  const text = pdf.toString('latin1');
  assert.ok(text.includes('/Marked true') && /\/S \/H1\b/.test(text) && /\/S \/TH\b/.test(text));
});

test('a long table goes on over pages with its head above it', async () => {
  const [item] = lamp.items;
  const items = Array.from({ length: 80 }, (_, at) => ({ ...item!, description: `Lamp number ${at}` }));
  const words = await pagesOf(renderAgreement({ ...lamp, items }));
  for (const { description } of items) assert.ok(words.includes(description.replace(/\s/g, '')), description);
  assert.ok(words.split('ItemConditionCashprice').length - 1 >= 3);
});

test('the signed copy carries the name, and other papers can be set too', async () => {
  const html = renderAgreement(lamp);
  const seal = { agreementNumber: '1', typedName: 'Zoë O’Hara', signedAt: '2026-11-20', sha256: about.sha256 };
  assert.ok((await pagesOf(sealAgreement(html, seal))).includes('ZoëO’Hara'));
  const statement = renderERecordsStatement({
    language: 'en',
    company: 'F',
    brand: 'F',
    contact: 'c',
    postalAddress: 'p',
  });
  assert.ok((await pagesOf(statement)).length > 200);
});

test('what a template might add is never lost in silence', () => {
  assert.throws(() => readPaper('<body><blockquote>Extra</blockquote></body>'), /<blockquote>/);
  assert.throws(() => readPaper('<body><p>a <u>b</u></p></body>'), /<u>/);
});

test('words keep their spaces as a browser sets them', () => {
  const [block] = readPaper('<body><p>One <b>two </b>\n three&#39;s &amp; <span class="code">4</span></p></body>');
  assert.equal(block?.kind === 'text' ? textOf(block.runs) : '', "One two three's & 4");
});

for (const [text, set] of [
  ['Łódź', 'Łódź'],
  ['“naïve” – €5', '“naïve” – €5'],
  ['Ştefan Dvořák, Nguyễn, Жуков', 'Ştefan Dvořák, Nguyễn, Жуков'],
  ['ﬁn Ⅻ', 'fin XII'],
  ['灯', '?'],
] as const) {
  test(`“${text}” is set as “${set}”`, () => assert.equal(pageLetters(text), set));
}

async function pagesOf(html: string): Promise<string> {
  return wordsOfPdf(await pdfOfPaper(html, about));
}

const squeezed = (text: string): string => text.replace(/\s/g, '');

test('the signature stands on one page with what is signed, however long the paper is', async () => {
  const [item] = lamp.items;
  for (let more = 0; more < 30; more += 1) {
    const items = Array.from({ length: 1 + more }, (_, at) => ({ ...item!, description: `Lamp number ${at}` }));
    const pages = (await pagesOf(renderAgreement({ ...lamp, items }))).split(/Page\d+of\d+/);
    assert.ok(
      pages.some((words) => /Signature.*Notsignedyet/.test(words)),
      `${more} more`,
    );
  }
});

test('a paper says its language to whoever reads it aloud', async () => {
  const of = async (language: 'en' | 'es') =>
    (await pdfOfPaper(renderAgreement({ ...today, language }), about)).toString('latin1');
  assert.match(await of('en'), /\/Lang \(en-US\)/);
  assert.match(await of('es'), /\/Lang \(es-US\)/);
});
