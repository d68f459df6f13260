import type { ActedAnswer, ApplicationDetail, ListApplicationsAnswer } from '#contract/v3/operator-applications.ts';
import { accountReportSeen } from '#core/application/account-report.ts';
import type { DecisionInput } from '#core/application/decide.ts';
import { dollars } from '#core/money/dollars.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { pageSays, query } from './query.ts';
import { whoSaysSo } from './who-says-so.ts';
import { WrongUsage } from './wrong-usage.ts';

/** A page of applications; with `--waits-for operator` the queue. */
export async function listApplications(connection: Connection, { options }: Given): Promise<Told> {
  const { state, 'waits-for': waitsFor, merchant: merchantId, page, limit } = options;
  const answer = await connection.asOperator<ListApplicationsAnswer>({
    method: 'GET',
    path: `/v3/operator/applications${query({ state, waitsFor, merchantId, page, limit })}`,
    about: 'list the applications',
  });
  const rows = answer.applications.map((one) => [
    one.applicationId,
    one.state,
    one.decideBy === null ? '' : `by ${one.decideBy}`,
    one.name,
    one.spendingLimit === 0 ? '' : amount(one.spendingLimit),
    one.reviewBecause.join('; '),
  ]);
  return { json: answer, text: [...(rows.length === 0 ? [] : [columns(rows)]), pageSays(answer.meta)].join('\n') };
}

/** One application: who, what was told, what the decision saw, point by point, and what people did with it. */
export async function showApplication(connection: Connection, { names: [id] }: Given): Promise<Told> {
  const answer = await connection.asOperator<ApplicationDetail>({
    method: 'GET',
    path: `/v3/operator/applications/${encodeURIComponent(id!)}`,
    about: `show the application ${id}`,
  });
  const { applicant, stated } = answer;
  const facts = columns([
    ['application', answer.applicationId],
    ['state', answer.state],
    ['applicant', `${answer.name} <${applicant.email}>, ${applicant.city}, ${applicant.state}`],
    ['SSN', `ends in ${applicant.ssnLast4}`],
    ['account', `${applicant.bankName ?? 'bank not known'}, ends in ${applicant.accountLast4}`],
    [
      'income',
      `${stated.monthlyIncome === null ? 'not told' : amount(stated.monthlyIncome)} a month, ${stated.payFrequency}`,
    ],
    ...saidOfAccount(answer.input),
    ['limit', amount(answer.spendingLimit)],
    ['begun', answer.createdAt],
    ...(answer.decideBy === null ? [] : [['decide by', answer.decideBy]]),
    ...answer.reviewBecause.map((cause) => ['review', cause]),
    ...answer.reasons.map(({ code, text }) => ['reason', `${code}: ${text}`]),
    ['can', answer.can.join(', ') || 'nothing any more'],
  ]);
  const parts = [facts, ...traceOf(answer.decision), ...noticesOf(answer), ...actionsOf(answer)];
  return { json: answer, text: parts.join('\n\n') };
}

export const approveApplication = act('approve', ({ limit }) => ({ spendingLimit: limit }));
export const requestDocuments = act('request-documents');
export const receiveDocuments = act('documents-received');
export const acceptDocuments = act('accept-documents');
export const rejectDocuments = act('reject-documents');
export const withdrawApplication = act('withdraw');

/** Both are for reasons that the customer is told. */
export const declineApplication = actBecause('decline');
export const revokeApplication = actBecause('revoke');

function actBecause(word: string) {
  return async (connection: Connection, given: Given): Promise<Told> => {
    const because = given.lists.because ?? [];
    if (because.length === 0) throw new WrongUsage('Why? Give --because, such as K06_IDENTITY_NOT_VERIFIED.');
    return act(word, () => ({ because }))(connection, given);
  };
}

function act(word: string, beside: (options: Given['options']) => object = () => ({})) {
  return async (connection: Connection, { names: [id], options }: Given): Promise<Told> => {
    const { by, reason } = whoSaysSo(options, 'Who does it');
    const answer = await connection.asOperator<ActedAnswer>({
      method: 'POST',
      path: `/v3/operator/applications/${encodeURIComponent(id!)}/${word}`,
      about: `${word} ${id}`,
      body: { by, reason, ...beside(options) },
      idempotencyKey: connection.run,
    });
    const limit = answer.spendingLimit === 0 ? '' : ` with a limit of ${amount(answer.spendingLimit)}`;
    return { json: answer, text: `The application ${answer.applicationId} is ${answer.state}${limit}.` };
  };
}

const amount = (inDollars: number): string => dollars(Math.round(inDollars * 100));

/** What was said of the account before the decision, each fact by its name in the snapshot; no line where nothing was. */
function saidOfAccount(input: unknown): string[][] {
  return Object.entries(accountReportSeen(input as Partial<DecisionInput> | null))
    .filter(([, fact]) => fact !== null)
    .map(([name, fact]) => ['said of it', `${name}: ${name === 'monthlyNetIncome' ? dollars(Number(fact)) : fact}`]);
}

type Trace = {
  scorecard: string;
  decidedBy?: string;
  score: number | null;
  grade: string | null;
  componentLog: { characteristic: string; points: number | null; pointsMax: number; reason: string }[];
  limitLog?: Record<string, number> | null;
  knockOuts?: string[];
};

/** How the decision was made, where one was. */
function traceOf(decision: unknown): string[] {
  if (decision === null || typeof decision !== 'object' || !('componentLog' in decision)) return [];
  const { scorecard, decidedBy, score, grade, componentLog, limitLog, knockOuts } = decision as Trace;
  return [
    columns([
      ['decided by', `${decidedBy ?? 'not kept'}, ${scorecard}`],
      ...(score === null ? [] : [['score', `${score}, grade ${grade}`]]),
      ...(knockOuts ?? []).map((code) => ['knock-out', code]),
      ...componentLog.map(({ characteristic, points, pointsMax, reason }) => [
        reason,
        `${characteristic}: ${points === null ? 'not known' : `${points} of ${pointsMax}`}`,
      ]),
      ...Object.entries(limitLog ?? {}).map(([bound, cents]) => [bound, dollars(cents)]),
    ]),
  ];
}

function actionsOf({ actions }: ApplicationDetail): string[] {
  if (actions.length === 0) return [];
  return [columns(actions.map(({ recordedAt, action, by, reason }) => [recordedAt, action, by, reason]))];
}

/** Every notice as it was sent, with what is still to be done about it. */
function noticesOf({ notices }: ApplicationDetail): string[] {
  return notices.map(({ subject, body, sentAt, deliverBy, needsLetter }) => {
    const sent = sentAt === null ? `to be delivered by ${deliverBy}` : `sent ${sentAt}`;
    return `Notice, ${sent}${needsLetter ? '; on paper too, see letters list' : ''}: ${subject}\n\n${body}`;
  });
}
