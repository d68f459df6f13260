import { type Agreement, rateOn, taxOn } from './agreement.ts';
import { fraction, least, most, over, rounded, sum, times } from './fraction.ts';
import { type LeaseCase, type Method, ruleOf } from './lease-case.ts';
import {
  type Held,
  heldOn,
  nextDueAfter,
  type Standing,
  settledAlone,
  standingOn,
  stillToPay,
  type ToPay,
} from './money-in.ts';
import { dayBefore, daysAfter, earlier, monthsAfter, type WallDay, wallDay } from './wall-calendar.ts';

/** Domain 2.1 and 2.3: the lower of contract and statute; equal prices are the contract's. */
type Offer = {
  readonly by: 'contract' | 'statute';
  readonly method: Method['method'];
  readonly rent: bigint;
  readonly fees: bigint;
  readonly tax: bigint;
  readonly total: bigint;
  readonly saving: bigint;
  readonly windowEnds: WallDay | null;
};

export type Quote = Offer & { readonly standing: Standing; readonly validThrough: WallDay };

/** Domain 2.3: what is under way is shown, and not counted. */
export function buying(
  lease: LeaseCase,
  agreement: Agreement,
  asked: LeaseCase['buying'][number],
): { quote: Quote | null; pending: bigint; stillToPay: bigint; tooMuch: bigint } {
  const held = heldOn(lease, agreement, asked);
  const pending = asked.payments.filter(({ underWay }) => underWay).map(({ cents }) => BigInt(cents));
  return {
    quote: quote(lease, settledAlone(held, asked), wallDay(asked.on), rateOn(lease, wallDay(asked.on))),
    pending: sum(pending),
    stillToPay: stillToPay(held),
    tooMuch: held.tooMuch,
  };
}

/** Domain 2.3, of money that is settled. Null where all rent is paid. */
export function quote(lease: LeaseCase, held: Held, on: WallDay, rate: string): Quote | null {
  const standing = standingOn(held, on);
  if (standing.paidRent >= held.toPay.totalRent) return null;
  const offer = offerOn(lease, held.toPay, standing, { on, rate });
  const next = nextDueAfter(held, on);
  const ends = [daysAfter(on, 10), ...(next === null ? [] : [dayBefore(next)])];
  if (offer.windowEnds !== null) ends.push(offer.windowEnds);
  return { ...offer, standing, validThrough: ends.reduce(earlier) };
}

/** Domain 3.1, item 10: a lessee who pays on time, that day's payment made; none for a day on which nothing is left to buy. */
export function workedExamples(lease: LeaseCase, agreement: Agreement): (Offer & { day: number; paidRent: bigint })[] {
  return [30, 60, 90, 120, 180, 270].flatMap((day) => {
    const on = daysAfter(wallDay(lease.startOn), day);
    const made = agreement.payments.filter(({ due }) => due.place <= on.place);
    const paidRent = sum(made.map(({ rent }) => rent));
    if (paidRent >= agreement.totalRent) return [];
    const standing = { paidRent, paidCount: made.length, pastDueRent: 0n, pastDueCount: 0, openFee: 0n };
    return [{ day, paidRent, ...offerOn(lease, agreement, standing, { on, rate: lease.taxRate }) }];
  });
}

function offerOn(
  lease: LeaseCase,
  toPay: ToPay,
  standing: Standing,
  { on, rate }: { on: WallDay; rate: string },
): Offer {
  const left = toPay.totalRent - standing.paidRent;
  const { window_days, premium, share } = ruleOf(lease.law, 'early_purchase');
  const contracts: Method[] = [
    { method: 'same_as_cash', premium, window: { from: 'delivered', months: 0, days: window_days } },
    { method: 'pct_remaining', share, past_due_at_full: true },
  ];
  const offers = [
    { by: 'contract' as const, methods: contracts },
    { by: 'statute' as const, methods: ruleOf(lease.law, 'statutory_early_purchase') ?? [] },
  ].flatMap(({ by, methods }) => {
    const method = methods.find((one) => (windowEnd(lease, one)?.place ?? on.place) >= on.place);
    return method === undefined ? [] : [{ by, method, rent: least(formula(method, toPay, standing), left) }];
  });
  const best = offers.reduce((one, other) => (other.rent < one.rent ? other : one));
  const tax = taxOn(best.rent, rate);
  return {
    ...{ by: best.by, method: best.method.method, rent: best.rent, fees: standing.openFee, tax },
    total: best.rent + standing.openFee + tax,
    saving: left - best.rent,
    windowEnds: windowEnd(lease, best.method),
  };
}

/** Domain 2.2: inclusive; null for a method without a window. */
function windowEnd({ signedOn, startOn }: LeaseCase, method: Method): WallDay | null {
  if (method.method !== 'same_as_cash') return null;
  const { from, months, days } = method.window;
  return daysAfter(monthsAfter(wallDay(from === 'signed' ? signedOn : startOn), months), days);
}

/** The table of domain 2.1 in its own letters. */
function formula(
  method: Method,
  { cashPrice: C, totalRent: R, regular: p, payments }: ToPay,
  standing: Standing,
): bigint {
  const { paidRent: P, pastDueRent: B } = standing;
  const F = R - P - B;
  const n = BigInt(payments.length);
  const m = n - BigInt(standing.paidCount + standing.pastDueCount);
  if (method.method === 'same_as_cash') return most(0n, C + rounded(times(C, fraction(method.premium))) - P);
  if (method.method === 'cash_minus_share_paid') return most(0n, C - rounded(times(P, fraction(method.share))));
  if (method.method === 'cash_over_total_times_future') return B + rounded(times(F, over(C, R)));
  if (method.method === 'pct_remaining') {
    const d = fraction(method.share);
    return method.past_due_at_full ? B + rounded(times(F, d)) : rounded(times(R - P, d));
  }
  const proportional = rounded(times(C, over(m, n)));
  return B + (method.method === 'cash_proportional' ? proportional : most(proportional, least(p, F)));
}
