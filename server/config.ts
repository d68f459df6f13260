import { isIP } from 'node:net';
import path from 'node:path';
import { decisionConfigOf } from '#core/application/decide.ts';
import type { Party } from '#core/application/party.ts';
import { type Velocity, type VelocityLimit, velocityDefault } from '#core/application/velocity.ts';
import { type LenderPlace, lenderPlaces } from '#core/application/waterfall.ts';
import { type KeptMonths, keptMonthsLeast } from '#core/retention/keep.ts';
import { stateNames } from '#core/states/state-names.ts';
import { type Capacity, capacityDefault, type Limits, limitsDefault, sandboxVelocity } from '#server/limits.ts';
import type { SignOff } from '#server/rules/read-rules.ts';

export interface Config {
  readonly port: number;
  /** The addresses to listen on. */
  readonly hosts: readonly string[];
  /** Absolute. Holds the embedded database and the key file. */
  readonly dataDir: string;
  /** Null: the embedded database. */
  readonly databaseUrl: string | null;
  readonly mode: 'sandbox' | 'production';
  readonly brand: string;
  readonly company: string;
  readonly support: string;
  /** The lessor's postal address, as it stands on every agreement. */
  readonly companyAddress: CompanyAddress;
  /** Whom a notice of an adverse decision names. */
  readonly reportAgency: Party;
  readonly regulator: Party;
  /** Where people and SDKs reach this house, without a trailing slash. */
  readonly publicUrl: string;
  /** Absolute path of a module that exports the operator's providers; null: the built-in ones. */
  readonly providers: string | null;
  readonly keyFile: string;
  /** Absolute path of a table of tax rates; null: no payment is taxed, or the providers' module says. */
  readonly taxRates: string | null;
  /** The file of the operator's own list of goods that are not leased. */
  readonly goods: string | null;
  /** Which lenders before us are simulated; none unless the operator says so. */
  readonly simulatedLenders: readonly LenderPlace[];
  /** Absolute path of a folder of screening lists; null: the sandbox's, or the providers' module says. */
  readonly screeningLists: string | null;
  /** Two letters of each state where the lessor elects to pay tax on its own purchase. */
  readonly taxPaidOnPurchase: readonly string[];
  readonly limits: Limits;
  readonly velocity: Velocity;
  readonly keptMonths: KeptMonths;
  readonly capacity: Capacity;
  /** Addresses and networks that may say for whom they ask. */
  readonly trustedProxies: readonly string[];
  /** Records of `rules/` that counsel has not confirmed and somebody vouches for. */
  readonly signOffs: readonly SignOff[];
  /** The version of the rules that decide on applications: one that this house knows. */
  readonly scorecard: string;
  readonly logLevel: LogLevel;
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type CompanyAddress = { street1: string; street2: null; city: string; state: string; postalCode: string };

/** Every setting there is, in the order of the README. A default that depends on others is told in words. */
export const settings = [
  { name: 'PORT', default: '4300', meaning: 'The one port everything is served on.' },
  {
    name: 'HOST',
    default: '127.0.0.1',
    meaning: 'The address to listen on. The default listens on both loopbacks, 127.0.0.1 and ::1.',
  },
  { name: 'FLEXPAY_DATA', default: './.local', meaning: 'The folder of the embedded database and the key file.' },
  {
    name: 'DATABASE_URL',
    default: '(the embedded database)',
    meaning: 'A PostgreSQL 15 or newer, as `postgres://user:password@host:port/database`.',
  },
  {
    name: 'FLEXPAY_MODE',
    default: 'sandbox',
    meaning:
      '`sandbox` or `production`. Production refuses to start with a sandbox provider, keys that a sandbox made, or the embedded database.',
  },
  { name: 'FLEXPAY_BRAND', default: 'FlexPay', meaning: 'The name people see.' },
  {
    name: 'FLEXPAY_COMPANY',
    default: 'FlexPay Leasing (sandbox)',
    meaning: 'The company that leases, as named in every agreement. Production has no default.',
  },
  {
    name: 'FLEXPAY_COMPANY_ADDRESS',
    default: '100 Sample Street, Austin, TX 78701',
    meaning: 'Its postal address, as `street, city, ST 12345`. Production has no default.',
  },
  {
    name: 'FLEXPAY_SUPPORT',
    default: 'support@flexpay.example',
    meaning: 'How people reach you, as shown on pages and in messages. Production has no default.',
  },
  {
    name: 'FLEXPAY_REPORT_AGENCY',
    default: 'Sample Consumer Reports; 1 Report Way, Atlanta, GA 30301; (800) 555-0199',
    meaning:
      'The consumer reporting agency that your provider of decisions asks, as `name; address; phone`: a notice of an adverse decision names it. Production has no default.',
  },
  {
    name: 'FLEXPAY_REGULATOR',
    default:
      'Federal Trade Commission, Equal Credit Opportunity; 600 Pennsylvania Avenue NW, Washington, DC 20580; 1-877-382-4357',
    meaning: 'The agency that such a notice says one can turn to, as `name; address; phone`.',
  },
  {
    name: 'FLEXPAY_PUBLIC_URL',
    default: '(this machine and PORT)',
    meaning: 'Where people and stores reach this house. Production has no default.',
  },
  {
    name: 'FLEXPAY_PROVIDERS',
    default: '(the sandbox ones)',
    meaning: 'A module that exports your own providers, such as `./mine.ts`. Production has no default.',
  },
  {
    name: 'FLEXPAY_TAX_RATES',
    default: '(no sales tax)',
    meaning:
      'A table of sales tax rates by state and ZIP, such as `./rates.json`, with the day each is in force from. Production needs one, or `taxRates` among your providers.',
  },
  {
    name: 'FLEXPAY_GOODS',
    default: '(gift cards alone)',
    meaning:
      'A list of the goods that you do not lease, such as `./goods.json`, beside those that can’t be: each with what it is called in both languages, the beginnings of its skus, and words of its description. [How](rules/README.md#goods-that-are-not-leased).',
  },
  {
    name: 'FLEXPAY_SCREENING_LISTS',
    default: '(none)',
    meaning:
      'A folder with the SDN and consolidated lists of OFAC in their delimited format, such as `./lists`; read again when a file changes. Production needs one, or `screening` among your providers.',
  },
  {
    name: 'FLEXPAY_SIMULATED_LENDERS',
    default: '',
    meaning:
      'Lenders that the sandbox plays and asks before the lease is decided, of `prime near_prime`. Production asks `lenders` of your providers, or nobody.',
  },
  {
    name: 'FLEXPAY_TAX_PAID_ON_PURCHASE',
    default: '',
    meaning:
      'States such as `CA MI` where you elect to pay tax when you buy the goods, so that payments are not taxed there. Only where the law leaves you the choice.',
  },
  {
    name: 'FLEXPAY_KEY_FILE',
    default: '(keys.json in FLEXPAY_DATA)',
    meaning: 'The secrets of this house, written by the first start, mode 0600.',
  },
  {
    name: 'FLEXPAY_LIMITS',
    default: Object.entries(limitsDefault)
      .map(([name, { calls, seconds }]) => `${name}=${calls}/${seconds}`)
      .join(' '),
    meaning: 'How many calls one key and one address may make in how many seconds; name those to change.',
  },
  {
    name: 'FLEXPAY_VELOCITY',
    default: Object.entries(velocityDefault)
      .map(([name, limit]) => `${name}=${limitText(limit)}`)
      .join(' '),
    meaning:
      'How many applications one person and one network may hand in, how many people may share a number, an address, an account or a device before somebody has to look, how many sessions of questions a device gets, within so many days (`d`) or hours (`h`); and how many leases of one customer may be open, in the sandbox as many as you name here. Name those to change.',
  },
  {
    name: 'FLEXPAY_RETENTION',
    default: Object.entries(keptMonthsLeast)
      .map(([kind, months]) => `${kind}=${months}`)
      .join(' '),
    meaning:
      'For how many months access logs are kept, applications of which nothing came, the files of leases, and what customers agreed to; the last three from the end of what was between a customer and us. Name those to keep longer: shorter than this the law does not allow.',
  },
  {
    name: 'FLEXPAY_CAPACITY',
    default: Object.entries(capacityDefault)
      .map(([lane, calls]) => `${lane}=${calls}`)
      .join(' '),
    meaning:
      'How many reads and writes one node has under way at once; what comes above is refused with 503 and Retry-After.',
  },
  {
    name: 'FLEXPAY_TRUSTED_PROXIES',
    default: '',
    meaning:
      'Addresses and networks, such as `10.0.0.7 10.1.0.0/16`, whose `X-Forwarded-For` is believed. Behind a proxy that is not named, every limit by address counts the proxy.',
  },
  {
    name: 'FLEXPAY_RULES_SIGNED_OFF',
    default: '',
    meaning:
      'Who vouches in production for records that counsel has not confirmed, as `TX-1@3f2a91c4=Jane Doe; …` with the hash that `flexpay rules list` shows. The others are not live there.',
  },
  {
    name: 'FLEXPAY_SCORECARD',
    default: 'scorecard-1',
    meaning:
      'The rules that decide on applications; `scorecard-1-A08-A09` is the same with the characteristics of these reasons switched off. `flexpay decisions replay --version` shows beforehand who would be decided otherwise.',
  },
  {
    name: 'FLEXPAY_ALLOW_EMBEDDED_IN_PRODUCTION',
    default: '',
    meaning: '`yes` lets production use the embedded database.',
  },
  {
    name: 'FLEXPAY_LOG',
    default: '(warn, in production info)',
    meaning: 'The least that is logged: `debug`, `info`, `warn`, `error` or `silent`.',
  },
  {
    name: 'FLEXPAY_OPERATOR_KEY',
    default: '(key file)',
    meaning: 'The key of the operator API and of the command line.',
  },
  { name: 'FLEXPAY_TOKEN_SECRET', default: '(key file)', meaning: 'Signs customer tokens. 32 bytes in base64.' },
  {
    name: 'FLEXPAY_KEK',
    default: '(key file)',
    meaning:
      'Wraps the keys of encrypted numbers: `id:` and 32 bytes in base64; while it is changed, the older one after it. [How](SECURITY.md#changing-the-houses-keys).',
  },
  {
    name: 'FLEXPAY_INDEX_KEY',
    default: '(key file)',
    meaning: 'Keys the blind indexes; written and changed like `FLEXPAY_KEK`.',
  },
  { name: 'FLEXPAY_PASSCODE_KEY', default: '(key file)', meaning: 'Hashes one-time codes. 32 bytes in base64.' },
  { name: 'FLEXPAY_EVIDENCE_KEY', default: '(key file)', meaning: 'Signs evidence files. 32 bytes in base64.' },
  {
    name: 'FLEXPAY_URL',
    default: 'http://127.0.0.1:4300',
    meaning: 'Where the command line finds the house.',
  },
] as const;

type SettingName = (typeof settings)[number]['name'];
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the environment asks for, or every reason why it cannot be had, each a sentence for the operator. An empty
 * variable counts as absent. Relative paths are from `cwd`.
 */
export function readConfig(env: Environment, cwd: string): Config | { problems: string[] } {
  const problems: string[] = [];
  const given = (name: SettingName): string | null => env[name]?.trim() || null;
  const orDefault = (name: SettingName): string => given(name) ?? settings.find((one) => one.name === name)!.default;

  const mode = orDefault('FLEXPAY_MODE');
  const production = mode === 'production';
  if (!production && mode !== 'sandbox')
    problems.push(`FLEXPAY_MODE is "${mode}". It is either sandbox or production.`);

  const portText = orDefault('PORT');
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port > 65_535) problems.push(`PORT is "${portText}". It is a number up to 65535.`);

