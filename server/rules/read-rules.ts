import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { canonicalJson } from '#core/evidence/canonical-json.ts';
import { readRulePack, rulesFor, rulesOfVersion, servedStates } from '#core/states/rule-pack.ts';
import type { StateRules } from '#core/states/rules.ts';
import type { Rules } from '#server/house.ts';

/** Who vouches for a record that counsel has not confirmed, and for which text of it. */
export type SignOff = { readonly version: string; readonly hash: string; readonly name: string };

export const shippedRules = fileURLToPath(new URL('../../rules', import.meta.url));

/**
 * Reads the records of a folder. In production a record counts only when every value of it is confirmed, or when somebody
 * vouches by name for exactly this text of it (domain 3.6).
 * @throws Error that names the place in a file that can't be read, or a sign-off for a record or a text that is not there.
 */
export function readRules(
  folder: string,
  { production, signOffs }: { readonly production: boolean; readonly signOffs: readonly SignOff[] },
): Rules {
  const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'served.json');
  const records = files.map((name) => read(name) as { version: string; base: string | null });
  const pack = readRulePack({ served: read('served.json'), records });
  const hashes = new Map(records.map((record) => [record.version, hashOf(record, records)]));
  for (const { version, hash } of signOffs) {
    const known = hashes.get(version);
    if (known === undefined) throw new Error(`There is no record ${version} to sign off.`);
    if (!known.startsWith(hash))
      throw new Error(`Record ${version} is ${known.slice(0, 12)} now, and ${hash} was signed off.`);
  }
  const vouched = new Set(signOffs.map(({ version }) => version));
  const isLive = ({ verified, version }: StateRules) => !production || verified || vouched.has(version);
  return {
    rulesFor: (state, on) => {
      const law = rulesFor(pack, state, on);
      if ('notOffered' in law) return law;
      if (!isLive(law.rules)) return { notOffered: `The rules for ${state} are not confirmed by counsel yet.` };
      return { ...law, hash: hashes.get(law.version)! };
    },
    ofVersion: (version) => rulesOfVersion(pack, version) ?? null,
    servedStates: () => servedStates(pack),
    all: () =>
      pack.records.map((rules) => ({
        rules,
        hash: hashes.get(rules.version)!,
        live: isLive(rules),
        signedOffBy: signOffs.find(({ version }) => version === rules.version)?.name ?? null,
      })),
  };
}

/** SHA-256 of a record and its base as canonical JSON, in hex: the text of the law that a lease stands under. */
function hashOf(record: { base: string | null }, all: readonly { version: string }[]): string {
  const base = all.find(({ version }) => version === record.base) ?? null;
  return createHash('sha256')
    .update(canonicalJson([record, base]))
    .digest('hex');
}
