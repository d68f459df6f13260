/**
 * The body of an answer. Numbers at the places that `amounts` names come out as exact decimal text, `120.3` as `'120.30'`;
 * all others are counts, and stay numbers. A place is written `items[].cost`.
 * @throws SyntaxError when the text is not JSON, or no object and no list.
 */
export function readAnswer(text: string, amounts: readonly string[]): unknown {
  const plain: unknown = JSON.parse(text); // what is not JSON must not become JSON by the next line
  if (typeof plain !== 'object' || plain === null) throw new SyntaxError('The answer is no object.');
  const marked = text.replace(stringOrNumber, (token) => (token.startsWith('"') ? token : `"${mark}${token}"`));
  return settle(
    JSON.parse(marked),
    new Set(amounts.map((place) => `data${place.startsWith('[') ? '' : '.'}${place}`)),
    '',
  );
}

/** A number's own text is kept as a string that begins with NUL, which no text of FlexPay's can hold. */
const mark = '\\u0000';
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function settle(value: unknown, amounts: ReadonlySet<string>, place: string): unknown {
  if (typeof value === 'string') return value.startsWith('\0') ? numberAt(value.slice(1), amounts.has(place)) : value;
  if (Array.isArray(value)) return value.map((one) => settle(one, amounts, `${place}[]`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, settle(one, amounts, place === '' ? name : `${place}.${name}`)]),
  );
}

function numberAt(source: string, isAmount: boolean): string | number {
  const [, whole, fraction = ''] = /^(-?\d+)(?:\.(\d+))?$/.exec(source) ?? [];
  if (!isAmount || whole === undefined) return Number(source);
  return `${whole}.${fraction.padEnd(2, '0')}`;
}
