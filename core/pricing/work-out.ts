import { rate } from '../money/money.ts';
import type { Derivation } from './derivation.ts';

/**
 * Works a figure out from its formula and its inputs alone, in exact fractions, as a reader with a pencil would.
 * @throws Error when the formula can't be read, names a letter that is not given, or does not end in a whole number.
 */
export function workOut({ formula, inputs }: Pick<Derivation, 'formula' | 'inputs'>): number {
  const tokens = formula.match(/[A-Za-z]+|\d+|[×−+/(),]/g) ?? [];
  let at = 0;
  const eat = (token: string) => tokens[at] === token && ++at > 0;
  const expect = (token: string) => {
    if (!eat(token)) throw new Error(`${formula} lacks a ${token}`);
  };
  const sum = (): Fraction => {
    let value = product();
    for (;;) {
      if (eat('+')) value = added(value, product(), 1n);
      else if (eat('−')) value = added(value, product(), -1n);
      else return value;
    }
  };
  const product = (): Fraction => {
    let value = atom();
    for (;;) {
      if (eat('×')) value = times(value, atom());
      else if (eat('/')) value = over(value, atom());
      else return value;
    }
  };
  const atom = (): Fraction => {
    const token = tokens[at++] ?? '';
    if (token === '(') return closed(sum());
    if (/^\d/.test(token)) return { n: BigInt(token), d: 1n };
    if (eat('(')) {
      const values = [sum()];
      while (eat(',')) values.push(sum());
      return closed(functionNamed(token)(values));
    }
    if (!Object.hasOwn(inputs, token)) throw new Error(`${formula} does not say what ${token || 'follows'} is`);
    const given = inputs[token]!;
    return typeof given === 'number' ? { n: BigInt(given), d: 1n } : rate(given);
  };
  const closed = (value: Fraction): Fraction => {
    expect(')');
    return value;
  };
  const { n, d } = sum();
  if (at !== tokens.length) throw new Error(`${formula} can't be read to its end`);
  if (d === 0n || n % d !== 0n) throw new Error(`${formula} is no whole number`);
  return Number(n / d);
}

type Fraction = { readonly n: bigint; readonly d: bigint };

const added = (a: Fraction, b: Fraction, sign: bigint) => ({ n: a.n * b.d + sign * b.n * a.d, d: a.d * b.d });
const times = (a: Fraction, b: Fraction) => ({ n: a.n * b.n, d: a.d * b.d });
const over = (a: Fraction, b: Fraction) => {
  if (b.n === 0n) throw new Error('nothing can be divided by zero');
  return { n: a.n * b.d, d: a.d * b.n };
};
const less = (a: Fraction, b: Fraction) => a.n * b.d < b.n * a.d;
const whole = (n: bigint): Fraction => ({ n, d: 1n });

function functionNamed(name: string): (values: Fraction[]) => Fraction {
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (found === undefined) throw new Error(`${name} is no function of a formula`);
  return found;
}

const functions: Record<string, (values: Fraction[]) => Fraction> = {
  round: ([a]) => whole((2n * a!.n + a!.d) / (2n * a!.d)),
  floor: ([a]) => whole(a!.n / a!.d),
  ceil: ([a]) => whole((a!.n + a!.d - 1n) / a!.d),
  min: (values) => values.reduce((a, b) => (less(b, a) ? b : a)),
  max: (values) => values.reduce((a, b) => (less(a, b) ? b : a)),
};
