import { quantityByStatus } from '#core/lease/line.ts';
import { centsOf, wireNumber } from '#core/money/decimal.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';

/**
 * A transaction as its merchant sees it (api-v3 §2, 6.2). Item costs are dollars after discounts; `purchaseTotal` and
 * `purchaseSalesTax` are cents (C-14): the merchant sells to the lessor for resale, so that tax is zero. Where the lessor
 * elects to pay tax on its purchase, it owes that to the state itself, and the store is paid its price.
 */
export function transactionView(found: StoredLease) {
  const { lease, customer } = found;
  const finalized = found.finalizedAt !== null;
  const counters = new Map(lease.lines.map((line) => [line.line, line]));
  const shipping = found.goods.find(({ kind }) => kind === 'shipping');
  return {
    id: found.transactionId,
    ...(found.orderId === null ? {} : { orderId: found.orderId }),
    customer: {
      id: customer.customerId,
      firstName: customer.firstName,
      lastName: customer.lastName,
      email: customer.email,
    },
    shippingCost: wireNumber(shipping?.cash ?? 0),
    createdAt: found.createdAt,
    lease: { id: found.leaseId, status: leaseStatus(found) },
    items: found.goods
      .filter(({ kind }) => kind === 'item')
      .map((goods) => ({
        description: goods.description,
        sku: goods.sku,
        brand: goods.brand,
        cost: dollarsOf(goods.unitCost),
        quantity: goods.ordered,
        quantityByStatus: quantityByStatus(counters.get(goods.line)!, finalized),
      })),
    purchaseTotal: found.goods.reduce((sum, { cash }) => sum + cash, 0),
    purchaseSalesTax: 0,
  };
}

/** A store ships on `signed`: what is void, cancelled or not signed yet must never say it (api-v3 C-8). */
function leaseStatus({ signedAt, lease }: StoredLease): 'signed' | 'pending' {
  return signedAt !== null && lease.state !== 'cancelled' && lease.state !== 'void' ? 'signed' : 'pending';
}

/** Up to four decimals as a JSON number: the double nearest to the text prints as the text (rulings 3). */
function dollarsOf(text: string): number {
  return centsOf(text) === null ? 0 : Number(text);
}
