import type { Cents } from './money.ts';

/** An amount as people read it: `$1,234.56`, `−$10.00` with a true minus sign. Whole cents in, text out, nothing rounded. */
export function dollars(amount: Cents): string {
  const whole = Math.trunc(Math.abs(amount) / 100);
  const rest = Math.abs(amount) % 100;
  return `${amount < 0 ? '−' : ''}$${grouped(whole)}.${rest < 10 ? '0' : ''}${rest}`;
}

function grouped(whole: number): string {
  if (whole < 1_000) return String(whole);
  const tail = whole % 1_000;
  return `${grouped(Math.trunc(whole / 1_000))},${String(tail).padStart(3, '0')}`;
}
