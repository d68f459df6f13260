import { changing, keeping, lateFee, resuming, shareOut, surrendering } from './afterwards.ts';
import { agree, totals } from './agreement.ts';
import { buying, workedExamples } from './early-purchase.ts';
import { givingUp } from './giving-up.ts';
import type { LeaseCase } from './lease-case.ts';
import { supposing } from './supposing.ts';
import { vesting } from './vesting.ts';

/** What JSON can say. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [name: string]: Plain };

/**
 * Every figure and every day of a lease and the answers to its questions, as plain JSON: amounts whole cents, days
 * `YYYY-MM-DD`. `{ "refused": true }` where the cap leaves less rent than the cash price.
 */
export function recompute(lease: LeaseCase): Plain {
  const agreement = agree(lease);
  if (agreement === null) return { refused: true };
  const { payments, cashPrice, totalRent, fee, feeTax } = agreement;
  const { cost, tax } = totals(agreement);
  const first = payments[0]!;
  return plain({
    price: {
      ...{ totalRent, capped: agreement.capped, regular: agreement.regular, count: payments.length },
      last: payments.at(-1)!.rent,
      ...{ totalCost: cost, costOfLease: cost - cashPrice, totalTax: tax, totalWithTax: cost + tax },
      initial: { rent: first.rent, tax: first.tax, fee, feeTax, total: first.rent + first.tax + fee + feeTax },
    },
    articles: shareOut(totalRent, lease.articlesCents.map(BigInt)),
    payments,
    examples: workedExamples(lease, agreement),
    buying: lease.buying.map((asked) => buying(lease, agreement, asked)),
    late: lease.late.map((asked) => lateFee(lease, agreement, asked)),
    resuming: lease.resuming.map((asked) => resuming(lease, agreement, asked)),
    keeping: lease.keeping.map((asked) => keeping(lease, agreement, asked)),
    givingUp: lease.givingUp.map((asked) => givingUp(lease, agreement, asked)),
    vesting: lease.vesting.map((asked) => vesting(lease, agreement, asked)),
    surrendering: lease.surrendering.map(({ goodsCents, keptGoodsCents, billed }) =>
      surrendering(lease, agreement, { goods: BigInt(goodsCents), keptGoods: BigInt(keptGoodsCents), billed }),
    ),
    supposing: lease.supposing.map((asked) => supposing(lease, agreement, asked)),
    changing: lease.changing.map((asked) => changing(lease, agreement, asked)),
  });
}

/** Days as their texts and amounts as numbers. */
function plain(value: unknown): Plain {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as Plain;
  if ('place' in value && 'text' in value) return value.text as string;
  const said: Record<string, Plain> = {};
  for (const [name, one] of Object.entries(value)) said[name] = plain(one);
  return said;
}
