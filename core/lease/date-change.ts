import { type Day, daysBetween } from '../calendar/day.ts';
import { type Derivation, figure } from '../pricing/derivation.ts';
import type { Installment } from '../schedule/schedule.ts';
import type { Lease } from './lease.ts';
import { paymentsToCome, rentOf, termsFrom } from './to-come.ts';

/**
 * How far and how often a customer may move the days of a lease. The domain is silent on both: fifteen days are half a
 * month, so that any pay day can be reached, and two changes are one for each of the jobs of a year.
 */
export type DateChangeLimits = { readonly daysMax: number; readonly timesMax: number };

export const dateChangeLimits: DateChangeLimits = { daysMax: 15, timesMax: 2 };

/** `acceptsEarlier`: the customer agrees that rent falls due before the day that was agreed. */
export type DateChangeWish = { readonly to: Day; readonly today: Day; readonly acceptsEarlier: boolean };

/** `movedDays` is the farthest that any payment moves, `earlier` whether one moves to an earlier day. */
export type DateChange = {
  readonly lease: Lease;
  readonly movedDays: number;
  readonly earlier: boolean;
  readonly derivation: readonly Derivation[];
};

export type NoDateChange =
  | { readonly refused: 'NothingToMove' | 'TooSoon' | 'EarlierThanAgreed' }
  | { readonly refused: 'OnItsWay'; readonly dueOn: Day }
  | { readonly refused: 'TooOften'; readonly timesMax: number }
  | { readonly refused: 'TooFar'; readonly daysMax: number }
  /** A payment would reach the day that was agreed for its neighbour. */
  | { readonly refused: 'PastNeighbour'; readonly dueOn: Day };

/**
 * The next payment moves to `to`, and all after it to the pay days that follow in the same rhythm (domain 1.2, 1.7; product
 * 16). Every payment keeps its rent, so the total never changes. None moves more than `daysMax` days or reaches the agreed
 * day of its neighbour, so that a move is never a payment skipped, no two fall on one day, and the lease ends no later than
 * its days moved; months are not equally long, which is why each payment is measured by itself. None falls due before the
 * day agreed unless the customer accepts that, and none that the bank has been asked for already moves at all.
 */
export function moveDueDays(
  lease: Lease,
  { to, today, acceptsEarlier }: DateChangeWish,
  { daysMax, timesMax }: DateChangeLimits,
): DateChange | NoDateChange {
  const agreed = paymentsToCome(lease);
  const next = agreed[0];
  if (next === undefined || next.number === 1) return { refused: 'NothingToMove' };
  if (to === next.dueOn) return { lease, movedDays: 0, earlier: false, derivation: derivationOf(lease, agreed) };
  if ((lease.terms.dateChanges ?? 0) >= timesMax) return { refused: 'TooOften', timesMax };
  if (next.originateOn <= today) return { refused: 'OnItsWay', dueOn: next.dueOn };

  const terms = { ...termsFrom(lease, to), dateChanges: (lease.terms.dateChanges ?? 0) + 1 };
  const moved: Lease = { ...lease, terms, nextDueOn: lease.startedOn === null ? null : to };
  const after = paymentsToCome(moved);
  if (after[0]!.originateOn <= today) return { refused: 'TooSoon' };
  const moves = after.map(({ dueOn }, at) => daysBetween(agreed[at]!.dueOn, dueOn));
  const movedDays = Math.max(...moves.map(Math.abs));
  if (movedDays > daysMax) return { refused: 'TooFar', daysMax };
  const neighbour = reachedNeighbour(lease, agreed, after);
  if (neighbour !== null) return { refused: 'PastNeighbour', dueOn: neighbour };
  const earlier = moves.some((days) => days < 0);
  if (earlier && !acceptsEarlier) return { refused: 'EarlierThanAgreed' };
  return { lease: moved, movedDays, earlier, derivation: derivationOf(moved, after) };
}

/** The agreed day of a payment before or after that another one would reach; null when each stays between its neighbours. */
function reachedNeighbour(lease: Lease, agreed: readonly Installment[], after: readonly Installment[]): Day | null {
  let before = lease.installments.at(-1)?.dueOn ?? lease.startOn;
  for (const [at, { dueOn }] of after.entries()) {
    const next = agreed[at + 1]?.dueOn;
    if (dueOn <= before) return before;
    if (next !== undefined && dueOn >= next) return next;
    before = agreed[at]!.dueOn;
  }
  return null;
}

function derivationOf({ totalRent, terms }: Lease, payments: readonly Installment[]): Derivation[] {
  const { regular, last } = terms;
  const F = rentOf(payments);
  return [
    figure('change.rentToCome', 'regular × (m − 1) + last', { regular, m: payments.length, last }, F),
    figure('change.totalRent', 'billed + F', { billed: totalRent - F, F }, totalRent),
  ];
}
