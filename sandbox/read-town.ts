import { itemsMax, quantityMax, transactionIdMax, wireForms } from '#contract/v3/values.ts';
import { checkEmail, checkMobile, checkName, normaliseEmail } from '#core/application/contact.ts';

/** Who lives in a town, and what happened there. */
export type Town = {
  readonly merchants: readonly TownMerchant[];
  readonly customers: readonly TownCustomer[];
  readonly transactions: readonly TownTransaction[];
};

export type TownMerchant = { readonly name: string; readonly minimumOrderValue?: number | string };

export type TownCustomer = {
  readonly email: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly decision: 'approved' | 'declined';
  /** Whole dollars, 1 to 9999. */
  readonly spendingLimit?: number;
};

export type TownTransaction = {
  /** The name of a merchant of this town. */
  readonly merchant: string;
  /** The e-mail address of a customer of this town. */
  readonly customer: string;
  readonly transactionId: string;
  readonly state: TransactionState;
  /** As create-lease takes them (api-v3 5.1). */
  readonly items: readonly object[];
};

export type TransactionState = (typeof transactionStates)[number];

/** In the order in which a transaction passes through them. */
export const transactionStates = ['created', 'signed', 'finalized', 'shipped', 'delivered'] as const;

export type TownFault = { readonly path: string; readonly message: string };

/**
 * The town that a file describes, or everything that is wrong with it, each with its path: `transactions[2].state`.
 * Checks what can be known before anything is made; how an item may be spelled beyond that is the API's to say.
 */
export function readTown(file: unknown): Town | { faults: TownFault[] } {
  const town = { merchants: [], customers: [], transactions: [], ...(isObject(file) ? file : {}) };
  const faults = isObject(file)
    ? [...listFaults(town), ...memberFaults(town), ...nameFaults(town)]
    : [{ path: '', message: 'must be an object with merchants, customers and transactions' }];
  return faults.length > 0 ? { faults } : (town as unknown as Town);
}

type Loose = Record<string, unknown>;
type LooseTown = Record<'merchants' | 'customers' | 'transactions', unknown>;
type Check = (value: unknown) => string | null;

const lists = ['merchants', 'customers', 'transactions'] as const;

const merchantMembers: Record<string, Check> = {
  name: text(200),
  minimumOrderValue: optional(amount),
};

const customerMembers: Record<string, Check> = {
  email: (value) => (checkEmail(asText(value)) === 'ok' ? null : 'must be an e-mail address'),
  password: (value) => (asText(value).length >= 8 ? null : 'must be a password of at least 8 characters'),
  firstName: (value) => (checkName(asText(value)) === 'ok' ? null : 'must be a name'),
  lastName: (value) => (checkName(asText(value)) === 'ok' ? null : 'must be a name'),
  phone: (value) => (checkMobile(asText(value)) === 'ok' ? null : 'must be a US mobile number with ten digits'),
  decision: oneOf(['approved', 'declined']),
  // The sandbox reads a limit out of four digits (domain 5.2).
  spendingLimit: optional((value) =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 9_999
      ? null
      : 'must be whole dollars from 1 to 9999',
  ),
};

const transactionMembers: Record<string, Check> = {
  merchant: text(200),
  customer: text(254),
  transactionId: text(transactionIdMax),
  state: oneOf(transactionStates),
  items: (value) =>
    Array.isArray(value) && value.length >= 1 && value.length <= itemsMax ? null : `must be a list of 1 to ${itemsMax}`,
};

const itemMembers: Record<string, Check> = {
  sku: label,
  description: text(500),
  brand: text(500),
  cost: amount,
  quantity: (value) => {
    const quantity = wireForms['whole number']!(value);
    const fits = Number.isInteger(quantity) && Number(quantity) >= 1 && Number(quantity) <= quantityMax;
    return fits ? null : `must be a whole number from 1 to ${quantityMax}`;
  },
  shipping: optional((value) => (isObject(value) ? null : 'must be an object')),
};

const shippingMembers: Record<string, Check> = {
  cost: optional(amount),
  date: optional((value) => (wireForms.day!(value) === null ? 'must be a day, written YYYY-MM-DD' : null)),
};

