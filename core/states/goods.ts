import { listOf, object, type Reader, some, text } from './json-reader.ts';

/** A kind of goods that is not leased, and what an article of it is known by. */
export type NotLeased = {
  /** What it is called, in the plural, as a store and a shopper read it. */
  readonly kind: { readonly en: string; readonly es: string };
  /** The first characters of its sku, and words that stand in its description one after the other. */
  readonly skuPrefixes: readonly string[];
  readonly words: readonly string[];
  /** With one of these in the description it is something else: a box for gift cards. */
  readonly unless: readonly string[];
};

/** An article of an order that is of such a kind, and what gave it away. */
export type FoundNotLeased = {
  readonly index: number;
  readonly member: 'sku' | 'description';
  readonly kind: NotLeased['kind'];
};

/**
 * The kinds of a list: `{ "not_leased": [ … ] }`, a row with `kind` and `kind_es`, at least one of `sku_prefixes` and
 * `words`, and where one wants `unless` and `source`.
 * @throws Error that names the row and what is wrong with it.
 */
export function readNotLeased(json: unknown): NotLeased[] {
  return object({ notLeased: listOf(row) })(json, '').notLeased;
}

/** What of an order is not leased, each article once. A discount is a price and no article. */
export function notLeasedOf(
  items: readonly { readonly sku: string; readonly description: string }[],
  kinds: readonly NotLeased[],
): FoundNotLeased[] {
  return items.flatMap((item, index) => {
    const found = foundIn(item, kinds);
    return found === null ? [] : [{ index, ...found }];
  });
}

function foundIn(
  { sku, description }: { readonly sku: string; readonly description: string },
  kinds: readonly NotLeased[],
): Pick<FoundNotLeased, 'member' | 'kind'> | null {
  const code = sku.toUpperCase();
  if (code.startsWith('DISCOUNT')) return null;
  const said = wordsOf(description);
  const says = (phrase: string) => said.includes(wordsOf(phrase));
  for (const { kind, skuPrefixes, words, unless } of kinds) {
    if (skuPrefixes.some((prefix) => code.startsWith(prefix.toUpperCase()))) return { member: 'sku', kind };
    if (words.some(says) && !unless.some(says)) return { member: 'description', kind };
  }
  return null;
}

const shape = some({
  kind: text,
  kindEs: text,
  skuPrefixes: listOf(text),
  words: listOf(text),
  unless: listOf(text),
  source: text,
});

const row: Reader<NotLeased> = (value, path) => {
  const { kind, kindEs, skuPrefixes = [], words = [], unless = [] } = shape(value, path);
  if (kind === undefined || kindEs === undefined) throw new Error(`${path} needs a kind and a kind_es.`);
  if (skuPrefixes.length + words.length === 0) throw new Error(`${path} needs sku_prefixes or words.`);
  const empty = [...words, ...unless].find((phrase) => wordsOf(phrase).trim() === '');
  if (empty !== undefined) throw new Error(`${path} has the words '${empty}', which have no letter and no digit.`);
  return { kind: { en: kind, es: kindEs }, skuPrefixes, words, unless };
};

/** The words of a text between spaces, small, without accents: `e-Gift Card` is ` e gift card `. */
function wordsOf(said: string): string {
  const plain = said.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}
