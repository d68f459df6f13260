import type { Day } from '../calendar/day.ts';
import { aheadRefunded } from '../ledger/payment-postings.ts';
import { creditRefunded, memoChanged, rentReversed, vested } from '../ledger/postings.ts';
import type { Cents, Rate } from '../money/money.ts';
import { billInstallment, depreciatePeriod } from './bill.ts';
import { type Journal, type LeaseChange, onlyLease } from './change.ts';
import { type Deposit, depositTotal, keptCash, type Lease, paidRent, unbilledRent } from './lease.ts';
import { leaseAfter, leaseCan } from './lifecycle.ts';
import { receivable } from './line.ts';
import { takeMoneyOut } from './place-money.ts';
import { reverseRent } from './reprice.ts';

/** The least rent of which `share` is the cash price: whoever has paid it owns the goods (domain 2.1, automatic vesting). */
export function rentThatVests(cashPrice: Cents, { n, d }: Rate): Cents {
  return Number((BigInt(cashPrice) * d + n - 1n) / n);
}

/** Whether so much rent was paid that the law of the place gives the goods to the customer; `share` null: no such law. */
export function isVestedByLaw(lease: Lease, share: Rate | null): boolean {
  if (share === null || lease.startedOn === null || !leaseCan('vest', lease.state)) return false;
  const arrived = lease.lines.every((line) => receivable(line) === 0);
  const enough = rentThatVests(lease.cashPrice, share);
  return arrived && lease.cashPrice > 0 && paidRent(billedFromAhead(lease, enough, lease.startOn).lease) >= enough;
}

/**
 * The share of the rent paid that the law names has reached the cash price (domain 2.1: Ohio, Hawaii, Maine): the goods are
 * the customer's and the agreement ends. Nothing was owed beyond that rent: what is billed and unpaid is taken back, what
 * was paid above it goes back with its tax. `open` is money that is not final yet: it counts as soon as it is (2.4). Null
 * while the share is not reached. `subject` names this change in the ledger.
 */
export function vestByLaw(
  lease: Lease,
  { share, open }: { readonly share: Rate | null; readonly open: Cents },
  { on, subject }: { readonly on: Day; readonly subject: string },
): LeaseChange | null {
  if (share === null || lease.startedOn === null || !isVestedByLaw(takeMoneyOut(lease, open).lease, share)) return null;
  const enough = rentThatVests(lease.cashPrice, share);
  // The running period is used up in full before the goods leave our books (domain 6.1).
  const period = depreciatePeriod(lease, { period: lease.billedCount, on, subject: 'the end' });
  const billed = billedFromAhead({ ...lease, lines: period.lines }, enough, on);
  const { installments, unpaidRent, unpaidTax, refund } = reverseRent(
    billed.lease,
    paidRent(billed.lease) - enough,
    'of the rent',
  );
  const { ahead, lines, terms, billedCount } = billed.lease;
  const back: Deposit = { ...refund, ahead };
  const journals: Journal[] = [
    period.journal,
    ...billed.journals,
    {
      event: 'lease.repriced',
      subject,
      on,
      postings: [
        ...rentReversed({ unpaidRent, unpaidTax, paidRent: refund.rent, paidTax: refund.tax }),
        ...memoChanged({ from: unbilledRent(billed.lease), to: 0 }),
      ],
    },
    {
      event: 'refund.ordered',
      subject,
      on,
      postings: [...creditRefunded({ amount: depositTotal(refund) }), ...aheadRefunded({ amount: ahead })],
    },
    {
      event: 'ownership.passed',
      subject: '',
      on,
      postings: lines.flatMap(({ line, cost, depreciated }) => vested({ line, cost, depreciation: depreciated })),
    },
  ];
  return {
    ...onlyLease({
      ...billed.lease,
      state: leaseAfter(lease.state, 'vest')!,
      totalRent: enough,
      terms: { ...terms, count: billedCount },
      installments,
      ahead: 0,
      nextDueOn: null,
      lines: lines.map((line) => ({ ...line, cost: 0, depreciated: 0 })),
    }),
    journals,
    refund: depositTotal(back) === 0 ? null : back,
    limitReleased: keptCash(lease.lines),
  };
}

/** Rent that was paid ahead counts as paid: its installments are billed now, as far as the law's share needs them. */
function billedFromAhead(lease: Lease, enough: Cents, on: Day): { lease: Lease; journals: Journal[] } {
  let current = lease;
  const journals: Journal[] = [];
  while (paidRent(current) < enough && current.ahead > 0 && current.billedCount < current.terms.count) {
    const step = billInstallment(current, on);
    current = step.lease;
    journals.push(...step.journals);
  }
  return { lease: current, journals };
}
