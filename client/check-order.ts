import { type Amount, lineCents, tenThousandths } from './money.ts';

/** What your store offered: the very object that the button, the checkout page or the lease was made from. */
export type Cart = {
  readonly transactionId?: string;
  readonly items: readonly CartItem[];
  /** The shipping of the order; without one the items' own shipping is added up. */
  readonly shipping?: { readonly cost?: Amount } | null | undefined;
  readonly totalDiscount?: Amount | null | undefined;
  /** The discounts of a hosted checkout, which are one total too. */
  readonly discounts?: readonly { readonly items?: readonly { readonly value?: Amount }[] }[];
};

export type CartItem = {
  readonly sku: string;
  readonly cost: Amount;
  readonly quantity: number;
  readonly shipping?: { readonly cost?: Amount } | null | undefined;
};

/** The part of FlexPay's transaction that says what was signed. */
export type SignedTransaction = {
  readonly id: string;
  readonly lease?: { readonly status?: string };
  readonly items: readonly { readonly sku: string; readonly cost: Amount; readonly quantity: number }[];
  readonly shippingCost?: Amount;
  /** Cents. */
  readonly purchaseTotal?: number;
};

/** One thing that is not as it was offered. Money is in cents. */
export type Difference = {
  /** `items[LAMP-1].cost`, by the names of FlexPay's transaction. */
  readonly path: string;
  /** The article, when it is about one. */
  readonly sku?: string;
  readonly expected: string | number;
  readonly actual: string | number;
};

/**
 * Everything in which a transaction differs from your cart; empty when its lease is signed for exactly that cart. It knows
 * shipping on top and at the items, discounts as a total and as lines (a negative price, sku `DISCOUNT…`), and that
 * FlexPay spreads a total over the goods.
 * @throws RangeError when your cart has a price that is none.
 */
export function checkOrder(cart: Cart, transaction: SignedTransaction): Difference[] {
  const expected = totalsOf(cart);
  const found: Difference[] = [];
  const compare = (path: string, wanted: string | number, actual: string | number) => {
    if (wanted !== actual) found.push({ path, expected: wanted, actual });
  };

  if (cart.transactionId !== undefined) compare('id', cart.transactionId, transaction.id);
  compare('lease.status', 'signed', transaction.lease?.status ?? 'none');
  for (const sku of new Set([...cart.items, ...transaction.items].map((item) => item.sku))) {
    const [offered, signed] = [linesOf(cart.items, sku), linesOf(transaction.items, sku)];
    const units = { expected: unitsIn(offered), actual: unitsIn(signed) };
    if (units.expected !== units.actual) found.push({ path: `items[${sku}].quantity`, sku, ...units });
    else found.push(...priceDifference(sku, offered, signed, expected));
  }
  compare('shippingCost', expected.shipping, lineCents(transaction.shippingCost ?? 0, 1));
  if (transaction.purchaseTotal !== undefined) compare('purchaseTotal', expected.total, transaction.purchaseTotal);
  return found;
}

/** A difference as a sentence, for a log or an answer. */
export function sayDifference({ path, expected, actual }: Difference): string {
  return `${path} is ${actual}, not ${expected}.`;
}

type Line = { readonly sku: string; readonly cost: Amount; readonly quantity: number };
type Totals = ReturnType<typeof totalsOf>;

/** In cents: the goods, what comes off them, and what a discount that is larger than the goods leaves of the shipping. */
function totalsOf({ items, shipping, totalDiscount, discounts = [] }: Cart) {
  const values = discounts.flatMap((discount) => (discount.items ?? []).map(({ value }) => lineCents(value ?? 0, 1)));
  const discount = values.reduce((sum, value) => sum + value, lineCents(totalDiscount ?? 0, 1));
  const prices = items.map(({ cost, quantity }) => lineCents(cost, quantity));
  const goods = prices.reduce((sum, price) => sum + Math.max(0, price), 0);
  const spread = Math.min(goods, discount);
  const off = prices.reduce((sum, price) => sum - Math.min(0, price), discount);
  const atItems = items.reduce((sum, item) => sum + lineCents(item.shipping?.cost ?? 0, 1), 0);
  const charged = shipping?.cost === undefined ? atItems : lineCents(shipping.cost, 1);
  const left = Math.max(0, charged - Math.max(0, off - goods));
  return { goods, spread, shipping: left, total: Math.max(0, goods - off) + left };
}

/**
 * Without a discount over the whole order, prices are the same to a hundredth of a cent. With one, the goods carry it in
 * proportion, and whose the odd cent is makes no difference to you: the total tells.
 */
function priceDifference(sku: string, offered: Line[], signed: Line[], { goods, spread }: Totals): Difference[] {
  const [only, other] = [offered[0]!, signed[0]!];
  if (spread === 0 && offered.length === 1 && signed.length === 1) {
    const [expected, actual] = [unitCents(only.cost), unitCents(other.cost)];
    return expected === actual ? [] : [{ path: `items[${sku}].cost`, sku, expected, actual }];
  }
  const expected = offered.reduce(
    (sum, line) => sum + lessItsShare(lineCents(line.cost, line.quantity), goods, spread),
    0,
  );
  const actual = signed.reduce((sum, line) => sum + lineCents(line.cost, line.quantity), 0);
  const oddCents = spread === 0 ? 0 : signed.reduce((sum, line) => sum + 1 + Math.ceil(line.quantity / 200), 0);
  return Math.abs(expected - actual) <= oddCents ? [] : [{ path: `items[${sku}].total`, sku, expected, actual }];
}

function lessItsShare(price: number, goods: number, spread: number): number {
  return price <= 0 || goods === 0 ? price : price - Number((BigInt(spread) * BigInt(price)) / BigInt(goods));
}

const linesOf = (items: readonly Line[], sku: string): Line[] => items.filter((item) => item.sku === sku);

const unitsIn = (lines: readonly Line[]): number => lines.reduce((sum, { quantity }) => sum + Number(quantity), 0);

/** Up to two decimals of a cent. */
const unitCents = (cost: Amount): number => Number(tenThousandths(cost)) / 100;
