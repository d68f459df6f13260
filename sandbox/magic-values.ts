import type { ReportAlert } from '#core/application/consumer-report.ts';
import { normaliseEmail } from '#core/application/contact.ts';
import type { ReasonCode } from '#core/application/reasons.ts';
import { sandboxRouting } from '#core/application/routing-number.ts';
import type { Cents } from '#core/money/money.ts';
import type { AccountReportEffect } from '#providers/account-reports/sandbox.ts';
import type { DocumentEffect } from '#providers/document-check/sandbox.ts';
import type { KnowledgeEffect } from '#providers/knowledge/sandbox.ts';
import type { ChargeEffect } from '#providers/processor/sandbox.ts';

/** What the sandbox decides without asking the scorecard. */
export type SandboxOutcome =
  | { readonly force: 'approve'; readonly limitCents: Cents }
  | { readonly force: 'decline'; readonly reasons: readonly ReasonCode[] }
  /** The bureau did not answer: nothing is decided yet. */
  | { readonly force: 'pending' }
  /** The decision itself fails. */
  | { readonly force: 'error' };

/**
 * One row of the published table: what to type, and what happens then (domain 5.2). `value` says it for programs (`x` and
 * `N` are any digit, `*` is anything), `example` is a value that has the effect.
 */
export type MagicValue = {
  readonly input: string;
  readonly effect: string;
  readonly kind: MagicKind;
  readonly value: string;
  readonly example: string;
  /** The bank at which an account has the effect; absent where every bank does. */
  readonly routing?: string;
  /** The number on a test card, for the card form. */
  readonly cardNumber?: string;
};

export type MagicKind = 'ssn' | 'email' | 'phone' | 'bank_account' | 'card' | 'document' | 'transaction' | 'header';

/** The decision that an applicant's number or address forces, null when the scorecard decides. The number goes first. */
export function sandboxOutcome({ ssn, email }: { ssn: string; email: string }): SandboxOutcome | null {
  const forced = /^666(\d\d)(\d{4})$/.exec(ssn.replace(/[- ]/g, ''));
  const bySsn = forced && ssnGroups.find(({ group }) => group === forced[1]);
  if (bySsn) return bySsn.outcome(Number(forced[2]));
  if (alertOnFile(ssn) !== null) return null;
  const localPart = normaliseEmail(email).split('@')[0]!;
  return localParts.find(({ matches }) => matches(localPart))?.outcome ?? null;
}

/** Whether an applicant's number or address is one that this table publishes: many people's at once (domain 5.2). */
export function isPublished({ ssn, email }: { ssn: string; email: string }): boolean {
  const localPart = normaliseEmail(email).split('@')[0]!;
  return ssn.replace(/[- ]/g, '').startsWith('666') || localParts.some(({ matches }) => matches(localPart));
}

/** What happens when a person with this number is asked about themselves; null when nobody asks. */
export function knowledgeEffect(ssn: string): KnowledgeEffect | null {
  const forced = /^666(\d\d)\d{4}$/.exec(ssn.replace(/[- ]/g, ''));
  return questionGroups.find(({ group }) => group === forced?.[1])?.does ?? null;
}

/** What stands on the file of the person with this number; null when the agency has none. */
export function alertOnFile(ssn: string): ReportAlert | null {
  const named = /^666(\d\d)\d{4}$/.exec(ssn.replace(/[- ]/g, ''));
  return alertGroups.find(({ group }) => group === named?.[1])?.alert ?? null;
}

/** Whether the sandbox finds the person with this number on a screening list. */
export function isListed(ssn: string): boolean {
  return ssn.replace(/[- ]/g, '').startsWith(`666${listedGroup.group}`);
}

/**
 * What a bank account does with a charge: by its last four digits at the sandbox bank, at any other bank it settles. An
 * account that ends in 0300 is refused at every bank (rulings 7).
 */
export function accountEffect(routingNumber: string, accountNumber: string): ChargeEffect {
  const magic = accounts.find(({ lastFour }) => accountNumber.endsWith(lastFour));
  const counts = routingNumber === sandboxRouting || magic?.lastFour === refusedEverywhere;
  return magic !== undefined && counts ? magic.does : { effect: 'settles' };
}

