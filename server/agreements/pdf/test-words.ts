import { inflateSync } from 'node:zlib';

/** The words that a PDF of ours shows, in the order in which they are drawn, without their white space. For tests. */
export function wordsOfPdf(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const letters = new Map<string, Map<number, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', number = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1] ?? '';
      letters.set(name, lettersOf(objects.get(toUnicode)?.text ?? ''));
    }
  }
  let font = new Map<number, string>();
  let words = '';
  for (const { text } of objects.values()) {
    for (const [, name, hex = ''] of text.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g)) {
      if (name !== undefined) font = letters.get(name) ?? font;
      else for (const glyph of hex.match(/.{4}/g) ?? []) words += font.get(Number.parseInt(glyph, 16)) ?? '';
    }
  }
  return words.replace(/\s/g, '');
}

type PdfObject = { readonly head: string; readonly text: string };

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const found = pdf.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map(
    [...found].map(([, number = '', body = '']) => {
      const [head = '', data] = body.split(/stream\n/, 2);
      return [number, { head, text: data === undefined ? '' : inflated(data) }];
    }),
  );
}

function inflated(data: string): string {
  try {
    return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
  } catch {
    return ''; // a font, not a page
  }
}

/** Which letter each glyph of a font stands for, as the PDF tells whoever copies text out of it. */
function lettersOf(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([0-9a-f]+)>/g)].forEach(([, code = ''], at) => {
      const letter = Buffer.from(code, 'hex').swap16().toString('utf16le');
      letters.set(Number.parseInt(first, 16) + at, letter);
    });
  }
  return letters;
}
