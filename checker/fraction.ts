/** An exact fraction of two whole numbers, the lower one above zero, neither below. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };

/** Read once: a run of many leases meets the same few rates. */
const read = new Map<string, Fraction>();

/** `2.25` is 225/100. */
export function fraction(text: string): Fraction {
  const known = read.get(text);
  if (known !== undefined) return known;
  const [whole = '', decimals = ''] = text.split('.');
  const value = over(BigInt(whole + decimals), BigInt(`1${'0'.repeat(decimals.length)}`));
  read.set(text, value);
  return value;
}

export function over(top: bigint, bottom: bigint): Fraction {
  if (top < 0n || bottom <= 0n) throw new RangeError(`${top}/${bottom} is no fraction of this house.`);
  return { top, bottom };
}

export function areSame(one: Fraction, other: Fraction): boolean {
  return one.top * other.bottom === other.top * one.bottom;
}

export function times(amount: bigint, { top, bottom }: Fraction): Fraction {
  return over(amount * top, bottom);
}

/** To the whole cent; half a cent goes up. */
export function rounded({ top, bottom }: Fraction): bigint {
  const whole = top / bottom;
  return (top % bottom) * 2n >= bottom ? whole + 1n : whole;
}

export function roundedDown({ top, bottom }: Fraction): bigint {
  return top / bottom;
}

export function roundedUp({ top, bottom }: Fraction): bigint {
  return top % bottom === 0n ? top / bottom : top / bottom + 1n;
}

export const least = (...all: readonly bigint[]): bigint => all.reduce((one, other) => (other < one ? other : one));
export const most = (...all: readonly bigint[]): bigint => all.reduce((one, other) => (other > one ? other : one));
export const sum = (all: readonly bigint[]): bigint => all.reduce((one, other) => one + other, 0n);
