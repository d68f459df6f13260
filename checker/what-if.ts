import { isRenegotiation, stillUnbilled } from './afterwards.ts';
import { askedOfTheBank } from './agreement.ts';
import { quote } from './early-purchase.ts';
import { least, most, over, rounded, sum, times } from './fraction.ts';
import { cashKept, goodsOf } from './giving-up.ts';
import { fromDay, fromInception, inRhythm, withDearer, withoutSurrendered } from './lease-after.ts';
import { type LeaseCase, type Rhythm, ruleOf, type Units } from './lease-case.ts';
import { type Held, paying, standingOn, stillToPay } from './money-in.ts';
import { daysAfter, type WallDay, wallDay } from './wall-calendar.ts';

/** The lease after a step, and the same lease with settled money alone. */
export type Step = {
  readonly held: Held;
  readonly settled: Held;
  readonly refund: bigint;
  /** The goods are gone or the customer's: nothing is left to buy. */
  readonly isOver: boolean;
  readonly frequency?: Rhythm;
  readonly renegotiation?: boolean;
  readonly needsSignature?: boolean;
  /** What is said of this kind of step alone. */
  readonly also?: { readonly [name: string]: unknown };
};

type Asked = LeaseCase['supposing'][number];

export function whatIf(lease: LeaseCase, asked: Asked, before: Held, settled: Held): Step | { refused: string } {
  const { what } = asked;
  if ('pay' in what) {
    const pay = (held: Held) => paying(lease, held, held.today, BigInt(what.pay));
    const held = pay(before);
    return { held, settled: pay(settled), refund: held.tooMuch - before.tooMuch, isOver: false };
  }
  if ('to' in what) return inOtherRhythm(lease, what.to, before, settled);
  if ('nextOn' in what) return onOtherDays(lease, { ...what, nextOn: wallDay(what.nextOn) }, before, settled);
  if ('back' in what) {
    const [one, other] = [withoutGoods(lease, asked, what, before), withoutGoods(lease, asked, what, settled)];
    return { ...one, settled: other.held, isOver: other.isOver };
  }
  if ('lost' in what) return lost(lease, asked, what, before, settled);
  return exchanged(lease, asked, what, before, settled);
}

/** Domain 1.2. Number, amount and days change at once, which is a new agreement anywhere. */
function inOtherRhythm(lease: LeaseCase, to: Rhythm, before: Held, settled: Held): Step {
  if (to === lease.frequency || !hasLaterPayments(before)) return unchanged(before, settled);
  const held = inRhythm(lease, before, to);
  // Other payments are rounded otherwise: what was paid ahead may be some cents more than all of them.
  return {
    ...{ held, settled: alike(before, settled, (one) => inRhythm(lease, one, to)) },
    ...{ refund: held.tooMuch - before.tooMuch, isOver: false, frequency: to, renegotiation: true },
  };
}

const daysMovedMost = 15;

/**
 * No payment moves farther than that, reaches the agreed day of its neighbour, falls due before the day agreed unless that is
 * accepted, or moves once the bank was told to ask for it.
 */
function onOtherDays(
  lease: LeaseCase,
  { nextOn, acceptsEarlier }: { nextOn: WallDay; acceptsEarlier: boolean },
  before: Held,
  settled: Held,
): Step | { refused: string } {
  const agreed = before.toPay.payments.slice(before.billed).map(({ due }) => due);
  const next = agreed[0];
  if (next === undefined || before.billed === 0) return { refused: 'NothingToMove' };
  if (next.place === nextOn.place) return { ...unchanged(before, settled), also: { movedDays: 0, earlier: false } };
  const isTold = (due: WallDay) => askedOfTheBank(lease, due).originate.place <= before.today.place;
  if (isTold(next)) return { refused: 'OnItsWay' };
  const held = fromDay(lease, before, nextOn);
  const days = held.toPay.payments.slice(before.billed).map(({ due }) => due);
  if (isTold(days[0]!)) return { refused: 'TooSoon' };
  const moves = days.map((day, index) => day.place - agreed[index]!.place);
  const movedDays = Math.max(...moves.map(Math.abs));
  if (movedDays > daysMovedMost) return { refused: 'TooFar' };
  const behind = before.toPay.payments[before.billed - 1]!.due;
  const isBetween = days.every((day, index) => {
    const [last, following] = [index === 0 ? behind : agreed[index - 1]!, agreed[index + 1]];
    return last.place < day.place && (following === undefined || day.place < following.place);
  });
  if (!isBetween) return { refused: 'PastNeighbour' };
  const earlier = moves.some((move) => move < 0);
  if (earlier && !acceptsEarlier) return { refused: 'EarlierThanAgreed' };
  return {
    ...{ held, settled: alike(before, settled, (one) => fromDay(lease, one, nextOn)), refund: 0n, isOver: false },
    renegotiation: ruleOf(lease.law, 'renegotiation').any_change,
    needsSignature: earlier,
    also: { movedDays, earlier },
  };
}

type Gone = { readonly held: Held; readonly refund: bigint; readonly isOver: boolean; readonly renegotiation: boolean };

/** Domain 2.5: inside the merchant's window, and before delivery, from inception; later only what is to come shrinks. */
function withoutGoods(lease: LeaseCase, asked: Asked, units: Units, before: Held): Gone {
  return isInWindow(lease, asked, before)
    ? repriced(lease, before, cashKept(articlesWithout(lease, units), asked))
    : surrendered(lease, asked, units, before);
}

function repriced(lease: LeaseCase, before: Held, cashPrice: bigint): Gone {
  const { held, refund } = fromInception(lease, before, cashPrice);
  const all = sum(Object.values(refund));
  return { held, refund: all, isOver: toCome(held) === 0n, renegotiation: isNewAgreement(lease, before, held) };
}

