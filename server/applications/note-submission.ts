import { emailDomainsOf } from '#core/application/denylist.ts';
import { sandboxRouting } from '#core/application/routing-number.ts';
import { sharedWithTooMany, type VelocityLimit, waitMs } from '#core/application/velocity.ts';
import { undecidedStates } from '#core/application/waits-for.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { type IdentityIndex, identityIndex, identityNames } from '#server/customers/identity.ts';
import { placeText } from '#server/customers/place-text.ts';
import type { Write } from '#server/db/write.ts';
import { matchDenylist } from '#server/denylist/match-denylist.ts';
import { valueNames } from '#server/denylist/value-names.ts';
import type { House } from '#server/house.ts';
import { hoursAfter, type Instant, now } from '#server/moment.ts';
import { type Refused, refuse } from '#server/outcome.ts';
import { blindIndex } from '#server/secrets/blind-index.ts';
import { isCounted, networkOf } from '#server/velocity.ts';
import {
  completeSubmission,
  type Earlier,
  earlierSubmissions,
  insertSubmission,
  isSubmissionCounted,
  type Since,
  type SubmissionKeys,
} from './submission-store.ts';

/** From where an application comes. */
export type Origin = {
  /** Who called us: a store's server, or the customer's browser. */
  readonly callerAddress: string;
  /** The customer's own address; null where a store's server did not name it. */
  readonly customerAddress: string | null;
  /** The customer's browser, where it is ours to know again. */
  readonly deviceId: string | null;
};

export type Submission = {
  readonly customerId: string;
  readonly applicationId: string;
  readonly identity: IdentityIndex;
  /** Every name that their number may be listed under. */
  readonly identityNames: readonly string[];
  readonly email: string;
  readonly mobilePhone: string;
  readonly address: { street1: string; street2: string | null; city: string; state: string; postalCode: string };
  /** Null while it is not known: of a prequalification. */
  readonly bank: { routingNumber: string; accountIndex: string; accountNames: readonly string[] } | null;
  readonly origin: Origin;
};

/**
 * Counts an application by keyed hashes, in the transaction that submits it (domain 4.5), or that begins it as a
 * prequalification: then only its account is looked at when that comes, and it counts no second time. Refuses
 * with ApplicationInProgress while the same person waits for a decision under another account, with TooManyRequests when
 * they applied too often, or too many did from their network. Who shares a number, an address, an account or a device
 * with too many others is looked at by a person, and so is who gave anything that the operator's denylist has. What the
 * sandbox publishes counts for nobody and is met by no list; this very machine does not count there (rulings 14).
 */
export async function noteSubmission(house: House, submission: Submission): Promise<Refused | Write[]> {
  const { customerId, applicationId, identity } = submission;
  if (identity.isPublished) return [];
  const [counted, listed] = await Promise.all([
    count(house, submission),
    matchDenylist(house, { customerId, applicationId, names: namesOf(house, submission) }),
  ]);
  return 'refused' in counted ? counted : [...counted, ...listed];
}

async function count(house: House, submission: Submission): Promise<Refused | Write[]> {
  const { customerId, applicationId, origin } = submission;
  if (!isCounted(house, origin.callerAddress)) return [];
  const { velocity } = house.settings;
  const at = now(house);
  const keys = keysOf(house, submission);
  const since = sinceOf(house, at);
  const [earlier, counted] = await Promise.all([
    earlierSubmissions(house, { customerId, keys, since, openStates: undecidedStates }),
    isSubmissionCounted(house, submission),
  ]);
  if (counted && submission.bank === null) return [];
  const because = sharedWithTooMany(earlier.others, velocity);
  if (counted)
    return earlier.isOpenElsewhere ? openElsewhere() : [completeSubmission({ ...submission, keys, because })];
  const refused = tooOften(house, earlier, at);
  if (refused !== null) return refused;
  return [insertSubmission({ customerId, applicationId, keys, number: earlier.number + 1, because, at })];
}

