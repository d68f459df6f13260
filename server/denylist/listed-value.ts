import type { AddToDenylistBody } from '#contract/v3/denylist.ts';
import { checkEmail, checkMobile, e164, normaliseEmail } from '#core/application/contact.ts';
import { type DeniedKind, emailDomainsOf } from '#core/application/denylist.ts';
import { checkIdentityNumber } from '#core/application/identity-number.ts';
import { checkAccountNumber, checkRoutingNumber, sandboxRouting } from '#core/application/routing-number.ts';
import { accountText } from '#server/customers/bank-account.ts';
import { placeText } from '#server/customers/place-text.ts';
import type { House } from '#server/house.ts';

/** What is meant, in the one form in which it is compared. */
export type ListedValue = { readonly kind: DeniedKind; readonly plain: string };

type Fault = { readonly path: string; readonly message: string };

/** The members of a body that say who is meant: exactly one of them does. */
export const valueMembers = [
  'userId',
  'ssn',
  'bankAccount',
  'deviceId',
  'mobilePhone',
  'email',
  'emailDomain',
  'address',
] as const satisfies readonly (keyof AddToDenylistBody)[];

/** The value that a body lists, or what is wrong with it. The value itself is never in the message. */
export function listedValue(house: House, body: AddToDenylistBody): ListedValue | Fault {
  const isSandbox = house.settings.mode === 'sandbox';
  if (body.ssn !== undefined) {
    const number = checkIdentityNumber(body.ssn, { sandbox: isSandbox });
    if (!number.ok) return fault('ssn', 'must be a social security or taxpayer number, nine digits');
    if (house.isPublished({ ssn: number.digits, email: '' })) return fault('ssn', manyPeoples);
    return { kind: 'ssn', plain: number.digits };
  }
  if (body.bankAccount !== undefined) {
    const { routing, account } = body.bankAccount;
    if (checkRoutingNumber(routing) !== 'ok')
      return fault('bankAccount.routing', 'must be a routing number, nine digits');
    if (checkAccountNumber(account) !== 'ok') return fault('bankAccount.account', 'must be 4 to 17 digits');
    if (isSandbox && routing === sandboxRouting) return fault('bankAccount.routing', manyPeoples);
    return { kind: 'bank', plain: accountText({ routingNumber: routing, accountNumber: account }) };
  }
  if (body.mobilePhone !== undefined) {
    const mobile = checkMobile(body.mobilePhone) === 'ok' ? e164(body.mobilePhone) : null;
    return mobile === null ? fault('mobilePhone', 'must be a number of ten digits') : { kind: 'mobile', plain: mobile };
  }
  if (body.email !== undefined) {
    if (checkEmail(body.email) !== 'ok') return fault('email', 'must be an e-mail address');
    const email = normaliseEmail(body.email);
    return house.isPublished({ ssn: '', email }) ? fault('email', manyPeoples) : { kind: 'email', plain: email };
  }
  if (body.emailDomain !== undefined) {
    const domain = normaliseEmail(body.emailDomain).replace(/^@/, '');
    if (checkEmail(`a@${domain}`) !== 'ok')
      return fault('emailDomain', 'must be a domain with a dot, like example.com');
    return { kind: 'email_domain', plain: emailDomainsOf(domain)[0]! };
  }
  if (body.address !== undefined) {
    const { street1, street2 = null, city, regionAbbr: state, postalCode } = body.address;
    return { kind: 'address', plain: placeText({ street1, street2, city, state, postalCode }) };
  }
  return { kind: 'device', plain: body.deviceId ?? '' };
}

const manyPeoples = 'is published for trying things out: it is many people’s, and nobody is looked at for it';

const fault = (path: string, message: string): Fault => ({ path, message });
