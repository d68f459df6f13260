import { existsSync } from 'node:fs';
import { checkEvidence, type EvidenceCheck } from '#core/evidence/check-evidence.ts';
import type { EvidenceFile } from '#core/evidence/evidence-file.ts';
import { checkFigures } from './check-figures.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { instruments } from './instruments.ts';
import { readFile, readJson } from './read-file.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Checks an evidence file on this machine alone: nothing is asked of any server (domain 4.8). */
export async function verify(_connection: Connection, { names, options }: Given): Promise<Told> {
  const file = inEnvelope(readJson(names[0]!)) as EvidenceFile;
  const trustedKey = options.key === undefined ? null : publicKeyIn(options.key);
  const checks = [
    ...checkEvidence(file, trustedKey, instruments),
    ...(options.rules === undefined ? [] : [checkFigures(file, options.rules)]),
  ];
  const first = checks.find(({ fault }) => fault !== null)?.fault ?? null;
  const key = file?.signature?.keyId ?? null;
  return {
    json: { valid: first === null, firstAltered: first, keyId: key, keyTrusted: trustedKey !== null, checks },
    text: [...checks.map(line), '', ...verdict(file, first, trustedKey, options.rules)].join('\n'),
    isBad: first !== null,
  };
}

function line({ what, fault }: EvidenceCheck): string {
  return fault === null ? `ok     ${what}` : `WRONG  ${what}\n       ${fault.record}: ${fault.says}`;
}

function verdict(
  file: EvidenceFile,
  first: EvidenceCheck['fault'],
  trustedKey: string | null,
  rules: string | undefined,
): string[] {
  if (first !== null) return [`This file is not what was signed. The first record that was altered: ${first.record}.`];
  const { agreement, signer, documents, events, signature } = file;
  const typed = signer.typedName === '' ? `${agreement.merchant} for ${signer.name}` : signer.typedName;
  return [
    `Agreement ${agreement.number} was signed by ${typed} on ${agreement.signedAt}: ${documents.length} documents, ${events.length} events, all as they were.`,
    ...(rules === undefined ? [] : [`Its figures follow from ${agreement.rulesVersion}, the law it stands under.`]),
    trustedKey === null
      ? `Signed with key ${signature.keyId}. Whose key that is, this file can't say: check it with --key.`
      : `Signed with the key you gave, ${signature.keyId}.`,
  ];
}

/** An answer of the API may be kept as it came, with `data` around it. */
function inEnvelope(json: unknown): unknown {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return {};
  const members = Object.keys(json);
  return members.length === 1 && members[0] === 'data' ? (json as { data: unknown }).data : json;
}

const keyPattern = /^[0-9a-f]{64}$/;

/** A key as hex, or a file that holds it: as hex, or as the API answered it. */
function publicKeyIn(given: string): string {
  if (keyPattern.test(given)) return given;
  if (!existsSync(given)) throw new WrongUsage(`--key is neither 64 hex digits nor a file: ${given}`);
  const text = readFile(given).trim();
  if (keyPattern.test(text)) return text;
  const { publicKey } = inEnvelope(readJson(given)) as { publicKey?: unknown };
  if (typeof publicKey === 'string' && keyPattern.test(publicKey)) return publicKey;
  throw new WrongUsage(`${given} holds no key. It is what GET /v3/evidence-key answers, or 64 hex digits.`);
}