/**
 * The same for a customer who told us page by page: everything but the account is on file. One whose number is not has
 * told too little to be counted, and to be decided.
 */
export async function noteKept(
  house: House,
  { customerId, ...handedIn }: Pick<Submission, 'customerId' | 'applicationId' | 'bank' | 'origin'>,
): Promise<Refused | Write[]> {
  const [facts, identity, names] = await Promise.all([
    customerFacts(house, customerId),
    identityIndex(house, customerId),
    identityNames(house, customerId),
  ]);
  if (!facts?.address || facts.mobilePhone === null || identity === null) return [];
  const { email, mobilePhone, address } = facts;
  const told = { identity, identityNames: names, email, mobilePhone, address };
  return noteSubmission(house, { customerId, ...told, ...handedIn });
}

function tooOften(house: House, earlier: Earlier, at: Instant): Refused | null {
  const { velocity } = house.settings;
  if (earlier.isOpenElsewhere) return openElsewhere();
  const ages = (instants: readonly Instant[]) => instants.map((one) => Date.parse(at) - Date.parse(one));
  const waits = [
    waitMs(ages(earlier.ofPerson), velocity.applications),
    waitMs(ages(earlier.ofNetwork), velocity.network),
  ];
  const wait = Math.max(...waits);
  if (wait === 0) return null;
  const whose = waits[0] === wait ? 'of this person' : 'from this network';
  return refuse('TooManyRequests', `There were several applications ${whose} lately. Apply again later.`, {
    retryAfterSeconds: Number.isFinite(wait) ? Math.ceil(wait / 1000) : foreverSeconds,
  });
}

const openElsewhere = (): Refused =>
  refuse('ApplicationInProgress', 'An application of this person is being decided. Ask again later.');

/** An operator may set a limit that never empties; a header has to say a number all the same. */
const foreverSeconds = 10 * 365 * 86_400;

function keysOf(house: House, { identity, email, mobilePhone, address, bank, origin }: Submission): SubmissionKeys {
  const network = origin.customerAddress === null ? null : networkOf(origin.customerAddress);
  return {
    ssn: identity.ssnIndex,
    mobile: blindIndex(house, 'phone', mobilePhone),
    email: blindIndex(house, 'email', email),
    address: blindIndex(house, 'address', placeText(address)),
    bank: isOwn(house, bank) ? bank.accountIndex : null,
    device: origin.deviceId,
    network: network === null ? null : blindIndex(house, 'network', network),
  };
}

/** What the applicant gave, under every name that the denylist may have it by. */
function namesOf(house: House, { identityNames, email, mobilePhone, address, bank, origin }: Submission) {
  const { deviceId } = origin;
  return {
    ssn: identityNames,
    bank: isOwn(house, bank) ? bank.accountNames : [],
    device: deviceId === null ? [] : valueNames(house, { kind: 'device', plain: deviceId }),
    mobile: valueNames(house, { kind: 'mobile', plain: mobilePhone }),
    email: valueNames(house, { kind: 'email', plain: email }),
    email_domain: emailDomainsOf(email).flatMap((plain) => valueNames(house, { kind: 'email_domain', plain })),
    address: valueNames(house, { kind: 'address', plain: placeText(address) }),
  };
}

/** The accounts of the sandbox's bank are many people's by design. */
function isOwn(house: House, bank: Submission['bank']): bank is NonNullable<Submission['bank']> {
  return bank !== null && (house.settings.mode === 'production' || bank.routingNumber !== sandboxRouting);
}

function sinceOf(house: House, at: Instant): Since {
  const { velocity } = house.settings;
  const since = ({ hours }: VelocityLimit) => (hours === null ? null : hoursAfter(at, -hours));
  return {
    person: since(velocity.applications),
    network: since(velocity.network),
    mobile: since(velocity.mobile),
    email: since(velocity.email),
    device: since(velocity.device),
    bank: since(velocity.bank),
    address: since(velocity.address),
  };
}
