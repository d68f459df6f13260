import type { AddToDenylistAnswer, AddToDenylistBody } from '#contract/v3/denylist.ts';
import { isInForce } from '#core/application/denylist.ts';
import { sandboxRouting } from '#core/application/routing-number.ts';
import type { Day } from '#core/calendar/day.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { personById } from '#server/customers/person.ts';
import { placeText } from '#server/customers/place-text.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { now, servicingDay } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { recordSecurityEvent } from '#server/security/record-security-event.ts';
import { type Entry, entriesNamed, givenBy, insertEntry, renameEntry } from './denylist-store.ts';
import { entryView } from './entry-view.ts';
import { type ListedValue, listedValue, valueMembers } from './listed-value.ts';
import { valueName, valueNames } from './value-names.ts';

/**
 * Lists one thing of a person, or everything that is known of a customer, as keyed hashes: nobody who applies with it is
 * approved or declined before a person has looked. What stands there for the same reason until the same day is answered as
 * it is, under the newest index key from now on. Refuses with UserNotFound and ValidationError.
 */
export async function addToDenylist(house: House, body: AddToDenylistBody): Promise<Outcome<AddToDenylistAnswer>> {
  const today = servicingDay(house);
  const { from = today, until = null } = body;
  if (until !== null && (until < from || until < today)) {
    return wrong('until', 'must be a day to come, and none before `from`');
  }
  const given = valueMembers.filter((member) => body[member] !== undefined);
  if (given.length !== 1) return wrong(given[1] ?? 'userId', `must be given alone: one of ${valueMembers.join(', ')}`);
  const meant = body.userId === undefined ? byValue(house, body) : await byCustomer(house, body.userId);
  if ('refused' in meant) return meant;
  const listings = await Promise.all(
    meant.map((one) => list(house, one, { ...body, customerId: body.userId ?? null, from, until, today })),
  );
  return done({ entries: listings.map(({ entry }) => entryView(entry)) }, ...listings.flatMap(({ writes }) => writes));
}

/** What is to be listed: the name to write, and every name that it may stand under already. */
type Meant = Pick<Entry, 'kind'> & { readonly name: string; readonly names: readonly string[] };

function byValue(house: House, body: AddToDenylistBody): Meant[] | Refused {
  const value = listedValue(house, body);
  return 'path' in value ? wrong(value.path, value.message) : [meantBy(house, value)];
}

/** Everything that is known of a customer, but for what the sandbox publishes and the domain of their address: that is others' too. */
async function byCustomer(house: House, customerId: string): Promise<Meant[] | Refused> {
  const isSandbox = house.settings.mode === 'sandbox';
  const [facts, person, given] = await Promise.all([
    customerFacts(house, customerId),
    personById(house, customerId),
    givenBy(house, customerId, isSandbox ? sandboxRouting : null),
  ]);
  if (facts === null || person === null) return refuse('UserNotFound', 'There is no customer with this id.');
  const { email, mobilePhone } = person;
  const hashed = (kind: Entry['kind'], name: string): Meant => ({ kind, name, names: [name] });
  const plain = (kind: Entry['kind'], text: string) => meantBy(house, { kind, plain: text });
  const meant = [
    ...(given.ssnIndex === null ? [] : [hashed('ssn', given.ssnIndex)]),
    ...given.accountIndexes.map((name) => hashed('bank', name)),
    ...given.deviceIds.map((deviceId) => plain('device', deviceId)),
    ...(mobilePhone === null ? [] : [plain('mobile', mobilePhone)]),
    ...(house.isPublished({ ssn: '', email }) ? [] : [plain('email', email)]),
    ...(facts.address === null ? [] : [plain('address', placeText(facts.address))]),
  ];
  return meant.length === 0 ? wrong('userId', 'has told nothing yet that is theirs alone') : meant;
}

function meantBy(house: House, value: ListedValue): Meant {
  return { kind: value.kind, name: valueName(house, value), names: valueNames(house, value) };
}

async function list(
  house: House,
  { kind, name, names }: Meant,
  wanted: Pick<Entry, 'code' | 'by' | 'reason' | 'customerId' | 'from' | 'until'> & { today: Day },
): Promise<{ entry: Entry; writes: Write[] }> {
  const { code, by, reason, customerId, from, until } = wanted;
  const earlier = (await entriesNamed(house, { [kind]: names })).filter((one) => one.code === code);
  const isStanding = (one: Entry) =>
    one.until === until && isInForce({ ...one, isLifted: one.lifted !== null }, wanted.today);
  const standing = earlier.find(isStanding);
  if (standing !== undefined) {
    const isNamedSo = standing.valueIndex === name;
    return { entry: { ...standing, valueIndex: name }, writes: isNamedSo ? [] : [renameEntry(standing, name)] };
  }
  const number = 1 + Math.max(0, ...earlier.map((one) => one.number));
  const said = { kind, code, by, reason, customerId, from, until };
  const entry = { ...said, entryId: newId(house), valueIndex: name, number, addedAt: now(house) };
  const event = { kind: 'denylist_added', detail: { entryId: entry.entryId, listed: kind, code } } as const;
  return {
    entry: { ...entry, lifted: null, matches: 0 },
    writes: [insertEntry(house, entry), recordSecurityEvent(house, { merchantId: null, ...event })],
  };
}

function wrong(path: string, message: string): Refused {
  return refuse('ValidationError', 'This can’t be listed.', { fields: [{ path, message }] });
}
