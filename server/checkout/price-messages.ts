import type { Language } from '#core/calendar/day-text.ts';
import { type FirstPaymentAt, scheduleOf } from '#core/lease/lease.ts';
import { centsOf, isDecimal, wireNumber } from '#core/money/decimal.ts';
import { dollars } from '#core/money/dollars.ts';
import { rateText } from '#core/money/money.ts';
import { earlyPurchaseTable } from '#core/pricing/early-purchase.ts';
import { notLeasedOf } from '#core/states/goods.ts';
import type { House } from '#server/house.ts';
import { type PricedOrder, priceOrder } from '#server/leases/quote-lease.ts';
import type { Merchant } from '#server/merchants/merchant.ts';
import { dayInState } from '#server/moment.ts';
import { type Refused, refuse } from '#server/outcome.ts';
import { namesOfProducts } from '#server/products/names-of-products.ts';

/** What a store's page says beside a price; `amount` is the price as it was asked for. `text` is null where nothing may be said: the page shows nothing. */
export type PriceMessage = { readonly amount: string; readonly text: string | null } & Partial<PriceFigures>;

type PriceFigures = {
  readonly cashPrice: number;
  readonly payment: number;
  readonly count: number;
  /** What is paid first, at signing or with the shipment, where that is not the first of the weekly payments. */
  readonly firstRent?: number;
  readonly processingFee: number;
  readonly total: number;
  readonly costOfRental: number;
};

/**
 * What each price would cost by the week, as the law of advertising asks (domain 3.1): never without the number of
 * payments, the total and the cash price, and that it is a lease. Worked by the engine under the law of `state`; where
 * the page does not know the shopper's state, under the law that leaves the highest total, so that nobody pays more than
 * what was said. Before tax. Nothing is said beside an article that is not leased. Refuses a list of amounts that is none.
 */
export async function priceMessages(
  house: House,
  merchant: PricingMerchant & Pick<Merchant, 'merchantId' | 'minimumOrderCents' | 'firstPaymentAt'>,
  asked: { amounts: string; state: string | null; language: Language },
): Promise<readonly PriceMessage[] | Refused> {
  const prices = asked.amounts.split(',').map(priceOf);
  const served = house.rules.servedStates();
  if (prices.length > amountsMax || !prices.every(({ amount }) => isDecimal(amount))) return notAmounts;
  if (asked.state !== null && !/^[A-Z]{2}$/.test(asked.state)) return notAState;
  const states = asked.state === null ? strictnessOf(house, served) : served.filter((state) => state === asked.state);
  const notLeased = await skusNotLeased(house, merchant.merchantId, prices);
  return Promise.all(
    prices.map(async ({ asked: said, amount, sku }) => {
      const cash = centsOf(amount) ?? 0;
      const fits = cash >= merchant.minimumOrderCents && cash <= (house.decisions.highestLimit ?? cash);
      if (!fits || states.length === 0 || notLeased.has(sku)) return { amount: said, text: null };
      const priced = await dearest(house, states, { amount, merchant });
      if (priced === null) return { amount: said, text: null };
      const { price } = priced;
      return {
        amount: said,
        text: words[asked.language](priced.price, ownedAfter(priced), merchant.firstPaymentAt),
        cashPrice: wireNumber(price.cashPrice),
        payment: wireNumber(price.regular),
        count: weeksOf(price),
        ...(price.firstRent === undefined ? {} : { firstRent: wireNumber(price.firstRent) }),
        processingFee: wireNumber(price.processingFee),
        total: wireNumber(price.totalOfPayments),
        costOfRental: wireNumber(price.costOfLease),
      };
    }),
  );
}

const amountsMax = 50;

/** `105.00`, or with the article that it is the price of `105.00~LAMP-1`, its sku percent-encoded. */
function priceOf(said: string): { asked: string; amount: string; sku: string } {
  const asked = said.trim();
  const [amount = '', sku = ''] = asked.split('~');
  try {
    return { asked, amount, sku: decodeURIComponent(sku) };
  } catch {
    return { asked, amount, sku };
  }
}

/** Those among them that are nothing to lease (`notLeasedOf`), by the sku or by what the store's catalogue calls them. */
async function skusNotLeased(
  house: House,
  merchantId: string,
  prices: readonly { sku: string }[],
): Promise<ReadonlySet<string>> {
  // No catalogue has a sku with a zero byte, and PostgreSQL does not read one.
  const skus = [...new Set(prices.map(({ sku }) => sku))].filter((sku) => sku !== '' && !sku.includes('\0'));
  const names = await namesOfProducts(house, merchantId, skus);
  const articles = skus.map((sku) => ({ sku, description: names.get(sku) ?? '' }));
  return new Set(notLeasedOf(articles, house.goods).map(({ index }) => skus[index]!));
}

