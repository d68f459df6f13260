import { type Day, maxDay } from '#core/calendar/day.ts';
import { type Frequency, leadDaysDefault } from '#core/calendar/pay-cycle.ts';
import { type LeaseTerms, scheduleOf } from '#core/lease/lease.ts';
import { type Decimal, decimalText, lineCents } from '#core/money/decimal.ts';
import { allocate, type Cents, rate, rateText } from '#core/money/money.ts';
import type { TaxTreatment } from '#core/pricing/lease-tax.ts';
import { type PriceTerms, priceLease } from '#core/pricing/price.ts';
import { mayCharge } from '#core/pricing/processing-fee.ts';
import { installment } from '#core/schedule/schedule.ts';
import type { StateRules } from '#core/states/rules.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import { stillAvailable } from '#server/customers/spending.ts';
import type { House } from '#server/house.ts';
import type { CallingMerchant } from '#server/http/route.ts';
import { taxRatesAt, treatmentAt } from '#server/leases/lease-tax.ts';
import type { LeaseOrder, LeaseQuote, LeaseRequest, PricedLine } from '#server/leases/order.ts';
import { dayInState } from '#server/moment.ts';

/** An order as a lease: every figure, and the law and the terms it rests on. Nothing in it is about a person. */
export type PricedOrder = Pick<
  LeaseQuote,
  'lines' | 'price' | 'frequency' | 'plannedStartOn' | 'nextDueOn' | 'lastDueOn'
> & {
  readonly rules: StateRules;
  readonly rulesVersion: string;
  readonly rulesHash: string;
  readonly priceTerms: PriceTerms;
  readonly terms: LeaseTerms;
  readonly taxRate: string;
  readonly taxTreatment: TaxTreatment;
  readonly totalCap: string | null;
  readonly agreedOn: Day;
  readonly governingState: string;
};

/** A quote for a customer, with what stands behind it. */
export type WorkedQuote = LeaseQuote & PricedOrder;

/** Why an order has no price here: the place is not served, or the law leaves no room for a lease at this price. */
export type NoQuote = { readonly notOffered: string; readonly because: 'place' | 'price' };

/** A year, paid in weekly, biweekly, semimonthly or monthly payments (domain 1.1). */
export const termWeeks = 52;

/**
 * Prices an order as a lease for this customer (domain 1.1–1.7, rulings 2–6). Reads nothing but the tax rate; writes
 * nothing. The customer must have an address.
 */
export async function quoteLease(
  house: House,
  facts: CustomerFacts,
  { merchant, order, frequency }: LeaseRequest,
): Promise<WorkedQuote | NoQuote> {
  if (facts.address === null) return { notOffered: 'The delivery address is not known yet.', because: 'place' };
  const { minimumOrderCents } = merchant;
  const priced = await priceOrder(house, order, {
    place: facts.address,
    ...{ frequency, merchant, nextPayOn: facts.nextPayOn },
  });
  if ('notOffered' in priced) return priced;
  const cashPrice = cashPriceOf(priced.lines);
  const available = availableBalance(house, facts, priced.agreedOn);
  return {
    ...priced,
    available,
    underMinimumBy: Math.max(0, minimumOrderCents - cashPrice),
    overLimitBy: Math.max(0, cashPrice - available),
  };
}

