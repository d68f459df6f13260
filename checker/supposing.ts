import type { Agreement } from './agreement.ts';
import { type Quote, quote } from './early-purchase.ts';
import { most } from './fraction.ts';
import type { LeaseCase, Rhythm } from './lease-case.ts';
import { type Due, type Held, heldOn, settledAlone, stillToPay, whole } from './money-in.ts';
import type { WallDay } from './wall-calendar.ts';
import { whatIf } from './what-if.ts';

/** What lies ahead of a lessee who goes on as agreed: payments still to be made, with tax. */
type Outlook = {
  readonly frequency: Rhythm;
  readonly paymentsLeft: number;
  readonly next: { readonly on: WallDay; readonly total: bigint } | null;
  readonly lastOn: WallDay | null;
  readonly stillToPay: bigint;
  readonly totalCost: bigint;
  readonly earlyPurchase: Quote | null;
};

type Supposing = {
  readonly after: Outlook;
  readonly payments: readonly Omit<Due, 'rate'>[];
  readonly refund: bigint;
  readonly renegotiation: boolean;
  readonly needsSignature: boolean;
  readonly needsAuthorization: boolean;
};

/** What one thing done today would change. What buying costs then follows from settled money alone (domain 2.3). */
export function supposing(
  lease: LeaseCase,
  agreement: Agreement,
  asked: LeaseCase['supposing'][number],
): Supposing | { refused: string } {
  const before = heldOn(lease, agreement, asked);
  const step = whatIf(lease, asked, before, settledAlone(before, asked));
  if ('refused' in step) return step;
  const { held, settled, isOver, refund, frequency = lease.frequency, ...more } = step;
  const { renegotiation = false, needsSignature = false, also = {} } = more;
  const payments = toCome(held);
  const next = payments[0];
  return {
    after: {
      frequency,
      paymentsLeft: payments.length,
      next: next === undefined ? null : { on: next.due, total: whole(next) },
      lastOn: payments.at(-1)?.due ?? null,
      stillToPay: stillToPay(held),
      totalCost: held.toPay.totalRent + held.toPay.fee,
      earlyPurchase: isOver ? null : quote(lease, settled, settled.today, settled.rate),
    },
    payments: payments.map(({ due, rent, tax }) => ({ due, rent, tax })),
    refund,
    renegotiation,
    needsSignature: renegotiation || needsSignature,
    needsAuthorization: isMoreThanPermitted(toCome(before), payments),
    ...also,
  };
}

const toCome = ({ toPay, billed }: Held): readonly Due[] => toPay.payments.slice(billed);

/** Domain 4.10: a permission to debit is for its days and its amounts. */
function isMoreThanPermitted(agreed: readonly Due[], payments: readonly Due[]): boolean {
  const days = new Set(agreed.map(({ due }) => due.place));
  const highest = most(0n, ...agreed.map(whole));
  return payments.some((payment) => !days.has(payment.due.place) || whole(payment) > highest);
}
