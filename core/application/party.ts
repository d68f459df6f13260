/** Somebody whom a notice names, and how they are reached. */
export type Party = { readonly name: string; readonly address: string; readonly phone: string };

/** Whether that is one: the law wants all three of an agency whose report was used (domain 4.7). */
export function isParty(value: unknown): value is Party {
  const { name, address, phone } = (value ?? {}) as Record<string, unknown>;
  return [name, address, phone].every((text) => typeof text === 'string' && text.trim() !== '');
}
