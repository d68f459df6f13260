import type { AuditAnswer } from '#contract/v3/operator.ts';
import { columns } from './columns.ts';
import type { Told } from './command.ts';
import type { Connection } from './connection.ts';

const auditMsMax = 15 * 60_000;

/** Every rule of the books with how much it looked at; a breach with examples (domain 6.4). */
export async function audit(connection: Connection): Promise<Told> {
  const answer = await connection.asOperator<AuditAnswer>({
    method: 'GET',
    path: '/v3/operator/audit',
    about: 'audit the books',
    timeoutMs: auditMsMax,
  });
  const { checks, passed } = answer;
  const rows = columns(
    checks.map(({ invariant, rule, examined, breaches }) => [
      breaches === 0 ? 'ok' : 'BREACH',
      String(invariant).padStart(2),
      String(examined).padStart(7),
      breaches === 0 ? rule : `${rule}: broken ${breaches} times`,
    ]),
  );
  const lines = rows
    .split('\n')
    .flatMap((row, at) => [row, ...checks[at]!.examples.map((example) => `        ${example}`)]);
  const broken = checks.filter(({ breaches }) => breaches > 0).length;
  const verdict = passed
    ? `The books keep all ${checks.length} rules.`
    : `The books break ${broken} of ${checks.length} rules.`;
  return { json: answer, text: [...lines, verdict].join('\n'), isBad: !passed };
}
