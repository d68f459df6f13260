import type { Day } from '../calendar/day.ts';
import { normaliseEmail } from './contact.ts';

/** What of a person can stand on the operator's list, in the order in which a match of each is told. */
export const deniedKinds = ['ssn', 'bank', 'device', 'mobile', 'email', 'email_domain', 'address'] as const;
export type DeniedKind = (typeof deniedKinds)[number];

/** Why something stands there, in words for the operator. No applicant reads them: a place on a list is no reason (domain 4.7). */
export const denyCodes = {
  identity_theft: 'used by somebody else than its owner',
  fraud: 'fraud with us',
  charge_off: 'a lease that was charged off',
  abuse: 'abuse of our people or of a store',
  own_request: 'its owner asked that nobody applies with it',
} as const;
export type DenyCode = keyof typeof denyCodes;

/** Why a person has to look: what of the applicant is listed, and why it is, `denylist_bank:identity_theft`. */
export type DenylistCause = `denylist_${DeniedKind}:${DenyCode}`;

/** What is listed, from a day on and through another; `until` null: for good, until somebody lifts it. */
export type Listed = {
  readonly kind: DeniedKind;
  readonly code: DenyCode;
  readonly from: Day;
  readonly until: Day | null;
  readonly isLifted: boolean;
};

/** Both days count. */
export function isInForce({ from, until, isLifted }: Omit<Listed, 'kind' | 'code'>, today: Day): boolean {
  return !isLifted && from <= today && (until === null || today <= until);
}

/** What matches of the list say to whoever reviews: each once, by kind and then by reason. */
export function denylistCauses(matched: readonly Pick<Listed, 'kind' | 'code'>[]): DenylistCause[] {
  return allCauses.filter((cause) => matched.some(({ kind, code }) => cause === causeOf(kind, code)));
}

/** The cause in words for the operator. */
export function denylistText(cause: DenylistCause): string {
  const [kind, code] = cause.slice('denylist_'.length).split(':') as [DeniedKind, DenyCode];
  return `On the denylist, ${kindTexts[kind]}: ${denyCodes[code]}`;
}

export function isDenylistCause(cause: string): cause is DenylistCause {
  return (allCauses as readonly string[]).includes(cause);
}

/** The domain of an address and every one above it that has a dot: who lists `example.com` means `mail.example.com` too. */
export function emailDomainsOf(email: string): string[] {
  const labels = normaliseEmail(email).replace(/^.*@/, '').split('.');
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'));
}

const kindTexts: Readonly<Record<DeniedKind, string>> = {
  ssn: 'by the person’s number',
  bank: 'by bank account',
  device: 'by device',
  mobile: 'by mobile number',
  email: 'by e-mail address',
  email_domain: 'by the domain of the e-mail address',
  address: 'by street address',
};

const codes = Object.keys(denyCodes) as DenyCode[];
const causeOf = (kind: DeniedKind, code: DenyCode): DenylistCause => `denylist_${kind}:${code}`;
const allCauses: readonly DenylistCause[] = deniedKinds.flatMap((kind) => codes.map((code) => causeOf(kind, code)));
