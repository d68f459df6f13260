/** An amount of money in whole US cents: a safe integer, negative only where money flows back. */
export type Cents = number;

/** An exact, non-negative rate `n / d`: 2.00, 0.05, 1/3. Never a binary float. */
export type Rate = { readonly n: bigint; readonly d: bigint };

/**
 * Takes a plain number for an amount in cents.
 * @throws RangeError when it is not a safe integer: a fraction of a cent has no place to go.
 */
export function cents(n: number): Cents {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not a whole number of cents.`);
  return n === 0 ? 0 : n; // −0 is an amount nobody owes
}

/**
 * The exact rate that a decimal text says: `rate('2.00')`, `rate('0.0825')`.
 * @throws RangeError when the text is not a plain decimal without sign or exponent.
 */
export function rate(text: string): Rate {
  if (!/^\d{1,12}(\.\d{1,12})?$/.test(text)) throw new RangeError(`'${text}' is not a decimal rate such as '0.05'.`);
  const [whole, fraction = ''] = text.split('.');
  return { n: BigInt(`${whole}${fraction}`), d: 10n ** BigInt(fraction.length) };
}

/** A rate in hundredths of a percent: `bps(400)` is 4 %. */
export function bps(n: number): Rate {
  return ratio(n, 10_000);
}

/**
 * The exact rate `n / d` of two whole numbers: 40 of 52 payments, 12 months of 52 weeks.
 * @throws RangeError when one is not a safe integer, `n` is negative or `d` is not positive.
 */
export function ratio(n: number, d: number): Rate {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d) || n < 0 || d <= 0) {
    throw new RangeError(`${n} / ${d} is not a rate.`);
  }
  return { n: BigInt(n), d: BigInt(d) };
}

/** `amount × r` to the cent, half a cent away from zero. Round once per stated step (domain 1.3). */
export function timesHalfUp(amount: Cents, r: Rate): Cents {
  const [n, d] = [Number(r.n), Number(r.d)];
  const doubled = 2 * Math.abs(amount) * n + d;
  // Nearly every amount: all of it fits into safe integers, where a remainder is exact and what it leaves divides.
  if (doubled <= Number.MAX_SAFE_INTEGER) {
    const exact = (doubled - (doubled % (2 * d))) / (2 * d);
    return cents(amount < 0 ? -exact : exact);
  }
  const magnitude = (2n * BigInt(Math.abs(amount)) * r.n + r.d) / (2n * r.d);
  return cents(Number(amount < 0 ? -magnitude : magnitude));
}

/** `amount × r`, the started cent dropped: for caps, which are never exceeded. Amounts of zero or more (domain 1.3). */
export function timesFloor(amount: Cents, r: Rate): Cents {
  if (amount < 0) throw new RangeError(`A cap on ${amount} cents has no meaning.`);
  return cents(Number((BigInt(amount) * r.n) / r.d));
}

/** Whether two rates are the same number, however they were written: 0.0825 and 0.08250. */
export function isSameRate(a: Rate, b: Rate): boolean {
  return a.n * b.d === b.n * a.d;
}

/** A rate as decimal text, for storage: `rate(rateText(r))` is the same rate. Its denominator must be a power of ten. */
export function rateText({ n, d }: Rate): string {
  const places = d.toString().length - 1;
  if (d !== 10n ** BigInt(places)) throw new RangeError(`${n}/${d} has no short decimal text.`);
  if (places === 0) return n.toString();
  const digits = n.toString().padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** `count − 1` payments of `regular` and one of `last`, where `0 < last <= regular`. */
export type Split = { readonly regular: Cents; readonly count: number; readonly last: Cents };

/**
 * Splits a total over at most `n` payments so that they add up to it exactly and the last is never above the others:
 * the started cent goes up to every payment, never as a balloon onto the last (domain 1.3; TX 92.054, MI 445.957,
 * NY 501(3)(f)). A tiny total needs fewer than `n` payments; a total of 0 needs none.
 * @throws RangeError on a negative total or an `n` below 1.
 */
export function split(total: Cents, n: number): Split {
  if (cents(total) < 0 || !Number.isSafeInteger(n) || n < 1) {
    throw new RangeError(`${total} cents can't be split over ${n} payments.`);
  }
  if (total === 0) return { regular: 0, count: 0, last: 0 };
  const regular = ceilDivide(total, n);
  const count = ceilDivide(total, regular);
  return { regular, count, last: total - regular * (count - 1) };
}

/**
 * Shares a total out in proportion to the weights, to the cent and without losing one: each gets the whole cents of
 * its share, the cents left over go to the largest fractions, ties to the lowest index (domain 1.3, invariant 25).
 * A weight may be zero (a free item), or negative (a discount line) while the weights together are positive.
 * @throws RangeError on a negative total, or when there is something to share and nobody to carry it.
 */
export function allocate(total: Cents, weights: readonly Cents[]): Cents[] {
  if (cents(total) < 0) throw new RangeError(`${total} cents can't be shared out.`);
  if (total === 0) return weights.map(() => 0);
  const whole = weights.reduce((sum, weight) => sum + BigInt(cents(weight)), 0n);
  if (whole <= 0n) throw new RangeError(`${total} cents have nobody to carry them: the weights add up to ${whole}.`);

  const shares = weights.map((weight) => floorDivide(BigInt(total) * BigInt(weight), whole));
  const leftOver = total - shares.reduce((sum, share) => sum + share.floor, 0);
  const byFraction = shares.map((_, index) => index);
  byFraction.sort((a, b) => compare(shares[b]!.remainder, shares[a]!.remainder) || a - b);

  const allocated = shares.map((share) => share.floor);
  for (const index of byFraction.slice(0, leftOver)) allocated[index]! += 1;
  return allocated.map(cents);
}

/** Exact for safe integers: a remainder is exact, and what it leaves divides without one. */
function ceilDivide(a: number, b: number): number {
  const remainder = a % b;
  return (a - remainder) / b + (remainder > 0 ? 1 : 0);
}

function floorDivide(a: bigint, b: bigint): { floor: number; remainder: bigint } {
  const remainder = ((a % b) + b) % b;
  return { floor: Number((a - remainder) / b), remainder };
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
