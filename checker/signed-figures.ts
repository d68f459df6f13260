import { type Agreement, agree, dueDays, taxOn, totals } from './agreement.ts';
import { areSame, fraction } from './fraction.ts';
import { type Law, type LeaseCase, type Rhythm, ruleOf } from './lease-case.ts';
import { wallDay } from './wall-calendar.ts';

/** What an evidence file says in figures: whole cents, rates as decimal text, days `YYYY-MM-DD`. */
export type SignedFigures = {
  readonly terms: SignedTerms;
  readonly amounts: Tree & { readonly payments: { readonly dueOn: readonly string[] } };
  readonly derivation: readonly { readonly figure: string; readonly value: number }[];
};

type SignedTerms = {
  readonly cashPrice: number;
  readonly factor: string;
  readonly totalCap: string | null;
  readonly processingFee: number;
  readonly frequency: Rhythm;
  readonly termWeeks: number;
  readonly taxRate: string;
  readonly feeTaxable: boolean;
  readonly fixedInitialRent?: number;
};

type Tree = { readonly [name: string]: unknown };

/** The figure that does not follow, by its name in the file, and what is wrong with it. */
export type FigureFault = { readonly record: string; readonly says: string };

/**
 * Works every figure of a signed agreement out again, from the terms it was made of and the law it stands under. Null where
 * all of them follow.
 * @throws Error on what is no such file.
 */
export function signedFiguresFault({ terms, amounts, derivation }: SignedFigures, law: Law): FigureFault | null {
  const against = againstTheLaw(terms, law);
  if (against !== null) return { record: 'terms', says: against };
  const { dueOn, ...payments } = amounts.payments;
  const lease = caseOf(terms, law, dueOn);
  const agreement = agree(lease);
  if (agreement === null) return { record: 'terms', says: 'the cap leaves less rent than the cash price' };

  const figures = figuresOf(lease, agreement);
  for (const { figure, value } of derivation) {
    const follows = Object.hasOwn(figures, figure) ? figures[figure] : undefined;
    if (follows === undefined) return { record: `derivation ${figure}`, says: 'the law has no such figure' };
    if (BigInt(value) !== follows) return { record: `derivation ${figure}`, says: otherwise(value, follows) };
  }
  const wrong = firstOther({ ...amounts, payments }, amountsOf(lease, agreement));
  if (wrong !== null) return { record: `amount ${wrong.path}`, says: otherwise(wrong.is, wrong.follows) };
  const areDays = dueOn.length === agreement.payments.length && isCycle(lease, dueOn);
  return areDays ? null : { record: 'amount payments.dueOn', says: 'its days are not those of the payments' };
}

const otherwise = (is: unknown, follows: unknown) => `it is ${is}, and by the law ${follows}`;

/** Domain 1.4 to 1.6: the terms that are the law's to say. */
function againstTheLaw({ totalCap, taxRate, feeTaxable, processingFee }: SignedTerms, law: Law): string | null {
  const cap = ruleOf(law, 'total_cap');
  const isCap = cap === null || totalCap === null ? cap === totalCap : areSame(fraction(cap), fraction(totalCap));
  if (!isCap) return `the cap is ${totalCap}, and by the law ${cap}`;
  const tax = ruleOf(law, 'tax');
  const isTaxed = fraction(taxRate).top > 0n;
  if (isTaxed && (tax.mode === 'none' || tax.mode === 'upfront_lessor')) return 'the law taxes no payment here';
  if (isTaxed && feeTaxable !== tax.fee_taxable) return 'the law says otherwise whether the fee is taxed';
  const { allowed, max_cents: most } = ruleOf(law, 'processing_fee');
  const isAllowed = processingFee === 0 || (allowed && (most === null || processingFee <= most));
  return isAllowed ? null : `the law does not allow a processing fee of ${processingFee}`;
}

