import type { RulesAnswer, RulesOfVersionAnswer } from '#contract/v3/rules.ts';
import { ruleText } from '#core/states/rule-text.ts';
import type { Section } from '#core/states/rules.ts';
import type { House } from '#server/house.ts';
import { openLeasesByRules } from '#server/leases/open-leases-by-rules.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';

type View = RulesAnswer['rules'][number];

/** Every record of this house in the order of its version, with the open leases that stand under it. */
export async function listRules(house: House): Promise<Outcome<RulesAnswer>> {
  const open = await openLeasesByRules(house.db);
  const rules = house.rules.all().map((one) => view(one, open));
  return done({ rules: rules.toSorted((one, other) => (one.version < other.version ? -1 : 1)) });
}

/** One record, value by value. */
export async function showRules(house: House, version: string): Promise<Outcome<RulesOfVersionAnswer>> {
  const found = house.rules.all().find(({ rules }) => rules.version === version);
  if (found === undefined) return refuse('NotFound', `There is no record ${version} in this house.`);
  const { provenance } = found.rules;
  const values = (Object.keys(provenance) as Section[]).map((section) => {
    const { source, ...known } = provenance[section];
    return { section, value: JSON.stringify(ruleText(found.rules[section])), source: [...source], ...known };
  });
  return done({ ...view(found, await openLeasesByRules(house.db)), values });
}

function view({ rules, ...known }: ReturnType<House['rules']['all']>[number], open: ReadonlyMap<string, number>): View {
  const { version, state, statute, effectiveFrom, enabled, verified } = rules;
  return { version, state, statute, effectiveFrom, enabled, verified, ...known, openLeases: open.get(version) ?? 0 };
}