/** What is said of a bank account before a decision; null: nothing is known of it. */
export function accountReportEffect(routingNumber: string, accountNumber: string): AccountReportEffect | null {
  const named =
    routingNumber === sandboxRouting && reportedAccounts.find((one) => accountNumber.endsWith(one.lastFour));
  return named ? named.says : null;
}

/** Whether the sandbox's carrier loses the goods of this transaction. */
export function isLostOnTheWay(transactionId: string): boolean {
  return transactionId.startsWith(lostPrefix);
}

/** What a card does with a charge, by its token; any other token is a card that pays. */
export function cardEffect(token: string): ChargeEffect {
  return testCards.find((one) => one.token === token)?.does ?? { effect: 'settles' };
}

/** What the sandbox finds of a file that somebody hands in to show who they are; null when it can't tell. */
export function documentEffect(bytes: Uint8Array): DocumentEffect | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return documents.find(({ mark }) => file.includes(mark))?.does ?? null;
}

/** Whether that is the token of a test card, for the sandbox's own tokeniser. */
export function isTestCard(token: string): boolean {
  return testCards.some((one) => one.token === token);
}

const refusedEverywhere = '0300';
const lostPrefix = 'SBX-DELIVER-FAIL-';

/** Which orders leave late in the sandbox, and by themselves. */
export const lateShipment = { prefix: 'SBX-LATE-SHIP-', afterDays: 20 };

type SsnGroup = { group: string; effect: string; outcome: (serial: number) => SandboxOutcome | null };

/** Area 666 was never issued, so no number here is a person's. */
const ssnGroups: readonly SsnGroup[] = [
  {
    group: '01',
    effect: 'approved; the last four digits are the limit in dollars (0000: the scorecard decides)',
    outcome: (serial) => (serial === 0 ? null : { force: 'approve', limitCents: serial * 100 }),
  },
  { group: '02', effect: 'declined for recent overdrafts and inquiries', outcome: decline('A05', 'A07') },
  { group: '03', effect: 'declined for too little income', outcome: decline('K03_INCOME_BELOW_MINIMUM') },
  { group: '04', effect: 'declined, no verified account', outcome: decline('K04_BANK_ACCOUNT_NOT_VERIFIED') },
  { group: '05', effect: 'declined for an earlier charged-off lease', outcome: decline('K05_PRIOR_CHARGE_OFF') },
  { group: '23', effect: 'the bureau does not answer: pending', outcome: () => ({ force: 'pending' }) },
  {
    group: '30',
    effect: 'documents are asked for; once they are accepted approved, the last four digits are the limit in dollars',
    outcome: (serial) => (serial === 0 ? null : { force: 'approve', limitCents: serial * 100 }),
  },
  { group: '99', effect: 'the decision fails with an internal error', outcome: () => ({ force: 'error' }) },
];

/** Who is asked about themselves, and how that goes; the decision itself is the scorecard's. */
const questionGroups: readonly { group: string; effect: string | null; does: KnowledgeEffect }[] = [
  { group: '10', effect: 'asked questions; the first choice is always right', does: 'first choice is right' },
  { group: '11', effect: 'too little is known to ask: documents are needed', does: 'too little is known' },
  { group: '12', effect: 'asked questions that nobody answers right', does: 'always fails' },
  { group: '13', effect: 'asked questions whose time is over at once', does: 'expires at once' },
  // The decision's own row says what comes after the documents.
  { group: '30', effect: null, does: 'too little is known' },
];

/** On whose file at the agency something stands. */
const alertGroups: readonly { group: string; effect: string; alert: ReportAlert }[] = [
  { group: '21', effect: 'a fraud alert on file: a person reviews', alert: 'fraud_alert' },
  { group: '22', effect: 'a frozen credit file: a person reviews', alert: 'frozen_file' },
  { group: '24', effect: 'an active-duty alert on file: a person reviews', alert: 'active_duty_alert' },
  { group: '25', effect: 'the agency knows another address: a person reviews', alert: 'address_discrepancy' },
];

/** Whom the sandbox finds on a screening list. */
const listedGroup = { group: '20', effect: 'a possible match of a screening list: a person reviews' };

type LocalPart = Omit<MagicValue, 'kind'> & {
  readonly matches: (localPart: string) => boolean;
  readonly outcome: SandboxOutcome;
};

