import type { Chance } from '../../chance.ts';

/** Text as it stands in the JSON: a number that no double holds, or one that JSON does not know. */
const raw = (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON;

/** Values that no store would send on purpose. */
export function hostileValue(chance: Chance): unknown {
  return chance.pick(kinds)(chance);
}

const numbers = [
  '0',
  '-0',
  '-1',
  '-120.34',
  '1e3',
  '1e400',
  '-1E-400',
  '0.00001',
  '1.5',
  '999999999.9999',
  '1000000000',
];
const moreNumbers = ['2147483648', '9007199254740993', '123456789012345678901234567890', '0.1000000000000000055'];

/**
 * Not one that tests/traces looks for: this text may arrive in an operator's reason, which is kept as it was written, and
 * that is no leak.
 */
const ssn = '219099999';

const kinds: readonly ((chance: Chance) => unknown)[] = [
  () => null,
  (chance) => chance.oneIn(2),
  (chance) => raw(chance.pick([...numbers, ...moreNumbers])),
  (chance) => chance.pick([...numbers, ...moreNumbers, 'NaN', 'Infinity', '0x10', '1,000.00', '$5', '٣', '１２']),
  (chance) => hostileText(chance),
  (chance) => 'x'.repeat(chance.pick([1, 255, 256, 257, 500, 501, 5_000, 70_000])),
  (chance) => nested(chance.pick([1, 5, 31, 32, 40, 500]), chance.oneIn(2)),
  () => [],
  () => ({}),
  (chance) => Array.from({ length: chance.pick([1, 3, 201]) }, () => hostileText(chance)),
  (chance) => Object.fromEntries([[chance.pick(names), hostileText(chance)]]),
  (chance) =>
    chance.pick(['0001-01-01', '9999-12-31', '2026-02-30', '10/10/1990', '275760-09-13T00:00:00Z', '2026-11-21T25:00']),
  (chance) => chance.pick(['a@b', '@', `${'a'.repeat(300)}@example.com`, 'ä@exämple.com', 'a@b.c\r\nBcc: d@e.f']),
  (chance) => chance.pick([ssn, '000000000', '5125550142', '78701', '110000000', '+15125550142', '12345678']),
];

/** Names that mean something to JavaScript, to JSON or to nobody. */
const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  'a.b',
  '0',
  'ü',
  '\u0000',
  'length',
];

export function hostileName(chance: Chance): string {
  return chance.pick(names);
}

const texts = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udc00x',
    '\ufffe',
    '\u202e',
    '\u200b',
    '\r\n',
    '\t',
    '\u007f',
    '\u2028',
  ],
  ...['𝔘𝔫𝔦', 'é', 'e\u0301', '👩‍👩‍👧', 'ß', 'İ', 'ﷺ', '日本語', '%', '%s', '\\', "'", '"', "'; drop table leases; --"],
  ...['<script>alert(1)</script>', '{transactionId}', '#{7*7}', '../../etc/passwd', '..', '.', '/', '\\u0000', 'null'],
  ...[
    'undefined',
    'true',
    '[]',
    '{}',
    '-',
    '_',
    'me',
    'constructor',
    '__proto__',
    '00000000-0000-0000-0000-000000000000',
  ],
];

export function hostileText(chance: Chance): string {
  const text = chance.pick(texts);
  return chance.oneIn(4) ? text + chance.pick(texts) : text;
}

/** Something in a path where an id should be: already encoded, whole or broken. */
export function hostileSegment(chance: Chance): string {
  if (chance.oneIn(3)) return chance.pick(segments);
  if (chance.oneIn(8)) return 'x'.repeat(chance.pick([256, 257, 4_000, 4_096, 4_097]));
  return encodeURIComponent(hostileText(chance).toWellFormed());
}

const segments = [
  ...[
    '%00',
    '%',
    '%2',
    '%zz',
    '%E0%A4%A',
    '%ff',
    '%ed%a0%80',
    '%2e%2e',
    '%2F',
    '%2f..%2f',
    '..',
    '.',
    '*',
    ':id',
    ';x=1',
  ],
  ...['%25', '%2500', '%3F', '%23', '+', '%20', '%0d%0a', 'me', 'exists', 'search', '__proto__', '{leaseId}', '', '//'],
];

/** A query that is more than it was. */
export function hostileQuery(chance: Chance, known: readonly string[]): string {
  const name =
    known.length > 0 && !chance.oneIn(4)
      ? chance.pick(known)
      : chance.pick(['x', '__proto__', '', 'page', 'a[b]', '%00']);
  const value = chance.oneIn(3) ? chance.pick(segments) : encodeURIComponent(hostileText(chance).toWellFormed());
  return chance.pick([
    `${name}=${value}`,
    `${name}=${value}&${name}=2`,
    name,
    `&&${name}==${value}`,
    `${name}[]=${value}`,
  ]);
}

/** A body that was JSON. */
export function brokenText(chance: Chance, text: string): string | Uint8Array {
  const bytes = Buffer.from(text);
  return chance.pick<() => string | Uint8Array>([
    () => text.slice(0, chance.below(text.length + 1)),
    () => `${text}${text}`,
    () => `\ufeff${text}`,
    () => `[${text}]`,
    () => JSON.stringify(text),
    () => text.replaceAll('"', "'"),
    () => 'transactionId=ABC&signed=true',
    () => '<xml/>',
    () => bytes.map((byte) => (chance.oneIn(20) ? chance.below(256) : byte)),
    () => Buffer.from([0xff, 0xfe, 0x00, 0x80]),
    () => `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    () => chance.pick(['', ' ', 'null', 'true', '0', '""', '[]', '{', 'NaN', '[null]', '[[]]', '{"a":1,"a":2}']),
  ])();
}

function nested(depth: number, inLists: boolean): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = inLists ? [value] : { a: value };
  return value;
}
