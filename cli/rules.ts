import type { RulesAnswer, RulesOfVersionAnswer } from '#contract/v3/rules.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';

/** Every record of the law with its hash and whether leases may be signed under it. */
export async function listRules(connection: Connection): Promise<Told> {
  const answer = await list(connection);
  const rows = answer.rules.map((one) => [
    one.version,
    one.effectiveFrom,
    one.enabled ? (one.live ? 'live' : 'not live') : 'switched off',
    one.verified ? 'confirmed' : (one.signedOffBy ?? 'not confirmed'),
    one.hash.slice(0, 12),
    `${one.openLeases} open`,
    one.statute,
  ]);
  return { json: answer, text: columns(rows) };
}

/** One record, value by value, with where each stands. */
export async function showRules(connection: Connection, { names: [version] }: Given): Promise<Told> {
  const answer = await record(connection, version!);
  const lines = answer.values.flatMap(({ section, value, source, confidence, verified, from }) => [
    `${section} (${from}): ${value}`,
    `    ${verified ? 'confirmed by counsel' : `${confidence} confidence`}; ${source.join('; ')}`,
  ]);
  return { json: answer, text: [`${answer.version}: ${answer.statute}`, '', ...lines].join('\n') };
}

/** What one record says otherwise than another, and which open leases stand under the first. None of them changes. */
export async function diffRules(connection: Connection, { names }: Given): Promise<Told> {
  const [from, to] = (await Promise.all(names.map((version) => record(connection, version)))) as [
    RulesOfVersionAnswer,
    RulesOfVersionAnswer,
  ];
  const changed = from.values.flatMap(({ section, value }) => {
    const other = to.values.find((one) => one.section === section)!;
    return other.value === value ? [] : [{ section, from: value, to: other.value }];
  });
  const lines = changed.map((one) => `${one.section}\n  - ${one.from}\n  + ${one.to}`);
  const leases = `${from.openLeases} open leases stand under ${from.version}. None of them changes.`;
  return {
    json: { from: from.version, to: to.version, changed, openLeases: from.openLeases },
    text: [...(lines.length === 0 ? ['Both say the same.'] : lines), leases].join('\n'),
  };
}

/** What stands between the records and production. A record that is not live, and would be asked, makes the exit code 1. */
export async function checkRules(connection: Connection): Promise<Told> {
  const { rules } = await list(connection);
  const open = rules.filter(({ enabled, verified, signedOffBy }) => enabled && !verified && signedOffBy === null);
  const lines = open.map(
    ({ version, hash }) => `${version}@${hash.slice(0, 12)} is not confirmed by counsel, and nobody vouches for it.`,
  );
  const verdict =
    open.length === 0
      ? 'Counsel or somebody by name stands behind every record.'
      : `${open.length} of ${rules.length} records would not be live in production.`;
  return {
    json: { records: rules.length, notLive: open.map(({ version }) => version) },
    text: [...lines, verdict].join('\n'),
    isBad: open.length > 0,
  };
}

function list(connection: Connection): Promise<RulesAnswer> {
  return connection.asOperator<RulesAnswer>({ method: 'GET', path: '/v3/operator/rules', about: 'list the rules' });
}

function record(connection: Connection, version: string): Promise<RulesOfVersionAnswer> {
  return connection.asOperator<RulesOfVersionAnswer>({
    method: 'GET',
    path: `/v3/operator/rules/${encodeURIComponent(version)}`,
    about: `show the rules ${version}`,
  });
}