/** What stores' test suites in the field type. */
const localParts: readonly LocalPart[] = [
  {
    input: 'e-mail with “deny” before the @',
    effect: 'declined for recent overdrafts and inquiries',
    value: '*deny*@*',
    example: 'deny@example.com',
    matches: (localPart) => localPart.includes('deny'),
    outcome: { force: 'decline', reasons: ['A05', 'A07'] },
  },
  {
    input: 'e-mail with “.approve” right before the @',
    effect: 'approved for 2,500.00',
    value: '*.approve@*',
    example: 'shopper.approve@example.com',
    matches: (localPart) => localPart.endsWith('.approve'),
    outcome: { force: 'approve', limitCents: 2_500_00 },
  },
];

const accounts: readonly { lastFour: string; effect: string; does: ChargeEffect }[] = [
  { lastFour: '0001', effect: 'settles', does: { effect: 'settles' } },
  { lastFour: '0101', effect: 'comes back once (R01), then settles', does: returned('R01', { once: true }) },
  { lastFour: '0102', effect: 'always comes back (R01)', does: returned('R01') },
  { lastFour: '0109', effect: 'comes back, funds not collected (R09)', does: returned('R09') },
  { lastFour: '0202', effect: 'comes back, account closed (R02)', does: returned('R02') },
  { lastFour: '0203', effect: 'comes back, no such account (R03)', does: returned('R03') },
  { lastFour: '0204', effect: 'comes back, wrong account number (R04)', does: returned('R04') },
  { lastFour: '0207', effect: 'comes back, authorization revoked (R07)', does: returned('R07') },
  { lastFour: '0208', effect: 'comes back, payment stopped (R08)', does: returned('R08') },
  {
    lastFour: '0210',
    effect: 'settles, and comes back as not authorized (R10) twenty days later',
    does: returned('R10', { daysAfterSettlement: 20 }),
  },
  { lastFour: '0211', effect: 'comes back, not as agreed (R11)', does: returned('R11') },
  { lastFour: '0216', effect: 'comes back, account frozen (R16)', does: returned('R16') },
  { lastFour: '0220', effect: 'comes back, no payments from this account (R20)', does: returned('R20') },
  {
    lastFour: '0300',
    effect: 'refused at once, the account is not valid',
    does: { effect: 'refused', code: 'account_invalid', message: 'The bank does not accept this account.' },
  },
  {
    lastFour: '0301',
    effect: 'refused at once, the name is another',
    does: { effect: 'refused', code: 'name_mismatch', message: 'The account is in another name.' },
  },
];

/** Of which accounts something is said before a decision. Payments from them settle. */
const reportedAccounts: readonly { lastFour: string; effect: string; says: AccountReportEffect }[] = [
  {
    lastFour: '0400',
    effect: 'belongs to somebody else: declined, no verified account',
    says: { bankAccountVerified: false },
  },
  {
    lastFour: '0402',
    effect: 'was opened two months ago, and no pay comes by direct deposit: a lower score',
    says: { bankAccountVerified: true, bankAccountMonths: 2, directDepositVerified: false },
  },
  {
    lastFour: '0409',
    effect: 'pay of 900.00 a month arrives: declined for too little income',
    says: { monthlyNetIncome: 900_00 },
  },
  {
    lastFour: '0436',
    effect: 'is three years old, and pay comes by direct deposit as long: a higher score',
    says: { bankAccountVerified: true, bankAccountMonths: 36, monthsAtIncome: 36, directDepositVerified: true },
  },
  {
    lastFour: '0499',
    effect: 'the bank does not answer: pending until somebody decides',
    says: 'does not answer',
  },
];

const testCards: readonly { token: string; number: string; effect: string; does: ChargeEffect }[] = [
  { token: 'tok_ok', number: '4111111111111111', effect: 'pays', does: { effect: 'settles' } },
  {
    token: 'tok_nsf',
    number: '4000000000009995',
    effect: 'is declined, not enough funds',
    does: { effect: 'refused', code: 'insufficient_funds', message: 'The card has not enough funds.' },
  },
  {
    token: 'tok_hard_decline',
    number: '4000000000000002',
    effect: 'is declined for good',
    does: { effect: 'refused', code: 'do_not_honor', message: 'The card’s bank declined. Use another card.' },
  },
  {
    token: 'tok_expired',
    number: '4000000000000069',
    effect: 'is declined, expired',
    does: { effect: 'refused', code: 'expired_card', message: 'The card has expired.' },
  },
  {
    token: 'tok_shipment_decline',
    number: '4000000000000341',
    effect: 'can be authorized at signing, and is declined when the goods are shipped',
    does: {
      effect: 'refused',
      code: 'insufficient_funds',
      message: 'The card has not enough funds.',
      onlyAuthorized: true,
    },
  },
  {
    token: 'tok_chargeback_30d',
    number: '4000000000000259',
    effect: 'pays, and is charged back thirty days after it settled',
    does: returned('chargeback', { daysAfterSettlement: 30 }),
  },
];

