import { type Cents, ratio, timesHalfUp } from '../money/money.ts';
import { type Account, account } from './chart.ts';

/**
 * One row of a journal: so much from here to there, always more than zero. An event posts a few of them, each balanced in
 * itself (rulings 1). `line` and `installment` say which one the money is about.
 */
export type Posting = {
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Cents;
  readonly component: 'rent' | 'tax' | 'fee' | 'cost' | 'cash' | 'memo';
  readonly line?: number;
  readonly installment?: number;
};

/** How the money travels: a debit of a bank account, or a card. */
export type Rail = 'ach' | 'card';

/** The lease is signed: the whole rent is promised and none is billed. */
export function signed({ totalRent }: { totalRent: Cents }): Posting[] {
  return memoChanged({ from: 0, to: totalRent });
}

/** The first payment is on its way before the goods are: the customer's deposit. */
export function initialPaymentSubmitted({ amount, rail }: { amount: Cents; rail: Rail }): Posting[] {
  return postings({ debit: clearing(rail), credit: account.customerDeposits, amount, component: 'cash' });
}

/** A payment has settled: what was under way is money in the bank. */
export function attemptSettled({ amount, rail }: { amount: Cents; rail: Rail }): Posting[] {
  return postings({ debit: account.cash, credit: clearing(rail), amount, component: 'cash' });
}

/** A payment came back, and where its money stood by then: still a deposit, or waiting to be refunded. */
export type ReturnedAttempt = {
  amount: Cents;
  rail: Rail;
  stage: 'before_settlement' | 'after_settlement';
  applied: 'deposit' | 'refund_payable';
};

/** A payment came back that had paid nothing yet: its way is undone exactly. */
export function attemptReturned({ amount, rail, stage, applied }: ReturnedAttempt): Posting[] {
  const credit = stage === 'before_settlement' ? clearing(rail) : account.cash;
  const debit = applied === 'deposit' ? account.customerDeposits : account.refundsPayable;
  return postings({ debit, credit, amount, component: 'cash' });
}

/** Goods of a line were delivered: they are ours at their cost (price less discount), and the merchant is owed it. */
export function lineDelivered({ line, cost }: { line: number; cost: Cents }): Posting[] {
  return postings({
    debit: account.leasedMerchandise,
    credit: account.merchantPayable,
    amount: cost,
    component: 'cost',
    line,
  });
}

/** An installment fell due: its rent is earned, its tax owed to the state, and the promise shrinks by the rent. */
export function installmentBilled({
  installment,
  rent,
  tax,
}: {
  installment: number;
  rent: Cents;
  tax: Cents;
}): Posting[] {
  return postings(
    { debit: account.rentReceivable, credit: account.leaseRevenue, amount: rent, component: 'rent', installment },
    { debit: account.rentReceivable, credit: account.salesTaxPayable, amount: tax, component: 'tax', installment },
    { debit: account.unbilledRentContra, credit: account.unbilledRent, amount: rent, component: 'memo', installment },
  );
}

/** The processing fee at the start of the lease; its tax stands with the other tax receivable. */
export function feeBilled({ fee, feeTax }: { fee: Cents; feeTax: Cents }): Posting[] {
  return postings(
    { debit: account.feesReceivable, credit: account.processingFees, amount: fee, component: 'fee' },
    { debit: account.rentReceivable, credit: account.salesTaxPayable, amount: feeTax, component: 'tax' },
  );
}

/**
 * The deposit pays what the start of the lease billed: rent and tax of the first installment, then the fee with its tax; what
 * is left over is paid ahead. A smaller deposit pays a part, its tax in proportion (domain C13).
 */
export function depositApplied({
  deposit,
  rent,
  tax,
  fee,
  feeTax,
}: {
  deposit: Cents;
  rent: Cents;
  tax: Cents;
  fee: Cents;
  feeTax: Cents;
}): Posting[] {
  const debit = account.customerDeposits;
  const toInstallment = Math.min(deposit, rent + tax);
  const toFee = Math.min(deposit - toInstallment, fee + feeTax);
  const taxPaid = taxIn(toInstallment, { net: rent, tax });
  const feeTaxPaid = taxIn(toFee, { net: fee, tax: feeTax });
  return postings(
    { debit, credit: account.rentReceivable, amount: toInstallment - taxPaid, component: 'rent' },
    { debit, credit: account.rentReceivable, amount: taxPaid + feeTaxPaid, component: 'tax' },
    { debit, credit: account.feesReceivable, amount: toFee - feeTaxPaid, component: 'fee' },
    { debit, credit: account.deferredRent, amount: deposit - toInstallment - toFee, component: 'cash' },
  );
}

/** A period has ended: the goods of a line are worth less by this much (`depreciationOf`). */
export function depreciated({
  line,
  amount,
  installment,
}: {
  line: number;
  amount: Cents;
  installment: number;
}): Posting[] {
  return postings({
    debit: account.depreciation,
    credit: account.accumulatedDepreciation,
    amount,
    component: 'cost',
    line,
    installment,
  });
}

/** Goods were cancelled before delivery: less rent is promised. The deposit is another event. */
export function repricedBeforeDelivery({ rentDecrease }: { rentDecrease: Cents }): Posting[] {
  return postings({
    debit: account.unbilledRentContra,
    credit: account.unbilledRent,
    amount: rentDecrease,
    component: 'memo',
  });
}

