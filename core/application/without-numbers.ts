/**
 * What a store sends along, without what must not be kept: card numbers wherever they stand, and members that are called
 * after a number that could hurt a person (domain 4.12, api-v3 O-12). Everything else stays as it is.
 */
export function withoutNumbers(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(cardNumber, removed);
  if (typeof value === 'number') return looksLikeCard(String(value)) ? removed : value;
  if (Array.isArray(value)) return value.map(withoutNumbers);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).map(([name, member]): [string, unknown] => [
    name.replace(cardNumber, removed),
    sensitive.test(name.replace(/[^a-z0-9]/gi, '')) ? removed : withoutNumbers(member),
  ]);
  return Object.fromEntries(members);
}

/** What stands in the place of what was not kept. */
export const removed = '[removed]';

// 13 to 19 digits, in groups or not: also what only looks like a card number is better not kept.
const cardNumber = /(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)/g;
const looksLikeCard = (text: string): boolean => /^\d{13,19}$/.test(text);

const sensitive =
  /^(ssn|itin|taxid|social(security)?(number)?|pan|(card|account|acct)(number|no)|cv[vc]2?|cid|security(code|number)|pin|track[123]?(data)?|pass(word|code)|magstripe)$/i;