/** The pay days are not in the file: the days of the payments tell them. */
function caseOf(terms: SignedTerms, law: Law, dueOn: readonly string[]): LeaseCase {
  const [startOn, second] = [dueOn[0]!, dueOn[1] ?? null];
  const leadDays = second === null ? 0 : wallDay(second).place - wallDay(startOn).place;
  return {
    law,
    cashPriceCents: terms.cashPrice,
    leaseFactor: terms.factor,
    ...{ frequency: terms.frequency, termWeeks: terms.termWeeks, taxRate: terms.taxRate, taxChanges: [] },
    processingFeeCents: terms.processingFee,
    fixedInitialRentCents: terms.fixedInitialRent ?? null,
    ...{ signedOn: startOn, startOn, payDate: second, leadDays, debit: 'following', articlesCents: [] },
    ...{
      buying: [],
      late: [],
      resuming: [],
      keeping: [],
      givingUp: [],
      supposing: [],
      vesting: [],
      surrendering: [],
      changing: [],
    },
  };
}

function figuresOf(lease: LeaseCase, agreement: Agreement): Record<string, bigint> {
  const { cashPrice, totalRent, fee, feeTax, regular, payments } = agreement;
  const { cost, tax } = totals(agreement);
  const [first, last] = [payments[0]!, payments.at(-1)!];
  return {
    ...{ totalRent, firstRent: first.rent, regularRent: regular, count: BigInt(payments.length), lastRent: last.rent },
    ...{ initialTax: first.tax, regularTax: taxOn(regular, lease.taxRate), lastTax: last.tax, feeTax },
    initialPayment: first.rent + first.tax + fee + feeTax,
    ...{ totalCost: cost, costOfLease: cost - cashPrice, totalTax: tax, totalCostWithTax: cost + tax },
  };
}

function amountsOf(lease: LeaseCase, agreement: Agreement): Tree {
  const { cashPrice, fee, feeTax, payments } = agreement;
  const figures = figuresOf(lease, agreement);
  return {
    cashPriceCents: cashPrice,
    totalRentCents: figures.totalRent,
    processingFeeCents: fee,
    costOfLeaseCents: figures.costOfLease,
    totalCostCents: figures.totalCost,
    totalTaxCents: figures.totalTax,
    totalCostWithTaxCents: figures.totalCostWithTax,
    payments: {
      frequency: lease.frequency,
      count: figures.count,
      ...{ regularRentCents: figures.regularRent, regularTaxCents: figures.regularTax },
      ...{ lastRentCents: figures.lastRent, lastTaxCents: figures.lastTax },
    },
    initialPayment: {
      ...{ rentCents: payments[0]!.rent, taxCents: payments[0]!.tax },
      ...{ processingFeeCents: fee, processingFeeTaxCents: feeTax, totalCents: figures.initialPayment },
    },
  };
}

type Other = { readonly path: string; readonly is: unknown; readonly follows: unknown };

/** Every member of both: one that only the file has follows from nothing. */
function firstOther(is: Tree, follows: Tree, above = ''): Other | null {
  for (const name of new Set([...Object.keys(follows), ...Object.keys(is)])) {
    const [one, other, path] = [is[name], follows[name], `${above}${name}`];
    const isTree = typeof one === 'object' && one !== null && typeof other === 'object' && other !== null;
    if (isTree) {
      const below = firstOther(one as Tree, other as Tree, `${path}.`);
      if (below !== null) return below;
    } else if (String(one) !== String(other)) return { path, is: one, follows: other };
  }
  return null;
}

/**
 * Whether the days are those of somebody's pay days (domain 1.7). A short month hides its anchor, so that not every day
 * tells the whole cycle; one of the days does.
 */
function isCycle(lease: LeaseCase, dueOn: readonly string[]): boolean {
  if (dueOn.length < 2) return true;
  if (lease.leadDays < 1) return false;
  return dueOn.slice(1).some((payDate) => {
    const days = dueDays({ ...lease, payDate }, dueOn.length);
    return days.every(({ text }, index) => text === dueOn[index]);
  });
}
