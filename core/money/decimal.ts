import { type Cents, cents } from './money.ts';

/**
 * An amount of dollars as the wire spells it: `120.34`, `-5`, `19.9999`. At most four decimals and nine whole digits,
 * no exponent, no plus sign, no thousands separator (rulings 3).
 */
export type Decimal = string;

/** Whether the text is an amount as the wire may spell it. Anything else is a `ValidationError` at the door. */
export function isDecimal(text: string): boolean {
  return /^-?\d{1,9}(\.\d{1,4})?$/.test(text);
}

/** The amount in cents, rounded once, half away from zero; null when the text is not a `Decimal`. */
export function centsOf(text: Decimal): Cents | null {
  return isDecimal(text) ? centsOfTenThousandths(tenThousandths(text)) : null;
}

/**
 * What a line costs: `cost × quantity`, exact to four decimals and then rounded once to the cent, half away from zero
 * (rulings 3). Rounding the unit price first would charge three items of 0.335 at 1.02 instead of 1.01.
 * @throws RangeError when the cost is not a `Decimal` or the quantity not a whole number of zero or more.
 */
export function lineCents(cost: Decimal, quantity: number): Cents {
  if (!isDecimal(cost)) throw new RangeError(`'${cost}' is not an amount in dollars.`);
  if (!Number.isSafeInteger(quantity) || quantity < 0) throw new RangeError(`${quantity} is not a quantity.`);
  return centsOfTenThousandths(tenThousandths(cost) * BigInt(quantity));
}

/** The amount in dollars with two decimals: `120.34`, `-5.00`. Exact, for files, documents and the wire. */
export function decimalText(c: Cents): Decimal {
  const digits = String(Math.abs(cents(c))).padStart(3, '0');
  return `${c < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The JSON number for an amount: the double nearest to its decimal text, which JSON prints as that very decimal. */
export function wireNumber(c: Cents): number {
  return Number(decimalText(c));
}

function tenThousandths(text: Decimal): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(4, '0')}`);
}

function centsOfTenThousandths(amount: bigint): Cents {
  const half = amount < 0n ? -50n : 50n;
  return cents(Number((amount + half) / 100n));
}
