import { type Cents, type Rate, rateText, type Split } from '../money/money.ts';
import { type Derivation, figure } from './derivation.ts';
import { rentOfKept } from './price.ts';

/** How a lease was priced again from its inception: the total, what is to come of it, and rent that goes back (domain 2.5). */
export function inceptionDerivations(
  terms: {
    readonly cashPrice: Cents;
    readonly factor: Rate;
    readonly totalCap: Rate | null;
    readonly processingFee: Cents;
  },
  paidRent: Cents,
): Derivation[] {
  const { cashPrice: C, factor, totalCap, processingFee: fee } = terms;
  const f = rateText(factor);
  const { totalRent: R, processingFee: feeLeft } = rentOfKept(terms);
  const P = paidRent;
  const cap = totalCap === null ? null : rateText(totalCap);
  const figures: (Derivation | false)[] = [
    cap === null
      ? figure('change.totalRent', 'max(C, round(C × f))', { C, f }, R)
      : figure('change.totalRent', 'max(C, min(round(C × f), floor(C × cap) − fee))', { C, f, cap, fee }, R),
    cap !== null && fee > 0 && figure('change.processingFee', 'min(fee, floor(C × cap) − C)', { C, cap, fee }, feeLeft),
    figure('change.rentToCome', 'max(0, R − P)', { R, P }, Math.max(0, R - P)),
    figure('change.rentBack', 'max(0, P − R)', { R, P }, Math.max(0, P - R)),
  ];
  return figures.filter((one) => one !== false);
}

/** The rent to come over `payments` payments, by the rule that makes no balloon (domain 1.3); none when nothing is to come. */
export function spreadDerivations(rentToCome: Cents, payments: number, { regular, last, count }: Split): Derivation[] {
  if (rentToCome === 0) return [];
  const F = rentToCome;
  return [
    figure('change.regularRent', 'ceil(F / n)', { F, n: payments }, regular),
    figure('change.count', 'ceil(F / regular)', { F, regular }, count),
    figure('change.lastRent', 'F − regular × (count − 1)', { F, regular, count }, last),
  ];
}

/** The total of a lease of which rent was billed for good and some is to come. */
export function totalDerivation(billed: Cents, rentToCome: Cents): Derivation {
  return figure('change.totalRent', 'billed + F', { billed, F: rentToCome }, billed + rentToCome);
}
