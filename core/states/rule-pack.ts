import type { Day } from '../calendar/day.ts';
import { listOf, object, type Read, text } from './json-reader.ts';
import { readRecord, rulesOf, type StateRecord, type StateRules } from './rules.ts';

/** The law as data: every record that was read, and the places where leases are offered at all. */
export type RulePack = { readonly records: readonly StateRules[]; readonly places: Read<typeof places> };

/**
 * Reads the parsed files of `rules/`: `served` says where leases are offered, the records say by which rules.
 * @throws Error that names the place in the file, two records of one version, a base that is not there, or a state
 * named twice.
 */
export function readRulePack(files: { served: unknown; records: readonly unknown[] }): RulePack {
  const pack = { places: places(files.served, ''), records: onTheirBases(files.records.map(readRecord)) };
  const states = [...pack.places.served, ...pack.places.notOffered.map((place) => place.state)];
  refuseTwins(states, 'The list of states names');
  refuseTwins(
    pack.records.map((record) => record.version),
    'The records have version',
  );
  return pack;
}

/**
 * The rules for a lease whose goods go to that state, signed on that day, and their version; or why none is offered
 * there (domain 3.5). The state's own record goes before the general one, and of each the latest in force.
 */
export function rulesFor(
  pack: RulePack,
  state: string,
  on: Day,
): { rules: StateRules; version: string } | { notOffered: string } {
  const closed = pack.places.notOffered.find((place) => place.state === state);
  if (closed) return { notOffered: closed.reason };
  if (!pack.places.served.includes(state))
    return { notOffered: `'${state}' is not a place that leases are offered in.` };
  const rules = latest(pack, state, on) ?? latest(pack, '*', on);
  if (!rules) return { notOffered: `No rules are in force for ${state} on ${on}.` };
  if (!rules.enabled) return { notOffered: `The rules for ${state} are switched off.` };
  return { rules, version: rules.version };
}

/** The rules that a lease was signed under; a version that was in force once is never taken away. */
export function rulesOfVersion(pack: RulePack, version: string): StateRules | undefined {
  return pack.records.find((record) => record.version === version);
}

/** The states in which leases are offered, in alphabetical order. */
export function servedStates(pack: RulePack): string[] {
  return pack.places.served.toSorted();
}

const places = object({
  version: text,
  source: listOf(text),
  served: listOf(text),
  notOffered: listOf(object({ state: text, reason: text })),
});

/** A base stands on nothing itself: what a place says is its own word or the general one. */
function onTheirBases(records: readonly StateRecord[]): StateRules[] {
  const general = new Map(
    records.filter(({ base }) => base === null).map((record) => [record.version, rulesOf(record, null)]),
  );
  return records.map((record) => {
    if (record.base === null) return general.get(record.version)!;
    const base = general.get(record.base);
    if (base === undefined) throw new Error(`Record ${record.version} names the base ${record.base}, which is none.`);
    return rulesOf(record, base);
  });
}

function latest(pack: RulePack, state: string, on: Day): StateRules | undefined {
  return pack.records
    .filter((record) => record.state === state && record.effectiveFrom <= on)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
}

function refuseTwins(names: readonly string[], what: string): void {
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin !== undefined) throw new Error(`${what} ${twin} twice.`);
}
