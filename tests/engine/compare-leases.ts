import type { LeaseCase } from '../../checker/lease-case.ts';
import { type Plain, recompute } from '../../checker/recompute.ts';
import { daysAfter, wallDay } from '../../checker/wall-calendar.ts';
import { differences } from './differences.ts';
import { engineAnswers } from './engine-answers.ts';
import { randomCase } from './random-case.ts';

/** How a run went. `seen` counts what its leases had, so that a run that met only the ordinary is noticed. */
export type Comparison = { readonly leases: number; readonly faults: string[]; readonly seen: Map<string, number> };

const faultsMost = 5;

/** Compares leases `from` to `to` (exclusive) of a seed; stops after a few faults, each with all that repeats it. */
export function compareLeases({ seed, from, to }: { seed: number; from: number; to: number }): Comparison {
  const faults: string[] = [];
  const seen = new Map<string, number>();
  let turn = from;
  for (; turn < to && faults.length < faultsMost; turn += 1) {
    const lease = randomCase(seed, turn);
    const checker = said('checker', () => recompute(lease));
    const engine = said('engine', () => engineAnswers(lease));
    count(lease, checker, seen);
    const paths = differences(checker, engine);
    if (paths.length > 0) faults.push([repeat(seed, turn), ...paths, JSON.stringify(lease)].join('\n  '));
  }
  return { leases: turn - from, faults, seen };
}

const repeat = (seed: number, turn: number) => `ENGINE_SEED=${seed} ENGINE_FROM=${turn} ENGINE_LEASES=1`;

/** Who throws has not answered, and that is a difference, also where both do. */
function said(who: string, answer: () => Plain): Plain {
  try {
    return answer();
  } catch (error) {
    return { [`the ${who} threw`]: String(error) };
  }
}

type Seen = {
  refused?: true;
  price?: { capped: boolean };
  payments?: { due: string; debit: string }[];
  buying?: { quote: { by: string; method: string } | null; pending: number }[];
  givingUp?: { state: string; refund: { rent: number; fee: number; ahead: number } }[];
  vesting?: (object | null)[];
  supposing?: (
    | { refund: number; needsSignature: boolean; after: { earlyPurchase: object | null } }
    | { refused: string }
  )[];
};

function count(lease: LeaseCase, answer: Plain, seen: Map<string, number>): void {
  const { refused, price, payments = [], buying = [], givingUp = [], supposing = [], vesting = [] } = answer as Seen;
  const words = [
    ...(refused ? ['not offered'] : []),
    ...(price?.capped ? ['capped'] : []),
    ...(payments.some(({ due, debit }) => due !== debit) ? ['debit moved'] : []),
    ...(payments.some(({ due }) => due.endsWith('02-29')) ? ['due on 29 February'] : []),
    ...buying.map(({ quote }) => (quote === null ? 'nothing left to buy' : `${quote.by} ${quote.method}`)),
    ...(buying.some(({ quote, pending }) => quote !== null && pending > 0) ? ['bought with money under way'] : []),
    ...(lease.buying.some(({ today, on }) => today < on) ? ['bought on a day to come'] : []),
    ...givingUp.map(({ state }) => `price given up, then ${state}`),
    ...(givingUp.some(({ refund }) => refund.rent > 0) ? ['rent refunded'] : []),
    ...(givingUp.some(({ refund }) => refund.fee > 0) ? ['a fee refunded'] : []),
    ...(givingUp.some(({ refund }) => refund.ahead > 0) ? ['money paid ahead refunded'] : []),
    ...(lease.taxChanges.length > 0 ? ['another tax rate'] : []),
    ...(vesting.some((one) => one !== null) ? ['owned by law'] : []),
    ...supposing.flatMap((one, index) => supposed(lease, lease.supposing[index]!, one)),
  ];
  for (const word of new Set(words)) seen.set(word, (seen.get(word) ?? 0) + 1);
}

function supposed(
  { startOn }: LeaseCase,
  { what, today, windowDays }: LeaseCase['supposing'][number],
  answer: NonNullable<Seen['supposing']>[number],
): string[] {
  const when =
    today < startOn ? 'before the start' : today <= daysAfter(wallDay(startOn), windowDays).text ? 'soon' : 'later';
  const kind = Object.keys(what).find((name) => name in kinds) as keyof typeof kinds;
  const name = `if ${kinds[kind]}, ${when}`;
  if ('refused' in answer) return [`${name}: ${answer.refused}`];
  const { refund, needsSignature, after } = answer;
  return [
    name,
    ...(refund > 0 ? [`${name}, with a refund`] : []),
    ...(needsSignature ? [`${name}, with a signature`] : []),
    ...(after.earlyPurchase === null ? [`${name}, nothing left to buy`] : []),
  ];
}

const kinds = {
  pay: 'more is paid',
  to: 'the rhythm changes',
  nextOn: 'the days move',
  back: 'goods go back',
  exchangedForCents: 'goods are exchanged',
  lost: 'goods are lost',
};