  const databaseUrl = given('DATABASE_URL');
  if (databaseUrl !== null && !isDatabaseUrl(databaseUrl)) {
    // Without its text: there is a password in it.
    problems.push('DATABASE_URL cannot be read. It looks like postgres://user:password@host:5432/database.');
  }
  const publicUrl = given('FLEXPAY_PUBLIC_URL');
  if (publicUrl !== null && !isWebUrl(publicUrl)) {
    problems.push(`FLEXPAY_PUBLIC_URL is "${publicUrl}". It looks like https://pay.example.com, without a path.`);
  }
  const logText = given('FLEXPAY_LOG') ?? (production ? 'info' : 'warn');
  const logLevel = logLevels.find((level) => level === logText);
  if (logLevel === undefined) problems.push(`FLEXPAY_LOG is "${logText}". It is one of ${logLevels.join(', ')}.`);

  const companyAddress = addressOf(orDefault('FLEXPAY_COMPANY_ADDRESS'));
  if (companyAddress === null) {
    problems.push('FLEXPAY_COMPANY_ADDRESS cannot be read. It looks like 100 Sample Street, Austin, TX 78701.');
  }
  const reportAgency = partyOf(orDefault('FLEXPAY_REPORT_AGENCY'));
  const regulator = partyOf(orDefault('FLEXPAY_REGULATOR'));
  for (const [name, party] of Object.entries({ FLEXPAY_REPORT_AGENCY: reportAgency, FLEXPAY_REGULATOR: regulator })) {
    if (party === null) problems.push(`${name} cannot be read. It looks like Name; street, city, ST 12345; phone.`);
  }
  const limits = limitsOf(orDefault('FLEXPAY_LIMITS'));
  if (typeof limits === 'string') problems.push(limits);
  const velocity = velocityOf(given('FLEXPAY_VELOCITY') ?? '', production ? velocityDefault : sandboxVelocity);
  if (typeof velocity === 'string') problems.push(velocity);
  const keptMonths = keptMonthsOf(given('FLEXPAY_RETENTION') ?? '');
  if (typeof keptMonths === 'string') problems.push(keptMonths);
  const capacity = capacityOf(orDefault('FLEXPAY_CAPACITY'));
  if (typeof capacity === 'string') problems.push(capacity);
  const trustedProxies = orDefault('FLEXPAY_TRUSTED_PROXIES')
    .split(/[\s,]+/)
    .filter(Boolean);
  for (const one of trustedProxies.filter((text) => !isNetwork(text))) {
    problems.push(
      `FLEXPAY_TRUSTED_PROXIES has "${one}". It is an address such as 10.0.0.7 or a network such as 10.1.0.0/16.`,
    );
  }
  const signOffs = signOffsOf(orDefault('FLEXPAY_RULES_SIGNED_OFF'));
  if (typeof signOffs === 'string') problems.push(signOffs);
  const scorecard = orDefault('FLEXPAY_SCORECARD');
  if (decisionConfigOf(scorecard) === null) {
    problems.push(
      `FLEXPAY_SCORECARD is "${scorecard}". It is scorecard-1, or scorecard-1-A08 with reasons switched off.`,
    );
  }
  const taxPaidOnPurchase = orDefault('FLEXPAY_TAX_PAID_ON_PURCHASE')
    .split(/[\s,]+/)
    .filter(Boolean);
  for (const one of taxPaidOnPurchase.filter((text) => !Object.hasOwn(stateNames, text))) {
    problems.push(`FLEXPAY_TAX_PAID_ON_PURCHASE has "${one}". It is the two letters of a state, such as CA.`);
  }
  const simulated = orDefault('FLEXPAY_SIMULATED_LENDERS')
    .split(/[\s,]+/)
    .filter(Boolean);
  for (const one of simulated.filter((text) => !(lenderPlaces as readonly string[]).includes(text))) {
    problems.push(`FLEXPAY_SIMULATED_LENDERS has "${one}". It is ${lenderPlaces.join(' or ')}.`);
  }
  if (production) problems.push(...productionProblems(given));
  const unreadable =
    companyAddress === null ||
    reportAgency === null ||
    regulator === null ||
    typeof limits === 'string' ||
    typeof velocity === 'string' ||
    typeof keptMonths === 'string' ||
    typeof capacity === 'string' ||
    typeof signOffs === 'string';
  if (problems.length > 0 || unreadable || logLevel === undefined) return { problems };