/** The rent that is promised and not billed changes: after a return, a change of plan, or at the end. */
export function memoChanged({ from, to }: { from: Cents; to: Cents }): Posting[] {
  if (to <= from) return repricedBeforeDelivery({ rentDecrease: from - to });
  return postings({
    debit: account.unbilledRent,
    credit: account.unbilledRentContra,
    amount: to - from,
    component: 'memo',
  });
}

/** So much of the deposit is to be given back. */
export function depositRefunded({ amount }: { amount: Cents }): Posting[] {
  return postings({
    debit: account.customerDeposits,
    credit: account.refundsPayable,
    amount,
    component: 'cash',
  });
}

/** So much of the customer's credit is to be given back. */
export function creditRefunded({ amount }: { amount: Cents }): Posting[] {
  return postings({ debit: account.customerCredit, credit: account.refundsPayable, amount, component: 'cash' });
}

/** A refund has left the bank. */
export function refundPaid({ amount }: { amount: Cents }): Posting[] {
  return postings({ debit: account.refundsPayable, credit: account.cash, amount, component: 'cash' });
}

/**
 * Goods went back inside the merchant's window: they are not ours any more, nor is what they had lost. What the merchant
 * was not paid yet for them (`cost − funded`) is not owed; what it was paid, it owes us.
 */
export function lineReturnedToMerchant({
  line,
  cost,
  depreciation,
  funded,
}: {
  line: number;
  cost: Cents;
  depreciation: Cents;
  funded: Cents;
}): Posting[] {
  const credit = account.leasedMerchandise;
  return postings(
    { debit: account.merchantPayable, credit, amount: cost - funded, component: 'cost', line },
    { debit: account.dueFromMerchants, credit, amount: funded, component: 'cost', line },
    {
      debit: account.accumulatedDepreciation,
      credit: account.depreciation,
      amount: depreciation,
      component: 'cost',
      line,
    },
  );
}

/** Rent billed for goods that went back is not earned after all: what was unpaid is not owed, what was paid is credit. */
export function rentReversed({
  unpaidRent,
  unpaidTax,
  paidRent,
  paidTax,
}: {
  unpaidRent: Cents;
  unpaidTax: Cents;
  paidRent: Cents;
  paidTax: Cents;
}): Posting[] {
  const { leaseRevenue, salesTaxPayable, rentReceivable, customerCredit } = account;
  return postings(
    { debit: leaseRevenue, credit: rentReceivable, amount: unpaidRent, component: 'rent' },
    { debit: salesTaxPayable, credit: rentReceivable, amount: unpaidTax, component: 'tax' },
    { debit: leaseRevenue, credit: customerCredit, amount: paidRent, component: 'rent' },
    { debit: salesTaxPayable, credit: customerCredit, amount: paidTax, component: 'tax' },
  );
}

/** A part of the processing fee is not earned after all: what was unpaid is not owed, what was paid is credit. */
export function feeReversed({
  unpaidFee,
  unpaidTax,
  paidFee,
  paidTax,
}: {
  unpaidFee: Cents;
  unpaidTax: Cents;
  paidFee: Cents;
  paidTax: Cents;
}): Posting[] {
  const { processingFees, salesTaxPayable, feesReceivable, rentReceivable, customerCredit } = account;
  return postings(
    { debit: processingFees, credit: feesReceivable, amount: unpaidFee, component: 'fee' },
    { debit: salesTaxPayable, credit: rentReceivable, amount: unpaidTax, component: 'tax' },
    { debit: processingFees, credit: customerCredit, amount: paidFee, component: 'fee' },
    { debit: salesTaxPayable, credit: customerCredit, amount: paidTax, component: 'tax' },
  );
}

/** The merchant was paid. */
export function merchantFunded({ amount }: { amount: Cents }): Posting[] {
  return postings({ debit: account.merchantPayable, credit: account.cash, amount, component: 'cash' });
}

/** What a merchant owed us for goods that went back was kept from its payout. */
export function clawbackNetted({ amount }: { amount: Cents }): Posting[] {
  return postings({ debit: account.cash, credit: account.dueFromMerchants, amount, component: 'cash' });
}

/** A payment came back after it had been refunded: that money is gone. */
export function refundedPaymentLost({
  amount,
  rail,
  stage,
}: Pick<ReturnedAttempt, 'amount' | 'rail' | 'stage'>): Posting[] {
  const credit = stage === 'before_settlement' ? clearing(rail) : account.cash;
  return postings({ debit: account.chargebackLoss, credit, amount, component: 'cash' });
}

/** The goods of a line are the consumer's: they leave our books with whatever they were still worth. */
export function vested({ line, cost, depreciation }: { line: number; cost: Cents; depreciation: Cents }): Posting[] {
  const credit = account.leasedMerchandise;
  return postings(
    { debit: account.accumulatedDepreciation, credit, amount: depreciation, component: 'cost', line },
    { debit: account.merchandiseSold, credit, amount: cost - depreciation, component: 'cost', line },
  );
}

/** The tax in a payment, in proportion to what it pays (domain C13). */
function taxIn(paid: Cents, { net, tax }: { net: Cents; tax: Cents }): Cents {
  return paid === 0 ? 0 : timesHalfUp(paid, ratio(tax, net + tax));
}

/** Where money is while it is on its way. */
export function clearing(rail: Rail): Account {
  return rail === 'ach' ? account.achClearing : account.cardClearing;
}

/** Leaves out zeros. Less than nothing would turn a posting around in silence, so it is our own mistake. */
export function postings(...rows: Posting[]): Posting[] {
  for (const { amount, debit, credit } of rows) {
    if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`${debit} → ${credit}: ${amount} cents.`);
  }
  return rows.filter(({ amount }) => amount > 0);
}
