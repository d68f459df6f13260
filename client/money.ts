/** Dollars as exact decimal text with two to four decimals, `'120.34'`: what answers carry, because a binary float would round. */
export type Dollars = string;

/** Dollars as a request may say them: text, or a number whose shortest spelling is the amount. */
export type Amount = Dollars | number;

/**
 * The amount in whole cents, rounded once, half away from zero.
 * @throws RangeError when it is not an amount of dollars with at most four decimals.
 */
export function centsOf(amount: Amount): number {
  return lineCents(amount, 1);
}

/** What a line costs in whole cents: `cost × quantity` exactly, then rounded once, as FlexPay does. */
export function lineCents(cost: Amount, quantity: number): number {
  const exact = tenThousandths(cost) * BigInt(quantity);
  return Number((exact + (exact < 0n ? -50n : 50n)) / 100n);
}

/** Whole cents as dollars: `12034` is `'120.34'`. */
export function dollarsOf(cents: number): Dollars {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`${cents} is not a whole number of cents.`);
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The amount in hundredths of a cent, exactly. */
export function tenThousandths(amount: Amount): bigint {
  const [text, sign, whole, fraction = ''] = /^(-?)(\d{1,12})(?:\.(\d{1,4}))?$/.exec(String(amount).trim()) ?? [];
  if (text === undefined) throw new RangeError(`'${amount}' is not an amount in dollars with at most four decimals.`);
  const size = BigInt(`${whole}${fraction.padEnd(4, '0')}`);
  return sign === '-' ? -size : size;
}
