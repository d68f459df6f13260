import type { ListScreeningAnswer, ResolvedAnswer, ScreeningCase } from '#contract/v3/operator-screening.ts';
import { dollars } from '#core/money/dollars.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { pageSays, query } from './query.ts';
import { whoSaysSo } from './who-says-so.ts';

/** A page of possible matches of the screening lists; with `--state open` the queue. */
export async function listScreening(connection: Connection, { options }: Given): Promise<Told> {
  const { state, page, limit } = options;
  const answer = await connection.asOperator<ListScreeningAnswer>({
    method: 'GET',
    path: `/v3/operator/screening${query({ state, page, limit })}`,
    about: 'list the screening cases',
  });
  const rows = answer.cases.map((one) => [
    one.caseId,
    one.state,
    one.foundBy,
    one.openedAt,
    one.name,
    one.reportDueOn === null ? '' : `report by ${one.reportDueOn}`,
  ]);
  const lines = [...(rows.length === 0 ? [] : [columns(rows)]), pageSays(answer.meta), listsSay(answer.lists)];
  return { json: answer, text: lines.join('\n') };
}

/** Which lists are asked; a person has to see to newer ones that can not be used. */
function listsSay(lists: ListScreeningAnswer['lists']): string {
  if (lists === null) return 'The screening lists can not be asked now: whoever applies waits.';
  const asked = `Asked are the lists of ${lists.listedOn ?? 'no day'} (${lists.provider}).`;
  return lists.problem === null ? asked : `${asked} Newer ones are not used: ${lists.problem}`;
}

/** One case: the person, the entries that may be them, and what waits. */
export async function showScreening(connection: Connection, { names: [id] }: Given): Promise<Told> {
  const answer = await connection.asOperator<ScreeningCase>({
    method: 'GET',
    path: `/v3/operator/screening/${encodeURIComponent(id!)}`,
    about: `show the screening case ${id}`,
  });
  const { person, lists, held, resolution, correction } = answer;
  const facts = columns([
    ['case', answer.caseId],
    ['state', answer.state],
    ['person', `${answer.name}, born ${person.dateOfBirth ?? 'not known'}`],
    ['lives at', placeOf(person)],
    ['found', `${answer.foundBy}, ${answer.openedAt}`],
    ['lists', `${lists.provider}, ${lists.listedOn ?? 'no day'}, ${lists.hash.slice(0, 16)}`],
    ...(answer.applicationId === null ? [] : [['application', answer.applicationId]]),
    ...(held.payouts === 0
      ? []
      : [['held', `${held.payouts} payouts, ${dollars(Math.round(held.payoutAmount * 100))}`]]),
    ...(held.refunds === 0 ? [] : [['held', `${held.refunds} refunds`]]),
    ...(held.leases === 0 ? [] : [['held', `${held.leases} leases on hold`]]),
    ...(answer.reportDueOn === null ? [] : [['report by', answer.reportDueOn]]),
    ...(resolution === null ? [] : [['resolved', `${resolution.resolvedAt}, ${resolution.by}: ${resolution.reason}`]]),
    ...(correction === null ? [] : [['corrected', `${correction.resolvedAt}, ${correction.by}: ${correction.reason}`]]),
    ['kept until', answer.keepUntil],
  ]);
  return { json: answer, text: [facts, ...answer.matches.map(matchSays)].join('\n\n') };
}

/** An entry with all that the list says of it, beside which the person is held. */
function matchSays(match: ScreeningCase['matches'][number]): string {
  const { entry, name, isWeakName, similarity, birth, otherNames, places, isSamePlace, says } = match;
  return columns([
    [entry, `${name}${isWeakName ? ' (a weak alias)' : ''}, ${similarity.toFixed(4)} similar, birth ${birth}`],
    ...(otherNames.length === 0 ? [] : [['also called', otherNames.join('; ')]]),
    ...(places.length === 0 ? [] : [['places', `${places.join('; ')}${isSamePlace ? ' (the same city)' : ''}`]]),
    ...(says === '' ? [] : [['the list says', says]]),
  ]);
}

function placeOf({ street1, street2, city, state, postalCode }: ScreeningCase['person']): string {
  const place = [street1, street2, city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean);
  return place.length === 0 ? 'not known' : place.join(', ');
}

export const clearScreening = act('clear');
export const confirmScreening = act('confirm');
export const correctScreening = act('correct');

function act(word: string) {
  return async (connection: Connection, { names: [id], options }: Given): Promise<Told> => {
    const { by, reason } = whoSaysSo(options);
    const answer = await connection.asOperator<ResolvedAnswer>({
      method: 'POST',
      path: `/v3/operator/screening/${encodeURIComponent(id!)}/${word}`,
      about: `${word} ${id}`,
      body: { by, reason },
      idempotencyKey: connection.run,
    });
    const { application, reportDueOn, isHeld } = answer;
    const says = [
      `The case ${answer.caseId} is ${answer.state}.`,
      ...(application === null ? [] : [`The application ${application.applicationId} is ${application.state}.`]),
      ...(reportDueOn === null ? [] : [`The report is due by ${reportDueOn}.`]),
      ...(isHeld && answer.state === 'cleared' ? ['Another case still holds this customer.'] : []),
    ];
    return { json: answer, text: says.join(' ') };
  };
}
