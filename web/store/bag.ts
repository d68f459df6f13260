import { useEffect, useState } from 'preact/hooks';
import { type Cart, quantityMax } from './cart.ts';

/**
 * The shopper's bag, kept in their browser. `transactionId` is the number under which the shop offered this bag to FlexPay,
 * so that closing and clicking again continues the same order.
 */
export type Bag = Cart & { transactionId: string | null };

/** The bag, and a new one each time it changes, here or in another tab. */
export function useBag(): Bag {
  const [bag, setBag] = useState(readBag);
  useEffect(() => {
    const look = () => setBag(readBag());
    addEventListener('storage', look);
    addEventListener(changed, look);
    return () => {
      removeEventListener('storage', look);
      removeEventListener(changed, look);
    };
  }, []);
  return bag;
}

export function readBag(): Bag {
  try {
    return { ...empty, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Bag>) };
  } catch {
    return empty;
  }
}

export function keepBag(bag: Bag): void {
  localStorage.setItem(key, JSON.stringify(bag));
  dispatchEvent(new Event(changed));
}

export const emptyBag = (): void => keepBag(empty);

/** Sets how many of an article are in the bag; zero takes it out. */
export function putInBag(sku: string, quantity: number): void {
  const bag = readBag();
  const count = Math.min(quantityMax, Math.max(0, quantity));
  const known = bag.lines.some((line) => line.sku === sku);
  const lines = known
    ? bag.lines.map((line) => (line.sku === sku ? { sku, quantity: count } : line))
    : [...bag.lines, { sku, quantity: count }];
  keepBag({ ...bag, lines: lines.filter((line) => line.quantity > 0) });
}

/** How many of an article are in the bag. */
export const inBag = (bag: Bag, sku: string): number => bag.lines.find((line) => line.sku === sku)?.quantity ?? 0;

/** How many pieces are in the bag. */
export const pieces = (bag: Bag): number => bag.lines.reduce((sum, line) => sum + line.quantity, 0);

const empty: Bag = { lines: [], shipping: 'ground', transactionId: null };
const key = 'marlow-finch.bag';
const changed = 'marlow-finch.bag-changed';
