/** What must never lie readable in a log or a table, with the values that the tests use for it. */
const secrets: readonly { readonly what: string; readonly looksLike: RegExp }[] = [
  { what: 'an SSN', looksLike: /\b666[- ]?\d{2}[- ]?\d{4}\b|\b123-?45-?6780\b|\b21234\d{4}\b/ },
  { what: 'an account number', looksLike: /\b(44000000\d{4}|4400001234|12340001|12340300|77000000\d{4})\b/ },
  { what: 'a password', looksLike: /\b(sandbox|correct)-\p{L}+-\d\b|correct horse/u },
  { what: 'an API key', looksLike: /\bsk_(sandbox|production|test)_[\w-]{8,}/ },
  { what: 'an operator key', looksLike: /\bok_(sandbox|production)_[\w-]{20,}|operator-key-of-a-test/ },
  { what: 'a customer token', looksLike: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/ },
];

/** The secrets that stand readable in a text, each with a little of what is around it. */
export function findSecrets(text: string): string[] {
  return secrets.flatMap(({ what, looksLike }) => {
    const found = looksLike.exec(text);
    if (found === null) return [];
    const line = text.slice(text.lastIndexOf('\n', found.index) + 1, found.index);
    return [`${what} after ${line.slice(0, 80)} … ${line.slice(-60)}`];
  });
}
