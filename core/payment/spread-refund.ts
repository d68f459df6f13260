import { type Deposit, depositTotal } from '../lease/lease.ts';
import type { Cents } from '../money/money.ts';

/**
 * Shares a refund out over the payments that it can go back to, the newest first, none above what is left of it (domain
 * 6.4, invariant 20). `payments` are in the order in which they were made.
 * @throws RangeError when they do not hold so much.
 */
export function spreadRefund(
  refund: Deposit,
  payments: readonly { readonly attemptId: string; readonly left: Cents }[],
): { attemptId: string; refund: Deposit }[] {
  let rest = refund;
  const shares = [...payments].reverse().flatMap(({ attemptId, left }) => {
    const share = firstOf(rest, left);
    if (depositTotal(share) === 0) return [];
    rest = less(rest, share);
    return [{ attemptId, refund: share }];
  });
  if (depositTotal(rest) > 0) throw new RangeError(`${depositTotal(rest)} cents of a refund come from no payment.`);
  return shares;
}

/** As much of it as fits, in the order of its parts. */
function firstOf({ rent, tax, fee, feeTax, ahead }: Deposit, most: Cents): Deposit {
  let left = most;
  const take = (part: Cents) => {
    const taken = Math.min(part, left);
    left -= taken;
    return taken;
  };
  return { rent: take(rent), tax: take(tax), fee: take(fee), feeTax: take(feeTax), ahead: take(ahead) };
}

function less(a: Deposit, b: Deposit): Deposit {
  return {
    rent: a.rent - b.rent,
    tax: a.tax - b.tax,
    fee: a.fee - b.fee,
    feeTax: a.feeTax - b.feeTax,
    ahead: a.ahead - b.ahead,
  };
}
