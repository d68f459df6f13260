import { type Agreement, taxOn } from './agreement.ts';
import { fraction, least, most, over, rounded, sum, times } from './fraction.ts';
import { type LeaseCase, type Method, ruleOf } from './lease-case.ts';
import { nextDueAfter, type Standing, standingOn } from './money-in.ts';
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

/** Domain 2.3. Null where all rent is paid. */
export function quote(lease: LeaseCase, agreement: Agreement, question: LeaseCase['buying'][number]): Quote | null {
  const standing = standingOn(lease, agreement, question);
  if (standing.paidRent >= agreement.totalRent) return null;
  const today = wallDay(question.on);
  const offer = offerOn(lease, agreement, standing, today);
  const next = nextDueAfter(agreement, today);
  const ends = [daysAfter(today, 10), ...(next === null ? [] : [dayBefore(next)])];
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
    return [{ day, paidRent, ...offerOn(lease, agreement, standing, on) }];
  });
}

function offerOn(
  lease: LeaseCase,
  agreement: Agreement,
  standing: Omit<Standing, 'stillToPay' | 'tooMuch'>,
  on: WallDay,
): Offer {
  const left = agreement.totalRent - standing.paidRent;
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
    return method === undefined ? [] : [{ by, method, rent: least(formula(method, agreement, standing), left) }];
  });
  const best = offers.reduce((one, other) => (other.rent < one.rent ? other : one));
  const tax = taxOn(lease, best.rent);
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
function formula(method: Method, agreement: Agreement, standing: Omit<Standing, 'stillToPay' | 'tooMuch'>): bigint {
  const { cashPrice: C, totalRent: R, regular: p } = agreement;
  const { paidRent: P, pastDueRent: B } = standing;
  const F = R - P - B;
  const n = BigInt(agreement.payments.length);
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
