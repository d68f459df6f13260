import { dayText, itemsMax, moneyText, quantityMax, textMax, transactionIdMax } from '#contract/v3/values.ts';
import type { Day } from '#core/calendar/day.ts';
import { type Decimal, lineCents } from '#core/money/decimal.ts';

/** A cart past the door: exact prices, whole quantities, one shipping charge. */
export type ModalOrder = {
  transactionId: string;
  orderId: string | null;
  items: ModalItem[];
  shipping: { cost: Decimal; date: Day | null; method: string | null };
  totalDiscount: Decimal;
};

export type ModalItem = {
  sku: string;
  description: string;
  brand: string;
  condition: 'new' | 'used' | 'refurbished' | null;
  cost: Decimal;
  quantity: number;
  productId: string | null;
  mpn: string | null;
  gtin: string | null;
  image: string | null;
};

export type OrderFault = { path: string; message: string };

/**
 * Reads the order that a store's page hands to `transaction.create`, as loosely as real pages write it: numbers as
 * texts, quantities such as `"1.0000"`, dates as `Date#toString()`, images that are missing or empty, a `cost` that is
 * informational and never looked at (button-and-modal 1). Amounts stay exact. What can't be meant is named.
 */
export function readOrder(raw: unknown): { order: ModalOrder } | { faults: OrderFault[] } {
  const given = members(raw);
  const faults: OrderFault[] = [];
  const wrong = (path: string, message: string) => faults.push({ path, message });

  const transactionId = label(given.transactionId);
  if (transactionId.length < 1 || transactionId.length > transactionIdMax) {
    wrong('transactionId', `must be text of 1 to ${transactionIdMax} characters`);
  }
  const rows = Array.isArray(given.items) ? given.items : [];
  if (rows.length < 1 || rows.length > itemsMax) wrong('items', `must be a list of 1 to ${itemsMax} items`);
  const lines = rows
    .slice(0, itemsMax)
    .map((row, at) => readLine(row, (name, message) => wrong(`items[${at}].${name}`, message)));
  const together = members(given.shipping);
  const togetherCost = absent(together.cost) ? null : moneyText(together.cost);
  if (togetherCost === null && !absent(together.cost)) wrong('shipping.cost', amountMessage);
  if (faults.length > 0) return { faults };

  const dates = [dayText(together.date), ...lines.map(({ shipping }) => shipping.date)].filter((day) => day !== null);
  const order: ModalOrder = {
    transactionId,
    orderId: null,
    items: lines.map(({ item }) => item),
    shipping: {
      // A charge for the whole order replaces those of its lines (api-v3 C-19).
      cost: togetherCost ?? sum(lines.map(({ shipping }) => shipping.cost)),
      date: dates.sort().at(-1) ?? null,
      method:
        [text(together.method), ...lines.map(({ shipping }) => shipping.method)].find((one) => one !== '') ?? null,
    },
    totalDiscount: '0',
  };
  const total =
    lineCents(order.shipping.cost, 1) + order.items.reduce((all, one) => all + lineCents(one.cost, one.quantity), 0);
  return total > 0 ? { order } : { faults: [{ path: 'items', message: 'must be worth more than nothing together' }] };
}

const amountMessage = 'must be an amount in dollars with at most four decimals, like 120.34';

type Line = { item: ModalItem; shipping: { cost: Decimal; date: Day | null; method: string } };

function readLine(raw: unknown, wrong: (name: string, message: string) => void): Line {
  const given = members(raw);
  const sku = label(given.sku);
  const cost = moneyText(given.cost);
  const quantity = absent(given.quantity) ? 1 : wholeNumber(given.quantity);
  const shipping = members(given.shipping);
  const shippingCost = absent(shipping.cost) ? '0' : moneyText(shipping.cost);
  if (sku.length > textMax) wrong('sku', `must be text of at most ${textMax} characters`);
  if (cost === null) wrong('cost', amountMessage);
  // Discounts travel as lines of their own, and only under that name.
  if (cost?.startsWith('-') && !sku.toUpperCase().startsWith('DISCOUNT')) {
    wrong('cost', 'must be zero or more; a discount has a sku that starts with DISCOUNT');
  }
  if (quantity === null) wrong('quantity', `must be a whole number from 1 to ${quantityMax}`);
  if (shippingCost === null || shippingCost.startsWith('-')) wrong('shipping.cost', amountMessage);
  return {
    item: {
      sku,
      description: text(given.description) || sku || 'Item',
      brand: text(given.brand) || 'n/a',
      condition: condition(given.condition),
      cost: cost ?? '0',
      quantity: quantity ?? 1,
      productId: null,
      mpn: null,
      gtin: null,
      image: firstImage(given.images),
    },
    shipping: { cost: shippingCost ?? '0', date: dayText(shipping.date), method: text(shipping.method) },
  };
}

function members(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

const absent = (value: unknown): boolean => value === undefined || value === null || value === '';

const label = (value: unknown): string =>
  typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';

/** Words for a person to read: what is too long is cut, an order is never lost to it. */
const text = (value: unknown): string => label(value).slice(0, textMax).toWellFormed();

function wholeNumber(value: unknown): number | null {
  const number = /^\d{1,9}(\.0{1,8})?$/.test(label(value)) ? Number(label(value)) : Number.NaN;
  return number >= 1 && number <= quantityMax ? number : null;
}

function condition(value: unknown): ModalItem['condition'] {
  const word = label(value).toLowerCase();
  return word === 'new' || word === 'used' || word === 'refurbished' ? word : null;
}

function firstImage(value: unknown): string | null {
  const images = Array.isArray(value) ? value : [value];
  const isShown = (image: unknown) =>
    typeof image === 'string' && image.length <= imageLengthMax && /^https?:\/\//i.test(image);
  return (images.find(isShown) as string | undefined) ?? null;
}

const imageLengthMax = 2_000;

/** Exact to four decimals. */
function sum(amounts: readonly Decimal[]): Decimal {
  const total = amounts.reduce((all, amount) => {
    const [whole = '', fraction = ''] = amount.split('.');
    return all + BigInt(`${whole}${fraction.padEnd(4, '0')}`);
  }, 0n);
  const digits = total.toString().padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