/** Marks anywhere in a file, as after its end, where no program that shows pictures minds them. */
const documents: readonly { mark: string; effect: string; does: DocumentEffect }[] = [
  { mark: 'sandbox-doubtful', effect: 'is doubted: a person looks at what was handed in', does: 'doubtful' },
  {
    mark: 'sandbox-genuine',
    effect: 'is found genuine; where all that were handed in are, the application goes on at once',
    does: 'genuine',
  },
];

/** The table that documents, the API and pages show. */
export const magicValues: readonly MagicValue[] = [
  ...[...ssnGroups, ...questionGroups, ...alertGroups, listedGroup]
    .sort((a, b) => a.group.localeCompare(b.group))
    .flatMap(({ group, effect }) => (effect === null ? [] : [ssnRow(group, effect)])),
  ...localParts.map(({ input, effect, value, example }) => ({ kind: 'email' as const, input, effect, value, example })),
  {
    kind: 'phone',
    input: 'phone +1 555 555 01NN',
    effect: 'the one-time code is 0000NN',
    value: '+155555501NN',
    example: '+15555550142',
  },
  ...[...accounts, ...reportedAccounts].map(accountRow),
  ...testCards.map(({ token, number, effect }) => ({
    kind: 'card' as const,
    input: `card ${number.replace(/(.{4})(?=.)/g, '$1 ')}, token ${token}`,
    effect,
    value: token,
    example: token,
    cardNumber: number,
  })),
  ...documents.map(({ mark, effect }) => ({
    kind: 'document' as const,
    input: `document with ${mark} in its bytes`,
    effect,
    value: `*${mark}*`,
    example: mark,
  })),
  {
    kind: 'transaction',
    input: `transactionId ${lostPrefix}…`,
    effect: 'the carrier loses the goods: confirm-receipt is refused with DeliveryException',
    value: `${lostPrefix}*`,
    example: `${lostPrefix}1`,
  },
  {
    kind: 'transaction',
    input: `transactionId ${lateShipment.prefix}…`,
    effect: 'the goods leave by themselves, twenty days after the transaction was finalized',
    value: `${lateShipment.prefix}*`,
    example: `${lateShipment.prefix}1`,
  },
  {
    kind: 'header',
    input: 'header X-Sandbox-Clock: a moment',
    effect: 'the clock of the sandbox goes forward to it before the call, never back',
    value: 'X-Sandbox-Clock: *',
    example: 'X-Sandbox-Clock: 2027-01-31T12:00:00Z',
  },
  {
    kind: 'header',
    input: 'header X-FlexPay-Simulate: a bad day',
    effect:
      'the call is answered with that status, 429, 500 or 503 (or `drop`: not at all); with `after` it has its effect all the same; `delayMs` waits first',
    value: 'X-FlexPay-Simulate: *',
    example: 'X-FlexPay-Simulate: {"status":503,"after":"commit"}',
  },
];

function ssnRow(group: string, effect: string): MagicValue {
  return {
    kind: 'ssn',
    input: `SSN 666-${group}-xxxx`,
    effect,
    value: `666-${group}-xxxx`,
    example: `666-${group}-1500`,
  };
}

function accountRow({ lastFour, effect }: { lastFour: string; effect: string }): MagicValue {
  // Twelve digits, as most accounts have; only the last four count.
  const row = { kind: 'bank_account', effect, value: `*${lastFour}`, example: `44000000${lastFour}` } as const;
  if (lastFour === refusedEverywhere) return { ...row, input: `account …${lastFour}` };
  return { ...row, input: `routing ${sandboxRouting}, account …${lastFour}`, routing: sandboxRouting };
}

function decline(...reasons: ReasonCode[]): () => SandboxOutcome {
  return () => ({ force: 'decline', reasons });
}

function returned(code: string, { once = false, daysAfterSettlement = 0 } = {}): ChargeEffect {
  return { effect: 'returned', code, once, daysAfterSettlement };
}
