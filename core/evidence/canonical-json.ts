/**
 * One text for one value: members in the order of their names, no space between, whole numbers only (RFC 8785 as far as
 * evidence needs it). What is hashed and signed is this text, so that white space and the order of members say nothing.
 * @throws TypeError on anything that JSON has no one text for: a fraction, −0, an absent value.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = value as Readonly<Record<string, unknown>>;
    let text = '';
    for (const name of Object.keys(members).sort()) {
      text += `${text === '' ? '{' : ','}${JSON.stringify(name)}:${canonicalJson(members[name])}`;
    }
    return text === '' ? '{}' : `${text}}`;
  }
  throw new TypeError(`${String(value)} has no canonical text`);
}