function surrendered(lease: LeaseCase, asked: Asked, units: Units, before: Held): Gone {
  const [goods, keptGoods] = [itemsOf(lease, asked), sum(goodsOf(articlesWithout(lease, units), asked))];
  const held = withoutSurrendered(lease, before, { goods, keptGoods });
  return {
    held,
    refund: held.tooMuch - before.tooMuch,
    isOver: keptGoods === 0n,
    renegotiation: isNewAgreement(lease, before, held),
  };
}

/**
 * Domain 2.5: of the same value they take the others' place. Of another, one line goes and another comes: from inception inside
 * the window, later a cheaper one is a surrender of the difference, and a dearer one is leased from today on.
 */
function exchanged(
  lease: LeaseCase,
  asked: Asked,
  what: Units & { readonly exchangedForCents: number },
  before: Held,
  settled: Held,
): Step {
  const dearer = BigInt(what.exchangedForCents) - priceOf(lease, what);
  const { any_change } = ruleOf(lease.law, 'renegotiation');
  if (dearer === 0n)
    return { ...unchanged(before, settled), renegotiation: any_change, also: { way: 'substitution', dearer } };
  const fromStart = isInWindow(lease, asked, before);
  const goods = itemsOf(lease, asked);
  const exchange = (held: Held) => {
    if (fromStart) return repriced(lease, held, held.toPay.cashPrice + dearer);
    const after =
      dearer < 0n
        ? withoutSurrendered(lease, held, { goods, keptGoods: goods + dearer })
        : withDearer(lease, held, dearer);
    return {
      held: after,
      refund: after.tooMuch - held.tooMuch,
      isOver: false,
      renegotiation: isNewAgreement(lease, held, after),
    };
  };
  const [one, other] = [exchange(before), exchange(settled)];
  return {
    ...{ held: one.held, settled: other.held, refund: one.refund, isOver: false },
    renegotiation: any_change || one.renegotiation,
    // The goods are not those of the agreement.
    needsSignature: dearer > 0n || !before.hasStarted,
    also: { way: fromStart ? 'from_inception' : 'prospective', dearer },
  };
}

/**
 * Domain 2.5: at most the least of market value, rent to come, early price and repair; of some goods, their share by cash
 * price. Rent past due is owed as rent, and not once more. What is not repaired leaves the lease as if it were surrendered.
 */
function lost(
  lease: LeaseCase,
  asked: Asked,
  what: Units & { readonly lost: { marketValueCents: number | null; repairCents: number | null } },
  before: Held,
  settled: Held,
): Step {
  const { marketValueCents, repairCents } = what.lost;
  const share = over(priceOf(lease, what), itemsOf(lease, asked));
  const price = quote(lease, settled, settled.today, settled.rate);
  const { paidRent, pastDueRent } = standingOn(settled, settled.today);
  const toBePaid = least(toCome(before), before.toPay.totalRent - paidRent - pastDueRent);
  const values = [
    ...(marketValueCents === null ? [] : [{ by: 'marketValue', amount: BigInt(marketValueCents) }]),
    { by: 'remainingRent', amount: price === null ? 0n : rounded(times(toBePaid, share)) },
    { by: 'earlyPurchase', amount: price === null ? 0n : rounded(times(most(0n, price.rent - pastDueRent), share)) },
    ...(repairCents === null ? [] : [{ by: 'repairCost', amount: BigInt(repairCents) }]),
  ];
  const liability = values.reduce((one, other) => (other.amount < one.amount ? other : one));
  if (liability.by === 'repairCost') return { ...unchanged(before, settled), also: { liability } };
  const [one, other] = [surrendered(lease, asked, what, before), surrendered(lease, asked, what, settled)];
  return { ...one, settled: other.held, isOver: other.isOver, also: { liability } };
}

const unchanged = (held: Held, settled: Held): Step => ({ held, settled, refund: 0n, isOver: false });

/** The same payments change, also where the one at signing is not settled. */
function alike(before: Held, settled: Held, change: (held: Held) => Held): Held {
  return { ...change({ ...settled, billed: before.billed }), billed: settled.billed };
}

/** Payment 1 is made at signing and never changed; and nothing of a lease is, that is wholly paid. */
function hasLaterPayments(before: Held): boolean {
  const isPaidOff = before.hasStarted && stillToPay(before) === 0n;
  return before.billed > 0 && before.billed < before.toPay.payments.length && !isPaidOff;
}

function isInWindow({ startOn }: LeaseCase, { windowDays }: Asked, { hasStarted, today }: Held): boolean {
  return !hasStarted || today.place <= daysAfter(wallDay(startOn), windowDays).place;
}

function priceOf({ articlesCents }: LeaseCase, { article, units, of }: Units): bigint {
  return rounded(times(BigInt(articlesCents[article]!), over(BigInt(units), BigInt(of))));
}

function articlesWithout(lease: LeaseCase, units: Units): bigint[] {
  const gone = priceOf(lease, units);
  return lease.articlesCents.map((cash, index) => (index === units.article ? BigInt(cash) - gone : BigInt(cash)));
}

const itemsOf = (lease: LeaseCase, asked: Asked): bigint => sum(goodsOf(lease.articlesCents.map(BigInt), asked));

const toCome = ({ toPay, billed }: Held): bigint => stillUnbilled(toPay, billed).unbilled;

/** With nothing to come there is nothing that could be signed. */
function isNewAgreement(lease: LeaseCase, before: Held, after: Held): boolean {
  return toCome(after) > 0n && isRenegotiation(lease, toCome(before), toCome(after));
}
