import type { DeniedKind } from '#core/application/denylist.ts';
import type { House } from '#server/house.ts';
import { blindIndex, blindIndexes, type IndexDomain } from '#server/secrets/blind-index.ts';
import type { ListedValue } from './listed-value.ts';

/** The name that a value is listed under; the same value is counted by the same name when people apply (domain 4.5). */
export function valueName(house: House, { kind, plain }: ListedValue): string {
  return blindIndex(house, domains[kind], plain);
}

/** Every name it may stand under while the index key is changed, the newest first. */
export function valueNames(house: House, { kind, plain }: ListedValue): string[] {
  return blindIndexes(house, domains[kind], plain);
}

const domains: Readonly<Record<DeniedKind, IndexDomain>> = {
  ssn: 'ssn',
  bank: 'bank',
  device: 'device',
  mobile: 'phone',
  email: 'email',
  email_domain: 'email_domain',
  address: 'address',
};
