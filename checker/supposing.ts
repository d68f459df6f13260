import { isRenegotiation, stillUnbilled } from './afterwards.ts';
import type { Agreement } from './agreement.ts';
import { type Quote, quote } from './early-purchase.ts';
import { over, rounded, sum, times } from './fraction.ts';
import { cashKept, goodsOf } from './giving-up.ts';
import { fromInception, inRhythm, withoutSurrendered } from './lease-after.ts';
import type { LeaseCase, Rhythm, Supposed } from './lease-case.ts';
import { type Held, heldOn, paying, settledAlone, stillToPay, whole } from './money-in.ts';
import { daysAfter, type WallDay, wallDay } from './wall-calendar.ts';

/** What lies ahead of a lessee who goes on as agreed: payments not billed yet, with tax. */
type Outlook = {
  readonly frequency: Rhythm;
  readonly paymentsLeft: number;
  readonly next: { readonly on: WallDay; readonly total: bigint } | null;
  readonly lastOn: WallDay | null;
  readonly stillToPay: bigint;
  readonly totalCost: bigint;
  readonly earlyPurchase: Quote | null;
};

type After = {
  readonly held: Held;
  readonly frequency: Rhythm;
  readonly refund: bigint;
  readonly needsSignature: boolean;
  /** The goods are gone or the customer's: nothing is left to buy. */
  readonly isOver: boolean;
};

type Asked = LeaseCase['supposing'][number];

/** What one thing done today would change. What buying costs then follows from settled money alone (domain 2.3). */
export function supposing(
  lease: LeaseCase,
  agreement: Agreement,
  asked: Asked,
): { after: Outlook; refund: bigint; needsSignature: boolean } {
  const before = heldOn(lease, agreement, asked);
  const isPaidOff = stillToPay(before) === 0n;
  const { held, frequency, refund, needsSignature } = afterwards(lease, before, asked, isPaidOff);
  const settled = afterwards(lease, settledAlone(before, asked), asked, isPaidOff);
  const left = held.toPay.payments.slice(held.billed);
  const next = left[0];
  return {
    after: {
      frequency,
      paymentsLeft: left.length,
      next: next === undefined ? null : { on: next.due, total: whole(next) },
      lastOn: left.at(-1)?.due ?? null,
      stillToPay: stillToPay(held),
      totalCost: held.toPay.totalRent + held.toPay.fee,
      earlyPurchase: settled.isOver ? null : quote(lease, settled.held, settled.held.today),
    },
    refund,
    needsSignature,
  };
}

function afterwards(lease: LeaseCase, before: Held, asked: Asked, isPaidOff: boolean): After {
  const same = { held: before, frequency: lease.frequency, refund: 0n, needsSignature: false, isOver: false };
  const { what } = asked;
  if ('pay' in what) {
    const held = paying(lease, before, before.today, BigInt(what.pay));
    return { ...same, held, refund: held.tooMuch - before.tooMuch };
  }
  if ('to' in what) {
    const nothingToCome = isPaidOff || before.billed === before.toPay.payments.length;
    if (nothingToCome || what.to === lease.frequency) return same;
    const held = inRhythm(lease, before, what.to);
    return { ...same, held, frequency: what.to, refund: held.tooMuch, needsSignature: true };
  }
  return { ...same, ...goneBack(lease, before, asked, what) };
}

/** Domain 2.5: inside the merchant's window from inception, later only what is to come shrinks. */
function goneBack(
  lease: LeaseCase,
  before: Held,
  asked: Asked,
  { article, units, of }: Extract<Supposed, { article: number }>,
): Pick<After, 'held' | 'refund' | 'needsSignature' | 'isOver'> {
  const all = lease.articlesCents.map(BigInt);
  const gone = rounded(times(all[article]!, over(BigInt(units), BigInt(of))));
  const kept = all.map((cash, index) => (index === article ? cash - gone : cash));
  const unbilled = stillUnbilled(before.toPay, before.billed).unbilled;
  const isInWindow = before.today.place <= daysAfter(wallDay(lease.startOn), asked.windowDays).place;
  if (isInWindow) {
    const { held, refund } = fromInception(lease, before, cashKept(kept, asked));
    const remainder = stillUnbilled(held.toPay, held.billed).unbilled;
    const needsSignature = isNewAgreement(lease, unbilled, remainder);
    return { held, refund: refund.rent + refund.tax + refund.ahead, needsSignature, isOver: remainder === 0n };
  }
  const [goods, keptGoods] = [sum(goodsOf(all, asked)), sum(goodsOf(kept, asked))];
  const held = withoutSurrendered(lease, before, { goods, keptGoods });
  const needsSignature = isNewAgreement(lease, unbilled, stillUnbilled(held.toPay, held.billed).unbilled);
  return { held, refund: held.tooMuch, needsSignature, isOver: keptGoods === 0n };
}

/** With nothing to come there is nothing that could be signed. */
function isNewAgreement(lease: LeaseCase, before: bigint, after: bigint): boolean {
  return after > 0n && isRenegotiation(lease, before, after);
}
