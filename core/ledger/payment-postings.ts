import type { Cents } from '../money/money.ts';
import { type Account, account } from './chart.ts';
import { clearing, type Posting, postings, type Rail } from './postings.ts';

/** Money by where it stands in a lease: parts of installments and of the fee, and what is paid ahead. */
export type PlacedMoney = {
  installments: readonly { number: number; rent: Cents; tax: Cents }[];
  fee: Cents;
  feeTax: Cents;
  ahead: Cents;
};

/** A payment is on its way and counts: it pays what is billed, the rest is paid ahead; `over` is the customer's credit. */
export function paymentPlaced({ rail, placed, over }: { rail: Rail; placed: PlacedMoney; over: Cents }): Posting[] {
  const debit = clearing(rail);
  return [
    ...standing(placed, (stands) => ({ debit, credit: stands })),
    ...postings({ debit, credit: account.customerCredit, amount: over, component: 'cash' }),
  ];
}

/** A payment came back: what it had paid is owed again, what it had paid ahead is not there any more. */
export function paymentTakenOut({
  rail,
  stage,
  placed,
}: {
  rail: Rail;
  stage: 'before_settlement' | 'after_settlement';
  placed: PlacedMoney;
}): Posting[] {
  const credit = stage === 'before_settlement' ? clearing(rail) : account.cash;
  return standing(placed, (stands) => ({ debit: stands, credit }));
}

/** An installment that was billed takes what was paid ahead for it. */
export function aheadApplied({ installment, rent, tax }: { installment: number; rent: Cents; tax: Cents }): Posting[] {
  const way = { debit: account.deferredRent, credit: account.rentReceivable, installment } as const;
  return postings({ ...way, amount: rent, component: 'rent' }, { ...way, amount: tax, component: 'tax' });
}

/** So much of what was paid ahead is to be given back. */
export function aheadRefunded({ amount }: { amount: Cents }): Posting[] {
  return postings({ debit: account.deferredRent, credit: account.refundsPayable, amount, component: 'cash' });
}

/** One row for every place, in the direction that `way` says. The tax of the fee stands with the other tax receivable. */
function standing(
  { installments, fee, feeTax, ahead }: PlacedMoney,
  way: (stands: Account) => { debit: Account; credit: Account },
): Posting[] {
  const receivable = way(account.rentReceivable);
  return postings(
    ...installments.flatMap(({ number: installment, rent, tax }): Posting[] => [
      { ...receivable, amount: rent, component: 'rent', installment },
      { ...receivable, amount: tax, component: 'tax', installment },
    ]),
    { ...way(account.feesReceivable), amount: fee, component: 'fee' },
    { ...receivable, amount: feeTax, component: 'tax' },
    { ...way(account.deferredRent), amount: ahead, component: 'cash' },
  );
}