function listFaults(town: LooseTown): TownFault[] {
  return lists.filter((list) => !Array.isArray(town[list])).map((path) => ({ path, message: 'must be a list' }));
}

function memberFaults(town: LooseTown): TownFault[] {
  return [
    ...entries(town, 'merchants').flatMap(([path, one]) => faultsIn(path, one, merchantMembers)),
    ...entries(town, 'customers').flatMap(([path, one]) => faultsIn(path, one, customerMembers)),
    ...entries(town, 'transactions').flatMap(([path, one]) => [
      ...faultsIn(path, one, transactionMembers),
      ...entries(one as { items: unknown }, 'items', `${path}.`).flatMap(([itemPath, item]) => [
        ...faultsIn(itemPath, item, itemMembers),
        ...(isObject(item.shipping) ? faultsIn(`${itemPath}.shipping`, item.shipping, shippingMembers) : []),
      ]),
    ]),
  ];
}

/** Names that two share, and names of nobody. */
function nameFaults(town: LooseTown): TownFault[] {
  const [merchants, customers, transactions] = lists.map((list) => entries(town, list)) as [Entry[], Entry[], Entry[]];
  const names = merchants.map(([, { name }]) => asText(name));
  const emails = customers.map(([, { email }]) => normaliseEmail(asText(email)));
  const ids = transactions.map(([, one]) => `${asText(one.merchant)}|${asText(one.transactionId)}`);
  const nobody = (known: string[], name: string) => !known.includes(name) && name !== '';
  return [
    ...twice(merchants, names, 'name'),
    ...twice(customers, emails, 'email'),
    ...twice(transactions, ids, 'transactionId'),
    ...(customers.length > 0 && merchants.length === 0
      ? [{ path: 'merchants', message: 'must have one: customers come in through a merchant' }]
      : []),
    ...transactions.flatMap(([path, one]) => [
      ...(nobody(names, asText(one.merchant))
        ? [{ path: `${path}.merchant`, message: `names no merchant of this town: ${one.merchant}` }]
        : []),
      ...(nobody(emails, normaliseEmail(asText(one.customer)))
        ? [{ path: `${path}.customer`, message: `is the e-mail of no customer of this town: ${one.customer}` }]
        : []),
    ]),
  ];
}

type Entry = [path: string, entry: Loose];

function entries<List extends string>(of: Record<List, unknown>, list: List, prefix = ''): Entry[] {
  const found = isObject(of) ? of[list] : null;
  return Array.isArray(found) ? found.map((one, at) => [`${prefix}${list}[${at}]`, one as Loose]) : [];
}

function faultsIn(path: string, one: unknown, members: Record<string, Check>): TownFault[] {
  if (!isObject(one)) return [{ path, message: 'must be an object' }];
  return Object.entries(members).flatMap(([name, check]) => {
    const message = one[name] === undefined && check(undefined) !== null ? 'is required' : check(one[name]);
    return message === null ? [] : [{ path: `${path}.${name}`, message }];
  });
}

function twice(found: Entry[], names: string[], member: string): TownFault[] {
  return found
    .filter((_, at) => names.indexOf(names[at]!) !== at)
    .map(([path, one]) => ({ path: `${path}.${member}`, message: `is there twice: ${one[member]}` }));
}

function isObject(value: unknown): value is Loose {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function text(lengthMax: number): Check {
  return (value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= lengthMax
      ? null
      : `must be text of 1 to ${lengthMax} characters`;
}

function label(value: unknown): string | null {
  return text(500)(wireForms.label!(value));
}

function amount(value: unknown): string | null {
  return moneyShape.test(String(wireForms.money!(value))) ? null : 'must be an amount in dollars, like 120.34';
}

const moneyShape = /^-?\d{1,9}(\.\d{1,4})?$/;

function oneOf(words: readonly string[]): Check {
  return (value) => (words.includes(asText(value)) ? null : `must be one of ${words.join(', ')}`);
}

function optional(check: Check): Check {
  return (value) => (value === undefined ? null : check(value));
}
