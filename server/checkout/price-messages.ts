import type { Language } from '#core/calendar/day-text.ts';
import { scheduleOf } from '#core/lease/lease.ts';
import { centsOf, isDecimal, wireNumber } from '#core/money/decimal.ts';
import { dollars } from '#core/money/dollars.ts';
import { rateText } from '#core/money/money.ts';
import { earlyPurchaseTable } from '#core/pricing/early-purchase.ts';
import type { House } from '#server/house.ts';
import { type PricedOrder, priceOrder } from '#server/leases/quote-lease.ts';
import type { Merchant } from '#server/merchants/merchant.ts';
import { dayInState } from '#server/moment.ts';
import { type Refused, refuse } from '#server/outcome.ts';

/** What a store's page says beside a price. `text` is null where nothing may be said: the page shows nothing. */
export type PriceMessage = { readonly amount: string; readonly text: string | null } & Partial<PriceFigures>;

type PriceFigures = {
  readonly cashPrice: number;
  readonly payment: number;
  readonly count: number;
  /** What is paid at signing where that is not the first of the weekly payments. */
  readonly firstRent?: number;
  readonly processingFee: number;
  readonly total: number;
  readonly costOfRental: number;
};

/**
 * What each price would cost by the week, as the law of advertising asks (domain 3.1): never without the number of
 * payments, the total and the cash price, and that it is a lease. Worked by the engine under the law of `state`; where
 * the page does not know the shopper's state, under the law that leaves the highest total, so that nobody pays more than
 * what was said. Before tax. Refuses a list of amounts that is none.
 */
export async function priceMessages(
  house: House,
  merchant: PricingMerchant & Pick<Merchant, 'minimumOrderCents'>,
  asked: { amounts: string; state: string | null; language: Language },
): Promise<readonly PriceMessage[] | Refused> {
  const amounts = asked.amounts.split(',').map((amount) => amount.trim());
  const served = house.rules.servedStates();
  if (amounts.length > amountsMax || !amounts.every(isDecimal)) return notAmounts;
  if (asked.state !== null && !/^[A-Z]{2}$/.test(asked.state)) return notAState;
  const states = asked.state === null ? strictnessOf(house, served) : served.filter((state) => state === asked.state);
  return Promise.all(
    amounts.map(async (amount) => {
      const cash = centsOf(amount) ?? 0;
      const fits = cash >= merchant.minimumOrderCents && cash <= (house.decisions.highestLimit ?? cash);
      if (!fits || states.length === 0) return { amount, text: null };
      const priced = await dearest(house, states, { amount, merchant });
      if (priced === null) return { amount, text: null };
      const { price } = priced;
      return {
        amount,
        text: words[asked.language](priced.price, ownedAfter(priced)),
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

const words: Record<Language, (price: Price, ownedOnDay90: number | null) => string> = {
  en: (price, early) =>
    [
      `Lease to own: ${price.firstRent === undefined ? '' : `${dollars(price.firstRent)} at signing, then `}${dollars(price.regular)} a week for ${weeksOf(price)} weeks${price.processingFee === 0 ? '' : ` and a processing fee of ${dollars(price.processingFee)}`}, ${dollars(price.totalOfPayments)} in total.`,
      `Cash price ${dollars(price.cashPrice)}, lease services ${dollars(price.costOfLease)}.`,
      ...(early === null ? [] : [`Bought on day 90: ${dollars(early)} in all.`]),
      'Before tax. This is a lease: it is yours after the last payment, or sooner if you buy early.',
    ].join(' '),
  es: (price, early) =>
    [
      `Arrendamiento con opción de compra: ${price.firstRent === undefined ? '' : `${dollars(price.firstRent)} al firmar y después `}${dollars(price.regular)} por semana durante ${weeksOf(price)} semanas${price.processingFee === 0 ? '' : ` y un cargo de procesamiento de ${dollars(price.processingFee)}`}, ${dollars(price.totalOfPayments)} en total.`,
      `Precio de contado ${dollars(price.cashPrice)}, servicios del arrendamiento ${dollars(price.costOfLease)}.`,
      ...(early === null ? [] : [`Comprado el día 90: ${dollars(early)} en total.`]),
      'Antes de impuestos. Esto es un arrendamiento: el artículo es suyo después del último pago, o antes si lo compra por anticipado.',
    ].join(' '),
};