/** Prices an order as a lease whose goods go to that place, agreed there today (domain 1.1–1.7). Writes nothing. */
export async function priceOrder(
  house: House,
  order: Pick<LeaseOrder, 'items' | 'shipping' | 'totalDiscount'>,
  deal: {
    readonly place: { readonly state: string; readonly postalCode: string };
    readonly frequency: Frequency;
    readonly merchant: Pick<CallingMerchant, 'leaseFactor' | 'processingFeeCents' | 'fixedInitialRentCents'>;
    readonly nextPayOn: Day | null;
  },
): Promise<PricedOrder | NoQuote> {
  const { place, frequency, merchant } = deal;
  const agreedOn = dayInState(house, place.state);
  const law = house.rules.rulesFor(place.state, agreedOn);
  if ('notOffered' in law) return { ...law, because: 'place' };

  const lines = pricedLines(order);
  const { rules } = law;
  const treatment = treatmentAt(house, rules, place.state);
  const tax = await taxRatesAt(house, { rules, treatment, place }, agreedOn);
  if (tax === null) {
    const notOffered = `The sales tax rate of this place in ${place.state} is not known here.`;
    return { notOffered, because: 'place' };
  }
  const { processingFeeCents: fee, fixedInitialRentCents: fixed } = merchant;
  const priceTerms: PriceTerms = {
    // A cart that is worth nothing has no lease; its shortfall to the minimum is what the shopper is told.
    cashPrice: Math.max(1, cashPriceOf(lines)),
    factor: rate(merchant.leaseFactor),
    totalCap: rules.totalCap,
    // A fee that the law of the place forbids is not charged there.
    processingFee: mayCharge(fee, rules.processingFee) ? fee : 0,
    frequency,
    termWeeks,
    taxRate: tax.rent,
    feeTaxable: tax.feeTaxable,
    ...(fixed === 0 ? {} : { fixedInitialRent: fixed }),
  };
  const price = priceLease(priceTerms);
  if ('refused' in price) {
    return { notOffered: 'The law of this state leaves no room for a lease at this price.', because: 'price' };
  }

  const plannedStartOn = order.shipping.date === null ? agreedOn : maxDay(order.shipping.date, agreedOn);
  const terms: LeaseTerms = {
    frequency,
    count: price.count,
    regular: price.regular,
    last: price.last,
    ...(price.firstRent === undefined ? {} : { firstRent: price.firstRent }),
    payDate: deal.nextPayOn,
    leadDays: leadDaysDefault,
    debit: 'following',
  };
  const schedule = scheduleOf(terms, plannedStartOn);
  const dueOn = (number: number) => installment(schedule, tax.rent, number).dueOn;
  return {
    lines,
    price,
    frequency,
    plannedStartOn,
    nextDueOn: dueOn(Math.min(2, price.count)),
    lastDueOn: dueOn(price.count),
    rules,
    rulesVersion: law.version,
    rulesHash: law.hash,
    priceTerms,
    terms,
    taxRate: rateText(tax.rent),
    taxTreatment: treatment,
    totalCap: rules.totalCap === null ? null : rateText(rules.totalCap),
    agreedOn,
    governingState: place.state,
  };
}

function cashPriceOf(lines: readonly PricedLine[]): Cents {
  return lines.reduce((sum, line) => sum + line.cash, 0);
}

/** What the customer may still lease: the limit of a valid approval less the leases that use it (domain 5). */
export function availableBalance(house: House, facts: CustomerFacts, today: Day): Cents {
  const valid = facts.approvalExpiresOn !== null && facts.approvalExpiresOn >= today && !facts.spendingHold;
  return valid ? stillAvailable(house, facts.approvedLimit, facts) : 0;
}

/**
 * The lines of a lease: each rounded to the cent once, discounts spread over the goods in proportion to their price, the
 * shipping charge a line of its own at the end (rulings 2, 3).
 */
export function pricedLines(order: Pick<LeaseOrder, 'items' | 'shipping' | 'totalDiscount'>): PricedLine[] {
  const items = order.items.map((item) => ({ item, price: lineCents(item.cost, item.quantity) }));
  const goods = items.map(({ price }) => Math.max(0, price));
  const worth = goods.reduce((sum, price) => sum + price, 0);
  const discount = Math.min(worth, lineCents(order.totalDiscount, 1));
  const discounted = spread(discount, goods);
  const off = items.reduce((sum, { price }) => sum - Math.min(0, price), lineCents(order.totalDiscount, 1));
  const shares = spread(Math.min(off, worth), goods);
  const lines: PricedLine[] = items.map(({ item, price }, index) => ({
    line: index + 1,
    kind: 'item',
    item,
    // Each unit's price after its share of the order's discount; a discount that is a line of its own stays that line.
    unitCost: discounted[index] === 0 ? item.cost : unitCost(price - discounted[index]!, item.quantity),
    cash: goods[index]! - shares[index]!,
    quantity: item.quantity,
  }));
  const shipping = lineCents(order.shipping.cost, 1);
  // A discount above the worth of the goods comes off the shipping, never below nothing.
  const charged = Math.max(0, shipping - Math.max(0, off - worth));
  if (charged > 0) {
    lines.push({
      line: lines.length + 1,
      kind: 'shipping',
      item: null,
      unitCost: decimalText(charged),
      cash: charged,
      quantity: 1,
    });
  }
  return lines;
}

function spread(amount: Cents, over: readonly Cents[]): Cents[] {
  return amount > 0 ? allocate(amount, over) : over.map(() => 0);
}

/** Cents over a quantity with four decimals, half up: what the wire may carry (rulings 3). */
function unitCost(total: Cents, quantity: number): Decimal {
  const tenThousandths = Math.floor((200 * total + quantity) / (2 * quantity));
  return `${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, '0')}`;
}

/** Frequencies in the order a shopper is shown them. */
export const frequencies: readonly Frequency[] = ['weekly', 'biweekly', 'semimonthly', 'monthly'];
