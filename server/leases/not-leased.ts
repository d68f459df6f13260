import { notLeasedOf } from '#core/states/goods.ts';
import type { House } from '#server/house.ts';
import type { LeaseOrder } from '#server/leases/order.ts';
import { type Refused, refuse } from '#server/outcome.ts';

/** What of an order is of a kind that is not leased, by its member; null when all of it is. Discounts and shipping are no articles. */
export function notLeased(house: House, { items }: Pick<LeaseOrder, 'items'>): Refused | null {
  const found = notLeasedOf(items, house.goods);
  if (found.length === 0) return null;
  const fields = found.map(({ index, member, kind }) => ({
    path: `items[${index}].${member}`,
    message: `is of a kind that is not leased: ${kind.en}`,
  }));
  const names = found.map(({ index }) => `“${items[index]!.description}”`).join(', ');
  return refuse('ValidationError', `What can’t be leased: ${names}. Take it out of the cart and try again.`, {
    fields,
  });
}