  const dataDir = path.resolve(cwd, orDefault('FLEXPAY_DATA'));
  const providers = given('FLEXPAY_PROVIDERS');
  const taxRates = given('FLEXPAY_TAX_RATES');
  const goods = given('FLEXPAY_GOODS');
  const screeningLists = given('FLEXPAY_SCREENING_LISTS');
  return {
    port,
    hosts: hostsOf(orDefault('HOST')),
    dataDir,
    databaseUrl,
    mode: production ? 'production' : 'sandbox',
    brand: orDefault('FLEXPAY_BRAND'),
    company: orDefault('FLEXPAY_COMPANY'),
    support: orDefault('FLEXPAY_SUPPORT'),
    companyAddress,
    reportAgency,
    regulator,
    publicUrl: publicUrl === null ? `http://${urlHost(orDefault('HOST'))}:${port}` : new URL(publicUrl).origin,
    providers: providers === null ? null : path.resolve(cwd, providers),
    taxRates: taxRates === null ? null : path.resolve(cwd, taxRates),
    goods: goods === null ? null : path.resolve(cwd, goods),
    simulatedLenders: lenderPlaces.filter((place) => simulated.includes(place)),
    screeningLists: screeningLists === null ? null : path.resolve(cwd, screeningLists),
    taxPaidOnPurchase,
    limits,
    velocity,
    keptMonths,
    capacity,
    trustedProxies,
    signOffs,
    scorecard,
    keyFile: path.resolve(cwd, given('FLEXPAY_KEY_FILE') ?? path.join(dataDir, 'keys.json')),
    logLevel,
  };
}

