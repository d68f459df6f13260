import { readdirSync } from 'node:fs';
import path from 'node:path';
import { canonicalJson } from '#core/evidence/canonical-json.ts';
import type { EvidenceCheck, EvidenceFault } from '#core/evidence/check-evidence.ts';
import type { EvidenceFile } from '#core/evidence/evidence-file.ts';
import type { Law, LawRecord } from '../checker/lease-case.ts';
import { type SignedFigures, signedFiguresFault } from '../checker/signed-figures.ts';
import { instruments } from './instruments.ts';
import { readJson } from './read-file.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Whether the figures of a file follow from the law it was signed under, which is looked up in a folder of records. */
export function checkFigures(file: EvidenceFile, folder: string): EvidenceCheck {
  const records = recordsIn(folder);
  const what = 'Every figure and due day follows from the law, worked out a second time.';
  try {
    return { what, fault: figuresFault(file, records, folder) };
  } catch (error) {
    return { what, fault: { record: 'the form of the file', says: (error as Error).message } };
  }
}

function figuresFault(file: EvidenceFile, records: readonly Stored[], folder: string): EvidenceFault | null {
  const { rulesVersion, rulesHash } = file.agreement;
  const record = records.find(({ version }) => version === rulesVersion);
  if (record === undefined)
    return { record: 'agreement rulesVersion', says: `${folder} has no record ${rulesVersion}` };
  const base = records.find(({ version }) => version === record.base) ?? null;
  if (instruments.sha256(canonicalJson([record, base])) !== rulesHash) {
    return { record: 'agreement rulesHash', says: `it is of another text than record ${rulesVersion} of ${folder}` };
  }
  const law: Law = { record, base };
  const { amounts, derivation, events } = file;
  const terms = events[0]!.facts.terms as SignedFigures['terms'];
  return signedFiguresFault({ terms, amounts, derivation }, law);
}

type Stored = LawRecord & { readonly base: string | null };

function recordsIn(folder: string): Stored[] {
  const names = filesIn(folder).filter((name) => name.endsWith('.json') && name !== 'served.json');
  return names.map((name) => readJson(path.join(folder, name)) as Stored);
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new WrongUsage(`--rules is no folder that can be read: ${folder}`);
  }
}
