import type { ReplayAnswer } from '#contract/v3/operator-applications.ts';
import { dollars } from '#core/money/dollars.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { query } from './query.ts';

const replayMsMax = 15 * 60_000;

/** Stored decisions made again. Under their own rules a change is a fault, and makes the exit code 1. */
export async function replayDecisions(connection: Connection, { options }: Given): Promise<Told> {
  const { version, merchant: merchantId } = options;
  const answer = await connection.asOperator<ReplayAnswer>({
    method: 'GET',
    path: `/v3/operator/decisions/replay${query({ version, merchantId })}`,
    about: 'replay the decisions',
    timeoutMs: replayMsMax,
  });
  const { decisions, reasons, skipped } = answer;
  const who = decisions.map(({ applicationId, before, after, lost, gained }) => [
    applicationId,
    `${said(before)} → ${said(after)}`,
    [...lost.map((code) => `−${code}`), ...gained.map((code) => `+${code}`)].join(' '),
  ]);
  const why = reasons.map(({ code, text, lost, gained }) => [code, `−${lost}`, `+${gained}`, text]);
  const left = skipped.map(({ why: by, decisions: count }) => `${count} left out: ${by}.`);
  const under = version === undefined ? 'their own rules' : version;
  const verdict = `${answer.examined} decisions under ${under}: ${answer.same} the same, ${answer.changed} otherwise.`;
  const text = [
    ...(who.length === 0 ? [] : [columns(who), '']),
    ...(why.length === 0 ? [] : [columns(why), '']),
    ...left,
    verdict,
    `digest ${answer.digest}`,
  ];
  return { json: answer, text: text.join('\n'), isBad: version === undefined && answer.changed > 0 };
}

function said({ decision, spendingLimit, score }: ReplayAnswer['decisions'][number]['before']): string {
  const limit = decision === 'approved' ? ` ${dollars(Math.round(spendingLimit * 100))}` : '';
  return `${decision}${limit}${score === null ? '' : ` (${score})`}`;
}