/** The settings as the table of the README. */
export function settingsTable(): string {
  const rows = settings.map((one) => `| \`${one.name}\` | ${one.default && code(one.default)} | ${one.meaning} |`);
  return ['| setting | default | meaning |', '|---|---|---|', ...rows].join('\n');
}

function productionProblems(given: (name: SettingName) => string | null): string[] {
  const problems: string[] = [];
  if (given('FLEXPAY_PROVIDERS') === null) {
    problems.push('Production needs providers of its own: name their module in FLEXPAY_PROVIDERS.');
  }
  if (given('DATABASE_URL') === null && given('FLEXPAY_ALLOW_EMBEDDED_IN_PRODUCTION') !== 'yes') {
    problems.push(
      'Production needs DATABASE_URL. Set FLEXPAY_ALLOW_EMBEDDED_IN_PRODUCTION=yes to run it on the embedded database.',
    );
  }
  if (given('FLEXPAY_COMPANY') === null)
    problems.push('Production needs FLEXPAY_COMPANY: the lessor in every agreement.');
  if (given('FLEXPAY_COMPANY_ADDRESS') === null)
    problems.push('Production needs FLEXPAY_COMPANY_ADDRESS: where the lessor is at home.');
  if (given('FLEXPAY_REPORT_AGENCY') === null)
    problems.push('Production needs FLEXPAY_REPORT_AGENCY: whose reports your decisions rest on.');
  if (given('FLEXPAY_SUPPORT') === null) problems.push('Production needs FLEXPAY_SUPPORT: how people reach you.');
  const publicUrl = given('FLEXPAY_PUBLIC_URL');
  if (publicUrl === null) problems.push('Production needs FLEXPAY_PUBLIC_URL: where people and stores reach you.');
  else if (!publicUrl.startsWith('https:')) problems.push('FLEXPAY_PUBLIC_URL must begin with https:// in production.');
  return problems;
}