const notAmounts = refuse('ValidationError', `'amounts' must be 1 to ${amountsMax} prices in dollars, as 105.00,499.`, {
  fields: [{ path: 'amounts', message: `must be 1 to ${amountsMax} prices in dollars, separated by commas` }],
});
const notAState = refuse('ValidationError', "'state' must be a state of two capital letters, like TX.", {
  fields: [{ path: 'state', message: 'must be a state of two capital letters, like TX' }],
});

/** One state for each cap on the total that there is: the others price alike. */
function strictnessOf(house: House, served: readonly string[]): string[] {
  const byCap = new Map<string, string>();
  for (const state of served) {
    const law = house.rules.rulesFor(state, dayInState(house, state));
    if ('notOffered' in law) continue;
    const { totalCap } = law.rules;
    byCap.set(totalCap === null ? '' : rateText(totalCap), state);
  }
  return [...byCap.values()];
}

/** The dearest lease among these states; null when one of them has none at this price. */
async function dearest(
  house: House,
  states: readonly string[],
  { amount, merchant }: { amount: string; merchant: PricingMerchant },
): Promise<PricedOrder | null> {
  const item = { sku: 'PRICE', description: '', brand: '', condition: null, cost: amount, quantity: 1 };
  const order = {
    items: [{ ...item, productId: null, mpn: null, gtin: null, image: null }],
    shipping: { cost: '0', date: null, method: null },
    totalDiscount: '0',
  };
  const deal = (state: string) =>
    ({ place: { state, postalCode: '' }, frequency: 'weekly', merchant, nextPayOn: null }) as const;
  const all = await Promise.all(states.map((state) => priceOrder(house, order, deal(state))));
  const priced = all.flatMap((one) => ('notOffered' in one ? [] : [one]));
  if (priced.length < all.length) return null;
  return priced.reduce((most, one) => (one.price.totalOfPayments > most.price.totalOfPayments ? one : most));
}

/** What the goods have cost in all when they are bought on the 90th day, with every payment until then made. */
function ownedAfter({ price, terms, plannedStartOn, rules, agreedOn, priceTerms }: PricedOrder): number | null {
  const law = { contract: rules.earlyPurchase, statutory: rules.statutoryEarlyPurchase };
  const schedule = scheduleOf(terms, plannedStartOn);
  const [day90] = earlyPurchaseTable(price, schedule, {
    law,
    signedOn: agreedOn,
    taxRate: priceTerms.taxRate,
    days: [90],
  });
  return day90 === undefined ? null : day90.paidRent + day90.rent + price.processingFee;
}

type PricingMerchant = Parameters<typeof priceOrder>[2]['merchant'];
type Price = PricedOrder['price'];

/** A fixed first rent stands beside the weekly payments and is none of them. */
const weeksOf = ({ count, firstRent }: Price): number => count - (firstRent === undefined ? 0 : 1);

type Words = (price: Price, ownedOnDay90: number | null, firstPaymentAt: FirstPaymentAt) => string;

const words: Record<Language, Words> = {
  en: (price, early, at) =>
    [
      `Lease to own: ${price.firstRent === undefined ? '' : `${dollars(price.firstRent)} ${at === 'signing' ? 'at signing' : 'with the shipment'}, then `}${dollars(price.regular)} a week for ${weeksOf(price)} weeks${price.processingFee === 0 ? '' : ` and a processing fee of ${dollars(price.processingFee)}`}, ${dollars(price.totalOfPayments)} in total.`,
      `Cash price ${dollars(price.cashPrice)}, lease services ${dollars(price.costOfLease)}.`,
      ...(early === null ? [] : [`Bought on day 90: ${dollars(early)} in all.`]),
      'Before tax. This is a lease: it is yours after the last payment, or sooner if you buy early.',
    ].join(' '),
  es: (price, early, at) =>
    [
      `Arrendamiento con opción de compra: ${price.firstRent === undefined ? '' : `${dollars(price.firstRent)} ${at === 'signing' ? 'al firmar' : 'con el envío'} y después `}${dollars(price.regular)} por semana durante ${weeksOf(price)} semanas${price.processingFee === 0 ? '' : ` y un cargo de procesamiento de ${dollars(price.processingFee)}`}, ${dollars(price.totalOfPayments)} en total.`,
      `Precio de contado ${dollars(price.cashPrice)}, servicios del arrendamiento ${dollars(price.costOfLease)}.`,
      ...(early === null ? [] : [`Comprado el día 90: ${dollars(early)} en total.`]),
      'Antes de impuestos. Esto es un arrendamiento: el artículo es suyo después del último pago, o antes si lo compra por anticipado.',
    ].join(' '),
};
