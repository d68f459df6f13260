import { type Product, products, type Room, rooms } from './catalogue.ts';

/** A page of the shop. Whether there is such an order only the order book knows. */
export type Place =
  | { page: 'catalogue'; room: Room | null }
  | { page: 'product'; product: Product }
  | { page: 'bag' | 'checkout' | 'staff' | 'counter' }
  | { page: 'order' | 'staffOrder' | 'handOver'; id: string };

/** Which page an address under /store names; null where there is none. */
export function placeAt(path: string): Place | null {
  const [word = '', name = '', more] = path.replace(/^\/store\/?/, '').split('/');
  if (more !== undefined) return null;
  if (name === '') {
    if (word === '') return { page: 'catalogue', room: null };
    return word === 'bag' || word === 'checkout' || word === 'staff' || word === 'counter' ? { page: word } : null;
  }
  if (word === 'room') return Object.hasOwn(rooms, name) ? { page: 'catalogue', room: name as Room } : null;
  if (word === 'orders') return { page: 'order', id: name };
  if (word === 'counter') return { page: 'handOver', id: name };
  if (word === 'staff') return { page: 'staffOrder', id: name };
  const product = word === 'p' ? products.find(({ slug }) => slug === name) : undefined;
  return product === undefined ? null : { page: 'product', product };
}