function addressOf(text: string): CompanyAddress | null {
  const [, street1, city, state, postalCode] = /^(.+), ([^,]+), ([A-Z]{2}) (\d{5})$/.exec(text) ?? [];
  if (!street1 || !city || !state || !postalCode) return null;
  return { street1, street2: null, city, state, postalCode };
}

function partyOf(text: string): Party | null {
  const [name, address, phone, ...rest] = text.split(';').map((part) => part.trim());
  return name && address && phone && rest.length === 0 ? { name, address, phone } : null;
}

/**
 * The values that a setting names as `name=value`, changed from how they stand, or what is wrong with it. `read` answers
 * null for what it can't read, and a sentence for what may not be.
 */
function named<Values extends object>(
  setting: string,
  text: string,
  standing: Values,
  read: (value: string, name: keyof Values) => Values[keyof Values] | string | null,
  looksLike: string,
): Values | string {
  const values = { ...standing };
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const [, name = '', value = ''] = /^(\w+)=(.+)$/.exec(part) ?? [];
    const known = Object.hasOwn(standing, name) ? read(value, name as keyof Values) : null;
    if (known === null) return `${setting} has "${part}". It looks like ${looksLike}.`;
    if (typeof known === 'string') return `${setting} has "${part}". ${known}`;
    values[name as keyof Values] = known;
  }
  return values;
}

