/**
 * Every path under which clients look for one route (api-v3 1.7): with and without `/v3`, the noun in plural and in
 * singular. Slashes too many are the router's to forgive. Paths outside `/v3` and the operator's have one spelling.
 */
export function spellings(path: string): string[] {
  const [, version, noun = '', ...rest] = path.split('/');
  if (version !== 'v3' || noun === 'operator') return [path];
  const tail = rest.map((part) => `/${part}`).join('');
  const nouns = singular[noun] === undefined ? [noun] : [noun, singular[noun]];
  return ['/v3', ''].flatMap((start) => nouns.map((one) => `${start}/${one}${tail}`));
}

/** `/v3/leases/{leaseId}/sign` with its parameters filled in: one call has one name, whichever spelling it came by. */
export function filled(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

const singular: Record<string, string> = {
  transactions: 'transaction',
  leases: 'lease',
  users: 'user',
  customers: 'customer',
  paymentMethods: 'paymentMethod',
  products: 'product',
};