const oneOf = (example: string, names: object): string => `${example}, with one of: ${Object.keys(names).join(', ')}`;

function limitsOf(text: string): Limits | string {
  const read = (value: string) => {
    const [, calls, seconds] = /^([1-9]\d{0,6})\/([1-9]\d{0,4})$/.exec(value) ?? [];
    return calls === undefined ? null : { calls: Number(calls), seconds: Number(seconds) };
  };
  return named<Limits>('FLEXPAY_LIMITS', text, limitsDefault, read, oneOf('userExists=240/60', limitsDefault));
}

function limitText({ count, hours }: VelocityLimit): string {
  if (hours === null) return String(count);
  return hours > 24 ? `${count}/${hours / 24}d` : `${count}/${hours}h`;
}

function velocityOf(text: string, standing: Velocity): Velocity | string {
  const read = (value: string): VelocityLimit | null => {
    const [, count, amount, unit] = /^([1-9]\d{0,6})(?:\/([1-9]\d{0,3})([dh]))?$/.exec(value) ?? [];
    if (count === undefined) return null;
    return { count: Number(count), hours: amount === undefined ? null : Number(amount) * (unit === 'd' ? 24 : 1) };
  };
  return named('FLEXPAY_VELOCITY', text, standing, read, oneOf('applications=3/30d', standing));
}

/** How long is kept what somebody must be able to look at later. */
function keptMonthsOf(text: string): KeptMonths | string {
  const read = (value: string, kind: keyof KeptMonths) => {
    if (!/^[1-9]\d{0,3}$/.test(value)) return null;
    const least = keptMonthsLeast[kind];
    return Number(value) < least ? `${kind} must be kept for ${least} months at least.` : Number(value);
  };
  return named('FLEXPAY_RETENTION', text, keptMonthsLeast, read, oneOf('applications=36', keptMonthsLeast));
}

function signOffsOf(text: string): SignOff[] | string {
  const signOffs: SignOff[] = [];
  for (const part of text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [, version, hash, name] = /^([\w-]+)@([0-9a-f]{8,64})=(\S.*)$/.exec(part) ?? [];
    if (version === undefined || hash === undefined || name === undefined) {
      return `FLEXPAY_RULES_SIGNED_OFF has "${part}". It looks like TX-1@3f2a91c4=Jane Doe; flexpay rules list shows the hashes.`;
    }
    signOffs.push({ version, hash, name });
  }
  return signOffs;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  if (most === undefined || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

function capacityOf(text: string): Capacity | string {
  const read = (value: string) => (/^[1-9]\d{0,5}$/.test(value) ? Number(value) : null);
  return named<Capacity>(
    'FLEXPAY_CAPACITY',
    text,
    capacityDefault,
    read,
    `${Object.keys(capacityDefault).join('=256 ')}=256`,
  );
}

function isDatabaseUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).pathname.length > 1;
}

function isWebUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.username === '';
}

function hostsOf(host: string): string[] {
  return host === '127.0.0.1' || host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function code(text: string): string {
  return text.startsWith('(') ? text.slice(1, -1) : `\`${text}\``;
}
